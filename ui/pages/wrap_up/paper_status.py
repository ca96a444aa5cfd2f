"""The status of a paper in the gallery: of its export, else of its picture."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from exports.process import ExportRun
from exports.progress import ExportResult
from exports.registry import DOCUMENTS
from ui.components.papers.exporter import Exporter
from ui.pages.wrap_up.first_pages import FirstPages
from workshop_app.i18n import LANGUAGES, tr


class PaperState(Enum):
    """The states of a paper, each with its icon and colour."""

    IDLE = ("", "ink2")
    WAITING = ("clock", "ink2")
    MAKING = ("clock", "accent")
    MADE = ("circle-check", "solution")
    NOTHING = ("circle-dashed", "ink2")
    WARNING = ("circle-alert", "ink")
    FAILED = ("circle-alert", "danger")


@dataclass(frozen=True)
class PaperStatus:
    """A state, and its text."""

    state: PaperState = PaperState.IDLE
    text: str = ""


def status_of(name: str, exporter: Exporter, pages: FirstPages) -> PaperStatus:
    """Return the status of a paper in the last export; without one, the status of its picture."""
    job = exporter.job
    run = job.run if job is not None else None
    if job is not None and run is not None and name in job.names:
        exported = _export_status(name, job.names, run)
        if exported is not None:
            return exported
    page = pages.page_of(name)
    if page is None:
        drawing = pages.drawing == name
        key = "drawing" if drawing else "waiting"
        return _status(PaperState.MAKING if drawing else PaperState.WAITING, key)
    if page.error is not None:
        return PaperStatus(PaperState.FAILED, tr(page.error.key, **page.error.values))
    return PaperStatus() if page.image is not None else _status(PaperState.NOTHING, "nothing")


def _export_status(name: str, names: tuple[str, ...], run: ExportRun) -> PaperStatus | None:
    if not run.finished:
        return _progress_status(name, names, run)
    if run.error is not None:
        return _status(PaperState.FAILED, "failed")
    return _result_status(name, run.result) if run.result is not None else None


def _progress_status(name: str, names: tuple[str, ...], run: ExportRun) -> PaperStatus:
    if run.progress is None:
        return _status(PaperState.WAITING, "waiting")
    current = len(names) if run.progress.reading else run.progress.number - 1
    number = names.index(name)
    if number < current:
        return _status(PaperState.MADE, "made")
    if number == current:
        return _status(PaperState.MAKING, "making")
    return _status(PaperState.WAITING, "waiting")


def _result_status(name: str, result: ExportResult) -> PaperStatus:
    if name in result.empty_documents:
        return _status(PaperState.NOTHING, "nothing")
    marks = [f"_{DOCUMENTS[name].name_in_files(language)}_" for language in LANGUAGES]
    found = sum(
        any(mark in leak.file for leak in finding.places for mark in marks)
        for finding in result.findings
    )
    if found:
        return PaperStatus(PaperState.WARNING, tr("wrap_up.gallery.found", n=found))
    return (
        _status(PaperState.WAITING, "held")
        if result.stopped
        else _status(PaperState.MADE, "written")
    )


def _status(state: PaperState, key: str) -> PaperStatus:
    return PaperStatus(state, tr(f"wrap_up.gallery.{key}"))
