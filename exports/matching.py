"""Names found as whole words, in Japanese too, and across the ends of printed lines."""

import re
import unicodedata

_KANJI = "\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_KATAKANA = "\u30a1-\u30ff"
_TITLES = "様|氏|君|殿|先生|部長|課長|係長|主任|社長|室長"
_LINE_END = "[\r\n\ufffe\u00ad]*"
_SHORT = 2
"""A longer run of kanji is hardly ever part of another word."""


def folded(text: str) -> str:
    """Return `text` in the form in which names are compared: width and variants made alike."""
    return unicodedata.normalize("NFKC", text)


def pattern_of(name: str) -> re.Pattern[str]:
    """Return what finds `name` in folded text, but not where it is part of another word.

    A name of one or two kanji must not touch other kanji, save a title such as 様; letters and
    digits must not touch letters or digits, katakana no katakana. Spaces in it may be missing.
    """
    words = folded(name).split()
    inner = r"\s*".join(_letters(word) for word in words)
    whole = "".join(words)
    return re.compile(_before(whole) + inner + _after(whole), re.IGNORECASE)


def _letters(word: str) -> str:
    """Return the letters of a word, between which a line may end."""
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
