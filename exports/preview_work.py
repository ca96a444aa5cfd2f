"""The process of a preview: creates a document and renders images of its pages."""

from __future__ import annotations

import signal
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
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

_STARTED = "started"
_WIDEST = 6000
"""Maximum width of an image in pixels; A4 at 600 dots per inch has fewer."""


class _Replaced(Exception):
    """Raised if another document is requested while one is created; carries that request."""

    def __init__(self, order: PreviewOrder) -> None:
        super().__init__()
        self.order = order


def run_worker(pipe: Connection) -> None:
    """Answer orders and page requests until the other end of `pipe` is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    document: PreviewDocument | None = None
    with suppress(EOFError, OSError):
        pipe.send(_STARTED)
        while True:
            message = pipe.recv()
            if isinstance(message, PreviewOrder):
                document = _latest_document(pipe, message)
            elif isinstance(message, PageRequest) and document is not None and not pipe.poll():
                pipe.send(document.render(message))


def _latest_document(pipe: Connection, order: PreviewOrder) -> PreviewDocument | None:
    """Return the document of `order`, or of the last one that arrives while it is created."""
    while True:
        try:
            return _make(pipe, order)
        except _Replaced as replaced:
            order = replaced.order


def _make(pipe: Connection, order: PreviewOrder) -> PreviewDocument | None:
    def report(progress: Progress) -> None:
        pipe.send(progress)
        while pipe.poll():
            message = pipe.recv()
            if isinstance(message, PreviewOrder):
                raise _Replaced(message)
            # a page of the previous document, which is no longer needed

    try:
        document = PreviewDocument(order, report)
    except _Replaced:
        raise
    except UserError as error:
        pipe.send(PreviewFailed(order.serial, error.key, error.values))
    except Exception as error:  # noqa: BLE001 - reported without its text, which may contain personal data
        pipe.send(
            PreviewFailed(order.serial, "errors.preview_failed", {"reason": type(error).__name__})
        )
    else:
        pipe.send(PreviewReady(order.serial, document.pages))
        return document
    return None


class PreviewDocument:
    """One document in memory, for all its readers, and images of its pages."""

    def __init__(self, order: PreviewOrder, report: Callable[[Progress], None]) -> None:
        import pypdfium2

        self._serial = order.serial
        self._patterns: Patterns = naming_patterns(order.state, order.options.guard)
        self._pdf_pages: list[tuple[PdfDocument, int]] = []
        pages: list[PageInfo] = []
        for reader, data in _written(order) or _made(order, report):
            pdf = pypdfium2.PdfDocument(data)
            count = len(pdf)
            self._pdf_pages += [(pdf, number) for number in range(count)]
            pages += [PageInfo(reader, number, count) for number in range(1, count + 1)]
        self.pages = tuple(pages)

    def render(self, request: PageRequest) -> RenderedPage:
        """Return an image of a page in the requested width, and the boxes of names on it."""
        pdf, number = self._pdf_pages[max(0, min(request.number, len(self._pdf_pages) - 1))]
        page = pdf[number]
        try:
            scale = max(1, min(request.width, _WIDEST)) / page.get_width()
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            return RenderedPage(
                self._serial,
                request.number,
                request.width,
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                bytes(bitmap.buffer),
                name_boxes(page, self._patterns),
            )
        finally:
            page.close()


def _written(order: PreviewOrder) -> list[tuple[str, bytes]]:
    """Return the readers and bytes of the written files; none if one of them was changed."""
    found: list[tuple[str, bytes]] = []
    for paper in order.written:
        try:
            data = paper.file.read_bytes()
        except OSError:
            return []
        if sha256(data).hexdigest() != paper.digest:
            return []
        found.append((paper.reader, data))
    return found


def _made(order: PreviewOrder, report: Callable[[Progress], None]) -> list[tuple[str, bytes]]:
    """Return the readers and bytes of the files as an export would write them."""
    from exports.job import preview_files

    return [(file.part, file.data) for file in preview_files(order, report)]
