"""What a guard does in an export: words masked before it, all files read back after it."""

from collections.abc import Callable, Mapping

from exports.files import Bundle
from exports.held import Held
from exports.masking import anonymised, masked
from exports.progress import Progress
from exports.protected import Guard
from exports.registry import Document
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import Texts


def prepared(state: WorkshopState, guard: Guard | None, language: str) -> WorkshopState:
    """Return the state as it may be written: what was decided to be masked is masked."""
    if guard is None:
        return state
    if guard.anonymous:
        state = anonymised(state)
    if not guard.masked:
        return state
    return masked(state, guard.masked, Texts(language)("leaving.mark"))


def read_back(
    bundle: Bundle,
    owners: Mapping[str, Document],
    state: WorkshopState,
    guard: Guard,
    progress: Callable[[Progress], None],
    *,
    name_customer: bool,
) -> tuple[Held, ...]:
    """Read all files from the disk before they get their names; return what must not leave.

    `state` is the one before anything was masked; `owners` tells the document of each file.
    """
    from exports.reading_back import Reader, Written

    reader, waiting = Reader(state, guard), bundle.waiting
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
        reader.read(Written(part, name, owner.name, owner.internal, name_customer))
    return reader.held
