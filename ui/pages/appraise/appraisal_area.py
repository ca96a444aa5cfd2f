"""The work area of Appraise: criteria, verdict, and reason."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.pages.appraise.criteria_view import CriteriaView
from ui.pages.appraise.ground_line import GroundLine
from ui.pages.appraise.verdict_view import VerdictView
from ui.theme.theme import theme
from ui.widgets.boxes import NO_MARGINS, column
from ui.widgets.deferred_layout import Refitted

_BOX_SHARE = 0.2287  # of the page's width
_BESIDE_BOX = 16  # px between the answers and the verdict
_ABOVE_BOX = 10
_UNLIMITED = 16_777_215  # px; Qt's QWIDGETSIZE_MAX


class AppraisalArea(Refitted, QWidget):
    """The criteria with the verdict in a box beside them, or on a line below them.

    The reason is below all.
    """

    def __init__(self) -> None:
        super().__init__()
        self.criteria = CriteriaView()
        self.verdict = VerdictView()
        self.ground = GroundLine()
        self._beside_panel = False
        self._side = QWidget()
        self._side_layout = column(self._side, (self.verdict, 1))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.addWidget(self.criteria, 0, 0)
        self._grid.addWidget(self._side, 0, 1)
        self._grid.addWidget(self.ground, 2, 0, 1, 2)
        self._grid.setRowStretch(0, 1)
        self._grid.setColumnStretch(0, 1)
        self.setFocusProxy(self.criteria)
        theme().changed.connect(self.fit_parts)

    @property
    def in_line(self) -> bool:
        """Whether the verdict is on a line below the criteria."""
        return theme().metrics.narrow or self._beside_panel

    def set_beside_panel(self, beside: bool) -> None:
        """Leave space for a side panel."""
        self._beside_panel = beside
        self.fit_parts()

    def fit_parts(self) -> None:
        """Place the verdict, and share the height among rows that stay while one answers."""
        metrics = theme().metrics
        line = self.in_line
        self.verdict.set_boxed(not line)
        self._grid.removeWidget(self._side)
        self._grid.addWidget(self._side, *((1, 0, 1, 2) if line else (0, 1, 1, 1)))
        room = self.height()
        if line:
            self._side_layout.setContentsMargins(*NO_MARGINS)
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(_UNLIMITED)
            below = self.verdict.line_height()
            self._side.setFixedHeight(below)
            room -= below
        else:
            self._side_layout.setContentsMargins(0, _ABOVE_BOX, metrics.margin, _ABOVE_BOX)
            self._side.setFixedWidth(round(self.width() * _BOX_SHARE) + metrics.margin)
            self._side.setMinimumHeight(0)
            self._side.setMaximumHeight(_UNLIMITED)
        # two lines, as most reasons need, so that nothing moves for another reason or its field
        lines = 2 if room - self.ground.rest_height(2) >= self.criteria.least_height else 1
        room -= self.ground.rest_height(lines)
        self.criteria.fit_rows(room, None if line else _BESIDE_BOX)
        self.ground.fit_lines(lines)
