"""A text to read, paragraph by paragraph and page by page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from ui.rows.paged_view import PagedView
from ui.rows.pager import Slot
from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.digits import draw_digits
from ui.widgets.lettering import Lettering, draw_line, text_width

_AIR = 4  # px above and below a paragraph


@dataclass(frozen=True)
class Paragraph:
    """A text below a small ``heading``, with a ``number`` or an ``icon`` before it.

    ``monospaced`` is for what is to be typed.
    """

    id: str
    text: str
    heading: str = ""
    number: str = ""
    icon: str = ""
    monospaced: bool = False


class ParagraphLayout:
    """A paragraph broken into lines of at most ``width`` px."""

    def __init__(self, paragraph: Paragraph, width: int, role: str) -> None:
        self.paragraph = paragraph
        self.size = theme().text_size(role)
        self.line_height = theme().line_height(role)
        marked = paragraph.number or paragraph.icon
        self.left = round(self.size * 1.3) if marked else 0
        self.heading_height = theme().line_height("meta") + 6 if paragraph.heading else 0
        font = theme().font(role)
        if paragraph.monospaced:
            font = theme().monospaced_font(self.size)
        self.letters = Lettering(paragraph.text, font, self.line_height, width - self.left)

    @property
    def lines(self) -> int:
        """Number of lines of text."""
        return len(self.letters.lines)

    def height(self, first: int, last: int) -> int:
        """Return the height in px of the lines ``first`` up to ``last`` (exclusive)."""
        above = 0 if first else self.heading_height
        return above + (last - first) * self.line_height + 2 * _AIR


class ParagraphView(PagedView[Paragraph, ParagraphLayout]):
    """A read-only list without a usable selection; its owner turns the pages."""

    def __init__(self) -> None:
        super().__init__("room")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_paragraphs(self, paragraphs: list[Paragraph], name: str) -> None:
        """Show another text from its first page; ``name`` is the accessible name."""
        self.set_rows([], None)
        self.set_rows(paragraphs, paragraphs[0].id if paragraphs else None)
        self.setAccessibleName(name)

    def row_name(self, row: Paragraph) -> str:
        return " ".join(part for part in (row.heading, row.number, row.text) if part)

    def lay_out(self, row: Paragraph, current: bool) -> ParagraphLayout:
        return ParagraphLayout(row, self.width(), self._role)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for slot in self.slots:
            self._paint_paragraph(painter, slot, self._layout(slot.row))

    def _paint_paragraph(self, painter: QPainter, slot: Slot, layout: ParagraphLayout) -> None:
        paragraph = layout.paragraph
        y = slot.top + _AIR
        if slot.begins and paragraph.heading:
            font = theme().font("meta")
            height = theme().line_height("meta")
            draw_line(painter, paragraph.heading, font, theme().colour("ink2"), 0, y, height)
            y += layout.heading_height
        if slot.begins and paragraph.number:
            font = theme().sized_font(layout.size, True)
            colour = theme().colour("solution")
            right = text_width(paragraph.number, font)
            draw_digits(painter, paragraph.number, font, colour, right, y, layout.line_height)
        if slot.begins and paragraph.icon:
            side = round(layout.size * 0.7)
            top = round(y + (layout.line_height - side) / 2)
            paint_icon(painter, paragraph.icon, "accent", QRectF(0, top, side, side))
        ink = theme().colour("ink")
        layout.letters.draw(painter, layout.left, y, ink, slot.first, slot.last)
