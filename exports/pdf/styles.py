"""The grid and the text styles of papers, in points. Text below 12 is for secondary words only."""

from dataclasses import dataclass

SIDE = 51.0
TOP = 40.0
FOOT = 62.0
"""Height at the foot of the page that blocks leave free; it contains the footer."""
GUTTER = 24.0
"""Width of the column for marks and numbers before their text."""
LABEL_WIDTH = 84.0
"""Width of the column for names of sections, dates, numbers of problems, QR codes."""
LABEL_GAP = 14.0
CAPTION_REACH = 8.0
"""Maximum extent of a caption in the column of labels into the gap."""
HAIRLINE = 0.6
"""Thickness of a line between rows."""
COLUMN_LINE = 1.0
SECTION_LINE = 1.5


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


BODY = Style(12, 19)
TITLE = Style(22, 30, bold=True, above=6, below=6)
PART = Style(16, 24, bold=True, rule=1.5, above=24, below=9)
HEADING = Style(14, 21, bold=True, rule=1, above=18, below=7)
NUMBER = Style(12, 19, right=True)
LEAD = Style(12, 19, above=6)
"""A paragraph with some space above."""
NOTE = Style(12, 19, above=5)
"""A remark below a table or chart."""
LABEL = Style(12, 19, bold=True, above=6)
FOLLOWING = Style(16, 24, bold=True, below=2)
"""The first heading of a following page."""
MESSAGE = Style(15, 23, bold=True)
"""The key message."""
SECTION = Style(14, 20, bold=True)
"""The heading of a section, which states its result; an action."""
SECTION_NAME = Style(12, 20)
"""The label of a section, next to its heading."""
QUOTE = Style(14, 21)
"""The first wording of a problem."""
COUNT = Style(22, 24)
"""The number of a problem."""
DENSE = Style(12, 17)
"""Rows of which there are many."""
DENSE_NUMBER = Style(12, 17, right=True)
SMALL = Style(10.5, 15)
"""Secondary words: in tables and maps, addresses, captions."""
CAPTION = Style(10.5, 15, above=4)
"""Words below a QR code, away from its quiet zone."""
SMALL_NUMBER = Style(10.5, 15, right=True)
SMALL_BOLD = Style(10.5, 15, bold=True)
