"""How far the workshop is ahead of or behind its agenda."""

from __future__ import annotations

from ui.widgets.action_button import ActionButton
from workshop_app.i18n import tr


class ScheduleIndicator(ActionButton):
    """On the warning colour if late, and on a blue one if early."""

    def __init__(self) -> None:
        super().__init__("", "clock", kind="status", size="small")

    def show_pace(self, minutes: int) -> None:
        """Show the minutes the agenda is behind; negative if ahead."""
        pace = "late" if minutes > 0 else "early" if minutes else "on_plan"
        self.set_kind({"late": "warning", "early": "early"}.get(pace, "status"))
        self.setText(tr(f"frame.timer.{pace}", n=abs(minutes)))
