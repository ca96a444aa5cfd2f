"""The export itself: documents of one snapshot, written into a folder."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from uuid import uuid4

from exports.files import Bundle
from exports.pdf.glyphs import Replaced
from exports.pdf.pages import Frame, write
from exports.pdf.paper import Paper
from exports.progress import ExportResult, Progress
from exports.registry import DOCUMENTS, NAMES, Document, day_of
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState


def _no_progress(progress: Progress) -> None:
    """Nobody wants to know."""


def export(
    state: WorkshopState,
    solutions: Mapping[str, Solution],
    out_dir: Path,
    names: Sequence[str] | None = None,
    language: str | None = None,
    progress: Callable[[Progress], None] = _no_progress,
    *,
    name_customer: bool = False,
    token: str = "",
) -> ExportResult:
    """Write the documents `names` (by default all) about `state` into `out_dir`.

    All appear together at the end; a failed or stopped export leaves the folder as it was.
    `language` is the workshop's own unless given. `progress` may raise to stop the export.
    `name_customer` names the customer in internal documents too. `token` marks the passing files.
    Raises UserError (`errors.export_folder`, `errors.export_failed`).
    """
    documents = [DOCUMENTS[name] for name in dict.fromkeys(NAMES if names is None else names)]
    language = language or state.workshop.language
    found: dict[tuple[str, str], int] = {}
    with Bundle(out_dir, token or uuid4().hex) as bundle:
        for number, document in enumerate(documents, 1):
            tick = _tick(progress, document.name, number, len(documents))
            masked = document.internal and not name_customer
            data, replaced = _make(document, Paper(state, solutions, language, masked=masked), tick)
            bundle.add(document.file_name(state, language), data)
            for each in replaced:
                key = each.character, each.shown
                found[key] = found.get(key, 0) + each.count
        files = bundle.publish()
    return ExportResult(files, tuple(Replaced(*key, count) for key, count in found.items()))


def _tick(
    progress: Callable[[Progress], None], document: str, number: int, count: int
) -> Callable[[int, int], None]:
    def tick(page: int, pages: int) -> None:
        progress(Progress(document=document, number=number, count=count, page=page, pages=pages))

    tick(0, 0)
    return tick


def _make(
    document: Document, paper: Paper, tick: Callable[[int, int], None]
) -> tuple[bytes, tuple[Replaced, ...]]:
    data = write(document.build(paper), _frame(document, paper), tick)
    return data, paper.replaced


def _frame(document: Document, paper: Paper) -> Frame:
    words, day = paper.words, day_of(paper.state.workshop)
    title = words(document.title_key)
    notice = words(f"papers.foot.{'internal' if document.internal else 'customer'}")
    date = day or words("papers.foot.undated")
    footer = words("papers.foot.line", name=title, date=date, notice=notice)
    return Frame(title=title, language=words.language, footer=footer, day=day)
