"""First and concrete wording of a problem, connected by a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.widgets.boxes import column
from ui.widgets.icon_label import IconLabel
from ui.widgets.painted import Painted
from ui.widgets.painting import fill
from ui.widgets.text import Text

_ICON = 20


@dataclass(frozen=True)
class ThreadPart:
    """One part of a thread: a label with an icon, and a widget below it."""

    icon: str
    label: str
    widget: QWidget


class Thread(Painted):
    """Shows its parts one below the other, in the given order."""

    def __init__(self, parts: Sequence[ThreadPart]) -> None:
        super().__init__()
        self._icons = [IconLabel(part.icon, "accent", _ICON) for part in parts]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(14)
        self._grid.setColumnStretch(1, 1)
        self._stations = [QWidget() for _ in parts]
        for row, part in enumerate(parts):
            label, station = Text("meta", part.label), self._stations[row]
            column(station, label, part.widget, gap=2)
            self._grid.addWidget(self._icons[row], row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(station, row, 1)

    def show_part(self, number: int, shown: bool) -> None:
        """Show or hide the part with a number, from 0."""
        for widget in (self._icons[number], self._stations[number]):
            widget.setVisible(shown)
        self.update()

    def paint(self, painter: QPainter) -> None:
        icons = [icon for icon in self._icons if not icon.isHidden()]
        for upper, lower in pairwise(icons):
            top = upper.mapTo(self, QPoint(0, upper.height())).y() + 4
            bottom = lower.mapTo(self, QPoint(0, 0)).y() - 4
            x = upper.x() + upper.width() / 2 - 0.75
            fill(painter, QRectF(x, top, 1.5, bottom - top), "line")
