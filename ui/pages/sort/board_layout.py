"""The geometry of the board at a given width: columns, lines, names of themes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ui.pages.sort.groups import BoardRow
from ui.theme.theme import theme
from ui.widgets.digits import digits_width
from ui.widgets.text_layout import TextLayout, lettered, text_width

GAP = 8  # px between two sheets
NARROW_GAP = 4  # px, if all themes then fit on one page
_PITCH = 1.31  # em; 6 % of the window's height in projected mode
_NAME = 7.54  # em
_NAME_SHARES = (0.26, 0.36)  # of the width: by default, and if names have many words
_NAME_STEPS = 5
_NAME_LINES = 2
_MOST_NAME_LINES = 6
_LATIN_WORD = re.compile(r"[A-Za-z0-9'’-]+")
NUMBER_LEFT = 14  # px, the number of a theme
_NAME_LEFT = 1.17  # em
_NAME_RIGHT = 10  # px
_GUTTER = 0.46  # em
_AFTER_NUMBER = 0.51  # em
_SIDE = 12  # px
_MARK = 18
_MARK_GAP = 8
_NARROWEST_NAME = 168
_LOWEST_ROW = 36


@dataclass(frozen=True)
class BoardColumns:
    """The positions of the columns, in px from the left; ``line`` is the height of a text line."""

    width: int
    size: int
    line: int
    padding: int
    name_left: int
    name_width: int
    number_right: int
    text_left: int

    @classmethod
    def of(cls, width: int, names: Iterable[str], numbers: Iterable[str]) -> BoardColumns:
        """Return the columns for these names of themes and numbers of problems."""
        size = theme().text_size("room")
        line = round(size * _PITCH)
        padding = 0
        if theme().metrics.private:
            line = theme().line_height("room")
            padding = max(0, (max(_LOWEST_ROW, round(line * 1.5)) - line + 1) // 2)
        bold = theme().sized_font(size, True)
        number = max((digits_width(one, bold) for one in ("00", *numbers)), default=0)
        name = _name_width(width, size, line, tuple(names))
        number_right = name + round(size * _GUTTER) + number
        return cls(
            width=width,
            size=size,
            line=line,
            padding=padding,
            name_left=_name_left(size),
            name_width=name,
            number_right=number_right,
            text_left=number_right + round(size * _AFTER_NUMBER),
        )

    def name(self, words: str) -> TextLayout:
        """Lay out the name of a theme."""
        return _lettered_name(words, self.size, self.line, self.name_width)

    def text(self, row: BoardRow) -> TextLayout:
        """Lay out the wording of a row."""
        beside = marks_width(row) + merged_width(row)
        room = max(1, self.width - _SIDE - self.text_left - beside)
        font = theme().sized_font(self.size, False)
        return lettered(row.text, font, self.line, room)


class BoardRowLayout:
    """A row of the board, split into lines."""

    def __init__(self, row: BoardRow, columns: BoardColumns) -> None:
        self.text = columns.text(row)
        self.lines = max(1, len(self.text.lines))
        """Number of lines, at least one."""
        self._columns = columns

    def height(self, first: int, last: int) -> int:
        """Return the height in px of the lines ``first`` up to ``last`` (exclusive)."""
        return (last - first) * self._columns.line + 2 * self._columns.padding


def _name_left(size: int) -> int:
    number = digits_width("0", theme().font("list"))
    return max(round(size * _NAME_LEFT), NUMBER_LEFT + number + NUMBER_LEFT // 2)


def marks_width(row: BoardRow) -> int:
    """Return the width in px of the icons at the right of a row."""
    return len(row.marks) * (_MARK + _MARK_GAP)


def merged_width(row: BoardRow) -> int:
    """Return the width in px of the number of merged problems, left of the icons."""
    words = row.merged_words
    return text_width(words, theme().font("body")) + 2 * _MARK_GAP if words else 0


def merged_left(width: int, row: BoardRow) -> int:
    """Return the left edge in px of the number of merged problems."""
    return width - _SIDE - marks_width(row) - merged_width(row) + 2 * _MARK_GAP


def mark_left(width: int, index: int, count: int) -> int:
    """Return the left edge in px of one of ``count`` icons at the right of a row."""
    return width - _SIDE - (count - index) * (_MARK + _MARK_GAP) + _MARK_GAP


def _name_width(width: int, size: int, line: int, names: tuple[str, ...]) -> int:
    """Return the minimum width in which no name takes more than two lines, if there is one.

    Words of Latin letters are not broken if that does not need more than the greatest width.
    Otherwise return the usual width, unless a name could then be higher than a page.
    """
    usual = max(round(size * _NAME), min(_NARROWEST_NAME, width // 3))
    least, most = (round(width * share) for share in _NAME_SHARES)
    narrow = min(usual, max(least, size * 4))
    if len(names) == 1:  # no problem has a theme yet: use the width for the wordings
        whole = text_width(names[0], theme().sized_font(size, True))
        narrow = min(narrow, _name_left(size) + whole + 2 * _NAME_RIGHT)
    words = (word for name in names for word in _LATIN_WORD.findall(name))
    bold = theme().sized_font(size, True)
    widest = max((text_width(word, bold) for word in words), default=0)
    narrow = max(narrow, min(most, _name_left(size) + widest + _NAME_RIGHT + 1))
    for step in range(_NAME_STEPS):
        tried = max(narrow, narrow + (most - narrow) * step // (_NAME_STEPS - 1))
        lettered_names = (_lettered_name(name, size, line, tried) for name in names)
        if all(len(one.lines) <= _NAME_LINES for one in lettered_names):
            return tried
    highest = max(len(_lettered_name(name, size, line, narrow).lines) for name in names)
    return most if highest > _MOST_NAME_LINES else narrow


def _lettered_name(words: str, size: int, line: int, width: int) -> TextLayout:
    room = max(size, width - _name_left(size) - _NAME_RIGHT)
    return lettered(words, theme().sized_font(size, True), line, room)
