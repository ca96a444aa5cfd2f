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
    """Shows name and minutes of each part; the longest part is filled with the accent.

    Below the names is what the parts really took, once any of them took time.
    """

    def __init__(self) -> None:
        super().__init__()
        self._items: list[tuple[str, int]] = []
        self._spent: list[int] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_items(self, items: Sequence[tuple[str, int]], spent: Sequence[int] = ()) -> None:
        """Show these names and minutes, and the minutes that each of them took."""
        self._items = list(items)
        self._spent = list(spent) if any(spent) else []
        words = [f"{name} {tr('steps.state.minutes', n=minutes)}" for name, minutes in items]
        if self._spent:
            words = [
                tr("time.spent.spoken", name=name, planned=minutes, n=took)
                for (name, minutes), took in zip(items, self._spent, strict=True)
            ]
        self.setAccessibleName(tr("prepare.agenda_spoken", parts=", ".join(words)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = theme().line_height("body") + (theme().line_height("meta") if self._spent else 0)
        return QSize(400, self._bar_height() + lines + 4)

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
        for place, ((name, minutes), width) in enumerate(zip(self._items, widths, strict=True)):
            box = QRectF(x, 0, width, self._bar_height())
            strong = minutes == longest
            rounded(painter, box, 6, theme().colour("accent" if strong else "accent_soft"))
            if theme().palette.high_contrast:  # there the soft ground is white
                inside = box.adjusted(1, 1, -1, -1)
                rounded(painter, inside, 6, None, theme().colour("accent"), 2)
            self._write(painter, box, str(minutes), "room-bold", "on_accent" if strong else "ink")
            below = QRectF(x, box.bottom() + 4, width, theme().line_height("body"))
            self._write(painter, below, name, "body", "ink2")
            if self._spent:
                self._write_spent(painter, below, minutes, self._spent[place])
            x += width + _GAP

    def _write_spent(self, painter: QPainter, above: QRectF, minutes: int, took: int) -> None:
        """Draw what a part took, bold where that is more than planned; nothing for 0."""
        if took:
            role = "meta-bold" if took > minutes else "meta"
            line = QRectF(above.x(), above.bottom(), above.width(), theme().line_height("meta"))
            self._write(painter, line, tr("time.spent.short", n=took), role, "ink2")

    def _write(self, painter: QPainter, box: QRectF, text: str, role: str, colour: str) -> None:
        painter.setFont(theme().font(role))
        painter.setPen(theme().colour(colour))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _bar_height(self) -> int:
        return theme().line_height("room-bold") + 4

    def _widths(self) -> list[float]:
        """Widths in proportion to the minutes, but none narrower than its words."""
        body = theme().font("body")
        room = theme().font("room-bold")
        took = [tr("time.spent.short", n=n) for n in self._spent] or [""] * len(self._items)
        meta = theme().font("meta-bold")
        least = [
            max(text_width(name, body), text_width(str(minutes), room), text_width(told, meta))
            + 8.0
            for (name, minutes), told in zip(self._items, took, strict=True)
        ]
        free = self.width() - _GAP * (len(self._items) - 1) - sum(least)
        total = max(1, sum(minutes for _, minutes in self._items))
        return [
            width + max(0.0, free) * minutes / total
            for width, (_, minutes) in zip(least, self._items, strict=True)
        ]
