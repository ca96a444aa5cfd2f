"""Protected terms found when the files of an export were read back; imports no PDF library."""

from dataclasses import dataclass
from typing import NamedTuple


class LeakPlace(NamedTuple):
    """Where a term was found, with the text around it; `place` and `at` as in a `Passage`."""

    file: str
    place: str
    at: str
    before: str
    found: str
    after: str


@dataclass(frozen=True, slots=True)
class LeakFinding:
    """A protected term that was found: its first places, and how often; a weak one only warns."""

    text: str
    kind: str
    weak: bool
    places: tuple[LeakPlace, ...]
    count: int


def blocks_export(findings: tuple[LeakFinding, ...]) -> bool:
    """Return whether an export must not be published because of its findings."""
    return any(not finding.weak for finding in findings)
