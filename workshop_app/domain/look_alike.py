"""Compares names by how they look: letters of other scripts may look the same."""

import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2060-\u2064\u3164]")
_SAME = {
    "аеорсухіјѕԁһԛԝӏ": "aeopcyxijsdhqwl",  # Cyrillic
    "АВЕКМНОРСТУХІЈЅ": "ABEKMHOPCTYXIJS",
    "ονρυαικ": "ovpuaik",  # Greek
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ": "ABEZHIKMNOPTYX",
    "I1|ǀ": "llll",
    "0": "O",
    "ニエカトロハタへべぺりミ": "二工力卜口八夕ヘベペリ三",  # kana, and kanji or other kana
    "一-‐‑–—―−─": "ーーーーーーーーー",
}
"""Letters, and those that they look like; not the whole table of Unicode (UTS #39)."""
_TABLE = str.maketrans(
    {other: one for a, b in _SAME.items() for other, one in zip(a, b, strict=True)}
)


def looks(name: str) -> str:
    """Return the same text for all names that can hardly be told apart by sight."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", name))
    return "".join(plain.translate(_TABLE).translate(_TABLE).casefold().split())
