"""Overlays that cover the window while the audience is to see something else."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from ui.actions.table import find
from ui.theme.theme import theme
from ui.theme.tokens import BLACK_SCREEN, BLACK_SCREEN_WORDS
from ui.widgets.focus_loan import FocusLoan
from ui.widgets.key_action import KeyAction
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import draw_key, inset, key_size, rounded
from ui.widgets.text_layout import TextLayout, draw_line, in_role, text_width
from workshop_app.i18n import tr

_PADDING = 14
_MARGIN = 20  # px below the words on black
_AT_CORNER = QPoint(18, 20)
_SIDE = 32  # px left and right of the words on black


class Overlay(QWidget):
    """Covers a window and takes the keyboard focus until it is hidden.

    Shortcuts of the window do not work while it is shown. It handles the keys of its own actions
    itself, so these can have ``listens=False``. ``focus_not_restored``: it was hidden and the
    widget that had the focus before was deleted.
    """

    SPOKEN_ROLE = QAccessible.Role.Pane

    focus_not_restored = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._focus_loan = FocusLoan()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.hide()
        window.installEventFilter(self)

    def show_over_window(self) -> None:
        """Cover the window and take the focus."""
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self._focus_loan.take(self)

    def hide_from_window(self) -> None:
        """Uncover the window and restore the focus."""
        self.hide()
        if not self._focus_loan.give_back():
            self.focus_not_restored.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        combination = QKeySequence(event.keyCombination())
        key = combination.toString(QKeySequence.SequenceFormat.PortableText).replace("Num+", "")
        for action in self.findChildren(KeyAction):
            if key in action.keys and not event.isAutoRepeat():
                action.run()
                break
        event.accept()

    def focusNextPrevChild(self, _next: bool) -> bool:
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        event.accept()


class BlackExit(NamedTuple):
    """An option on the black window; ``do`` decides whether it stays black."""

    words: str
    key: str
    do: Callable[[], object]


class BlackOverlay(Overlay):
    """Black except for dim words; only the keys for black, and a click on the words, leave it.

    The words wrap at the width of the window; how to return is a line of its own.

    While it waits for the projector to be switched off, the requested option (``BlackExit``) is a
    button far from that line, so that a click out of habit never does it.
    """

    lifted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.why = ""
        """What made it black where it was not the key; empty otherwise."""
        self._exit: BlackExit | None = None
        self._exit_keys: list[KeyAction] = []
        self._go_on = _DimButton(self)
        self._go_on.clicked.connect(self._do_exit)
        self.setMouseTracking(True)
        KeyAction(find("everywhere.black").keys, self.uncover, self, listens=False)

    @property
    def sentence(self) -> str:
        """The dim words, from top to bottom."""
        parts = self._paragraphs()
        return "  ".join(parts if self._exit is None else (self._exit.words, *parts))

    def _paragraphs(self) -> tuple[str, ...]:
        escape = ("Esc",) if self._exit_keys else ()
        keys = " / ".join((*find("everywhere.black").keys[:2], *escape))
        back = tr("frame.room.black_back", key=keys)
        return (self.why, back) if self.why else (back,)

    def cover(self, why: str = "", *, with_escape: bool = False) -> None:
        """Make the window black and take the focus; ``with_escape``: Esc returns, too."""
        self.why = why
        self._set_exit(None, with_escape)
        self._cover()

    def cover_before(self, leave: BlackExit) -> None:
        """Make the window black; ``leave`` is triggered by its key or button, Esc returns."""
        self.why = ""
        self._set_exit(leave, with_escape=True)
        self._cover()

    def uncover(self) -> None:
        """Show the window again and restore the focus."""
        self._set_exit(None)
        self.hide_from_window()
        self.lifted.emit()

    def _cover(self) -> None:
        self.setAccessibleName(self.sentence)
        if self.isVisible():  # it has the keyboard already
            self.update()
        else:
            self.show_over_window()

    def _do_exit(self) -> None:
        if self._exit is not None:
            self._exit.do()

    def _set_exit(self, leave: BlackExit | None, with_escape: bool = False) -> None:
        self._exit = leave
        for key in self._exit_keys:
            key.setParent(None)
            key.deleteLater()
        handled = {"Esc": self.uncover} if with_escape else {}
        if leave is not None:
            handled[leave.key] = self._do_exit
            self._go_on.show_words(leave.words, leave.key)
            # where the window has nothing to click: not even a double click before it was black
            # or a click in its middle hits it
            self._go_on.setGeometry(QRect(_AT_CORNER, self._go_on.sizeHint()))
        self._go_on.setVisible(leave is not None)
        self._exit_keys = [KeyAction(key, do, self, listens=False) for key, do in handled.items()]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(BLACK_SCREEN))
        box = self.line_box()
        y = box.top()
        for words in self._lettered():
            words.draw(painter, box.center().x() - words.width / 2, y, QColor(BLACK_SCREEN_WORDS))
            y += words.height

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._line_target().contains(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._line_target().contains(event.position()):
            self.uncover()

    def line_box(self) -> QRectF:
        """Return the position of the dim words."""
        letters = self._lettered()
        width = max(words.width for words in letters)
        height = sum(words.height for words in letters)
        return QRectF((self.width() - width) / 2, self.height() - _MARGIN - height, width,
                      height)  # fmt: skip

    def _lettered(self) -> list[TextLayout]:
        room = self.width() - 2 * _SIDE
        return [in_role(words, "meta", room) for words in self._paragraphs()]

    def _line_target(self) -> QRectF:
        return self.line_box().adjusted(-16, -10, 16, 10)


class _DimButton(PaintedButton):
    """Text and a key in the colour of text on black; the overlay keeps the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._shown_key = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_words(self, words: str, key: str) -> None:
        """Set the text, and the key that the overlay handles."""
        self.setText(words)
        self._shown_key = key
        self.set_key(key)

    def sizeHint(self) -> QSize:
        words = text_width(self.text(), "meta")
        key = key_size(self._shown_key)[0] if self._shown_key else 0
        return QSize(words + 8 + key + 2 * _PADDING, theme().metrics.target)

    def paint(self, painter: QPainter) -> None:
        colour = QColor(BLACK_SCREEN_WORDS)
        if self.is_hovered:
            box = inset(self, 0.5)
            rounded(painter, box, 8, None, colour)
        draw_line(painter, self.text(), "meta", colour, _PADDING, 0, self.height())
        x = _PADDING + text_width(self.text(), "meta") + 8
        draw_key(painter, self._shown_key, x, self.height() / 2, colour, boxed=True)
