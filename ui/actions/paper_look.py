"""Actions on the appearance of papers."""

from __future__ import annotations

from ui.actions.action_def import action
from ui.actions.meanings import Meaning

ACTIONS = (
    action(
        "paper_look.logo",
        "Ctrl+Shift+O",
        label="paper_look.choose_logo",
        icon="folder",
        private_only=True,
    ),
    action(
        "paper_look.no_logo",
        Meaning.TAKE_BACK,
        label="paper_look.drop_logo",
        icon="close",
        private_only=True,
    ),
)
