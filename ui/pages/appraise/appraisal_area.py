"""The work area of Appraise: criteria, verdict, reason, and in private mode the note."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from ui.pages.appraise.criteria_view import CriteriaView
from ui.pages.appraise.ground_line import GroundLine
from ui.pages.appraise.verdict_view import VerdictView
from ui.theme.theme import theme
from ui.widgets.deferred_layout import DeferredLayout

_BOX_SHARE = 0.2287  # of the page's width
_NOTE_SHARE = 0.3
_BESIDE_BOX = 16  # px between the answers and the verdict
_ABOVE_BOX = 10
_MOST_LINES = 3  # of a reason, if there is space
_UNLIMITED = 16_777_215  # px; Qt's QWIDGETSIZE_MAX


class AppraisalArea(QWidget):
    """The criteria with the verdict in a box beside them, or on a line below them.

    The reason is below all. ``note`` is with the verdict, unless it is in a side panel.
    """

    def __init__(self, note: QWidget | None) -> None:
        super().__init__()
        self.criteria = CriteriaView()
        self.verdict = VerdictView()
        self.ground = GroundLine()
        self._note = note
        self._with_columns = False
        self._fit_layout = DeferredLayout(self, self.fit)
        self._side = QWidget()
        self._side_layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._side)
        self._side_layout.addWidget(self.verdict, 1)
        if note is not None:
            self._side_layout.addWidget(note)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.addWidget(self.criteria, 0, 0)
        self._grid.addWidget(self._side, 0, 1)
        self._grid.addWidget(self.ground, 2, 0, 1, 2)
        self._grid.setRowStretch(0, 1)
        self._grid.setColumnStretch(0, 1)
        self.setFocusProxy(self.criteria)
        theme().changed.connect(self.fit)

    @property
    def in_line(self) -> bool:
        """Whether the verdict is on a line below the criteria."""
        return theme().metrics.narrow or self._with_columns

    def set_columns(self, shown: bool) -> None:
        """Make space for the columns of private mode; the panel of these then has the note."""
        if shown != self._with_columns:
            self._with_columns = shown
            if self._note is not None and not shown:
                self._side_layout.addWidget(self._note)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_layout.invalidate()

    def fit(self) -> None:
        """Place the verdict, and share the height among rows that stay while one answers."""
        metrics = theme().metrics
        line = self.in_line
        self.verdict.set_boxed(not line)
        self._grid.removeWidget(self._side)
        self._grid.addWidget(self._side, *((1, 0, 1, 2) if line else (0, 1, 1, 1)))
        directions = QBoxLayout.Direction
        level = line and not theme().stacked
        self._side_layout.setDirection(directions.LeftToRight if level else directions.TopToBottom)
        self._side_layout.setSpacing(metrics.gap)
        room = self.height() - self.ground.rest_height()
        if line:
            has_note = self._note is not None and not self._with_columns
            self._side_layout.setContentsMargins(0, 0, metrics.margin if has_note else 0, 0)
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(_UNLIMITED)
            below = self._height_below()
            self._side.setFixedHeight(below)
            room -= below
        else:
            above = _ABOVE_BOX if not metrics.private else metrics.gap
            self._side_layout.setContentsMargins(0, above, metrics.margin, above)
            self._side.setFixedWidth(round(self.width() * _BOX_SHARE) + metrics.margin)
            self._side.setMinimumHeight(0)
        if self._note is not None and not line:
            self._note.setMinimumWidth(0)
            self._note.setMaximumWidth(_UNLIMITED)
        rows = self.criteria.fit_rows(room, None if line else _BESIDE_BOX)
        if not line:
            self._side.setMaximumHeight(max(rows, 0) if self._note is None else _UNLIMITED)
        spare = max(0, room - rows) // theme().line_height("room")
        self.ground.fit_lines(min(_MOST_LINES, 1 + spare))

    def _height_below(self) -> int:
        """Return the height in px of verdict and note below the criteria."""
        height = self.verdict.line_height()
        if self._note is None or self._with_columns:
            return height
        needed = max(self._note.sizeHint().height(), self._note.minimumHeight())
        if theme().stacked:
            return height + self._side_layout.spacing() + needed
        width = round(self.width() * _NOTE_SHARE)
        self._note.setFixedWidth(width)
        return max(height, self._note.heightForWidth(width))
