"""Qt's browser of Markdown in the theme's fonts and colours, with a search."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextCursor, QTextDocument, QTextLength
from PySide6.QtWidgets import QAbstractSlider, QFrame, QTextBrowser

from ui.pages.manual.document import Look, dress
from ui.theme.style_sheet import dress_bars
from ui.theme.theme import theme

_WIDEST = 60
"""Widest text, in heights of its letters: longer lines are hard to follow."""
_HEADINGS = ("title", "section", "body-bold")
_SCROLLING = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class ManualBrowser(QTextBrowser):
    """Shows a file of Markdown; links lead to its sections and to the files beside it.

    Links to the web do nothing: the app uses no network.
    """

    opened = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        self.setAccessibleName(label)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setOpenLinks(False)
        self.setFont(theme().font("body"))
        self._widest = _WIDEST * theme().text_size("body")
        dress_bars(self)
        self.anchorClicked.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave space between the text and the scroll bar, which stays at the edge of the page."""
        free = self.width() - self._widest - self.verticalScrollBar().width()
        self.setViewportMargins(0, 0, max(0, free), 0)
        super().resizeEvent(event)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Scale pictures smoothly to the widest text, since the document draws them coarsely."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        picture, scale = (
            QImage(self.source().resolved(QUrl(name)).toLocalFile()),
            self.devicePixelRatio(),
        )
        wide = round((self._widest - 2 * self.document().documentMargin()) * scale)
        if picture.width() > wide:
            picture = picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
            picture.setDevicePixelRatio(scale)
        return picture

    def open(self, file: Path, anchor: str = "") -> None:
        """Show a file, at a section."""
        url = QUrl.fromLocalFile(str(file))
        if url != self.source():
            self.setSource(url)
            headings = tuple(map(theme().font, _HEADINGS))
            self.document().setDocumentMargin(0)  # the text begins at the edge of the page
            widest = QTextLength(QTextLength.Type.PercentageLength, 100)
            dress(self.document(), file, Look(headings, theme().colour("line"), widest))
        self.verticalScrollBar().setValue(0)
        self.scrollToAnchor(anchor)
        self.opened.emit()

    def scroll_by(self, key: int) -> bool:
        """Scroll by an arrow key or a paging key; return False for another one."""
        action = _SCROLLING.get(Qt.Key(key))
        if action is not None:
            self.verticalScrollBar().triggerAction(action)
        return action is not None

    def find_from_here(self, words: str) -> tuple[int, int]:
        """As `find_next`, beginning with the first line that is visible."""
        self.setTextCursor(self.cursorForPosition(QPoint(0, 0)))
        return self.find_next(words)

    def find_next(self, words: str) -> tuple[int, int]:
        """Go to the next place with the words, after the last one to the first.

        Returns its number and how many there are.
        """
        if words and not self.find(words):
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.find(words)
        here = self.textCursor()
        ends = self._ends(words) if here.hasSelection() else []
        return sum(end <= here.selectionEnd() for end in ends), len(ends)

    def _ends(self, words: str) -> list[int]:
        ends: list[int] = []
        place = QTextCursor(self.document())
        while not (place := self.document().find(words, place)).isNull():
            ends.append(place.selectionEnd())
        return ends

    def _follow(self, link: QUrl) -> None:
        target = self.source().resolved(link)
        if target.isLocalFile():
            self.open(Path(target.toLocalFile()), target.fragment())
