"""The layout of one row of a list at a given width, shared by measuring and painting."""

from __future__ import annotations

import math

from PySide6.QtGui import QFont

from ui.theme.theme import theme
from ui.widgets.badge import badge_size, outcome_word
from ui.widgets.continuation import continuation_height
from ui.widgets.fit_bars import fit_width
from ui.widgets.lettering import Lettering, lettered, text_width
from ui.widgets.painting import key_size
from ui.widgets.rows import Mark, Row, RowAction

MARK_GAP = 14
ICON_GAP = 6
_LEAST_PAD = 14  # px before and after the content of a row
_NARROWEST = 8  # letters next to the marks; with less space the marks are below the text
_NARROW = 20  # letters; with less space they are below it if that makes the row lower
_ASIDE_SHARE = 0.22  # of the width, at most
_ASIDE_LINES_SHARE = 0.32  # of the width, at most, if it is wrapped


class RowLayout:
    """The positions in px of the parts of ``row`` in a list of ``width`` px, text in ``role``."""

    def __init__(self, row: Row, width: int, number_width: int, role: str, current: bool) -> None:
        self.row = row
        size = theme().text_size(role)
        self.size = size
        self.line_height = theme().line_height(role)
        self.pad_x = max(_LEAST_PAD, round(size * 0.6))
        self.tick_left = self.pad_x + row.indent * size
        self.number_left = self.tick_left + (
            max(32, round(size * 1.45)) if row.tick is not None or row.icon else 0
        )
        if (row.tick is not None or row.icon) and not row.number:
            number_width = 0
        self.number_width = number_width
        self.text_left = self.number_left + (
            number_width + round(size * 0.6) if number_width else 0
        )
        self.mark_widths = tuple(_mark_width(mark) for mark in row.marks)
        self.marks_width = _marks_width(row, self.mark_widths)
        right = width - self.pad_x
        beside = right - self.text_left - (self.marks_width + MARK_GAP if self.marks_width else 0)
        self.marks_fit = self.marks_width <= right - self.text_left
        """Whether the marks have room in one line, beside the text or below it."""
        on_a_line = text_width(row.text, self.text_font(role)) <= beside
        whole = right - self.text_left
        self.marks_below = (
            bool(self.marks_width)
            and not on_a_line
            and (beside < _NARROWEST * size or self._is_lower_with_marks_below(role, beside, whole))
        )
        text_room = whole if self.marks_below else beside
        free = beside - text_width(row.text, self.text_font(role)) - MARK_GAP
        self.aside = self._lay_aside(role, width, 0 if self.marks_below else free)
        aside_room = self.aside.width + MARK_GAP if self.aside else 0
        text_room -= aside_room
        self.aside_left = self.text_left + text_room + MARK_GAP
        self.text = lettered(row.text, self.text_font(role), self.line_height, text_room)
        self.detail_left = self.text_left + size
        detail_room = right - self.detail_left
        self.detail = (
            lettered(row.detail, theme().font(role), self.line_height, detail_room)
            if current and row.detail
            else None
        )
        self._row_height = (
            theme().metrics.row
            if role.startswith("room")
            else max(48, math.ceil(self.line_height * 1.6))
        )
        self.below = _height_below() if self.marks_below else 0
        """Height in px of the line of marks below the text; 0 if they are beside it."""
        self.padding = (self._row_height - self.line_height) // 2
        """Space in px above the first and below the last line."""
        beside_lines = len(self.aside.lines) if self.aside else 0
        self.own_lines = max(len(self.text.lines), beside_lines)
        """Number of lines of the text, or of what is beside it where that has more."""
        self.lines = self.own_lines + (len(self.detail.lines) if self.detail else 0)
        """Number of lines: those of the text, then those of the detail."""

    def text_font(self, role: str) -> QFont:
        """Return the font of the row's text."""
        return theme().sized_font(theme().text_size(role), self.row.chosen)

    def _is_lower_with_marks_below(self, role: str, beside: int, whole: int) -> bool:
        """Return whether the row is lower with its marks below the text than next to it."""
        if beside >= _NARROW * self.size:
            return False
        font = self.text_font(role)
        narrow, wide = (
            len(lettered(self.row.text, font, self.line_height, room).lines)
            for room in (beside, whole)
        )
        return (narrow - wide) * self.line_height > _height_below()

    def _lay_aside(self, role: str, width: int, free: int) -> Lettering | None:
        """Lay out the text at the right, in a column as narrow as possible.

        ``free`` is the width in px that the row's text leaves when it is on one line.
        """
        if not self.row.aside:
            return None
        font = theme().sized_font(theme().text_size(role), False)
        lines = self.row.aside.split("\n")
        share = _ASIDE_SHARE if len(lines) == 1 else _ASIDE_LINES_SHARE
        widest = max(text_width(line, font) for line in lines)
        room = min(widest + 1, max(round(width * share), free))
        return lettered(self.row.aside, font, self.line_height, room)

    def height(self, first: int, last: int) -> int:
        """Return the height in px of the lines ``first`` up to ``last`` (exclusive)."""
        whole = 2 * self.padding + (last - first) * self.line_height
        if first > 0:
            whole += continuation_height()
        if last < self.lines:
            return whole + continuation_height()
        return max(self._row_height, whole) + self.below


def _height_below() -> int:
    """Return the height in px of the marks below a text."""
    return theme().metrics.target + 4


def _mark_width(mark: Mark) -> int:
    """Return the width in px of a mark."""
    font = theme().sized_font(theme().metrics.meta, mark.bold)
    if mark.outcome is not None:
        return badge_size(mark.text or outcome_word(mark.outcome), badge_font())[0]
    if mark.fit:
        return fit_width(mark.words)
    words = mark.text or mark.words
    icon = 18 + (ICON_GAP if words else 0) if mark.icon else 0
    return icon + (text_width(words, font) if words else 0)


def badge_font() -> QFont:
    """Return the font inside a badge."""
    return theme().sized_font(theme().metrics.meta, True)


def action_width(action: RowAction) -> int:
    """Return the width in px of a row's button."""
    width = 24 + text_width(action.text, theme().font("body"))
    return width + (10 + key_size(action.key)[0] if action.key else 0)


def _marks_width(row: Row, mark_widths: tuple[int, ...]) -> int:
    parts = [*mark_widths]
    if row.action:
        parts.append(action_width(row.action))
    if row.mark_room is not None and not row.marks:
        parts.append(_mark_width(row.mark_room))
    return sum(parts) + MARK_GAP * max(0, len(parts) - 1)
