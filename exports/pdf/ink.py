"""What a `Pen` draws: runs of text."""

from __future__ import annotations

from typing import NamedTuple


class TextRun(NamedTuple):
    """A run of text in one weight; `link` is the address that it links to, if any.

    A run that is `whole` is not broken unless it is wider than a line.
    """

    text: str
    bold: bool = False
    link: str = ""
    whole: bool = False


Line = tuple[TextRun, ...]
