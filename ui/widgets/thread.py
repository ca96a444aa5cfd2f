"""First wording, concrete wording and outcome of a problem, connected by a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.boxes import NO_MARGINS, column
from ui.widgets.discard import discard
from ui.widgets.icon_label import IconLabel
from ui.widgets.painted import Painted
from ui.widgets.text import Text

_ICON = 20


@dataclass(frozen=True)
class ThreadPart:
    """One part of a thread: an icon, a label, and a text or ``widget``, such as badges."""

    icon: str
    label: str
    text: str = ""
    colour: str = "accent"
    widget: QWidget | None = None


class Thread(Painted):
    """Shows its parts one below the other, in the given order."""

    def __init__(self, role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._icons: list[IconLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(14)
        self._grid.setColumnStretch(1, 1)

    def set_parts(self, parts: Sequence[ThreadPart]) -> None:
        """Show other parts; the widgets of the former ones are deleted."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                discard(widget)
        self._icons = []
        for row, part in enumerate(parts):
            icon = IconLabel(part.icon, part.colour, _ICON)
            self._icons.append(icon)
            self._grid.addWidget(icon, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self._station(part), row, 1)
        self.update()

    def show_part(self, number: int, shown: bool) -> None:
        """Show or hide the part with a number, from 0."""
        for side in (0, 1):
            item = self._grid.itemAtPosition(number, side)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setVisible(shown)
        self.update()

    def _station(self, part: ThreadPart) -> QWidget:
        station = QWidget()
        column(
            station,
            Text("meta", part.label),
            Text(self._role, part.text) if part.text else None,
            part.widget,
            gap=2,
            around=NO_MARGINS,
        )
        return station

    def paint(self, painter: QPainter) -> None:
        icons = [icon for icon in self._icons if not icon.isHidden()]
        for upper, lower in pairwise(icons):
            top = upper.mapTo(self, QPoint(0, upper.height())).y() + 4
            bottom = lower.mapTo(self, QPoint(0, 0)).y() - 4
            x = upper.x() + upper.width() / 2 - 0.75
            painter.fillRect(QRectF(x, top, 1.5, bottom - top), theme().colour("line"))
