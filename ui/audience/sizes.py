"""Sizes relative to the display's height, so that every projector shows the same picture."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

from ui.theme.metrics import Metrics

FLOOR = 0.0444
"""Minimum text size, as a share of the height."""
LIST = 0.0518
PROBLEM = 0.0667
QUESTION = 0.0889
_LINE = 1.34
_SIDE = 0.05  # of the width
_HEAD = 0.1
_FOOT = 0.09
_PADDING = 0.028


@dataclass(frozen=True)
class AudienceSizes:
    """All sizes in px for a display of ``width`` × ``height`` px.

    ``percent`` scales the text; below 100 it has no effect.
    """

    width: int
    height: int
    percent: int = 100

    def text(self, role: str) -> int:
        """Return the text size of ``floor`` (smallest), ``list``, ``problem`` or ``question``."""
        share = {"floor": FLOOR, "list": LIST, "problem": PROBLEM, "question": QUESTION}[role]
        return math.ceil(self.height * share * max(100, self.percent) / 100)

    @cached_property
    def metrics(self) -> Metrics:
        """The sizes of the text roles of rows; the smallest is that of ``floor``."""
        floor = self.text("floor")
        return Metrics.of(self.width, self.height)._replace(
            room=floor, meta=floor, body=floor, section=self.text("list"),
            problem=self.text("problem"), question=self.text("question"), gap=self.padding,
        )  # fmt: skip

    def line(self, role: str) -> int:
        """Return the line spacing of text."""
        return round(self.text(role) * _LINE)

    @cached_property
    def side(self) -> int:
        """The margin at the left and at the right."""
        return round(self.width * _SIDE)

    @cached_property
    def room(self) -> int:
        """The width between the margins."""
        return self.width - 2 * self.side

    @cached_property
    def head(self) -> int:
        """The y position of the line below the head."""
        return max(round(self.height * _HEAD), self._least)

    @cached_property
    def _least(self) -> int:
        """The height in px that one line of the smallest text needs."""
        return round(self.line("floor") * 1.05)

    @cached_property
    def padding(self) -> int:
        """The space between two rows, and between a row and the lines of head and foot."""
        return round(self.height * _PADDING)

    def foot(self, lines: int) -> int:
        """Return the y position of the line above a foot with this number of lines."""
        more = max(0, lines - 1) * self.line("floor")
        return self.height - max(round(self.height * _FOOT), self._least) - more
