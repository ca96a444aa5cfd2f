"""Options of which one or several can be checked: the values, and what choosing one does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from itertools import zip_longest
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent

from ui.widgets.check_button import OPTION, CheckButton, CheckShape
from ui.widgets.discard import discard
from ui.widgets.flow import Flow
from ui.widgets.painted import Painted
from workshop_app.i18n import tr


class Option(NamedTuple):
    """One option of a group: its text, icons after it, and what is spoken if not the text.

    It has the width of the ``widest`` text, so that a later text moves nothing.
    """

    value: object
    text: str
    icons: tuple[tuple[str, str], ...] = ()
    spoken: str = ""
    widest: str = ""


class Rule(Enum):
    """What is checked after the user has chosen an option."""

    ONE = "one"
    AT_MOST_ONE = "at_most_one"
    """As ONE; choosing the checked one again unchecks it."""
    SET_BY_PAGE = "set_by_page"
    """What was before: the page sets it, of any number of options."""


class CheckGroup(Painted):
    """``chosen(value)``: the user chose an option. Subclasses arrange the options and paint them.

    ``label`` names the group. Nothing is checked at first.
    """

    chosen = Signal(object)

    def __init__(
        self,
        label: str,
        *,
        rule: Rule = Rule.ONE,
    ) -> None:
        super().__init__()
        self.label = label
        self.rule = rule
        self.options: tuple[Option, ...] = ()
        self.checked: frozenset[object] = frozenset()
        """The checked values."""
        self.setAccessibleName(label)

    def set_options(self, options: Sequence[Option], value: object | None = None) -> None:
        """Offer these options, with ``value`` chosen, unless the page sets what is checked."""
        if tuple(options) != self.options:
            self.options = tuple(options)
            self.show_options()
        if self.rule is Rule.SET_BY_PAGE:
            self.show_checked()
        else:
            self.set_value(value)

    def show_options(self) -> None:
        """Show the options, which are others than before; for subclasses."""

    def value(self) -> object | None:
        """The first checked value, or None."""
        return next((each.value for each in self.options if self.is_checked(each)), None)

    def is_checked(self, option: Option) -> bool:
        return option.value in self.checked

    def set_value(self, value: object | None) -> None:
        """Check the option with this value alone, else the one with None, if there is one.

        ``chosen`` is not emitted, here and in `set_checked`.
        """
        known = [each.value for each in self.options]
        self.set_checked((value if value in known else None,))

    def set_checked(self, values: Iterable[object]) -> None:
        """Check the options with these values, and no others."""
        self.checked = frozenset(values)
        self.show_checked()

    def show_checked(self) -> None:
        """Show what is checked now; for subclasses."""

    def choose(self, value: object) -> None:
        """Choose an option as a user would."""
        if self.rule is Rule.SET_BY_PAGE:
            self.show_checked()  # a click has checked the button already
        elif self.rule is Rule.AT_MOST_ONE and value in self.checked:
            self.set_checked(())
        else:
            self.set_checked((value,))
        self.chosen.emit(value)

    def choose_number(self, number: int) -> bool:
        """Choose an option by its number, from 1; return False if none has it, or if disabled."""
        if not self.isEnabled() or not 1 <= number <= len(self.options):
            return False
        self.choose(self.options[number - 1].value)
        return True

    def choose_beside(self, by: int) -> bool:
        """Choose the option that is ``by`` after the checked one; return False without one."""
        values = [each.value for each in self.options]
        return self.value() in values and self.choose_number(values.index(self.value()) + 1 + by)


class ButtonGroup(CheckGroup):
    """A button of one shape for each option; ``keys`` are those of the first ones, by the page."""

    def __init__(
        self,
        label: str,
        options: Sequence[Option] = (),
        *,
        rule: Rule = Rule.ONE,
        shape: CheckShape = OPTION,
        keys: Sequence[str] = (),
    ) -> None:
        super().__init__(label, rule=rule)
        self.shape = shape
        self.SPOKEN_ROLE = shape.SPOKEN_ROLE_OF_GROUP
        self.keys = tuple(keys)
        self.buttons: list[CheckButton] = []
        if options:
            self.set_options(options)

    def show_options(self) -> None:
        """Show a button for each option, with its key."""
        for number in range(len(self.buttons), len(self.options)):
            button = CheckButton("", self.shape, parent=self)
            button.clicked.connect(lambda _=False, number=number: self.choose_number(number + 1))
            self.buttons.append(button)
            self.add_button(button)
        while len(self.buttons) > len(self.options):
            discard(self.buttons.pop())
        keys = self.keys[: len(self.options)]
        for option, button, key in zip_longest(self.options, self.buttons, keys):
            button.setText(option.text)
            button.show_icons(option.icons, option.widest)
            button.set_key(key or None)
            button.setAccessibleName(self.spoken(option))

    def spoken(self, option: Option) -> str:
        """Return the accessible name of the button of an option."""
        return option.spoken or option.text

    def add_button(self, button: CheckButton) -> None:
        """Place a button that was just created; for subclasses."""

    def show_checked(self) -> None:
        for option, button in zip(self.options, self.buttons, strict=True):
            button.setChecked(self.is_checked(option))


class CheckButtons(ButtonGroup):
    """The buttons in as many lines as needed; digits and arrow keys choose as well."""

    def add_button(self, button: CheckButton) -> None:
        (self.layout() or Flow(self.shape.GAP_BETWEEN, self)).addWidget(button)

    def spoken(self, option: Option) -> str:
        return tr("widgets.choice.spoken", label=self.label, words=super().spoken(option))

    def show_checked(self) -> None:
        for button in self.buttons:
            button.setAutoExclusive(False)  # Qt would keep one of them checked
        super().show_checked()
        for button in self.buttons:
            button.setAutoExclusive(self.rule is Rule.ONE)
        for button in sorted(self.buttons, key=CheckButton.isChecked, reverse=True)[:1]:
            self.setFocusProxy(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdecimal() and self.choose_number(int(event.text())):
            self.setFocus()  # to the chosen one
        else:
            super().keyPressEvent(event)
