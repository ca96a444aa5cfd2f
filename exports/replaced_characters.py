"""A character that the typeface lacks, and what papers print instead."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReplacedCharacter:
    """A character that was replaced, what was printed instead, and how often."""

    character: str
    shown: str
    count: int

    @property
    def code(self) -> str:
        """Its code points, such as ``U+1F525``."""
        return " ".join(code_point(character) for character in self.character)


def code_point(character: str) -> str:
    """Return the code point of `character`, such as ``U+1F525``."""
    return f"U+{ord(character):04X}"
