"""A scrolling column of text blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.components.whole_scroll import Extent, WholeScroll, lines_of
from ui.theme.theme import theme
from ui.widgets.badge import Badge
from ui.widgets.boxes import column
from ui.widgets.flow import Flow
from ui.widgets.icon_label import IconLabel
from ui.widgets.line import Line
from ui.widgets.text import Text
from ui.widgets.text_layout import text_width
from workshop_app.domain.outcome import OutcomeKind

_BAR = 4
_WIDEST_LEAD = 8  # letters
_WIDEST_ASIDE = 15


@dataclass(frozen=True)
class Piece:
    """A paragraph, with a ``number``, an ``icon`` or a coloured ``bar`` at its left.

    ``badges`` (outcome, word) are shown instead of the text. ``line`` draws a line above. ``lead``
    is a separate column before the text; ``aside`` is one at the right edge, where a ``figure`` is
    shown large.
    """

    text: str = ""
    role: str = "body"
    number: str = ""
    icon: str = ""
    icon_colour: str = "ink2"
    bar: str = ""
    badges: tuple[tuple[OutcomeKind, str], ...] = ()
    line: bool = False
    lead: str = ""
    aside: str = ""
    figure: str = ""


class PieceView(WholeScroll):
    """Shows pieces; its widgets are rebuilt only if the pieces differ.

    It scrolls by whole pieces, or by lines within one that is higher than the view.
    ``below_changed(n)``: so many pieces are below the view, or end there.
    """

    below_changed = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._pieces: tuple[Piece, ...] | None = None
        self._rows: list[_PieceRow] = []
        theme().changed.connect(self._measure_again)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What is shown."""
        return self._pieces or ()

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show other pieces from the top."""
        if tuple(pieces) == self._pieces:
            return
        self._pieces = tuple(pieces)
        self._rows = []
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(6)
        leads = _column_width([piece.lead for piece in pieces], "body-bold", _WIDEST_LEAD)
        asides = _column_width([piece.aside for piece in pieces], "meta", _WIDEST_ASIDE)
        for piece in pieces:
            if piece.line:
                column.addSpacing(6)
                column.addWidget(Line())
                column.addSpacing(2)
            if piece.text or piece.badges:
                row = _PieceRow(piece, leads, asides)
                column.addWidget(row)
                self._rows.append(row)
        column.addStretch(1)
        self.show_sheet(sheet)

    def extents(self, high: int) -> list[Extent]:
        return [
            extent
            for row in self._rows
            for extent in (
                [(row.y(), row.y() + row.height())] if row.height() <= high else row.lines()
            )
        ]

    def _show_from(self, top: int, high: int, bottoms: list[int]) -> None:
        super()._show_from(top, high, bottoms)
        end = top + self.viewport().height()
        self.below_changed.emit(sum(row.y() + row.height() > end for row in self._rows))

    def _measure_again(self) -> None:
        """Rebuild columns, whose width depends on the text size of the window."""
        pieces = self._pieces or ()
        if any(piece.lead or piece.aside for piece in pieces):
            self._pieces = None
            self.show_pieces(pieces)


class _PieceRow(QWidget):
    def __init__(self, piece: Piece, lead_width: int, aside_width: int) -> None:
        super().__init__()
        self._bar = piece.bar
        self._text: Text | None = None
        if piece.badges:
            flow = Flow(6)
            self.setLayout(flow)
            for kind, word in piece.badges:
                flow.addWidget(Badge(kind, word))
            return
        row = QHBoxLayout(self)
        row.setContentsMargins(_BAR + 10 if piece.bar else 0, 0, 0, 0)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        if piece.number:
            number = Text("accent-bold", piece.number, wrap=False)
            row.addWidget(number, 0, top)
        if piece.icon:
            icon = IconLabel(piece.icon, piece.icon_colour, 18)
            row.addLayout(_beside_first_line(icon, 18, piece.role))
        if piece.lead:
            lead = Text("body-bold", piece.lead)
            lead.setFixedWidth(lead_width)
            row.addWidget(lead, 0, top)
        self._text = Text(piece.role, piece.text)
        row.addWidget(self._text, 1, top)
        if piece.figure:
            row.addWidget(Text("section", piece.figure, wrap=False), 0, top)
        if piece.aside:
            aside = Text("meta", piece.aside)
            aside.setFixedWidth(aside_width)
            row.addLayout(_beside_first_line(aside, theme().line_height("meta"), piece.role))

    def lines(self) -> list[Extent]:
        """Return top and bottom of each line in px, relative to the parent."""
        sheet = self.parentWidget()
        if self._text is None or sheet is None:
            return [(self.y(), self.y() + self.height())]
        return list(lines_of(self._text, sheet))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._bar:
            bar = QRectF(0, 0, _BAR, self.height())
            QPainter(self).fillRect(bar, theme().colour(self._bar))


def _beside_first_line(part: QWidget, height: int, role: str) -> QVBoxLayout:
    """Return a layout in which the first ``height`` px of a part are centred on a line of text."""
    return column(
        None,
        (part, 0, Qt.AlignmentFlag.AlignTop),
        around=(0, max(0, (theme().line_height(role) - height) // 2), 0, 0),
    )


def _column_width(words: Sequence[str], role: str, letters: int) -> int:
    """Return the width in px of the longest text, at most that of ``letters`` characters."""
    font = theme().font(role)
    widest = max((text_width(text, font) for text in words if text), default=0)
    return min(widest, letters * theme().text_size(role))
