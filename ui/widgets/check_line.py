"""Names on one line of which one is chosen, such as the speaker, or several are ticked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import zip_longest

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.check_button import CHIP, CheckButton
from ui.widgets.check_group import CheckGroup, Option, Rule
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.discard import discard
from ui.widgets.menu import MenuEntry, MenuGroup, window_menu
from ui.widgets.text import Text
from workshop_app.i18n import tr

_GAP = 8
_LABEL_GAP = 4


class CheckLine(CheckGroup):
    """Names as chips on one line after a label; those that do not fit are in a menu.

    The keys are left out first if that makes space. ``nobody`` is the text of one more chip whose
    value is None. A page that binds actions to ``choose_number`` and ``choose_nobody`` sets their
    keys with ``set_keys``.
    """

    def __init__(self, label: str, *, rule: Rule = Rule.ONE, nobody: str = "") -> None:
        super().__init__(label, rule=rule)
        self._key_names: tuple[str, ...] = ()
        self._label = Text("meta", label, wrap=False, parent=self)
        self._chips: list[CheckButton] = []
        others = tr("widgets.chips.others")
        self._others = CheckButton(others, CHIP, icon="chevron-down", parent=self)
        self._others.clicked.connect(self._open_menu)
        self._nobody = CheckButton(nobody, CHIP, dashed=True, parent=self)
        self._nobody.setVisible(bool(nobody))
        self._nobody.clicked.connect(self.choose_nobody)
        self._with_nobody = bool(nobody)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._line_layout = DeferredLayout(self, self._lay_out)
        theme().changed.connect(self._line_layout.invalidate)

    def set_options(self, options: Sequence[Option], value: object | None = None) -> None:
        """Show these names, with ``value`` chosen, unless the page sets what is checked."""
        if tuple(options) != self.options:
            self.options = tuple(options)
            self._build()
            self._line_layout.invalidate()
        if self.rule is Rule.SET_BY_PAGE:
            self.show_checked()
        else:
            self.set_value(value)

    def set_checked(self, values: Iterable[object]) -> None:
        before = self.value()
        super().set_checked(values)
        if self.rule is Rule.ONE and self.value() != before:  # the chosen name is always seen
            self._line_layout.invalidate()

    def show_checked(self) -> None:
        for option, chip in zip(self.options, self._chips, strict=True):
            chip.setChecked(self.is_checked(option))
        self._nobody.setChecked(None in self.checked)

    def set_label(self, label: str) -> None:
        """Change the words before the names."""
        if label != self._label.text():
            self._label.setText(label)
            self._line_layout.invalidate()

    def set_keys(self, numbers: Sequence[str], nobody: str = "") -> None:
        """Tell the keys of the first names and of "nobody"; the page handles them."""
        if tuple(numbers) == self._key_names and (nobody or None) == self._nobody.key:
            return
        self._key_names = tuple(numbers)
        self._nobody.set_key(nobody or None)
        self._build()
        self._lay_out()

    def choose_nobody(self) -> None:
        """Choose nobody in particular."""
        self.choose(None)

    def sizeHint(self) -> QSize:
        return QSize(sum(chip.sizeHint().width() + _GAP for chip in self._chips), self._height())

    def minimumSizeHint(self) -> QSize:
        widest = max((chip.sizeHint().width() for chip in self._chips), default=0)
        return QSize(widest + _GAP + self._others.sizeHint().width(), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._line_layout.invalidate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._line_layout.invalidate()

    def _build(self) -> None:
        for chip in self._chips:
            discard(chip)
        self._chips = []
        for option, key in zip_longest(self.options, self._key_names[: len(self.options)]):
            chip = CheckButton(option.text, CHIP, key, parent=self)
            chip.clicked.connect(lambda _=False, value=option.value: self.choose(value))
            if self.rule is Rule.SET_BY_PAGE:  # a click does not take the focus from a list
                chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._chips.append(chip)
        self.setTabOrder(self._others, self._nobody)
        self.updateGeometry()

    @property
    def labelled_width(self) -> int:
        """Width in px required by the label and all names."""
        return self._label.natural_width() + _GAP + _LABEL_GAP + self.brief_width

    @property
    def brief_width(self) -> int:
        """Width in px required by all names without the label."""
        nobody = self._nobody.sizeHint().width() if self._with_nobody else 0
        return sum([chip.sizeHint().width() + _GAP for chip in self._chips]) + nobody

    def _lay_out(self) -> None:
        with_label, with_nobody = self._fixed_parts()
        shown = self._shown(self._room(with_label, with_nobody))
        if len(shown) < len(self._chips) or with_nobody != self._with_nobody:
            with_label = False  # another name is more useful than the label
            shown = self._shown(self._room(with_label, with_nobody))
        with_label = with_label and bool(self._label.text())
        self._label.setVisible(with_label)
        x = self._put(self._label, 0) + _LABEL_GAP if with_label else 0
        for number, chip in enumerate(self._chips):
            chip.setVisible(number in shown)
            if number in shown:
                x = self._put(chip, x)
        more = len(shown) < len(self._chips) or (self._with_nobody and not with_nobody)
        self._others.setVisible(more)
        if more:
            x = self._put(self._others, x)
        self._nobody.setVisible(with_nobody)
        if with_nobody:
            self._put(self._nobody, x)

    def _fixed_parts(self) -> tuple[bool, bool]:
        """Return whether the label fits, and "nobody" next to the chosen name.

        The label is also hidden if all names fit only without it.
        """
        nobody = self._with_nobody
        whole = sum(chip.sizeHint().width() + _GAP for chip in self._chips)
        if self._room(True, nobody) < whole <= self._room(False, nobody):
            return False, nobody
        chosen = [c.sizeHint().width() + _GAP for c in self._chips if c.isChecked()]
        needed = sum(chosen) + self._others.sizeHint().width() + _GAP
        options = [(True, True), (False, True), (False, False)]
        if not self._with_nobody:
            options = [(True, False), (False, False)]
        for with_label, with_nobody in options[:-1]:
            if needed <= self._room(with_label, with_nobody):
                return with_label, with_nobody
        return options[-1]

    def _room(self, with_label: bool, with_nobody: bool) -> int:
        """Return the width in px that is left for names."""
        room = self.width()
        if with_label:
            room -= self._label.natural_width() + _GAP + _LABEL_GAP
        if with_nobody:
            room -= self._nobody.sizeHint().width()
        return room

    def _shown(self, room: int) -> list[int]:
        """Return the indices of the chips that fit, always including the chosen one."""
        widths = [chip.sizeHint().width() + _GAP for chip in self._chips]
        if sum(widths) <= room:
            return list(range(len(widths)))
        room -= self._others.sizeHint().width() + _GAP
        shown: list[int] = []
        one = self.rule is Rule.ONE
        chosen = [n for n, option in enumerate(self.options) if one and self.is_checked(option)]
        room -= sum(widths[n] for n in chosen)
        for number, width in enumerate(widths):
            if number in chosen:
                continue
            if width > room:
                break
            shown.append(number)
            room -= width
        return sorted(shown + chosen)

    def _put(self, widget: QWidget, x: int) -> int:
        size = widget.sizeHint()
        widget.setGeometry(QRect(QPoint(x, (self.height() - size.height()) // 2), size))
        return x + size.width() + _GAP

    def _open_menu(self) -> None:
        self._others.setChecked(False)
        pairs = zip(self.options, self._chips, strict=True)
        hidden = [(chip, option.value) for option, chip in pairs if not chip.isVisible()]
        if self._with_nobody and not self._nobody.isVisible():
            hidden.append((self._nobody, None))
        ticked = self.rule is Rule.SET_BY_PAGE
        entries = tuple(
            MenuEntry(
                chip.text(),
                partial(self.choose, value),
                icon="check" if ticked and chip.isChecked() else "",
                key=chip.key or "",
            )
            for chip, value in hidden
        )
        window_menu(self).open_beside([MenuGroup(entries)], self._others)

    def _height(self) -> int:
        return theme().metrics.target
