"""What can be done in step 1, Prepare."""

from __future__ import annotations

from ui.actions.action_def import action, numbered, pair

ACTIONS = (
    pair("prepare.section", "PgUp", "PgDown"),
    action("prepare.paste", "Ctrl+Shift+V"),
    action("prepare.split", "Alt+S"),
    action("prepare.file", "Ctrl+Shift+O", private_only=True),
    action("prepare.plans", "Alt+A"),
    numbered("prepare.plan", "Alt+{n}", last=9),
    action("prepare.keep", "Alt+N"),
    action("prepare.clear_time", "Alt+X"),
    action("prepare.moved", "Alt+T"),
    action("prepare.rules", "Alt+R"),
    action("prepare.anonymous", "Alt+Y"),
    action("prepare.speakers_shown", "Alt+V"),
    action("prepare.hold", "Alt+H", private_only=True),
)
