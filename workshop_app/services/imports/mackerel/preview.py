"""What a file of a customer's Mackerel would add, before it is added."""

from dataclasses import dataclass

from workshop_app.domain.setup import Fact, LeftOut, SetupKind, SetupPart


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know about a file: a key below ``imports.setup.note``, and how many."""

    key: str
    n: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupPreview:
    """One part as it would be kept; several files of one kind and subject make one part."""

    kind: SetupKind
    subject: str = ""
    files: tuple[str, ...] = ()
    """Names of the files, without their folders."""
    facts: tuple[Fact, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    """How many of which type, status or kind, most first, in Mackerel's own words."""
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[Note, ...] = ()
    replaces: SetupPart | None = None
    """The earlier part whose place it takes."""
