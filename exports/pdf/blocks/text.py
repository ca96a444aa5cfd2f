"""Running text in one or two weights, and headings with an entry in the outline."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from exports.pdf.blocks.block import Block
from exports.pdf.fonts import typeface
from exports.pdf.ink import Line, TextRun
from exports.pdf.styles import CAPTION_REACH, Style
from exports.pdf.tagging import Tag, heading_tag
from workshop_app.line_breaks import break_lines

if TYPE_CHECKING:
    from exports.pdf.pen import Pen

_BADGE_PAD = 6.0
_BADGE_GAP = 8.0
_GAPS = (" ", "\n")
"""Separates words at the end of a line."""
_WORD = re.compile(r"[A-Za-zÀ-ɏ]+[.,:;]?")
"""A word of a language with spaces."""
_SHORT = 2_000
"""Maximum length of a text whose lines are cached."""


class TextBlock(Block):
    """Lines of text. Its runs must contain only characters of the typeface.

    `badge` is a word in a box at the beginning of the first line. `hang` begins the first line, and
    the other lines are indented by its width.
    """

    def __init__(
        self, runs: tuple[TextRun, ...], style: Style, badge: str = "", hang: str = ""
    ) -> None:
        self._runs = runs
        self._style = style
        self._badge = badge
        self._hang = hang
        self._indent = typeface().width(hang, style.size) if hang else 0.0
        self._lines: tuple[float, tuple[Line, ...]] | None = None
        self._tag = Tag("P")
        self.above = style.above
        self.below = style.below

    @property
    def is_silent(self) -> bool:
        return not self._badge and not any(run.text.strip() for run in self._runs)

    @property
    def widest_word(self) -> float:
        face = typeface()
        words = ((word, run.bold) for run in self._runs for word in _WORD.findall(run.text))
        widths = (face.width(word, self._style.size, bold=bold) for word, bold in words)
        return self._indent + max(widths, default=0.0)

    def height(self, width: float, limit: float = float("inf")) -> float:
        rule = self._style.rule
        return len(self._at(width)) * self._style.leading + (rule + 3 if rule else 0)

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        lines = self._at(width)
        fitting = min(int((height + 0.01) // self._style.leading), len(lines) - 2)
        if fitting < 2:
            return None
        first = replace(self._style, rule=0, below=0)
        above = _Lines(lines[:fitting], first, self._tag, self._badge, self._hang)
        rest = replace(self._style, above=0)
        return above, _Lines(lines[fitting:], rest, self._tag, indent=self._indent)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        style = self._style
        lines = self._at(width)
        if not self.is_silent:
            with pen.tagged(self._tag):
                self._draw_lines(pen, x, top, width)
        if style.rule:
            y = top + len(lines) * style.leading + 3
            pen.line(x, y, x + width, y, style.rule)

    def _draw_lines(self, pen: Pen, x: float, top: float, width: float) -> None:
        style = self._style
        if self._badge:
            self._draw_badge(pen, x, top)
        for number, line in enumerate(self._at(width)):
            at = x + (self._badge_width if number == 0 else 0) + self._indent
            if style.right:
                at = x + width - self._line_width(line)
            if self._hang and number == 0:
                pen.runs(x, top, (TextRun(self._hang),), style.size, style.leading)
            pen.runs(at, top + number * style.leading, line, style.size, style.leading)

    @property
    def _badge_width(self) -> float:
        if not self._badge:
            return 0
        word = typeface().width(self._badge, self._style.size, bold=True)
        return word + 2 * _BADGE_PAD + _BADGE_GAP

    def _line_width(self, line: Line) -> float:
        size = self._style.size
        face = typeface()
        width = sum(face.width(run.text, size, bold=run.bold) for run in line)
        if line and line[-1].text.endswith(" "):
            width -= face.width(" ", size, bold=line[-1].bold)
        return width

    def _draw_badge(self, pen: Pen, x: float, top: float) -> None:
        size = self._style.size
        leading = self._style.leading
        pen.box(x, top - 0.4, self._badge_width - _BADGE_GAP, leading - 1, radius=3, thickness=0.9)
        pen.runs(x + _BADGE_PAD, top, (TextRun(f"{self._badge} ", bold=True),), size, leading)

    def _at(self, width: float) -> tuple[Line, ...]:
        """Return the lines at `width`; cached for the last width."""
        if self._lines is None or self._lines[0] != width:
            self._lines = width, self._broken(width)
        return self._lines[1]

    def _broken(self, width: float) -> tuple[Line, ...]:
        width -= self._indent
        first = width - self._badge_width if self._badge else width
        short = sum(len(run.text) for run in self._runs) <= _SHORT
        return (_broken_cached if short else _broken)(self._runs, self._style.size, width, first)


def _broken(runs: tuple[TextRun, ...], size: float, width: float, first: float) -> tuple[Line, ...]:
    text = "".join(run.text for run in runs)
    face = typeface()
    widths = [
        size * each
        for run in runs
        for each in face.widths(run.text.replace("\n", " "), bold=run.bold)
    ]
    joined = _joined(runs, widths, width)
    first_room = None if first == width else first
    return tuple(
        _cut(runs, start, end, gap=text[end : end + 1] in _GAPS)
        for start, end in break_lines(text, widths, width, first_room, joined)
    )


def _joined(runs: tuple[TextRun, ...], widths: list[float], width: float) -> frozenset[int]:
    """Return the positions within runs that must not be broken."""
    positions: set[int] = set()
    at = 0
    for run in runs:
        end = at + len(run.text)
        if run.whole and sum(widths[at:end]) <= width:
            positions.update(range(at + 1, end))
        at = end
    return frozenset(positions)


_broken_cached = lru_cache(maxsize=8192)(_broken)
"""For short texts, which are shared by many papers of an export."""


def _cut(runs: tuple[TextRun, ...], start: int, end: int, *, gap: bool) -> Line:
    """Return a part of `runs`, with a space at its end if there is a `gap` before the next line.

    Without it, screen readers would join the words at the break.
    """
    cut: list[TextRun] = []
    at = 0
    for run in runs:
        part = run.text[max(0, start - at) : max(0, end - at)]
        if part:
            cut.append(TextRun(part, run.bold, run.link, run.whole))
        at += len(run.text)
        if at >= end:
            break
    if gap and cut:
        last = cut[-1]
        cut[-1] = last._replace(text=f"{last.text} ")
    return tuple(cut)


class _Lines(TextBlock):
    """Lines that are broken already, as parts of a split text."""

    def __init__(
        self,
        lines: tuple[Line, ...],
        style: Style,
        tag: Tag,
        badge: str = "",
        hang: str = "",
        indent: float = 0,
    ) -> None:
        super().__init__((), style, badge, hang)
        self._fixed = lines
        self._indent = self._indent or indent
        self._tag = tag

    @property
    def is_silent(self) -> bool:
        return not self._badge and not any(run.text.strip() for line in self._fixed for run in line)

    def _at(self, width: float) -> tuple[Line, ...]:
        return self._fixed


class Caption(TextBlock):
    """A caption in the column of labels; it may extend into the gap so that no word is split."""

    def _broken(self, width: float) -> tuple[Line, ...]:
        reach = CAPTION_REACH if self.widest_word > width else 0
        return super()._broken(width + reach)


class Heading(TextBlock):
    """A heading with an entry in the outline; kept on the same page as what follows."""

    keep_next = True

    def __init__(self, runs: tuple[TextRun, ...], style: Style, outline: str, level: int) -> None:
        super().__init__(runs, style)
        self._outline = outline
        self._level = level
        self._tag = heading_tag(level + 1)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        pen.bookmark(self._outline, self._level, top)
        super().draw(pen, x, top, width)
