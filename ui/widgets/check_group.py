"""Options of which one or several can be checked: the values, and what choosing one does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from itertools import zip_longest
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.check_button import CHIP, CheckButton, CheckShape
from ui.widgets.flow import Flow
from ui.widgets.painted import Painted

_GAP = 8


class Option(NamedTuple):
    """One option of a group; ``dashed`` is the frame of the one that means none of the others."""

    value: object
    text: str
    icon: str = ""
    dashed: bool = False


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
        options: Sequence[Option] = (),
        *,
        rule: Rule = Rule.ONE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.label = label
        self.rule = rule
        self.options = tuple(options)
        self.checked: frozenset[object] = frozenset()
        """The checked values."""

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


class CheckButtons(CheckGroup):
    """The options as buttons of one look, in as many lines as needed, with the keys of the page."""

    def __init__(
        self,
        label: str,
        options: Sequence[Option],
        *,
        rule: Rule = Rule.ONE,
        shape: CheckShape = CHIP,
        keys: Sequence[str] = (),
    ) -> None:
        super().__init__(label, options, rule=rule)
        self.setAccessibleName(label)
        self._buttons: list[CheckButton] = []
        lines = Flow(_GAP, self)
        for option, key in zip_longest(self.options, keys):
            button = CheckButton(option.text, shape, key, icon=option.icon, parent=self)
            button.setAutoExclusive(rule is Rule.ONE)
            button.clicked.connect(lambda _=False, value=option.value: self.choose(value))
            lines.addWidget(button)
            self._buttons.append(button)

    def show_checked(self) -> None:
        for option, button in zip(self.options, self._buttons, strict=True):
            button.setChecked(self.is_checked(option))
