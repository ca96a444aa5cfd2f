"""The process behind a preview: makes the document that was asked for and draws its pages."""

from __future__ import annotations

import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from exports.name_marks import Patterns, name_boxes, naming_patterns
from exports.preview import (
    PageInfo,
    PageRequest,
    PreviewFailed,
    PreviewOrder,
    PreviewReady,
    RenderedPage,
)
from exports.progress import Progress
from workshop_app.domain.errors import UserError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_AWAKE = "awake"
_WIDEST = 6000
"""Pixels; A4 at 600 dots an inch is narrower."""


class _Asked(Exception):
    """Something else was asked for while a document was being made."""


def run_worker(pipe: Connection) -> None:
    """Take orders and wishes until the other end of `pipe` is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    easel: PreviewDocument | None = None
    with suppress(EOFError, OSError):
        pipe.send(_AWAKE)
        while True:
            message = pipe.recv()
            if isinstance(message, PreviewOrder):
                easel = _made(pipe, message)
            elif isinstance(message, PageRequest) and easel is not None and not pipe.poll():
                pipe.send(easel.picture(message))


def _made(pipe: Connection, order: PreviewOrder) -> PreviewDocument | None:
    def tell(progress: Progress) -> None:
        pipe.send(progress)
        if pipe.poll():
            raise _Asked

    try:
        easel = PreviewDocument(order, tell)
    except _Asked:
        return None
    except UserError as error:
        pipe.send(PreviewFailed(error.key, error.values))
    except Exception as error:  # noqa: BLE001 - told to the user; the text may hold their words
        pipe.send(PreviewFailed("errors.preview_failed", {"reason": type(error).__name__}))
    else:
        pipe.send(PreviewReady(order.name, easel.pages))
        return easel
    return None


class PreviewDocument:
    """One document in memory, for all its readers, and its pages as pictures."""

    def __init__(self, order: PreviewOrder, tell: Callable[[Progress], None]) -> None:
        import pypdfium2

        from exports.job import printed

        self._name = order.name
        self._patterns: Patterns = naming_patterns(order.state, order.guard)
        self._places: list[tuple[PdfDocument, int]] = []
        pages: list[PageInfo] = []
        for file in printed(order, tell):
            paper = pypdfium2.PdfDocument(file.data)
            count = len(paper)
            self._places += [(paper, number) for number in range(count)]
            pages += [PageInfo(file.part, number, count) for number in range(1, count + 1)]
        self.pages = tuple(pages)

    def picture(self, wish: PageRequest) -> RenderedPage:
        """Return a page drawn as wide as was asked for, and where somebody is named on it."""
        paper, number = self._places[max(0, min(wish.number, len(self._places) - 1))]
        page = paper[number]
        try:
            scale = max(1, min(wish.width, _WIDEST)) / page.get_width()
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            return RenderedPage(
                self._name,
                wish.number,
                wish.width,
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                bytes(bitmap.buffer),
                name_boxes(page, self._patterns),
            )
        finally:
            page.close()
