"""Actions of step 1, Prepare."""

from __future__ import annotations

from ui.actions.action_def import action, numbered, pair
from ui.actions.meanings import Meaning

ACTIONS = (
    pair("prepare.section", "PgUp", "PgDown"),
    action("prepare.paste", "Ctrl+Shift+V", label="prepare.advance_paste", icon="paste"),
    action("prepare.way", "Ctrl+Shift+M", label="list.way", icon="speech"),
    action("prepare.split", Meaning.SPLIT, label="paste.divide", icon="split"),
    action(
        "prepare.file",
        "Ctrl+Shift+O",
        label="prepare.advance_file",
        icon="folder",
        private_only=True,
    ),
    pair("prepare.minutes", "Alt+Down", "Alt+Up"),
    action("prepare.plans", Meaning.LIST, label="time.templates", icon="timer"),
    action("prepare.fit", Meaning.ACCEPT, icon="timer"),
    numbered("prepare.nth", "Alt+{n}", last=9),
    action("prepare.keep", Meaning.NEW),
    action("prepare.clear_time", Meaning.TAKE_BACK, icon="clock"),
    action("prepare.moved", Meaning.PEOPLE, icon="clock"),
    action("prepare.rules", Meaning.CHANGE, label="opening.write_rules", icon="pen"),
    action("prepare.anonymous", Meaning.CODES, label="opening.anonymous"),
    action("prepare.speakers_shown", Meaning.VIEW, label="opening.speakers_shown"),
    action("prepare.hold", Meaning.HOLD, label="prepare.advance_hold", private_only=True),
)
