"""What can be done in step 3, List."""

from __future__ import annotations

from ui.actions.action_def import action, each, numbered

ACTIONS = (
    numbered("list.speaker", "Alt+{n}", last=9),
    action("list.nobody", "Alt+0"),
    action("list.unspoken", "Alt+J"),
    action("list.paste", "Ctrl+Shift+V"),
    action("list.split", "Alt+S"),
    action("list.correct", "F2"),
    action("list.writing", "Alt+T"),
    numbered("list.minutes", "{n}", last=4),
    each("list.done", "+", "-"),
    action("list.pause", "Space"),
    action("list.longer", "M"),
    each("list.sheet", "Alt+W", "Alt+Shift+W"),
    action("list.later", "Alt+R"),
    action("list.park", "Alt+P"),
    action("list.parking", "Alt+L"),
    action("list.hold", "Alt+H", private_only=True),
    action("list.hold_row", "Alt+Shift+H", private_only=True),
    action("list.inbox", "Alt+I", private_only=True),
    action("list.release", "Alt+A", private_only=True),
)
