"""What an export tells while it works and at its end. Importing this loads no PDF library."""

from dataclasses import dataclass
from pathlib import Path

from exports.leak_finding import LeakFinding, blocks_export
from exports.replaced_characters import ReplacedCharacter


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far an export is: document `number` of `count`, and its page.

    `pages` is 0 while it is not yet known how many the document will have.
    """

    document: str
    number: int
    count: int
    page: int
    pages: int
    reading: bool = False
    """All are made; `page` of `pages` files has been read back."""


@dataclass(frozen=True, slots=True)
class ExportResult:
    """The files written, and what could not be written as asked."""

    files: tuple[Path, ...]
    replaced: tuple[ReplacedCharacter, ...]
    """Characters that could not be printed as they are."""
    nothing: tuple[str, ...] = ()
    """Names of the documents that had nothing to say, and so have no file."""
    unaddressed: tuple[str, ...] = ()
    """Codes of the participants whose mail address cannot be used."""
    unchanged: tuple[Path, ...] = ()
    """Those of `files` that were there already, byte for byte, and were left alone."""
    findings: tuple[LeakFinding, ...] = ()
    """Protected terms found when the files were read back; unless all are weak, none is there."""

    @property
    def stopped(self) -> bool:
        """Whether nothing was written because of what was found."""
        return blocks_export(self.findings)
