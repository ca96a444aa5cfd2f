"""What differs between the records and a file, for a person to see side by side."""

from dataclasses import dataclass
from typing import NamedTuple


class FieldDifference(NamedTuple):
    """One field in both versions: the recorded value and that of the file."""

    name: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A record that differs, with its fields; `note` says more about it in some words."""

    id: str
    title: str
    fields: tuple[FieldDifference, ...]
    takes: bool = True
    """Whether a person may take the version of the file over."""
    note: str = ""
