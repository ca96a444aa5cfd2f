"""File names, and the code and the date of a workshop for file names and request codes."""

import re
import unicodedata

from workshop_app.domain import ids
from workshop_app.domain.workshop import Workshop

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_MOST_LETTERS = 60


def workshop_code(workshop: Workshop) -> str:
    """Return a short code that differs between workshops of the same day."""
    return ids.workshop_code(workshop.id)


def workshop_day(workshop: Workshop) -> str:
    """Return the ISO date on the papers of a workshop: its own, else that of its creation."""
    days = (text[:10] for text in (workshop.date, workshop.created_at))
    return next((day for day in days if _DAY.fullmatch(day)), "")


def file_name_part(words: str, most: int = _MOST_LETTERS) -> str:
    """Return `words` without spaces as a part of a file name, of at most `most` characters.

    Latin words are joined with hyphens, Japanese ones directly.
    """
    seen = "".join(each if _printed(each) else " " for each in unicodedata.normalize("NFC", words))
    pieces = _FORBIDDEN.sub(" ", seen).replace("_", " ").split()
    joined = "".join(
        piece
        if not number or _is_wide(piece[0]) or _is_wide(pieces[number - 1][-1])
        else f"-{piece}"
        for number, piece in enumerate(pieces)
    )
    return joined[:most].strip(" .-")


def _printed(character: str) -> bool:
    return unicodedata.category(character)[0] != "C"


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def reader_file_name(words: str, ending: str) -> str:
    """Return a file name that names the reader of a paper in `words`, valid on every system."""
    seen = "".join(filter(_printed, words))
    name = " ".join(_FORBIDDEN.sub(" ", seen).split())[:_MOST_LETTERS].strip(" .")
    return f"{name or '_'}.{ending}"
