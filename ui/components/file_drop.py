"""Files dropped onto a widget."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


class FileDrop(QObject):
    """Watches ``target``; ``entered`` is a file over it, to be copied wherever it came from.

    ``dropped(paths)`` has the list of local paths, empty for other URLs.

    Drags within the program, and of text, are ignored.
    """

    dropped = Signal(object)
    entered = Signal()

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):  # base class of all drag events except leaving
            return super().eventFilter(watched, event)
        if event.source() is not None or not event.mimeData().hasUrls():
            return super().eventFilter(watched, event)
        event.setDropAction(Qt.DropAction.CopyAction)  # after a move the file would be deleted
        event.accept()
        if event.type() == QEvent.Type.DragEnter:
            self.entered.emit()
        elif event.type() == QEvent.Type.Drop:
            self.dropped.emit(files_in(event.mimeData()))
        return True


def files_in(data: QMimeData) -> list[Path]:
    """Return the local files among dragged data."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
