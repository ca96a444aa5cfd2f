"""Messages on the progress and the results of exports and copies."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from exports.copying import CopyProgress
from exports.key_message import outdated_sentences
from exports.material import Material
from exports.process import CopyRun, ExportRun
from exports.progress import ExportResult, Progress
from ui.components.papers.selection import title_of
from ui.components.paragraph_view import text_row
from ui.rows.row import Row
from ui.widgets.menu import shortened
from workshop_app.domain.facts.dossier_gaps import dossier_gaps
from workshop_app.domain.facts.reply_day import lacks_reply_day, promised_day
from workshop_app.domain.ids import request_code
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Missing, Step
from workshop_app.i18n import texts, tr

_MAKING = 0.8
"""The share of progress for creating the papers; the rest is for reading them back."""
_MOST_GAPS = 3
_LONGEST_TITLE = 24


def progress_share(progress: Progress | CopyProgress | None) -> float:
    """Return the progress of an export or a copy, 0 to 1."""
    if progress is None:
        return 0.0
    if isinstance(progress, CopyProgress):
        return progress.done / progress.total if progress.total else 0.0
    page = progress.page / progress.pages if progress.pages else 0.0
    if progress.reading:
        return _MAKING + (1 - _MAKING) * page
    return _MAKING * (progress.number - 1 + page) / progress.count


def export_text(run: ExportRun) -> str:
    """Return the progress or the result of an export."""
    return _result_text(run) if run.finished else _progress_text(run.progress)


def copy_text(run: CopyRun, folder: Path) -> str:
    """Return the progress or the result of a copy into `folder`."""
    if run.error is not None:
        return tr(run.error.key, **run.error.values)
    if run.result is not None:
        return tr("export.copied", n=len(run.result.files), folder=folder)
    return tr("export.copy_stopped" if run.cancelled else "export.copying")


def _progress_text(progress: Progress | None) -> str:
    """Return which paper is being created, and its current page."""
    if progress is None:
        return tr("wrap_up.papers.starting")
    if progress.reading:
        return tr("export.reading", page=progress.page, pages=progress.pages)
    name = title_of(progress.document)
    words = tr("wrap_up.papers.making", name=name, number=progress.number, total=progress.count)
    if not progress.pages:
        return words
    return f"{words}  {tr('wrap_up.papers.page', page=progress.page, pages=progress.pages)}"


def _result_text(run: ExportRun) -> str:
    if run.error is not None:
        return tr(run.error.key, **run.error.values)
    if run.result is None:
        return tr("wrap_up.papers.cancelled")
    if run.result.stopped:
        return tr("export.stopped", n=sum(not each.weak for each in run.result.findings))
    written = len(run.result.files)
    same = len(run.result.unchanged)
    if same:
        return tr("wrap_up.papers.written_anew", n=written - same, same=same)
    return tr("wrap_up.papers.written", n=written)


def result_rows(result: ExportResult | None) -> list[Row]:
    """Return problems, then a line for each file below the name of its folder, papers first."""
    if result is None:
        return []
    files = sorted(result.files, key=lambda file: file.suffix != ".pdf")
    rows = [
        text_row(words, role)._replace(id=row_id)
        for folder in dict.fromkeys(file.parent for file in result.files)
        for words, role, row_id in (
            (f"{folder.name}/", "body-bold", ""),
            *((file.name, "body", str(file)) for file in files if file.parent == folder),
        )
    ]
    weak = [each.text for each in result.findings if each.weak]
    lines = [tr(f"papers.nothing.{name}") for name in result.empty_documents]
    if weak:
        lines.append(tr("export.warned", found="  ".join(weak)))
    if result.invalid_addresses:
        lines.append(tr("papers.unaddressed", who=", ".join(result.invalid_addresses)))
    return [*(text_row(line, "meta") for line in lines), *rows]


def replaced_text(result: ExportResult | None) -> str:
    """Return which characters were replaced on paper; empty if all could be printed."""
    if result is None or result.stopped or not result.replaced:
        return ""
    found = "  ".join(f"{one.code} → {one.shown} × {one.count}" for one in result.replaced)
    return tr("wrap_up.papers.replaced", found=found)


def readiness_text(lacks: Sequence[tuple[Step, Missing]], linked: int, *, complete: bool) -> str:
    """Return that papers can be written although steps lack something, or that all is `complete`.

    What is lacking after the first ``linked`` items, which are links, is named.
    """
    if lacks:
        rest = (tr(f"steps.missing.{one.key}", n=one.n) for _step, one in lacks[linked:])
        return "  ".join((*rest, tr("wrap_up.papers.anyway")))
    return tr("wrap_up.papers.complete") if complete else ""


def unentered_text(unentered: Sequence[str]) -> str:
    """Return that the papers lack the typed text that waits in these editors; empty for none."""
    names = tr("frame.saved.places").join(unentered)
    return tr("wrap_up.papers.unentered", places=names) if unentered else ""


def outdated_message_text(state: WorkshopState) -> str:
    """Return that the key message states of a request what is not so today, or an empty text."""
    outdated = outdated_sentences(Material(state, {}, state.workshop.language))
    return tr("wrap_up.message.check") if outdated else ""


def no_reply_day_text(state: WorkshopState, slack: int) -> str:
    """Return that the dossier cannot name a day for replies, or an empty text.

    `slack` is the days that the settings leave between the reply and the promised day.
    """
    if not lacks_reply_day(state, slack):
        return ""
    return tr("wrap_up.papers.no_reply_day", date=texts().date(promised_day(state), year=False))


def dossier_gaps_text(state: WorkshopState) -> str:
    """Return the empty fields of the dossier; empty if there are none."""
    gaps = dossier_gaps(state)
    if not gaps:
        return ""
    separator = tr("widgets.problem_side.and")
    found = [
        tr(
            "promises.gaps.request",
            code=request_code(gap.request.number),
            title=shortened(gap.request.title, _LONGEST_TITLE),
            fields=separator.join(_quoted(name) for name in gap.fields),
        )
        for gap in gaps[:_MOST_GAPS]
    ]
    more = len(gaps) - len(found)
    if more:
        found.append(tr("promises.gaps.more", n=more))
    return tr("promises.gaps.found", found="  /  ".join(found))


def _quoted(field: str) -> str:
    """Return the name of a field in quotation marks, since some contain a comma or an "and"."""
    return tr("promises.gaps.field", name=tr(f"promises.gaps.{field}"))
