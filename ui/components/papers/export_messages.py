"""What an export has come to, in words."""

from __future__ import annotations

from exports.process import ExportRun
from exports.progress import ExportResult, Progress
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step, missing
from workshop_app.i18n import tr

_MAKING = 0.8
"""The share of making the papers; reading them back is the rest."""
_MOST_LINES = 8
"""As many paths fit below the buttons; the folder has them all."""


def share_of(progress: Progress | None) -> float:
    """How much of an export is done, 0 to 1."""
    if progress is None:
        return 0.0
    page = progress.page / progress.pages if progress.pages else 0.0
    if progress.reading:
        return _MAKING + (1 - _MAKING) * page
    return _MAKING * (progress.number - 1 + page) / progress.count


def progress_words(progress: Progress | None, *, page: bool = True) -> str:
    """Which paper is being made, and at which page it is."""
    if progress is None:
        return tr("wrap_up.papers.starting")
    if progress.reading:
        return tr("leaving.reading", page=progress.page, pages=progress.pages)
    name = tr(f"papers.name.{progress.document}")
    words = tr("wrap_up.papers.making", name=name, number=progress.number, total=progress.count)
    if not page or not progress.pages:
        return words
    return f"{words}  {tr('wrap_up.papers.page', page=progress.page, pages=progress.pages)}"


def end_words(run: ExportRun) -> str:
    """How an export ended."""
    if run.error is not None:
        return tr(run.error.key, **run.error.values)
    if run.result is None:
        return tr("wrap_up.papers.cancelled")
    if run.result.stopped:
        return tr("leaving.stopped", n=sum(not held.weak for held in run.result.held))
    written, same = len(run.result.files), len(run.result.unchanged)
    if same:
        return tr("wrap_up.papers.written_anew", n=written - same, same=same)
    return tr("wrap_up.papers.written", n=written)


def lines_of(result: ExportResult | None) -> list[str]:
    """Where the papers are and how many other files there are, for private mode."""
    if result is None:
        return []
    papers = [str(file) for file in result.files if file.suffix == ".pdf"][:_MOST_LINES]
    others = len(result.files) - len(papers)
    weak = [held.text for held in result.held if held.weak]
    lines = [*papers, tr("wrap_up.papers.others", n=others) if others else ""]
    lines += [tr(f"papers.nothing.{name}") for name in result.nothing]
    if weak:
        lines.append(tr("leaving.warned", found="  ".join(weak)))
    if result.unaddressed:
        lines.append(tr("papers.unaddressed", who=", ".join(result.unaddressed)))
    return [line for line in lines if line]


def replaced_words(result: ExportResult | None) -> str:
    """Which characters were replaced on paper; all could be printed when there is none."""
    if result is None or result.stopped:
        return ""
    if not result.replaced:
        return tr("wrap_up.papers.all_printed")
    found = "  ".join(f"{one.code} → {one.shown} × {one.count}" for one in result.replaced)
    return tr("wrap_up.papers.replaced", found=found)


def still_missing(state: WorkshopState) -> str:
    """What the steps before still lack; the papers are written all the same."""
    lacks = [
        tr(f"steps.missing.{one.key}", n=one.n)
        for step in Step
        if step is not Step.WRAP_UP
        for one in missing(state, step)
    ]
    found = "  /  ".join(dict.fromkeys(lacks))
    return tr("wrap_up.papers.missing", found=found) if found else tr("wrap_up.papers.complete")
