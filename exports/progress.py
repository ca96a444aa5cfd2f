"""Messages about a running and a finished export. Importing this module loads no PDF library."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from exports.leak_finding import LeakFinding, blocks_export
from exports.replaced_characters import ReplacedCharacter
from workshop_app.domain.record import Record


class Progress(Record):
    """The progress of an export: document `number` of `count`, and page of its pages.

    `pages` is 0 while their number is unknown.
    """

    document: str
    number: int
    count: int
    page: int
    pages: int
    reading: bool = False
    """Whether all documents are complete; `page` of `pages` is then the file that is read back."""


class WrittenPaper(NamedTuple):
    """The file of a paper; `reader` is the code of its participant, empty for everybody."""

    file: Path
    document: str
    reader: str
    pages: int
    digest: str = ""
    """SHA-256 of its bytes in hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class ExportResult:
    """The files of an export, and what could not be written as requested."""

    files: tuple[Path, ...]
    replaced: tuple[ReplacedCharacter, ...]
    """Characters that the typeface lacks."""
    empty_documents: tuple[str, ...] = ()
    """Names of the documents without any content, for which no file was written."""
    invalid_addresses: tuple[str, ...] = ()
    """Codes of the participants whose mail address is not valid."""
    unchanged: tuple[Path, ...] = ()
    """Those of `files` that existed with the same bytes and were not replaced."""
    findings: tuple[LeakFinding, ...] = ()
    """Protected terms found in the files; unless all are weak, `files` is empty."""
    papers: tuple[WrittenPaper, ...] = ()
    """Those of `files` that are papers."""

    @property
    def stopped(self) -> bool:
        """Whether nothing was written because of the findings."""
        return blocks_export(self.findings)
