"""What lies over the work while the room sees something else: a still picture, or black."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.theme.tokens import BLACK_SCREEN, BLACK_SCREEN_WORDS
from ui.widgets.lettering import Lettering, draw_line, text_width
from ui.widgets.painting import rounded
from ui.widgets.plain_field import PlainField
from ui.window.focus_loan import FocusLoan
from workshop_app.i18n import tr

BLACK_KEYS = (Qt.Key.Key_B, Qt.Key.Key_Period)
"""Black, and back: the second is what a presentation clicker sends."""
_LINE = 40
_PADDING = 14
_ICON = 18
_LOOK_MS = 40
"""How often the line under a still picture is read: as often as one could see."""


class FrozenOverlay(QWidget):
    """Holds a picture of the page; one calm line shows what is being typed meanwhile."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._picture = QPixmap()
        self._line = ""
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._show_line)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        over.installEventFilter(self)

    def hold(self) -> None:
        """Keep what the page shows now."""
        self._picture = self._over.grab()
        self.setGeometry(self._over.rect())
        self._line = self.line()
        self.raise_()
        self.show()
        self._look.start()

    def release(self) -> None:
        """Let the page be seen again."""
        self._look.stop()
        self.hide()
        self._picture = QPixmap()

    def line(self) -> str:
        """The calm line: what is typed, or that typing goes on."""
        field = QApplication.focusWidget()
        typed = field.text().strip() if isinstance(field, PlainField) else ""
        if not typed:
            return tr("frame.room.typing")
        return tr("frame.room.typed", text=typed.splitlines()[-1])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False

    def _show_line(self) -> None:
        line = self.line()
        if line != self._line:
            self._line = line
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme().colour("canvas"))
        painter.drawPixmap(0, 0, self._picture)
        font, line_height = theme().font("meta"), theme().line_height("meta")
        room = self.width() - 2 * theme().metrics.side - 2 * _PADDING - _ICON - 8
        letters = Lettering(self._line, font, line_height, room)
        width = letters.width + 2 * _PADDING + _ICON + 8
        left = round((self.width() - width) / 2)
        box = QRectF(left + 0.5, self.height() - _LINE - 11.5, width, _LINE)
        rounded(painter, box, 8, theme().colour("surface"), theme().colour("edge"))
        icon = QRectF(left + _PADDING, box.center().y() - _ICON / 2, _ICON, _ICON)
        paint_icon(painter, "pause", "ink2", icon)
        last = len(letters.lines) - 1  # the end of a long text is where it is being typed
        top = box.center().y() - line_height / 2
        letters.draw(painter, icon.right() + 8, top, theme().colour("ink2"), last)


class BlackOverlay(QWidget):
    """Black over the whole window but for one dim line; only the key for black leads back."""

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.Pane

    lifted = Signal()
    keyboard_free = Signal()
    """It went, and nobody is left who had the keyboard before."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._over = window
        self._keyboard = FocusLoan()
        self.why = ""
        """What made it black where it was not the key; empty otherwise."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.hide()
        window.installEventFilter(self)

    @property
    def sentence(self) -> str:
        """The dim line at its foot."""
        return "  ".join((self.why, tr("frame.room.black_back", key="B"))).strip()

    def cover(self, why: str = "") -> None:
        """Make the window black and take the keyboard."""
        self.why = why
        self.setAccessibleName(self.sentence)
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self._keyboard.take(self)

    def uncover(self) -> None:
        """Show the window again; the keyboard goes back to where it was."""
        self.hide()
        if not self._keyboard.give_back():
            self.keyboard_free.emit()
        self.lifted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in BLACK_KEYS and not event.isAutoRepeat():
                self.uncover()
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(BLACK_SCREEN))
        words, font = self.sentence, theme().font("meta")
        x = (self.width() - text_width(words, font)) / 2
        draw_line(painter, words, font, QColor(BLACK_SCREEN_WORDS), x, self.height() - 44, 24)
