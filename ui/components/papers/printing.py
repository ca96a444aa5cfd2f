"""Prints papers as pictures, one page after the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from exports.preview import PageInfo, PreviewOrder, RenderedPage
from ui.components.papers.preview_client import PreviewClient

_MOST_PIXELS = 2550
"""The width of Letter at 300 dots per inch; A4 is narrower."""
PAPER_SIZES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}


def ask_for_printer(parent: QWidget, title: str, paper_size: str) -> QPrinter | None:
    """Show the system's print dialog; return None if it was cancelled."""
    printer = _prepared(QPrinter(QPrinter.PrinterMode.HighResolution), title, paper_size)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if accepted else None


def printer_names() -> list[str]:
    """Return the names of the system's printers, the default one first."""
    names = QPrinterInfo.availablePrinterNames()
    default = QPrinterInfo.defaultPrinterName()
    return sorted(names, key=lambda name: name != default)


def printer_named(name: str, title: str, paper_size: str) -> QPrinter:
    """Return the printer with a name, ready to print a document without a dialog."""
    info = QPrinterInfo.printerInfo(name)
    return _prepared(QPrinter(info, QPrinter.PrinterMode.HighResolution), title, paper_size)


def _prepared(printer: QPrinter, title: str, paper_size: str) -> QPrinter:
    printer.setPageSize(QPageSize(PAPER_SIZES[paper_size]))
    printer.setFullPage(True)
    printer.setDocName(title)
    return printer


class PrintJob(QObject):
    """Prints a document, which it creates in a separate process.

    With ``readers``, the codes of participants, only their pages are printed. ``page_sent(page,
    pages)`` is emitted before each page, then ``finished(succeeded)`` once.
    """

    page_sent = Signal(int, int)
    finished = Signal(bool)

    def __init__(
        self,
        order: PreviewOrder,
        printer: QPrinter,
        parent: QObject,
        readers: frozenset[str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._printer = printer
        self._readers = readers
        self._painter = QPainter()
        self._numbers: list[int] = []
        self._done = 0
        self._client = PreviewClient(self)
        self._client.changed.connect(self._begin_when_made)
        self._client.drawn.connect(self._print)
        self._client.order(order)

    def cancel(self) -> None:
        """Stop printing; pages that were not sent are not printed."""
        if self._painter.isActive():
            self._printer.abort()
        self._finish(succeeded=False)

    def _begin_when_made(self) -> None:
        if self._client.error is not None:
            self.cancel()
        elif self._client.pages and not self._numbers:
            self._numbers = self._page_numbers(self._client.pages)
            if self._numbers and self._painter.begin(self._printer):
                self._request_page()
            else:
                self._finish(succeeded=False)

    def _page_numbers(self, pages: Sequence[PageInfo]) -> list[int]:
        """Return the 0-based numbers of the pages for the readers, or chosen in the dialog."""
        count = len(pages)
        if self._readers is not None:
            return [number for number in range(count) if pages[number].reader in self._readers]
        if self._printer.printRange() is not QPrinter.PrintRange.PageRange:
            return list(range(count))
        return list(range(max(0, self._printer.fromPage() - 1), min(count, self._printer.toPage())))

    def _request_page(self) -> None:
        number = self._numbers[self._done]
        self.page_sent.emit(self._done + 1, len(self._numbers))
        self._client.request_page(number, min(_MOST_PIXELS, self._printer.width()))

    def _print(self, picture: RenderedPage) -> None:
        if not self._painter.isActive():
            return
        if self._done and not self._printer.newPage():
            self.cancel()
            return
        size = (picture.width, picture.height, picture.stride)
        image = QImage(picture.pixels, *size, QImage.Format.Format_RGB32).copy()
        self._painter.drawImage(self._sheet_of(picture), image)
        self._done += 1
        if self._done < len(self._numbers):
            self._request_page()
        else:
            self._finish(succeeded=self._painter.end())

    def _sheet_of(self, picture: RenderedPage) -> QRectF:
        """Return the largest rectangle with the page's proportions in the centre of the paper."""
        paper = QRectF(0, 0, self._printer.width(), self._printer.height())
        scale = min(paper.width() / picture.width, paper.height() / picture.height)
        sheet = QRectF(0, 0, picture.width * scale, picture.height * scale)
        sheet.moveCenter(paper.center())
        return sheet

    def _finish(self, *, succeeded: bool) -> None:
        if self._painter.isActive():
            self._painter.end()
        self._client.stop()
        self.finished.emit(succeeded)
        self.deleteLater()
