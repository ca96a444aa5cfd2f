"""Actions of step 3, List."""

from __future__ import annotations

from ui.actions.action_def import action, each, numbered
from ui.actions.meanings import Meaning

ACTIONS = (
    numbered("list.speaker", "Alt+{n}", last=9),
    action("list.nobody", "Alt+0"),
    action("list.nameless", Meaning.PEOPLE, icon="person"),
    action("list.paste", "Ctrl+Shift+V", label="list.paste", icon="tray"),
    action(
        "list.file",
        "Ctrl+Shift+O",
        label="prepare.advance_file",
        icon="folder",
        private_only=True,
    ),
    action("list.split", Meaning.SPLIT, label="paste.divide", icon="split"),
    action("list.correct", Meaning.EDIT, label="list.correct", icon="pen"),
    action("list.writing", Meaning.WRITE, label="list.writing.open", icon="clock"),
    numbered("list.minutes", "{n}", last=4),
    each("list.done", "+", "-"),
    action("list.pause", "Space", label="list.writing.pause", icon="pause"),
    action("list.longer", "M", label="list.writing.longer", icon="plus"),
    each("list.sheet", "Alt+Right", "Alt+Left"),
    action("list.later", Meaning.REVEAL, label="list.later", icon="eye-off"),
    action("list.way", "Ctrl+Shift+M", label="list.way", icon="speech"),
    action("list.speakers_shown", Meaning.VIEW, label="opening.speakers_shown", icon="person"),
    action("list.park", Meaning.PARK, label="list.park", icon="archive"),
    action("list.parking", Meaning.LIST, icon="archive"),
    action("list.hold", Meaning.HOLD, label="list.hold_next", private_only=True),
    action("list.hold_row", Meaning.HOLD_ROW, label="list.hold", icon="eye-off", private_only=True),
    action("list.inbox", Meaning.HELD_LIST, icon="tray", private_only=True),
    action(
        "list.release", Meaning.REVEAL_HELD, label="list.inbox.all", icon="eye", private_only=True
    ),
)
