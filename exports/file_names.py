"""What papers and files call a workshop: the code and the day in their names and request codes."""

import re

from workshop_app.domain.workshop import Workshop

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CODE_LENGTH = 6


def code_of(workshop: Workshop) -> str:
    """Return the short code that tells a workshop from others of its day."""
    return re.sub(r"[^0-9A-Za-z]", "", workshop.id)[-_CODE_LENGTH:].lower()


def day_of(workshop: Workshop) -> str:
    """Return the ISO date that papers of a workshop bear: its own, or that of its creation."""
    days = (text[:10] for text in (workshop.date, workshop.created_at))
    return next((day for day in days if _DAY.fullmatch(day)), "")
