"""The verdict on a problem and why, in a box beside the criteria or on a line below them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.pages.appraise.rows import VERDICT
from ui.rows.background import RowState
from ui.rows.pager import Slot
from ui.rows.row import Row
from ui.rows.style import Style, paper, prose
from ui.rows.view import RowsView
from ui.theme.theme import theme
from ui.widgets.boxes import ALL_ROOM, column
from ui.widgets.painted import Painted
from ui.widgets.painting import fill, inset, rounded
from workshop_app.i18n import tr

_RADIUS = 10
_BORDER = 2
_PAD, _TOP = 24, 12  # px inside the box
_AROUND_LINE = 8  # px above and below the text of the line together
_LINES = 2  # of small text on the line


class VerdictView(Painted):
    """A frame in the colour of the outcome, dashed while answers are missing.

    As a line it only has the upper edge of the frame.
    """

    def __init__(self) -> None:
        super().__init__()
        self.rows = _VerdictRows(tr("appraise.verdict.label"))
        self._colour = "edge"
        self._undecided = True
        self._boxed = True
        self._column = column(self, self.rows, gap=0)
        self.setSizePolicy(*ALL_ROOM)
        self.set_boxed(True)

    def show_rows(self, rows: Sequence[Row], colour: str, *, undecided: bool) -> None:
        """Show the rows of a verdict, and the colour of its outcome."""
        self._colour, self._undecided = colour, undecided
        if tuple(rows) != self.rows.rows:
            self.rows.set_rows((), None)  # from the first page
            self.rows.set_rows(rows, None)
        word = next((row.text for row in rows if row.id == VERDICT), "")
        self.setAccessibleName(word)
        self.update()

    def set_boxed(self, boxed: bool) -> None:
        """Show it as a box, or as a line of the page."""
        self._boxed = boxed
        around = (_PAD, _TOP, _PAD // 2, _TOP) if boxed else (0, _BORDER, 0, 0)
        self._column.setContentsMargins(*around)
        self.rows.set_boxed(boxed)
        self.update()

    def line_height(self) -> int:
        """Return the height in px of the line: that of any usual verdict, or more if needed."""
        least = max(theme().line_height("room"), _LINES * theme().line_height("body"))
        return max(least + _AROUND_LINE, self.rows.needed_height()) + _BORDER

    def turn(self) -> None:
        """Show what did not fit, after the end the beginning again."""
        if not self.rows.turn(1):
            self.rows.turn_to_start()

    def paint(self, painter: QPainter) -> None:
        colour = theme().colour("edge" if self._undecided else self._colour)
        if self._boxed:
            box = inset(self, 1)
            rounded(painter, box, _RADIUS, "surface", colour, _BORDER, dashed=self._undecided)
            return
        pen = QPen(colour, _BORDER)
        pen.setStyle(Qt.PenStyle.DashLine if self._undecided else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(0, 1), QPointF(self.width(), 1))


class _VerdictRows(RowsView):
    """The rows, a text to read; below the verdict's name in a box is a line."""

    COUNTED = False

    def __init__(self, name: str) -> None:
        self._boxed = True
        super().__init__("room", self._measures)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_boxed(self, boxed: bool) -> None:
        if boxed != self._boxed:
            self._boxed = boxed
            self._layouts.clear()
            self.measure_all()
            self._invalidate_page(fill_up=False)

    def takes_clicks(self, row: Row) -> bool:
        return False

    def paint_slot(self, painter: QPainter, slot: Slot, state: RowState) -> None:
        super().paint_slot(painter, slot, state)
        if self._boxed and self.rows[slot.row].id == VERDICT and slot.ends:
            bottom = slot.top + slot.height - 1
            width = self.width() - _PAD // 2
            fill(painter, QRectF(0, bottom, width, 1), "line")

    def _measures(self, role: str, width: int) -> Style:
        if self._boxed:
            return prose(role, width)._replace(pad=2, gap=10)
        return paper(role, width)._replace(pad=_AROUND_LINE // 2, least=0, selects=False)
