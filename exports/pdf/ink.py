"""What a `Pen` draws: runs of text, and fills of bars."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Fill(Enum):
    """The fill of a bar or square; distinguishable on any printer, also without colour."""

    DARK = "dark"
    HATCHED = "hatched"
    WHITE = "white"
    LINED = "lined"
    """Horizontal lines."""
    DIAGONAL = "diagonal"
    """One diagonal line."""
    DASHED = "dashed"
    """A dashed edge."""


class TextRun(NamedTuple):
    """A run of text in one weight; `link` is the address that it links to, if any.

    A run that is `whole` is not broken unless it is wider than a line.
    """

    text: str
    bold: bool = False
    link: str = ""
    whole: bool = False


Line = tuple[TextRun, ...]
