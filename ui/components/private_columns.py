"""The two columns of private mode: the problems at the left, details of one at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout

from ui.components.outline_row import OutlineRow
from ui.components.problem_outline import ProblemOutline
from ui.components.side_layout import roomy
from ui.components.side_panel import SidePanel
from workshop_app.i18n import tr


class PrivateColumns:
    """``outline`` and ``panel``, headed ``heading``, if the window is wide enough for both."""

    def __init__(self, heading: str) -> None:
        self.outline = ProblemOutline()
        self.panel = SidePanel(heading)

    def add_to(self, row: QHBoxLayout) -> None:
        """Add the columns at the two ends of a page's layout."""
        row.insertWidget(0, self.outline)
        row.addWidget(self.panel)

    def show_problems(
        self,
        heading: str,
        rows: Sequence[OutlineRow],
        current: str,
        *,
        done: int,
    ) -> None:
        """List problems, ``done`` of them finished, and mark the one whose id is ``current``."""
        count = tr("desk.outline.done", n=done, total=len(rows))
        self.outline.show_rows(heading, count, rows, current)

    def step(self, by: int) -> bool:
        """Move by ``by`` problems in the outline; return False if it is hidden."""
        if not self.outline.isVisible():
            return False
        self.outline.view.step(by)
        return True

    def fit(self, shown: bool) -> bool:
        """Show the columns if they fit; return whether they do."""
        wide = shown and roomy()
        self.outline.setVisible(wide)
        self.panel.setVisible(wide)
        return wide
