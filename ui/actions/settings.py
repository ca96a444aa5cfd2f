"""Actions in the settings and on the user's own catalogues."""

from __future__ import annotations

from ui.actions.action_def import action
from ui.actions.meanings import Meaning

ACTIONS = (
    action("settings.paper_look", "Alt+1", label="settings.to_paper_look", icon="document"),
    action(
        "settings.catalogues",
        "Alt+2",
        label="settings.to_catalogues",
        icon="folder",
        private_only=True,
    ),
    action(
        "settings.add",
        "Ctrl+Shift+O",
        label="catalogues.add",
        icon="folder",
        private_only=True,
        page="catalogues",
    ),
    action(
        "settings.edition",
        "Ctrl+Shift+I",
        label="catalogues.edition.open",
        icon="document",
        private_only=True,
        page="catalogues",
    ),
    action(
        "settings.again",
        Meaning.AGAIN,
        label="catalogues.again",
        icon="refresh",
        private_only=True,
        page="catalogues",
    ),
    action(
        "settings.remove",
        "Shift+Delete",
        label="catalogues.remove",
        icon="close",
        private_only=True,
        page="catalogues",
    ),
)
