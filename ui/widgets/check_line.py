"""Names on a line of which one is chosen, such as the speaker, or several are ticked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import theme
from ui.widgets.boxes import FULL_WIDTH
from ui.widgets.check_button import CHIP, CheckButton, CheckShape
from ui.widgets.check_group import ButtonGroup, Option, Rule
from ui.widgets.deferred_layout import Refitted
from ui.widgets.menu import MenuEntry, MenuGroup, window_menu
from ui.widgets.text import Text
from workshop_app.i18n import tr

_AFTER_LABEL = 12  # px


class CheckLine(Refitted, ButtonGroup):
    """The buttons on a line after a label, or on ``lines``; those that do not fit are in a menu.

    The label is left out first, and with more than one line. ``nobody`` is the text of one more
    chip whose value is None, the last one, or with ``nobody_first`` the first one, which keeps its
    place when others are added.
    ``at_end`` places them at the right. A page that binds actions to ``choose_number`` and
    ``choose_nobody`` sets their keys with ``set_keys``.
    """

    def __init__(
        self,
        label: str,
        *,
        rule: Rule = Rule.ONE,
        nobody: str = "",
        shape: CheckShape = CHIP,
        nobody_first: bool = False,
        at_end: bool = False,
        lines: int = 1,
    ) -> None:
        self._most_lines = lines
        self._lines = 1
        super().__init__(label, rule=rule, shape=shape)
        self.leaves_focus = rule is Rule.SET_BY_PAGE
        """Whether a click on a name does not take the focus from a list or a field."""
        self._at_end = at_end
        self._nobody_first = nobody_first
        self._label = Text("meta", label, wrap=False, parent=self)
        others = tr("widgets.chips.others")
        self._others = CheckButton(others, shape, icons=(("chevron-down", ""),), parent=self)
        self._others.SPOKEN_ROLE = QAccessible.Role.ButtonMenu
        self._others.clicked.connect(self._open_menu)
        self._nobody = CheckButton(nobody, shape, dashed=True, parent=self)
        self._nobody.clicked.connect(self.choose_nobody)
        self.setSizePolicy(*FULL_WIDTH)
        theme().changed.connect(self.refit.invalidate)

    def show_options(self) -> None:
        super().show_options()
        for button in self.buttons:
            if self.leaves_focus:
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # From a button that has its place among the others of the window, which new ones lack.
        chips: tuple[QWidget, ...] = (*self.buttons, self._others, self._nobody)
        if self._nobody_first:
            chips = (self._nobody, *chips[:-1])
        for before, after in pairwise((self._others, *chips)):
            self.setTabOrder(before, after)
        first = None if self._nobody_first else next(iter(self.buttons), None)
        self.setFocusProxy(first or self._nobody)
        self.updateGeometry()
        self.refit.invalidate()

    def set_checked(self, values: Iterable[object]) -> None:
        before = self.value()
        super().set_checked(values)
        if self.rule is Rule.ONE and self.value() != before:  # the chosen name is always seen
            self.refit.invalidate()

    def show_checked(self) -> None:
        super().show_checked()
        self._nobody.setChecked(None in self.checked)

    def set_label(self, label: str) -> None:
        """Change the words before the names."""
        if label != self._label.text():
            self._label.setText(label)
            self.refit.invalidate()

    def set_keys(self, numbers: Sequence[str], nobody: str = "") -> None:
        """Tell the keys of the first names and of "nobody"; the page handles them."""
        self.keys = tuple(numbers)
        self._nobody.set_key(nobody or None)
        self.show_options()

    def shown(self) -> dict[object, CheckButton]:
        """Return the visible buttons, by what they choose."""
        return {option.value: button for option, button in self._pairs() if button.isVisible()}

    def _pairs(self) -> Iterator[tuple[Option, CheckButton]]:
        return zip((*self.options, Option(None, "")), (*self.buttons, self._nobody), strict=True)

    def choose_nobody(self) -> None:
        """Choose nobody in particular."""
        self.choose(None)

    def sizeHint(self) -> QSize:
        return QSize(self.brief_width, self._lines * self._target)

    def minimumSizeHint(self) -> QSize:
        widest = max((self._room_of(button) for button in self.buttons), default=0)
        return QSize(widest + self._others.sizeHint().width(), self._lines * self._target)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refit.invalidate()

    @property
    def labelled_width(self) -> int:
        """Width in px required by the label and all names."""
        return self._room_of(self._label) + self.brief_width

    @property
    def brief_width(self) -> int:
        """Width in px required by all names without the label."""
        nobody = self._nobody.sizeHint().width() if self._nobody.text() else 0
        return sum(map(self._room_of, self.buttons)) + nobody

    @property
    def fits(self) -> bool:
        """Whether all names have a button."""
        return self._fit(self._all)

    @property
    def _all(self) -> list[QWidget]:
        nobody = [self._nobody] if self._nobody.text() else []
        return [*nobody, *self.buttons] if self._nobody_first else [*self.buttons, *nobody]

    def fit_parts(self) -> None:
        shown = self._fitting()
        if self._label.text() and self.labelled_width <= self.width():
            shown.insert(0, self._label)
        for part in (self._label, *self.buttons, self._others, self._nobody):
            part.setVisible(part in shown)
        lines = self._in_lines(shown)
        for number, parts in enumerate(lines):
            free = self.width() - sum(map(self._room_of, parts)) + self.shape.GAP_BETWEEN
            x = free if self._at_end else 0
            for part in parts:
                size = part.sizeHint()
                y = number * self._target + (self._target - size.height()) // 2
                part.setGeometry(QRect(QPoint(x, y), size))
                x += self._room_of(part)
        if len(lines) != self._lines:
            self._lines = len(lines)
            self.updateGeometry()

    def _in_lines(self, parts: Sequence[QWidget]) -> list[list[QWidget]]:
        """Return parts by line, each line as full as possible."""
        lines: list[list[QWidget]] = [[]]
        x = 0
        for part in parts:
            if x and x + part.sizeHint().width() > self.width():
                lines.append([])
                x = 0
            lines[-1].append(part)
            x += self._room_of(part)
        return lines

    def _fit(self, parts: Sequence[QWidget]) -> bool:
        return len(self._in_lines(parts)) <= self._most_lines

    def _fitting(self) -> list[QWidget]:
        """Return what fits: the chosen name, "nobody", and as many of the others as possible."""
        shown = self._all
        chosen = [one for one in self.buttons if self.rule is Rule.ONE and one.isChecked()]
        left_out = list(self.buttons)
        while not self._fit(shown) and left_out:
            if (last := left_out.pop()) in chosen:
                continue
            shown = [one for one in shown if one not in (last, self._others)]
            end = len(shown) - (shown[-1:] == [self._nobody])
            shown.insert(end, self._others)
        if not self._fit(shown) and self._nobody in shown:
            shown.remove(self._nobody)
        return shown

    def _open_menu(self) -> None:
        self._others.setChecked(False)
        entries = tuple(
            MenuEntry(
                button.accessibleName(),
                partial(self.choose, option.value),
                icon="check" if button.isChecked() else "",
                key=button.key or "",
            )
            for option, button in self._pairs()
            if button.text() and not button.isVisible()
        )
        window_menu(self).open_beside([MenuGroup(entries)], self._others)

    @property
    def _target(self) -> int:
        return theme().metrics.target

    def _room_of(self, part: QWidget) -> int:
        """Return the width in px of a part and the gap after it."""
        gap = self.shape.GAP_BETWEEN
        return part.sizeHint().width() + (max(gap, _AFTER_LABEL) if part is self._label else gap)
