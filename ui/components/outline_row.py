"""A problem in the list at the left: its wording, and under it what it came to so far."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont

from ui.theme.theme import theme
from ui.widgets.lettering import Lettering, lettered
from workshop_app.domain.outcome import OutcomeKind

ICON = 16
PAD = 9
SIGN_PAD = 8
SIGN_GAP = 6
_GAP = 10
_SIGN_AIR = 10


@dataclass(frozen=True)
class Sign:
    """An outcome in its colours with a word, such as its name or a verdict."""

    kind: OutcomeKind
    word: str


@dataclass(frozen=True)
class OutlineRow:
    """``signs`` stand under the wording, then ``remark`` with an icon, such as what is missing."""

    id: str
    number: str
    text: str
    signs: tuple[Sign, ...] = ()
    remark: str = ""
    icon: str = "circle-dashed"
    colour: str = "ink2"

    @property
    def spoken(self) -> str:
        """All of it in words."""
        words = (self.number, self.text, *(sign.word for sign in self.signs), self.remark)
        return " ".join(word for word in words if word)


@dataclass(frozen=True)
class PlacedSign:
    """A sign ``x`` px from the wording's left, in one line of the row."""

    x: int
    line: int
    sign: Sign
    letters: Lettering

    @property
    def width(self) -> int:
        """Width in px of the sign around its letters."""
        return 2 * SIGN_PAD + ICON + SIGN_GAP + self.letters.width


def row_role(current: bool) -> str:
    """The letters of a row: smaller in a low window, where more problems have to find room."""
    size = "meta" if theme().metrics.tight else "body"
    return f"{size}-bold" if current else size


def number_font() -> QFont:
    """The letters of a problem's number."""
    return theme().font(row_role(current=True))


class OutlineLayout:
    """Everything in lines, at the width there is: wording, then signs, then the remark.

    In a low window only the current row says its signs in words; the others show the shapes,
    under the number.
    """

    def __init__(self, row: OutlineRow, width: int, number_width: int, current: bool) -> None:
        self.row = row
        self.number_right = PAD + max(number_width, ICON)
        self.left = self.number_right + _GAP
        self.shapes = theme().metrics.tight and not current
        room = max(1, width - self.left - PAD)
        role = row_role(current)
        self.text = lettered(row.text, theme().font(role), theme().line_height(role), room)
        self.meta = theme().line_height("meta")
        letters_room = max(1, room - ICON - SIGN_GAP)
        self.remark = lettered(row.remark, theme().font("meta"), self.meta, letters_room)
        self._heights = [self.text.line_height] * max(
            len(self.text.lines), 1 + len(row.signs) if self.shapes else 1
        )
        self.signs = [] if self.shapes else self._placed(room)
        self.remark_line = len(self._heights)
        self._heights += [self.meta] * (len(self.remark.lines) if row.remark else 0)

    @property
    def lines(self) -> int:
        """Number of lines of any kind."""
        return len(self._heights)

    def height(self, first: int, last: int) -> int:
        """Height in px of the lines ``first`` to before ``last``, with the air around a row."""
        return sum(self._heights[first:last]) + 2 * PAD

    def top_of(self, line: int) -> int:
        """How far below the first line a line begins, in px."""
        return sum(self._heights[:line])

    def _placed(self, room: int) -> list[PlacedSign]:
        signs: list[PlacedSign] = []
        x = room
        inner = max(1, room - 2 * SIGN_PAD - ICON - SIGN_GAP)
        bold = theme().sized_font(theme().metrics.meta, True)
        for sign in self.row.signs:
            letters = lettered(sign.word, bold, self.meta, inner)
            width = PlacedSign(0, 0, sign, letters).width
            if x + width > room:
                x = 0
                self._heights.append(len(letters.lines) * self.meta + _SIGN_AIR)
            signs.append(PlacedSign(x, len(self._heights) - 1, sign, letters))
            x += width + SIGN_GAP
        return signs
