"""A command or a line of a configuration file, as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.pdf.blocks.block import Block
from exports.pdf.fonts import MONOSPACED_WIDTH
from exports.pdf.styles import Style
from exports.pdf.tagging import Tag

if TYPE_CHECKING:
    from exports.pdf.pen import Pen

_INDENT = 2
"""Characters by which the second and further lines are indented."""


class CommandBlock(Block):
    """Printable ASCII text in the monospaced typeface, only broken at spaces.

    A word that is wider than a line extends beyond it.
    """

    def __init__(self, text: str, style: Style) -> None:
        self._text = text
        self._style = style
        self._tag = Tag("P")
        self.above = style.above
        self.below = style.below

    def height(self, width: float, limit: float = float("inf")) -> float:
        return len(self._lines(width)) * self._style.leading

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        size, leading = self._style.size, self._style.leading
        indent = _INDENT * MONOSPACED_WIDTH * size
        with pen.tagged(self._tag):
            for number, line in enumerate(self._lines(width)):
                left = x + (indent if number else 0)
                pen.monospaced(left, top + number * leading, line, size, leading)

    def _lines(self, width: float) -> list[str]:
        """Return the lines; all but the last one end in a space, so that none is lost in a copy."""
        room = int(width / (MONOSPACED_WIDTH * self._style.size))
        lines = [""]
        for word in self._text.split(" "):
            indent = _INDENT if len(lines) > 1 else 0
            if lines[-1] and indent + len(lines[-1]) + len(word) > room:
                lines.append("")
            lines[-1] += f"{word} "
        lines[-1] = lines[-1][:-1]
        return lines
