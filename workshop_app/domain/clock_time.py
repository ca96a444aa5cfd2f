"""Times of day as people type them."""

import re
import unicodedata

_TIME = re.compile(
    r"(\d{1,2})(?:[:.]?([0-5]\d)(?::[0-5]\d)?)?\s*(?:([ap])\.?\s?m\.?)?", re.ASCII | re.IGNORECASE
)

_HALVES = {"午前": "am", "午後": "pm"}
_JAPANESE = re.compile(r"(午[前後])?\s*(\d{1,2})時(?:(半)|([0-5]?\d)分)?", re.ASCII)


def parse_time(text: str) -> str:
    """Return a time of day as HH:MM; an empty text stays empty.

    Accepts ``14:00``, ``1400``, ``14.00``, ``14``, ``2pm``, ``2:30 p.m.``, 14時半 and 午後2時5分,
    also in full-width characters; seconds are dropped. Raises ValueError for anything else.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return ""
    if japanese := _JAPANESE.fullmatch(plain):
        noon, hour_typed, half_past, minutes = japanese.groups()
        minute = 30 if half_past else int(minutes or 0)
        plain = f"{hour_typed}:{minute:02}{_HALVES.get(noon, '')}"
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
