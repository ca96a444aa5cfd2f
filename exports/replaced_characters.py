"""A character that no bundled typeface has, and what papers show in its place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReplacedCharacter:
    """A character that could not be printed as it is, and what was printed in its place."""

    character: str
    shown: str
    count: int

    @property
    def code(self) -> str:
        """Its Unicode numbers, such as ``U+1F525``."""
        return " ".join(code_point(character) for character in self.character)


def code_point(character: str) -> str:
    """Return the Unicode number of `character`, such as ``U+1F525``."""
    return f"U+{ord(character):04X}"
