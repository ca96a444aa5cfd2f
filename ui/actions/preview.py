"""What can be done in the preview of a paper."""

from __future__ import annotations

from ui.actions.action_def import action, numbered, pair

ACTIONS = (
    numbered("preview.paper", "Alt+{n}", last=7),
    pair("preview.page", "PgUp", "PgDown"),
    action("preview.zoom", "Z"),
    action("preview.print", "Alt+P", private_only=True),
)
