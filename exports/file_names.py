"""The code and the date of a workshop in file names and request codes."""

import re
import unicodedata

from workshop_app.domain.workshop import Workshop

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CODE_LENGTH = 6
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_MOST_LETTERS = 60


def workshop_code(workshop: Workshop) -> str:
    """Return a short code that differs between workshops of the same day."""
    return re.sub(r"[^0-9A-Za-z]", "", workshop.id)[-_CODE_LENGTH:].lower()


def workshop_day(workshop: Workshop) -> str:
    """Return the ISO date on the papers of a workshop: its own, else that of its creation."""
    days = (text[:10] for text in (workshop.date, workshop.created_at))
    return next((day for day in days if _DAY.fullmatch(day)), "")


def reader_file_name(words: str, ending: str) -> str:
    """Return a file name that says in `words` whose paper it is, valid on every system."""
    seen = "".join(each for each in words if unicodedata.category(each)[0] != "C")
    name = " ".join(_FORBIDDEN.sub(" ", seen).split())[:_MOST_LETTERS].strip(" .")
    return f"{name or '_'}.{ending}"
