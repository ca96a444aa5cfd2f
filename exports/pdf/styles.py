"""Sizes on papers in points: at least 12, with a leading of 1.6 for running text."""

from dataclasses import dataclass

PAGE_WIDTH = 595.28
PAGE_HEIGHT = 841.89
"""A4, upright."""
SIDE = 51.0
TOP = 48.0
FOOT = 74.0
"""Height at the foot of the page that blocks leave free; it contains the footer."""
WIDTH = PAGE_WIDTH - 2 * SIDE
HEIGHT = PAGE_HEIGHT - TOP - FOOT
GUTTER = 26.0
"""Width of the column for marks and numbers before their text."""
HAIRLINE = 0.6


@dataclass(frozen=True, slots=True)
class Style:
    """Size, leading, weight, thickness of a rule below, space around, alignment."""

    size: float
    leading: float
    bold: bool = False
    rule: float = 0
    above: float = 0
    below: float = 0
    right: bool = False
    """Whether lines are right aligned, as numbers are."""


BODY = Style(12, 19.2)
TITLE = Style(22, 30, bold=True, above=6, below=6)
PART = Style(16, 24, bold=True, rule=1.5, above=24, below=9)
HEADING = Style(14, 21, bold=True, rule=1, above=18, below=7)
NUMBER = Style(12, 19.2, right=True)
LEAD = Style(12, 19.2, above=6)
"""A paragraph with some space above."""
NOTE = Style(12, 19.2, above=5)
"""A remark below a table or chart."""
CLOSING = Style(12, 19.2, above=18)
"""The facilitator's closing sentence."""
LABEL = Style(12, 19.2, bold=True, above=6)
