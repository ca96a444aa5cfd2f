"""What a guard does in an export: words masked before it, all files read back after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from exports.branding import Branding
from exports.files import FileSet
from exports.leak_finding import LeakFinding
from exports.masking import with_people_as_codes, with_terms_masked
from exports.progress import Progress
from exports.protected import Guard
from exports.registry import Document
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import Texts

if TYPE_CHECKING:
    from exports.reading_back import LeakScanner


def prepared(state: WorkshopState, guard: Guard | None, language: str) -> WorkshopState:
    """Return the state as it may be written: what was decided to be masked is masked."""
    if guard is None:
        return state
    if guard.anonymous:
        state = with_people_as_codes(state)
    if not guard.masked:
        return state
    return with_terms_masked(state, guard.masked, Texts(language)("export.mark"))


@dataclass(frozen=True, slots=True)
class Watch:
    """What reading back goes by: the workshop before anything was masked, and how it is written."""

    state: WorkshopState
    guard: Guard
    names_customer: bool
    password: str = field(repr=False)
    branding: Branding

    @property
    def own(self) -> tuple[str, ...]:
        """The facilitator's own words, which may hold an address."""
        own = self.branding
        return (own.facilitator, own.contact, own.closing, self.state.workshop.facilitator)


def read_back(
    bundle: FileSet,
    owners: Mapping[str, Document],
    watch: Watch,
    progress: Callable[[Progress], None],
) -> tuple[LeakFinding, ...]:
    """Read all files from the disk before they get their names; return what must not leave.

    `owners` tells the document of each file.
    """
    from exports.reading_back import WrittenFile

    reader, waiting = _reader(watch), bundle.waiting
    for number, (name, part) in enumerate(waiting, 1):
        owner = owners[name]
        progress(
            Progress(
                document=owner.name,
                number=len(waiting),
                count=len(waiting),
                page=number,
                pages=len(waiting),
                reading=True,
            )
        )
        reader.read(WrittenFile(part, name, owner.name, owner.internal, watch.names_customer))
    return reader.held


def _reader(watch: Watch) -> LeakScanner:
    from exports.reading_back import LeakScanner

    return LeakScanner(watch.state, watch.guard, watch.password, watch.own)
