"""A preview under way: asked from time to time, so that the window never waits for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from exports.preview import PageWish, Picture, PreviewOrder
from exports.preview_process import PreviewRun
from exports.progress import Progress
from workshop_app.domain.errors import UserError

_ASK_EVERY_MS = 25


class EaselWork(QObject):
    """Keeps the process of a preview while its page is in front.

    `changed` when the document is made, failed or got on; `drawn` when a picture came.
    """

    changed = Signal()
    drawn = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._run: PreviewRun | None = None
        self._last: Picture | None = None
        self._wished = False
        self._timer = QTimer(self, interval=_ASK_EVERY_MS)
        self._timer.timeout.connect(self._ask)

    @property
    def pages(self) -> tuple:
        """The pages of the document; empty until it is made."""
        made = self._run.made if self._run is not None else None
        return made.pages if made is not None else ()

    @property
    def made(self) -> bool:
        """Whether the document is made; it may have no pages."""
        return self._run is not None and self._run.made is not None

    @property
    def error(self) -> UserError | None:
        """Why the document could not be made."""
        return self._run.error if self._run is not None else None

    @property
    def wished(self) -> bool:
        """Whether a page of this document was asked for."""
        return self._wished

    @property
    def progress(self) -> Progress | None:
        """How far the document is."""
        return self._run.progress if self._run is not None else None

    def order(self, order: PreviewOrder) -> None:
        """Have a document made."""
        if self._run is not None and self._run.error is not None:
            self.stop()
        if self._run is None:
            self._run = PreviewRun()
        self._last = None
        self._wished = False
        self._run.order(order)
        self._timer.start()
        self.changed.emit()

    def wish(self, number: int, width: int) -> None:
        """Ask for a page as a picture of this width."""
        if self._run is not None and self.pages:
            self._wished = True
            self._run.wish(PageWish(number, width))
            self._timer.start()

    def stop(self) -> None:
        """End the process; what was made is forgotten."""
        self._timer.stop()
        if self._run is not None:
            self._run.close()
        self._run = self._last = None

    def _ask(self) -> None:
        run = self._run
        if run is None or not run.poll():
            return
        if run.picture is not None and run.picture is not self._last:
            self._last = run.picture
            self.drawn.emit(run.picture)
        self.changed.emit()
