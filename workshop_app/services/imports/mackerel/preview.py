"""The preview of a file of a customer's Mackerel, before it is added."""

from typing import NamedTuple

from workshop_app.domain.record import Record
from workshop_app.domain.setup import Fact, LeftOut
from workshop_app.domain.setup_part import SetupKind, SetupPart


class FileNote(NamedTuple):
    """A remark on a file: a key under ``imports.setup.note``, and a number."""

    key: str
    n: int = 1


class SetupPreview(Record):
    """One part as it would be stored; several files of one kind and subject make one part."""

    kind: SetupKind
    subject: str = ""
    files: tuple[str, ...] = ()
    """The names of the files, without folders."""
    facts: tuple[Fact, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    """The number of facts by type, status or kind (Mackerel's terms), highest first."""
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[FileNote, ...] = ()
    replaces: SetupPart | None = None
    """The earlier part that it replaces."""
