"""Actions on the page of the customer's set-up in Mackerel."""

from __future__ import annotations

from ui.actions.action_def import action, numbered, pair

ACTIONS = (
    pair("setup.section", "PgUp", "PgDown"),
    numbered("setup.group", "Alt+{n}", last=4),
    action("setup.answer", "Enter", label="setup.open"),
    action(
        "setup.file", "Ctrl+Shift+O", label="setup.files.choose", icon="folder", private_only=True
    ),
    action("setup.remove", "Delete"),
)
