"""What was found when the files of an export were read back. Importing this loads no library."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeakPlace:
    """Where a term was found, with the words around it."""

    file: str
    place: str
    at: str
    before: str
    found: str
    after: str


@dataclass(frozen=True, slots=True)
class LeakFinding:
    """A protected term that was found, where first, and how often; a weak one only warns."""

    text: str
    kind: str
    weak: bool
    places: tuple[LeakPlace, ...]
    count: int


def blocks_export(found: tuple[LeakFinding, ...]) -> bool:
    """Tell whether anything of what was found stops an export."""
    return any(not each.weak for each in found)
