"""What can be done in step 3, List."""

from __future__ import annotations

from ui.actions.action_def import action, each, numbered

ACTIONS = (
    numbered("list.speaker", "Alt+{n}", last=9),
    action("list.nobody", "Alt+0"),
    action("list.nameless", "Alt+J", icon="person"),
    action("list.paste", "Ctrl+Shift+V", label="list.paste", icon="tray"),
    action(
        "list.file",
        "Ctrl+Shift+O",
        label="prepare.advance_file",
        icon="folder",
        private_only=True,
    ),
    action("list.split", "Alt+S", label="paste.divide", icon="split"),
    action("list.correct", "F2", label="list.correct", icon="pen"),
    action("list.writing", "Alt+T", label="list.writing.open", icon="clock"),
    numbered("list.minutes", "{n}", last=4),
    each("list.done", "+", "-"),
    action("list.pause", "Space", label="list.writing.pause", icon="pause"),
    action("list.longer", "M", label="list.writing.longer", icon="plus"),
    each("list.sheet", "Alt+W", "Alt+Shift+W"),
    action("list.later", "Alt+R", label="list.later", icon="eye-off"),
    action("list.park", "Alt+P", label="list.park", icon="archive"),
    action("list.parking", "Alt+L", icon="archive"),
    action("list.hold", "Alt+H", label="list.hold_next", private_only=True),
    action("list.hold_row", "Alt+Shift+H", label="list.hold", icon="eye-off", private_only=True),
    action("list.inbox", "Alt+I", icon="tray", private_only=True),
    action("list.release", "Alt+A", label="list.inbox.all", icon="eye", private_only=True),
)
