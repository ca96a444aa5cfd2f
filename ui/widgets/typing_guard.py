"""Tracks whether a text field has the keyboard focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_GUARD = "typing_guard"
_FIRST_SPECIAL = Qt.Key.Key_Escape.value


class TypingGuard(QObject):
    """``changed(bool)`` is emitted when a text field gets or loses the focus."""

    changed = Signal(bool)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.typing = is_text_field(app.focusWidget())
        app.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        typing = is_text_field(new)
        if typing != self.typing:
            self.typing = typing
            self.changed.emit(typing)


def typing_guard() -> TypingGuard:
    """Return the application's guard, created on first use."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a QApplication is needed")
    found = app.property(_GUARD)  # searching among the children takes 10 ms at the start
    if isinstance(found, TypingGuard):
        return found
    guard = TypingGuard(app)
    app.setProperty(_GUARD, guard)
    return guard


def follow_focus(then: Callable[..., object]) -> None:
    """Call ``then`` with the widgets that had and have the focus, whenever it moves."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.focusChanged.connect(then)


def is_enter(event: QKeyEvent) -> bool:
    """Return whether Enter was pressed alone."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()


def is_text_field(widget: QWidget | None) -> bool:
    """Return whether a widget accepts text input."""
    if isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit)):
        return not widget.isReadOnly()
    return False


def is_plain_key(key: str) -> bool:
    """Return whether a key such as ``F``, ``?`` or ``Space`` would type into a text field."""
    sequence = QKeySequence.fromString(key)
    if sequence.isEmpty():
        return False
    combination = sequence[0]  # pyright: ignore[reportIndexIssue] - Qt's own operator
    return combination.keyboardModifiers() in _PLAIN and combination.key().value < _FIRST_SPECIAL
