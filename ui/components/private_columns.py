"""The two columns of private mode: the problems at the left, details of one at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.components.outline_row import OutlineRow
from ui.components.problem_outline import ProblemOutline
from ui.components.side_layout import roomy
from ui.components.side_panel import SidePanel
from ui.widgets.key_action import KeyAction
from workshop_app.i18n import tr


class PrivateColumns:
    """``outline`` and ``panel`` next to a page's work area, if the window is wide enough.

    ``heading`` and ``note`` are arguments of the ``SidePanel``, ``switch`` one of the
    ``ProblemOutline``.
    """

    def __init__(
        self, heading: str, note: QWidget | None = None, switch: KeyAction | None = None
    ) -> None:
        self.outline = ProblemOutline(switch)
        self.panel = SidePanel(heading, note)

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
        with_switch: bool = False,
    ) -> None:
        """List problems, ``done`` of them finished, and mark the one whose id is ``current``.

        ``with_switch`` shows the button that lists other problems.
        """
        count = tr("desk.outline.done", n=done, total=len(rows))
        self.outline.show_rows(heading, count, rows, current, with_switch=with_switch)

    def step(self, by: int) -> bool:
        """Move by ``by`` problems in the outline; return False if it is hidden."""
        if not self.outline.isVisible():
            return False
        self.outline.view.step(by)
        return True

    def fit(self, shown: bool, *, narrow_panel: bool = False) -> bool:
        """Show the columns that fit; return whether both do.

        ``narrow_panel``: if they do not, the panel is shown without the outline, with its note
        only.
        """
        wide = shown and roomy()
        self.outline.setVisible(wide)
        self.panel.setVisible(wide or (shown and narrow_panel))
        return wide
