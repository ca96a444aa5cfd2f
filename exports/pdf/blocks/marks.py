"""Small drawn marks: patterns of outcomes, squares for votes, numbers of problems."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from exports.pdf.blocks.block import Block, LineMark
from exports.pdf.fonts import typeface
from exports.pdf.ink import Fill, TextRun
from exports.pdf.styles import BODY

if TYPE_CHECKING:
    from exports.pdf.pen import Pen

_SQUARE = 3.4
_SQUARE_GAP = 1.3
_SQUARE_CLEAR = 2.5
"""The space right of the squares, which outcomes follow."""
_HAND = 10.5
_LEAST_HAND = 4.0
_HAND_GAP = 2.0
_CHIP = 16.0
_OWN_FRAME = 2.0
_PIECE = 7.5
_NUMBER = 17.0
_CHIP_GAP = 2.0
_CHIP_LEADING = 20.0


class Pattern(LineMark):
    """A small rectangle with the fill of an outcome; `alt` is read out instead of it."""

    WIDTH = 13.0
    HEIGHT = 10.5

    def __init__(self, fill: Fill, leading: float, alt: str = "") -> None:
        super().__init__(leading, alt)
        self._fill = fill

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        top += (self._leading - self.HEIGHT) / 2
        with pen.figure(self._alt, x, top, self.WIDTH, self.HEIGHT):
            pen.bar(x, top, self.WIDTH, self.HEIGHT, self._fill)


class Icon(LineMark):
    """One of the program's icons; `alt` is read out instead of it."""

    SIZE = 13.0

    def __init__(self, name: str, leading: float, alt: str = "") -> None:
        super().__init__(leading, alt)
        self._name = name

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        top += (self._leading - self.SIZE) / 2
        with pen.figure(self._alt, x, top, self.SIZE, self.SIZE):
            pen.icon(self._name, x, top, self.SIZE)


class VoteSquares(LineMark):
    """A square for each vote; one bar if `most` squares are wider than the column."""

    def __init__(self, count: int, most: int, leading: float) -> None:
        super().__init__(leading)
        self._count = count
        self._most = max(most, count, 1)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        top += (self._leading - _SQUARE) / 2
        width -= _SQUARE_CLEAR
        pitch = _SQUARE + _SQUARE_GAP
        if self._most * pitch > width:
            if self._count:
                pen.bar(x, top, width * self._count / self._most, _SQUARE, Fill.DARK)
            return
        for number in range(self._count):
            pen.bar(x + number * pitch, top, _SQUARE, _SQUARE, Fill.DARK)


class HandSquares(LineMark):
    """A square for each person, filled for each hand; a bar if the squares would be too small."""

    def __init__(self, hands: int, people: int, leading: float) -> None:
        super().__init__(leading)
        self._hands = hands
        self._people = max(people, hands, 1)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        side = min(_HAND, width / self._people - _HAND_GAP)
        if side < _LEAST_HAND:
            down = (self._leading - _HAND) / 2
            pen.bar(x, top + down, width, _HAND, Fill.WHITE)
            if self._hands:
                pen.bar(x, top + down, width * self._hands / self._people, _HAND, Fill.DARK)
            return
        top += (self._leading - side) / 2
        for number in range(self._people):
            fill = Fill.DARK if number < self._hands else Fill.WHITE
            pen.bar(x + number * (side + _HAND_GAP), top, side, side, fill)


@dataclass(frozen=True)
class NumberChip:
    """The number of a problem with the fills of its outcomes; `own` is bold in a heavy frame.

    An own number is not white on black, since it would not stand out next to a dark fill. `alt` is
    read out instead of it.
    """

    number: str
    fills: tuple[Fill, ...]
    own: bool = False
    alt: str = ""

    @cached_property
    def width(self) -> float:
        """The width in points."""
        digits = typeface().width(self.number, BODY.size, bold=self.own)
        beside = 2 * _OWN_FRAME + 2 if self.own else 4
        return max(_NUMBER, digits + beside) + _PIECE * len(self.fills)


class NumberChips(Block):
    """Numbers of problems side by side, wrapped into lines."""

    def __init__(
        self,
        chips: tuple[NumberChip, ...],
        *,
        right: bool = False,
        leading: float = _CHIP_LEADING,
    ) -> None:
        self._chips = chips
        self._right = right
        self._leading = leading
        self._broken: tuple[float, list[list[NumberChip]]] | None = None

    @property
    def is_silent(self) -> bool:
        return not self._chips

    @property
    def whole_width(self) -> float:
        """The width of all in one line, with a gap after each."""
        return sum(chip.width + _CHIP_GAP for chip in self._chips)

    def height(self, width: float, limit: float = float("inf")) -> float:
        return max(1, len(self._lines(width))) * self._leading

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        lines = self._lines(width)
        fitting = int(height // self._leading)
        if not 0 < fitting < len(lines):
            return None
        count = sum(len(line) for line in lines[:fitting])
        first = NumberChips(self._chips[:count], right=self._right)
        return first, NumberChips(self._chips[count:], right=self._right)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        for line in self._lines(width):
            wide = sum(chip.width + _CHIP_GAP for chip in line) - _CHIP_GAP
            at = x + width - wide if self._right else x
            for chip in line:
                _draw_chip(pen, chip, at, top + (self._leading - _CHIP) / 2)
                at += chip.width + _CHIP_GAP
            top += self._leading

    def _lines(self, width: float) -> list[list[NumberChip]]:
        if self._broken is None or self._broken[0] != width:
            self._broken = width, self._break(width)
        return self._broken[1]

    def _break(self, width: float) -> list[list[NumberChip]]:
        lines: list[list[NumberChip]] = []
        left = 0.0
        for chip in self._chips:
            if not lines or chip.width > left:
                lines.append([])
                left = width
            lines[-1].append(chip)
            left -= chip.width + _CHIP_GAP
        return lines


def _draw_chip(pen: Pen, chip: NumberChip, x: float, top: float) -> None:
    with pen.figure(chip.alt, x, top, chip.width, _CHIP):
        _draw_marks(pen, chip, x, top)


def _draw_marks(pen: Pen, chip: NumberChip, x: float, top: float) -> None:
    wide = chip.width - _PIECE * len(chip.fills)
    pen.plate(x, top, wide, _CHIP, black=chip.own)
    if chip.own:
        frame = _OWN_FRAME
        pen.plate(x + frame, top + frame, wide - 2 * frame, _CHIP - 2 * frame, black=False)
    run = TextRun(chip.number, chip.own)
    digits = typeface().width(chip.number, BODY.size, bold=chip.own)
    at = x + (wide - digits) / 2
    pen.runs(at, top, (run,), BODY.size, _CHIP)
    for number, fill in enumerate(chip.fills):
        pen.bar(x + wide + number * _PIECE, top, _PIECE, _CHIP, fill)
