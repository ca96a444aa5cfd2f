"""The painted list of the reasons for a verdict, page by page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent

from ui.rows.paged_view import PagedView
from ui.theme.theme import theme
from ui.widgets.digits import digits_width, draw_digits
from ui.widgets.text_layout import TextLayout


@dataclass(frozen=True)
class VerdictReason:
    """A short statement, with the number of its criterion if it has one."""

    id: str
    text: str
    number: str = ""


class ReasonLayout:
    """A statement broken into lines of at most ``width`` px."""

    def __init__(self, reason: VerdictReason, width: int, role: str) -> None:
        self.line_height = theme().line_height(role)
        font = theme().sized_font(theme().text_size(role), True)
        gap = round(theme().text_size(role) * 0.4)
        self.number_right = digits_width(reason.number, font) if reason.number else 0
        self.left = self.number_right + gap if reason.number else 0
        self.letters = TextLayout(
            reason.text, theme().font(role), self.line_height, max(1, width - self.left)
        )

    @property
    def lines(self) -> int:
        """Number of lines of text."""
        return len(self.letters.lines)

    def height(self, first: int, last: int) -> int:
        """Return the height in px of the lines ``first`` up to ``last`` (exclusive)."""
        return (last - first) * self.line_height


class ReasonsView(PagedView[VerdictReason, ReasonLayout]):
    """A list without a selection; ``show_next_page`` wraps around after the last page."""

    def __init__(self, name: str) -> None:
        super().__init__("room")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_reasons(self, reasons: list[VerdictReason]) -> None:
        """Show other statements from the first page."""
        if tuple(reasons) != self.rows:
            self.set_rows([], None)
            self.set_rows(reasons, None)

    def show_next_page(self) -> None:
        """Show the next page, after the last one the first."""
        if not self.turn(1):
            self.turn_to_start()

    def row_name(self, row: VerdictReason) -> str:
        return f"{row.number} {row.text}".strip()

    def lay_out(self, row: VerdictReason, current: bool) -> ReasonLayout:
        # what a person typed is no headline for the room
        return ReasonLayout(row, self.width(), self._role if row.number else "body")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = theme().sized_font(theme().text_size(self._role), True)
        for slot in self.slots:
            layout = self._layout(slot.row)
            reason = self.rows[slot.row]
            if slot.begins and reason.number:
                accent = theme().colour("accent")
                height = layout.line_height
                right = layout.number_right
                draw_digits(painter, reason.number, font, accent, right, slot.top, height)
            ink = theme().colour("ink")
            layout.letters.draw(painter, layout.left, slot.top, ink, slot.first, slot.last)
