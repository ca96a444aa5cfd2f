"""Kanji of names that the typeface lacks, and the similar ones that are printed instead.

A reader takes both for the same name, and so does the search for protected names.
"""

import unicodedata

SIMILAR = {
    "\U00020bb7": "吉",
    "\U0002123d": "土",
    "\U00020b9f": "叱",
    "\U0002363a": "橋",
    "\U00029d4b": "魚",
}
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
_TO_SIMILAR = {ord(kanji): similar for kanji, similar in SIMILAR.items()} | {
    selector: "" for selectors in _SELECTORS for selector in selectors
}


def is_variant_selector(character: str) -> bool:
    """Return whether a character selects a variant of the one before it."""
    return any(ord(character) in selectors for selectors in _SELECTORS)


def is_kanji(text: str) -> bool:
    """Return whether `text` is a single kanji."""
    return len(text) == 1 and unicodedata.name(text, "").startswith("CJK UNIFIED")


def with_similar(text: str) -> str:
    """Return `text` with similar kanji, and without selectors of variants."""
    return text.translate(_TO_SIMILAR)
