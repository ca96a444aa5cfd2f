"""Plain text by text role."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.roles import ROLES
from ui.theme.theme import theme
from ui.widgets.text_layout import TextLayout, in_role

_NARROWEST = 6  # minimum letters per line of a wrapped text


class Text(QLabel):
    """Text of a text role (``ui.theme.roles``); never rich text, never shortened.

    With ``wrap`` it takes the width it gets and grows downwards; without, it requires its whole
    width. ``colour`` overrides the role's colour token.
    """

    def __init__(
        self,
        role: str = "body",
        text: str = "",
        wrap: bool = True,
        *,
        colour: str | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.role = role
        self._colour = colour
        self._align = align
        self._cache: dict[int | None, TextLayout] = {}
        self._heights: dict[int, int] = {}
        self._size_hints: tuple[QSize, QSize] | None = None
        self.setWordWrap(wrap)
        self._set_policy()
        self.setFont(theme().font(role))
        self.setText(text)
        theme().changed.connect(self.restyle)

    def set_role(self, role: str, colour: str | None = None) -> None:
        """Change the text role, and with it size and colour."""
        if (role, colour) != (self.role, self._colour):
            self.role = role
            self._colour = colour
            self.restyle()

    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)
            self._forget_sizes()
            self.updateGeometry()

    def set_wrap(self, wrap: bool) -> None:
        """Let the text take several lines, or one."""
        if wrap != self.wordWrap():
            self.setWordWrap(wrap)
            self._set_policy()
            self._forget_sizes()
            self.updateGeometry()

    def natural_width(self) -> int:
        """Return the width in px of the text on one line."""
        return self.sizeHint().width()

    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:  # layouts ask many times for the same width
            height = self._height_of(self._text_layout(width)) if self.wordWrap() else -1
            self._heights[width] = height
        return height

    def sizeHint(self) -> QSize:
        return QSize((self._size_hints or self._measure())[0])

    def minimumSizeHint(self) -> QSize:
        return QSize((self._size_hints or self._measure())[1])

    def _measure(self) -> tuple[QSize, QSize]:
        """Measure the text for both hints, since layouts ask for them many times."""
        whole = self._text_layout(None)
        wanted = QSize(whole.width, whole.height)
        narrow = min(whole.width, _NARROWEST * theme().text_size(self.role))
        least = QSize(narrow, whole.line_height) if self.wordWrap() else wanted
        self._size_hints = (wanted, least)
        return self._size_hints

    def paintEvent(self, _event: QPaintEvent) -> None:
        text_layout = self._text_layout(self.width() if self.wordWrap() else None)
        colour = self._colour or ROLES[self.role].colour
        painter = QPainter(self)
        top = max(0, (self.height() - text_layout.height) / 2)
        if self.alignment() & Qt.AlignmentFlag.AlignTop:
            top = 0
        if self._align == Qt.AlignmentFlag.AlignLeft:
            text_layout.draw(painter, 0, top, colour)
            return
        for number, line in enumerate(text_layout.lines):
            free = self.width() - line.width
            x = free if self._align == Qt.AlignmentFlag.AlignRight else free / 2
            y = top + number * text_layout.line_height
            text_layout.draw(painter, x, y, colour, number, number + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _text_layout(self, width: int | None) -> TextLayout:
        if width not in self._cache:
            if len(self._cache) > 6:
                self._cache.clear()
            self._cache[width] = self._lay_out(width)
        return self._cache[width]

    def _lay_out(self, width: int | None) -> TextLayout:
        return in_role(self.text(), self.role, width)

    def _height_of(self, text_layout: TextLayout) -> int:
        return text_layout.height

    def _set_policy(self) -> None:
        policy = self.sizePolicy()
        if self.wordWrap():
            policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
            policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
        else:
            policy.setHorizontalPolicy(QSizePolicy.Policy.Fixed)
            policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
            policy.setHeightForWidth(False)
        self.setSizePolicy(policy)

    def _forget_sizes(self) -> None:
        self._cache.clear()
        self._heights.clear()
        self._size_hints = None

    def restyle(self) -> None:
        """Measure and paint again, since sizes or colours changed."""
        self._forget_sizes()
        self.setFont(theme().font(self.role))
        self.updateGeometry()
        self.update()
