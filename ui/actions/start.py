"""What can be done on the start page."""

from __future__ import annotations

from ui.actions.action_def import action

ACTIONS = (
    action("start.begin", "Enter"),
    action("start.new", "Ctrl+N"),
    action("start.sample", "Ctrl+O"),
    action("start.check", "Ctrl+T"),
    action("start.search", "/", private_only=True),
    action("start.homework", "Ctrl+I", private_only=True),
    action("start.delete", "Shift+Delete", private_only=True),
)
