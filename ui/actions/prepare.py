"""What can be done in step 1, Prepare."""

from __future__ import annotations

from ui.actions.action_def import action, numbered, pair

ACTIONS = (
    pair("prepare.section", "PgUp", "PgDown"),
    action("prepare.paste", "Ctrl+Shift+V", label="prepare.advance_paste", icon="paste"),
    action("prepare.split", "Alt+S", label="paste.divide", icon="split"),
    action(
        "prepare.file",
        "Ctrl+Shift+O",
        label="prepare.advance_file",
        icon="folder",
        private_only=True,
    ),
    action("prepare.plans", "Alt+A", label="time.templates", icon="timer"),
    numbered("prepare.nth", "Alt+{n}", last=9),
    action("prepare.keep", "Alt+N"),
    action("prepare.clear_time", "Alt+X", icon="clock"),
    action("prepare.moved", "Alt+T", icon="clock"),
    action("prepare.rules", "Alt+R", label="opening.write_rules", icon="pen"),
    action("prepare.anonymous", "Alt+Y", label="opening.anonymous"),
    action("prepare.speakers_shown", "Alt+V", label="opening.speakers_shown"),
    action("prepare.hold", "Alt+H", label="prepare.advance_hold", private_only=True),
)
