"""A choice that is a word of the page, such as the owner of an action: its list opens beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import zip_longest

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import QWidget

from ui.widgets.check_group import Option
from ui.widgets.menu import MenuEntry, MenuGroup, window_menu
from ui.widgets.parsed_field import ClickedLine, ParsedField
from workshop_app.domain.kana import fold, latin, spelling
from workshop_app.domain.participant_names import without_honorific

_NONE = 2
"""The rank of an option of which no name fits."""


class ChoiceWord(ParsedField):
    """A field whose value is that of the option it names, or else its text after ``named``.

    A click, Up, Down, and Space before a letter open the list of options, in which ``nobody`` is
    the last one, without a value; ``listed``: one was chosen from it. What is typed means the first
    option of such a name; ``unlisted`` carries what means none when the field is left.
    """

    listed = Signal()
    unlisted = Signal(str)

    def __init__(self, label: str, *, nobody: str, named: str) -> None:
        self.options: tuple[Option, ...] = ()
        self._nobody = nobody
        self._named = named
        self._told = ""
        """The value that is no option, as was said."""
        self._keys: tuple[str, ...] = ()
        self._nobody_key = ""
        self._names: Mapping[object, Sequence[str]] = {}
        field = ClickedLine("room", most_lines=4)
        super().__init__(label, field, placeholder=label)
        self.hide_frame()
        field.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        field.ringed = True
        field.clicked.connect(self.open_list)
        field.installEventFilter(self)
        field.returned.connect(self._tell_unlisted)

    def set_keys(self, numbers: Sequence[str], nobody: str) -> None:
        """Tell the keys of the first options and of ``nobody``; the page handles them."""
        self._keys = tuple(numbers)
        self._nobody_key = nobody

    def set_options(
        self, options: Sequence[Option], names: Mapping[object, Sequence[str]] | None = None
    ) -> None:
        """Offer these options; ``names`` are further ones, such as readings, by value."""
        self.options = tuple(options)
        self._names = names or {}
        self.show_value(self.value())

    def show_value(self, value: str, record_id: str = "") -> None:
        self._told = value = value if self.words(value) else ""
        super().show_value(value, record_id)

    def parse(self, text: str) -> str:
        typed = " ".join(text.split())
        for name in dict.fromkeys((typed, without_honorific(typed))):
            ranks = [(self._rank(option, name), n) for n, option in enumerate(self.options)]
            rank, number = min(ranks, default=(_NONE, 0))
            if rank != _NONE:
                return str(self.options[number].value)
        return f"{self._named}{typed}"

    def words(self, value: str) -> str:
        texts = (each.text for each in self.options if each.value == value)
        typed = value[len(self._named) :] if value.startswith(self._named) else ""
        return next(texts, typed)

    def edited_form(self, value: str) -> str:
        return self.words(value)

    def choose(self, value: str) -> None:
        """Choose the option with a value, or nobody, as a user would."""
        self.show_silently(self.words(value))
        self.take(value)

    def choose_number(self, number: int) -> bool:
        """Choose an option by its number, from 1, or nobody by 0; return False if none has it."""
        if not 0 <= number <= len(self.options):
            return False
        self.choose(str(self.options[number - 1].value) if number else "")
        return True

    def open_list(
        self, keyboard: QWidget | None = None, then: Callable[[str], object] | None = None
    ) -> None:
        """Open the list, below or above the word.

        With a field that keeps the keyboard, ``then`` gets what is chosen instead of this one.
        """
        self.flush()
        options = zip_longest(self.options, self._keys[: len(self.options)])
        choices = [(option.text, str(option.value), key) for option, key in options]
        choices.append((self._nobody, "", self._nobody_key))
        entries = tuple(
            MenuEntry(
                words,
                partial(then or self._pick, value),
                icon="check" if value == self.value() else "",
                key=key or "",
            )
            for words, value, key in choices
        )
        group, menu = MenuGroup(entries), window_menu(self)
        menu.open_beside([group], self, of_field=keyboard or self.field, waits=keyboard is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.field and pressed and not self.field.composing and self._opens(event):
            self.open_list()
            return True
        return super().eventFilter(watched, event)

    def _opens(self, event: QEvent) -> bool:
        typed = self.field.text() != self._saved_text
        keys = {Qt.Key.Key_Up, Qt.Key.Key_Down, *(() if typed else (Qt.Key.Key_Space,))}
        return isinstance(event, QKeyEvent) and event.key() in keys and not event.modifiers()

    def _pick(self, value: str) -> None:
        self.choose(value)
        self.listed.emit()

    def _left(self) -> None:
        self._tell_unlisted()
        super()._left()

    def _tell_unlisted(self) -> None:
        """Say that nobody of the list is meant, once."""
        self.flush()
        value = self.value()
        if value not in ("", self._told, *(each.value for each in self.options)):
            self._told = value
            self.unlisted.emit(self.words(value))

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
