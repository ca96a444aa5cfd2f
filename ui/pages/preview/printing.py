"""Papers on their way to a printer, as pictures of its resolution, one page after the other."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from exports.preview import Picture, PreviewOrder
from ui.components.papers.preview_client import EaselWork

_MOST_PIXELS = 2480
"""The width of A4 at 300 dots an inch."""


def ask_for_printer(parent: QWidget, title: str) -> QPrinter | None:
    """Show the system's print dialog; None when it was left without a choice."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if accepted else None


class PrintJob(QObject):
    """Prints a document made anew for it; `told(page, pages)`, then `ended(well)` once."""

    told = Signal(int, int)
    ended = Signal(bool)

    def __init__(self, order: PreviewOrder, printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self._printer = printer
        self._painter = QPainter()
        self._numbers: list[int] = []
        self._done = 0
        self._easel = EaselWork(self)
        self._easel.changed.connect(self._look)
        self._easel.drawn.connect(self._print)
        self._easel.order(order)

    def cancel(self) -> None:
        """Give up: what was not sent is not printed."""
        if self._painter.isActive():
            self._printer.abort()
        self._end(well=False)

    def _look(self) -> None:
        if self._easel.error is not None:
            self.cancel()
        elif self._easel.pages and not self._numbers:
            self._numbers = self._wanted(len(self._easel.pages))
            if self._numbers and self._painter.begin(self._printer):
                self._wish()
            else:
                self._end(well=False)

    def _wanted(self, count: int) -> list[int]:
        """The numbers of the pages that the dialog asked for, from 0."""
        if self._printer.printRange() is not QPrinter.PrintRange.PageRange:
            return list(range(count))
        return list(range(max(0, self._printer.fromPage() - 1), min(count, self._printer.toPage())))

    def _wish(self) -> None:
        number = self._numbers[self._done]
        self.told.emit(self._done + 1, len(self._numbers))
        self._easel.wish(number, min(_MOST_PIXELS, self._printer.width()))

    def _print(self, picture: Picture) -> None:
        if not self._painter.isActive():
            return
        if self._done and not self._printer.newPage():
            self.cancel()
            return
        size = (picture.width, picture.height, picture.stride)
        image = QImage(picture.pixels, *size, QImage.Format.Format_RGB32).copy()
        self._painter.drawImage(self._sheet(picture), image)
        self._done += 1
        if self._done < len(self._numbers):
            self._wish()
        else:
            self._end(well=self._painter.end())

    def _sheet(self, picture: Picture) -> QRectF:
        """The largest box of the page's shape on the paper, in its middle."""
        width, height = self._printer.width(), self._printer.height()
        share = min(width / picture.width, height / picture.height)
        wide, high = picture.width * share, picture.height * share
        return QRectF((width - wide) / 2, (height - high) / 2, wide, high)

    def _end(self, *, well: bool) -> None:
        if self._painter.isActive():
            self._painter.end()
        self._easel.stop()
        self.ended.emit(well)
        self.deleteLater()
