"""How a paper stands: drawn or not, waiting, being made, made, with a warning, failed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from exports.process import ExportRun
from exports.progress import ExportResult
from ui.components.papers.exporter import Exporter
from ui.pages.wrap_up.first_pages import FirstPages
from workshop_app.i18n import tr


class Stand(Enum):
    """The states; each has an icon and a colour."""

    CALM = ("", "ink2")
    WAITING = ("clock", "ink2")
    MAKING = ("clock", "accent")
    MADE = ("circle-check", "solution")
    NOTHING = ("circle-dashed", "ink2")
    WARNING = ("circle-alert", "ink")
    FAILED = ("circle-alert", "danger")


@dataclass(frozen=True)
class PaperStatus:
    """A state and its words."""

    stand: Stand = Stand.CALM
    words: str = ""


def state_of(name: str, desk: Exporter, pages: FirstPages) -> PaperStatus:
    """How a paper stands in the export that was begun last; without one, its picture."""
    work = desk.work
    run = work.run if work is not None else None
    if work is not None and run is not None and name in work.names:
        found = _exported(name, work.names, run)
        if found is not None:
            return found
    page = pages.of(name)
    if page is None:
        drawing = pages.making == name
        key = "drawing" if drawing else "waiting"
        return _state(Stand.MAKING if drawing else Stand.WAITING, key)
    if page.error is not None:
        return PaperStatus(Stand.FAILED, tr(page.error.key, **page.error.values))
    return PaperStatus() if page.image is not None else _state(Stand.NOTHING, "nothing")


def _exported(name: str, names: tuple[str, ...], run: ExportRun) -> PaperStatus | None:
    if not run.finished:
        return _under_way(name, names, run)
    if run.error is not None:
        return _state(Stand.FAILED, "failed")
    return _written(name, run.result) if run.result is not None else None


def _under_way(name: str, names: tuple[str, ...], run: ExportRun) -> PaperStatus:
    if run.progress is None:
        return _state(Stand.WAITING, "waiting")
    at = len(names) if run.progress.reading else run.progress.number - 1
    place = names.index(name)
    if place < at:
        return _state(Stand.MADE, "made")
    return _state(Stand.MAKING, "making") if place == at else _state(Stand.WAITING, "waiting")


def _written(name: str, result: ExportResult) -> PaperStatus:
    if name in result.nothing:
        return _state(Stand.NOTHING, "nothing")
    mark = f"_{name}_"
    found = sum(any(mark in place.file for place in held.places) for held in result.held)
    if found:
        return PaperStatus(Stand.WARNING, tr("wrap_up.gallery.found", n=found))
    return _state(Stand.WAITING, "held") if result.stopped else _state(Stand.MADE, "written")


def _state(stand: Stand, key: str) -> PaperStatus:
    return PaperStatus(stand, tr(f"wrap_up.gallery.{key}"))
