"""The width of text in terminal cells: a full-width character takes two."""

import unicodedata
from functools import lru_cache

_NO_WIDTH = {"Mn", "Me", "Cf", "Cc"}


def display_width(text: str) -> int:
    """Return the width of `text`: 2 for a full-width character, 0 for a combining mark."""
    return len(text) if text.isascii() and text.isprintable() else sum(map(_cells, text))


def pad(text: str, width: int) -> str:
    """Return `text` padded with spaces to `width` cells; wider text is unchanged."""
    return text + " " * max(0, width - display_width(text))


@lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
