"""How wide text stands where each character takes one cell or two."""

import unicodedata

_NO_WIDTH = {"Mn", "Me", "Cf", "Cc"}


def display_width(text: str) -> int:
    """Return the cells `text` takes: two for a full-width character, none for a combining mark."""
    return sum(_cells(character) for character in text)


def pad(text: str, width: int) -> str:
    """Return `text` filled with spaces to `width` cells; text that is wider stays whole."""
    return text + " " * max(0, width - display_width(text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
