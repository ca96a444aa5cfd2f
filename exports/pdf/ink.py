"""What blocks hand to the pen: stretches of text and ways to fill a bar."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Fill(Enum):
    """How a bar is filled: on any printer each looks different from the others."""

    DARK = "dark"
    HATCHED = "hatched"
    WHITE = "white"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight; `link` is an address it leads to."""

    text: str
    bold: bool = False
    link: str = ""


Line = tuple[Run, ...]
