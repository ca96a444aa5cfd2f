"""A choice that is a word of the page, such as the owner of an action: its list opens beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import zip_longest

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QSizePolicy

from ui.widgets.check_group import CheckGroup, Option
from ui.widgets.menu import MenuEntry, MenuGroup, window_menu
from ui.widgets.text_layout import TextLayout, in_role
from workshop_app.domain.kana import fold, latin, spelling
from workshop_app.domain.participant_names import without_honorific
from workshop_app.i18n import tr

_OPENING = (Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Down)
_CTRL = Qt.KeyboardModifier.ControlModifier
_WRITING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_ROLE = "room"
_NONE = 2
"""The rank of an option of which no name fits."""


class ChoiceWord(CheckGroup):
    """Shows the chosen option, or the label while none is; wraps within its width.

    A click, Space, Up, and Down open the list of options, in which ``nobody`` is the last one, with
    the value None; ``listed``: one was chosen from it. What is typed or pasted chooses the first
    option of such a name. Any other text is a choice, too: its value begins with ``named``, and
    ``unlisted`` carries it when the word is left. Backspace takes an option away, and letters of
    such a text. Enter is left to the widget around it.
    """

    listed = Signal()
    unlisted = Signal(str)

    SPOKEN_ROLE = QAccessible.Role.ComboBox

    def __init__(self, label: str, *, nobody: str, named: str) -> None:
        super().__init__(label)
        self._nobody = nobody
        self._named = named
        self._keys: tuple[str, ...] = ()
        self._nobody_key = ""
        self._names: Mapping[object, Sequence[str]] = {}
        self._typed = ""
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_checked()

    def set_keys(self, numbers: Sequence[str], nobody: str) -> None:
        """Tell the keys of the first options and of ``nobody``; the page handles them."""
        self._keys = tuple(numbers)
        self._nobody_key = nobody

    def set_names(self, names: Mapping[object, Sequence[str]]) -> None:
        """Tell further names, such as readings, by which typing finds an option, by its value."""
        self._names = names

    def choose_nobody(self) -> None:
        """Choose none of the options."""
        self.choose(None)

    def value(self) -> object | None:
        return next(iter(self.checked), None)

    def set_value(self, value: object | None) -> None:
        known = self._text_of(value) or any(each.value == value for each in self.options)
        self.set_checked((value if known else None,))

    def show_checked(self) -> None:
        words = self._chosen or tr("widgets.choice.none")
        self.setAccessibleName(tr("widgets.choice.spoken", label=self.label, words=words))
        self.restyle()

    def open_list(self) -> None:
        """Open the list, below or above the word."""
        here = self.value()
        entries = [
            MenuEntry(
                option.text,
                partial(self._pick, option.value),
                icon="check" if option.value == here else "",
                key=key or "",
            )
            for option, key in zip_longest(self.options, self._keys[: len(self.options)])
        ]
        icon = "check" if here is None else ""
        nobody = partial(self._pick, None)
        entries.append(MenuEntry(self._nobody, nobody, icon=icon, key=self._nobody_key))
        window_menu(self).open_beside([MenuGroup(tuple(entries))], self, of_field=self)

    def focus_shape(self) -> tuple[QRectF, float]:
        """Return box and corner radius of the focus ring."""
        return QRectF(self.rect()), 4

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        return round(self._letters(width).height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self.open_list()

    def event(self, event: QEvent) -> bool:
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and (self._types(event) or _pastes(event)):
            event.accept()  # a letter of a name, not the key of an action
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._types(event):
            self._type(event.text())
        elif event.key() in _OPENING and not event.modifiers() & _CTRL:
            self.open_list()
        elif event.key() == Qt.Key.Key_Backspace:
            typed = self._text_of(self.value())[:-1]
            self._typed = ""
            self._type(typed)
        elif _pastes(event):
            self._typed = " ".join(QGuiApplication.clipboard().text().split())
            self._type("")
        else:
            self._end_typing()
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Choose by what is being composed already, since it is shown nowhere else."""
        if event.commitString() or event.preeditString():
            self._type(event.commitString(), event.preeditString())
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._end_typing()
        super().focusOutEvent(event)

    def paint(self, painter: QPainter) -> None:
        colour = "ink2" if self._chosen else "ink3"
        self._letters(self.width()).draw(painter, 0, 0, colour)

    def _pick(self, value: object | None) -> None:
        self.choose(value)
        self.listed.emit()

    def _type(self, letters: str, composed: str = "") -> None:
        """Choose by all that was typed since the word has the keyboard, and what is composed."""
        self._typed += letters
        whole = self._typed + composed
        for typed in filter(None, (whole, without_honorific(whole))):
            ranks = [(self._rank(option, typed), n) for n, option in enumerate(self.options)]
            rank, number = min(ranks, default=(_NONE, 0))
            if rank != _NONE:
                self.choose(self.options[number].value)
                return
        self.choose(f"{self._named}{whole}" if whole else None)

    def _end_typing(self) -> None:
        text = self._text_of(self.value())
        if self._typed and text:
            self.unlisted.emit(text)
        self._typed = ""

    def _text_of(self, value: object) -> str:
        """Return the text that is a choice although no option has it; else empty."""
        if not isinstance(value, str) or not value.startswith(self._named):
            return ""
        listed = any(each.value == value for each in self.options)
        return "" if listed else value[len(self._named) :]

    def _types(self, event: QKeyEvent) -> bool:
        """Return whether a key types a letter; a space does so within a name."""
        held = event.modifiers() & ~_WRITING
        written = event.text().strip() or (self._typed and event.text())
        return not held and bool(written) and event.text().isprintable()

    def _rank(self, option: Option, typed: str) -> int:
        """Return whether a name of an option begins with what was typed, or else a part of one."""
        plain = fold(typed)
        starts = tuple(spelling(plain + vowel) for vowel in ("", *"aiueo"))  # of half a syllable
        names = [fold(name) for name in (option.text, *self._names.get(option.value, ()))]
        parts = [part for name in names for part in name.replace("(", " ").split()]
        for rank, texts in enumerate((names, parts)):
            if any(each.startswith(plain) or latin(each).startswith(starts) for each in texts):
                return rank
        return _NONE

    @property
    def _chosen(self) -> str:
        checked = (each.text for each in self.options if self.is_checked(each))
        return next(checked, self._text_of(self.value()))

    def _letters(self, width: int) -> TextLayout:
        return in_role(self._chosen or self.label, _ROLE, max(1, width))


def _pastes(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Paste)
