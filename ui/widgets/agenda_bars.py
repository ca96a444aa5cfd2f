"""The agenda as one row of bars, as wide as their minutes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.lettering import text_width
from ui.widgets.painting import rounded
from workshop_app.i18n import tr

_GAP = 6


class AgendaBars(QWidget):
    """Shows name and minutes of each part; the longest part is filled with the accent."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[tuple[str, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_items(self, items: Sequence[tuple[str, int]]) -> None:
        """Show these names and minutes."""
        self._items = list(items)
        words = (f"{name} {tr('steps.state.minutes', n=minutes)}" for name, minutes in items)
        self.setAccessibleName(tr("prepare.agenda_spoken", parts=", ".join(words)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, self._bar_height() + theme().line_height("body") + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._items:
            return
        widths = self._widths()
        longest = max(minutes for _, minutes in self._items)
        x = 0.0
        for (name, minutes), width in zip(self._items, widths, strict=True):
            box = QRectF(x, 0, width, self._bar_height())
            strong = minutes == longest
            rounded(painter, box, 6, theme().colour("accent" if strong else "accent_soft"))
            self._write(painter, box, str(minutes), "room-bold", "on_accent" if strong else "ink")
            below = QRectF(x, box.bottom() + 4, width, theme().line_height("body"))
            self._write(painter, below, name, "body", "ink2")
            x += width + _GAP

    def _write(self, painter: QPainter, box: QRectF, text: str, role: str, colour: str) -> None:
        painter.setFont(theme().font(role))
        painter.setPen(theme().colour(colour))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _bar_height(self) -> int:
        return theme().line_height("room-bold") + 4

    def _widths(self) -> list[float]:
        """Widths in proportion to the minutes, but none narrower than its words."""
        body, room = theme().font("body"), theme().font("room-bold")
        least = [
            max(text_width(name, body), text_width(str(minutes), room)) + 8.0
            for name, minutes in self._items
        ]
        free = self.width() - _GAP * (len(self._items) - 1) - sum(least)
        total = sum(minutes for _, minutes in self._items)
        return [
            width + max(0.0, free) * minutes / total
            for width, (_, minutes) in zip(least, self._items, strict=True)
        ]
