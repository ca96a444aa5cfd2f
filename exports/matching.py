"""Patterns that find names as whole words, also in Japanese and across line breaks of a page."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from exports.similar_kanji import with_similar

_KANJI = "\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KATAKANA = "\u30a1-\u30ff"
_TITLES = "様|氏|君|殿|先生|部長|課長|係長|主任|社長|室長"
_LINE_END = "[\r\n\ufffe\u00ad]*"
_SHORT = 2
"""Maximum number of kanji of a name that may be part of another word."""


BETWEEN = "\0"
"""Separates texts that are searched together; no name matches across it."""


class NamePattern(NamedTuple):
    """The pattern of a name, and the letters required for a match."""

    pattern: re.Pattern[str]
    letters: str

    @classmethod
    def of(cls, name: str) -> NamePattern:
        """Return the pattern of `name`."""
        return cls(pattern_of(name), bare(folded(name)))


def bare(text: str) -> str:
    """Return only the letters of folded text, in lower case."""
    letters = "".join(text.split()).replace("\ufffe", "").replace("\u00ad", "")
    return letters.casefold().replace("ı", "i")


def folded(text: str) -> str:
    """Return `text` in NFKC, in which names are compared regardless of width and variants."""
    return with_similar(unicodedata.normalize("NFKC", text))


@lru_cache(maxsize=1024)
def pattern_of(name: str) -> re.Pattern[str]:
    """Return a pattern that finds `name` in folded text, but not as part of another word.

    One or two kanji match only without adjacent kanji, except a title such as 様; letters and
    digits only without adjacent letters or digits; katakana only without adjacent katakana. Spaces
    in the name may be missing. Cached, since each text of a paper is searched for the same names.
    """
    words = folded(name).split()
    inner = r"\s*".join(_letters(word) for word in words)
    whole = "".join(words)
    return re.compile(_before(whole) + inner + _after(whole), re.IGNORECASE)


def _letters(word: str) -> str:
    """Return a pattern of the letters of a word, with optional line breaks between them."""
    gap = _LINE_END if word.isascii() else r"\s*"
    return gap.join(re.escape(letter) for letter in word)


def _before(name: str) -> str:
    if not name or _is(name[0], "A-Za-z0-9"):
        return "(?<![A-Za-z0-9])"
    if _is(name[0], _KATAKANA):
        return f"(?<![{_KATAKANA}])"
    if _is(name[0], _KANJI) and len(name) <= _SHORT:
        return f"(?:(?<![{_KANJI}])|(?<=会社))"
    return ""


def _after(name: str) -> str:
    if not name or _is(name[-1], "A-Za-z0-9"):
        return "(?![A-Za-z0-9])"
    if _is(name[-1], _KATAKANA):
        return f"(?![{_KATAKANA}])"
    if _is(name[-1], _KANJI) and len(name) <= _SHORT:
        return f"(?:(?![{_KANJI}])|(?={_TITLES}))"
    return ""


def _is(letter: str, letters: str) -> bool:
    return re.match(f"[{letters}]", letter) is not None
