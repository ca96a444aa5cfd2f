"""What can be done with how papers look."""

from __future__ import annotations

from ui.actions.action_def import action, numbered

ACTIONS = (
    action("paper_look.logo", "Alt+L", private_only=True),
    action("paper_look.no_logo", "Alt+X", private_only=True),
    numbered("paper_look.part", "Alt+{n}", last=9),
)
