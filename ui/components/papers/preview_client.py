"""Creates and renders a preview in another process, polled so that the window never blocks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from exports.preview import PageInfo, PageRequest, PreviewOrder, RenderedPage
from exports.preview_process import PreviewRun
from exports.progress import Progress
from ui.widgets.timers import call_every
from workshop_app.domain.errors import UserError

_POLL_INTERVAL_MS = 25


class PreviewClient(QObject):
    """Creates one document at a time and renders its pages.

    ``changed`` is emitted on progress and when the document is complete or failed,
    ``drawn(picture)`` when a page was rendered. The process runs from the first order until `stop`.
    """

    changed = Signal()
    drawn = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._run: PreviewRun | None = None
        self._last: RenderedPage | None = None
        self.page_requested = False
        """Whether a page of this document was requested."""
        self._timer = call_every(self, _POLL_INTERVAL_MS, self._poll)

    @property
    def pages(self) -> tuple[PageInfo, ...]:
        """The pages of the document for all its readers; empty until it is complete."""
        made = self._run.ready if self._run is not None else None
        return made.pages if made is not None else ()

    @property
    def made(self) -> bool:
        """Whether the document is complete; it may have no pages."""
        return self._run is not None and self._run.ready is not None

    @property
    def error(self) -> UserError | None:
        """Why the document could not be created."""
        return self._run.error if self._run is not None else None

    @property
    def progress(self) -> Progress | None:
        return self._run.progress if self._run is not None else None

    def order(self, order: PreviewOrder) -> None:
        """Create a document instead of the previous one."""
        if self._run is not None and self._run.error is not None:
            self.stop()
        if self._run is None:
            self._run = PreviewRun()
        self._last = None
        self.page_requested = False
        self._run.request_document(order)
        self._timer.start()
        self.changed.emit()

    def request_page(self, number: int, width: int) -> None:
        """Request the page `number`, from 0, as a picture of `width` pixels."""
        if self._run is not None and self.pages:
            self.page_requested = True
            self._run.request_page(PageRequest(number, width))
            self._timer.start()

    def stop(self) -> None:
        """End the process and discard its results."""
        self._timer.stop()
        if self._run is not None:
            self._run.close()
        self._run = None
        self._last = None

    def _poll(self) -> None:
        run = self._run
        if run is None or not run.poll():
            return
        if run.image is not None and run.image is not self._last:
            self._last = run.image
            self.drawn.emit(run.image)
        self.changed.emit()
