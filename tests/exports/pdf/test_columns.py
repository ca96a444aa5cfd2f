"""Counts side by side keep clear of the lines between them."""

import pytest

from exports.pdf.blocks.columns import Columns, Count
from exports.pdf.blocks.stack import Stack
from exports.pdf.pages import PageFrame
from tests.helpers.page_geometry import gaps_of, write

FRAME = PageFrame(title="t", language="en", footer="f", day="")
LEAST = 15
"""A little less than twice the space beside a line, since letters have some around them."""


@pytest.mark.parametrize("count", [4, 5])
def test_a_long_unit_does_not_touch_the_line_after_it(count):
    units = ["votes"] * (count - 1)
    cells = (Stack(Count("4", unit)) for unit in ["ways of listening", *units])
    gaps = gaps_of(write([Columns(*cells)], FRAME), "listening 4 votes")
    assert gaps[0] > LEAST
