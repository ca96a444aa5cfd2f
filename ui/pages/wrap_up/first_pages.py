"""The first pages of papers as pictures, rendered one after the other in another process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from exports.preview import PreviewOrder, RenderedPage
from ui.components.papers.preview_client import PreviewClient
from workshop_app.domain.errors import UserError
from workshop_app.domain.state import WorkshopState

_WIDTH = 480
"""Width of a picture in pixels; pages are shown smaller, even on high-resolution displays."""
_DELAY_MS = 300
"""Delay in ms that lets the window appear first, and combines several changes."""
_IGNORED_FIELDS = frozenset({"agenda"})
"""Fields of the state that affect no first page. The timer often changes the agenda."""


@dataclass(frozen=True)
class FirstPage:
    """The first page of a paper, and its number of readers.

    Without an image the paper is empty, or could not be created for the reason in `error`.
    """

    image: QImage | None = None
    readers: int = 0
    error: UserError | None = None


class FirstPages(QObject):
    """Caches the rendered pages of a window; ``changed``: a page is ready or has failed."""

    changed = Signal()

    def __init__(self, window: QWidget, names: Sequence[str]) -> None:
        super().__init__(window)
        self._names = tuple(names)
        self._pages: dict[str, FirstPage] = {}
        self._order_of: Callable[[str], PreviewOrder] | None = None
        self._last_order: PreviewOrder | None = None
        self._client = PreviewClient(self)
        self._client.changed.connect(self._request_first_page)
        self._client.drawn.connect(self._take_picture)
        self._drawing = ""
        self._timer = QTimer(self, interval=_DELAY_MS, singleShot=True)
        self._timer.timeout.connect(self._draw_next)
        window.installEventFilter(self)

    @property
    def drawing(self) -> str:
        """The name of the paper that is being rendered, or empty."""
        return self._drawing

    def page_of(self, name: str) -> FirstPage | None:
        """Return the first page of a paper; None until it is rendered."""
        return self._pages.get(name)

    def request(self, order_of: Callable[[str], PreviewOrder]) -> None:
        """Render the missing pages, and all again if they would look different."""
        order = order_of(self._names[0])
        if self._last_order is None or not _look_alike(order, self._last_order):
            self._client.stop()
            self._pages = {}
            self._drawing = ""
        self._last_order = order
        self._order_of = order_of
        if not self._drawing and len(self._pages) < len(self._names):
            self._timer.start()

    def retry(self, name: str) -> None:
        """Render a paper again after a failure."""
        self._pages.pop(name, None)
        self.changed.emit()
        if not self._drawing:
            self._timer.start()

    def stop(self) -> None:
        """End the process; the rendered pages are kept."""
        self._timer.stop()
        self._client.stop()
        self._drawing = ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.stop()
        return super().eventFilter(watched, event)

    def _draw_next(self) -> None:
        name = next((name for name in self._names if name not in self._pages), "")
        if not name or self._order_of is None:
            self.stop()
            return
        self._drawing = name
        self._client.order(self._order_of(name))
        self.changed.emit()

    def _request_first_page(self) -> None:
        if not self._drawing:
            return
        if self._client.error is not None:
            self._keep(FirstPage(error=self._client.error))
        elif self._client.made and not self._client.pages:
            self._keep(FirstPage())
        elif self._client.pages and not self._client.page_requested:
            self._client.request_page(0, _WIDTH)

    def _take_picture(self, picture: RenderedPage) -> None:
        if self._drawing:
            size = (picture.width, picture.height, picture.stride)
            image = QImage(picture.pixels, *size, QImage.Format.Format_RGB32).copy()
            readers = len({page.reader for page in self._client.pages})
            self._keep(FirstPage(image, readers))

    def _keep(self, page: FirstPage) -> None:
        self._pages[self._drawing] = page
        self._drawing = ""
        self.changed.emit()
        QTimer.singleShot(0, self, self._draw_next)


def _look_alike(one: PreviewOrder, other: PreviewOrder) -> bool:
    """Return whether the papers of both orders look alike."""
    compared = [field.name for field in fields(PreviewOrder) if field.name not in ("state", "name")]
    alike = all(getattr(one, name) == getattr(other, name) for name in compared)
    return alike and all(
        getattr(one.state, field.name) == getattr(other.state, field.name)
        for field in fields(WorkshopState)
        if field.name not in _IGNORED_FIELDS
    )
