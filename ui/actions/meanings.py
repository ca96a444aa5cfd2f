"""What Alt with a letter and the function keys mean; the same at every place.

Actions take such keys from here. Alt with a digit selects one of the numbered items of a page. F6
to F10 are used by input methods; F5, B, the full stop, PgUp and PgDn are sent by presentation
clickers.
"""

from __future__ import annotations

from enum import StrEnum


class Meaning(StrEnum):
    """The key of a meaning; ``keys.meaning.<name>`` is its text."""

    AGAIN = "Alt+A"
    AGAIN_IN_PART = "Alt+Shift+A"
    GIVEN_UP = "Alt+B"
    CARD = "Alt+C"
    DETAILS = "Alt+D"
    CHANGE = "Alt+E"
    FROM_FILES = "Alt+F"
    WORKS_WELL = "Alt+G"
    HOLD = "Alt+H"
    HOLD_ROW = "Alt+Shift+H"
    INPUT = "Alt+I"
    PEOPLE = "Alt+J"
    PEOPLE_OF_ROW = "Alt+Shift+J"
    SKIP = "Alt+K"
    LIST = "Alt+L"
    HELD_LIST = "Alt+Shift+L"
    MERGE = "Alt+M"
    UNMERGE = "Alt+Shift+M"
    NEW = "Alt+N"
    NOT_OURS = "Alt+O"
    PARK = "Alt+P"
    REQUEST = "Alt+Q"
    REVEAL = "Alt+R"
    REVEAL_HELD = "Alt+Shift+R"
    SPLIT = "Alt+S"
    WRITE = "Alt+T"
    UNCLEAR = "Alt+U"
    VIEW = "Alt+V"
    WORDING = "Alt+W"
    TAKE_BACK = "Alt+X"
    ACCEPT = "Alt+Y"
    CODES = "Alt+Z"
    NAMED = "Alt+Shift+Z"
    HELP = "F1"
    EDIT = "F2"
    TIMER = "F3"
    GUIDE = "F4"
    PRESENT = "F5"
    FREEZE = "F11"
    BLACK = "F12"

    @property
    def words(self) -> str:
        """The key of its text in the cheat sheet."""
        return f"keys.meaning.{self.name.lower()}"
