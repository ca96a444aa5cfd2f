"""Times of day as people type them."""

import re
import unicodedata

_TIME = re.compile(
    r"(\d{1,2})(?:[:.]?([0-5]\d)(?::[0-5]\d)?)?\s*(?:([ap])\.?\s?m\.?)?", re.ASCII | re.IGNORECASE
)


def parse_time(text: str) -> str:
    """Return a time of day as HH:MM; an empty text stays empty.

    Accepts ``14:00``, ``1400``, ``14.00``, ``14``, ``2pm`` and ``2:30 p.m.``, also in full-width
    characters; seconds are dropped. Raises ValueError for anything else.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return ""
    found = _TIME.fullmatch(plain)
    if found is None:
        raise ValueError(f"not a time of day: {text}")
    hour = int(found[1])
    half = (found[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(f"not an hour from 1 to 12: {text}")
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23:
        raise ValueError(f"not an hour from 0 to 23: {text}")
    return f"{hour:02}:{found[2] or '00'}"
