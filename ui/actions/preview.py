"""Actions in the preview of a paper."""

from __future__ import annotations

from ui.actions.action_def import action, numbered, pair

ACTIONS = (
    numbered("preview.paper", "Alt+{n}", last=9),
    pair("preview.page", "PgUp", "PgDown"),
    action("preview.zoom", "Z", label="preview.wide"),
    action("preview.print", "Ctrl+P", label="preview.print", private_only=True),
)
