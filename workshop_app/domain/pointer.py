"""The record of a pointer to the community that users add: a meetup, a group, an article.

It is one in all workshops: each has a record of its own with the same `shared_id`, since papers
that were written keep its words and its day.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from workshop_app.domain.field_types import Choice, Date, Id, Line, RequiredLine, TechnicalLine
from workshop_app.domain.record import Record


class Pointer(Record):
    """A title with an address and a day, each of which may be empty."""

    id: Id
    workshop_id: Id
    position: int
    title: RequiredLine
    address: Line = ""
    date: Date = ""
    language: Choice = "ja"
    """The language that is spoken or written there."""
    chosen: bool = True
    """Whether the papers contain it."""
    shared_id: TechnicalLine = ""
    """The same in all workshops that know it."""

    @property
    def line(self) -> str:
        """It as one line, as users type it."""
        return " ".join(part for part in (self.title, self.date, self.address) if part)


class PointerText(NamedTuple):
    """The parts of a typed line."""

    title: str
    address: str
    date: str


_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_DATED = re.compile(r"\d{4}|月")
"""What a day in a line contains; without it, "8.3" or "24/7" would be one."""
_MOST_WORDS = 4


def pointer_text(line: str, day_of: Callable[[str], date | None]) -> PointerText:
    """Return the parts of a typed line, in any order; `day_of` reads a day.

    A line without anything else has its address, or its day, as title.
    """
    found = _ADDRESS.search(line)
    address = found[0] if found else ""
    words = line.replace(address, " ", 1).split() if found else line.split()
    for length in range(min(_MOST_WORDS, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            typed = " ".join(words[start : start + length])
            day = day_of(typed) if _DATED.search(unicodedata.normalize("NFKC", typed)) else None
            if day is not None:
                rest = " ".join(words[:start] + words[start + length :])
                return PointerText(rest or address or typed, address, day.isoformat())
    return PointerText(" ".join(words) or address, address, "")
