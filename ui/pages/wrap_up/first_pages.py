"""The first pages of papers as pictures, made one paper after the other in another process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from exports.preview import Picture, PreviewOrder
from ui.components.papers.preview_client import EaselWork
from workshop_app.domain.errors import UserError
from workshop_app.domain.state import WorkshopState

_WIDTH = 480
"""Pixels of a picture; what is shown is smaller, also where a point has two pixels."""
_PAUSE_MS = 300
"""The window is shown first, and what changes several times in a row is drawn once."""
_LEFT_OUT = frozenset({"agenda"})
"""The timer books into it every few seconds, and no first page looks different for it."""


@dataclass(frozen=True)
class FirstPage:
    """The picture of a page, and how many readers the paper has; no pages where it says nothing."""

    image: QImage | None = None
    readers: int = 0
    error: UserError | None = None


class FirstPages(QObject):
    """Keeps what was drawn as long as its window; `changed` when a page came or failed."""

    changed = Signal()

    def __init__(self, window: QWidget, names: Sequence[str]) -> None:
        super().__init__(window)
        self._names = tuple(names)
        self._found: dict[str, FirstPage] = {}
        self._order_of: Callable[[str], PreviewOrder] | None = None
        self._like: PreviewOrder | None = None
        self._easel = EaselWork(self)
        self._easel.changed.connect(self._look)
        self._easel.drawn.connect(self._take)
        self._making = ""
        self._timer = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self._next)
        window.installEventFilter(self)

    @property
    def making(self) -> str:
        """The paper that is being drawn."""
        return self._making

    def of(self, name: str) -> FirstPage | None:
        """What is known of a paper; None while it waits."""
        return self._found.get(name)

    def want(self, order_of: Callable[[str], PreviewOrder]) -> None:
        """Draw what is missing; anew where the papers would look different now."""
        like = order_of(self._names[0])
        if self._like is None or not _same(like, self._like):
            self._easel.stop()
            self._found, self._making = {}, ""
        self._like, self._order_of = like, order_of
        if not self._making and len(self._found) < len(self._names):
            self._timer.start()

    def retry(self, name: str) -> None:
        """Draw a paper again that failed."""
        self._found.pop(name, None)
        self.changed.emit()
        if not self._making:
            self._timer.start()

    def stop(self) -> None:
        """End the process; what was drawn is kept."""
        self._timer.stop()
        self._easel.stop()
        self._making = ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.stop()
        return super().eventFilter(watched, event)

    def _next(self) -> None:
        name = next((name for name in self._names if name not in self._found), "")
        if not name or self._order_of is None:
            self.stop()
            return
        self._making = name
        self._easel.order(self._order_of(name))
        self.changed.emit()

    def _look(self) -> None:
        if not self._making:
            return
        if self._easel.error is not None:
            self._keep(FirstPage(error=self._easel.error))
        elif self._easel.made and not self._easel.pages:
            self._keep(FirstPage())
        elif self._easel.pages and not self._easel.wished:
            self._easel.wish(0, _WIDTH)

    def _take(self, picture: Picture) -> None:
        if picture.name == self._making:
            size = (picture.width, picture.height, picture.stride)
            image = QImage(picture.pixels, *size, QImage.Format.Format_RGB32).copy()
            readers = len({page.reader for page in self._easel.pages})
            self._keep(FirstPage(image, readers))

    def _keep(self, page: FirstPage) -> None:
        self._found[self._making] = page
        self._making = ""
        self.changed.emit()
        QTimer.singleShot(0, self, self._next)


def _same(one: PreviewOrder, other: PreviewOrder) -> bool:
    """Whether papers made for both look alike."""
    kept = [field.name for field in fields(PreviewOrder) if field.name not in ("state", "name")]
    alike = all(getattr(one, name) == getattr(other, name) for name in kept)
    return alike and all(
        getattr(one.state, field.name) == getattr(other.state, field.name)
        for field in fields(WorkshopState)
        if field.name not in _LEFT_OUT
    )
