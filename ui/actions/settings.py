"""What can be done in the settings and with one's own catalogues."""

from __future__ import annotations

from ui.actions.action_def import action

ACTIONS = (
    action("settings.paper_look", "Alt+P"),
    action("settings.catalogues", "Alt+C", private_only=True),
    action("settings.add", "Ctrl+Shift+O", private_only=True, page="catalogues"),
    action("settings.again", "F5", private_only=True, page="catalogues"),
    action("settings.remove", "Shift+Delete", private_only=True, page="catalogues"),
)
