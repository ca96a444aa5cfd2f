"""A row of names of which one can be chosen, such as the speaker, or several can be ticked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.chip import Chip
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.discard import discard
from ui.widgets.menu import MenuEntry, MenuGroup, window_menu
from ui.widgets.text import Text
from workshop_app.i18n import tr

_GAP = 8
_LABEL_GAP = 4


class Chips(QWidget):
    """``people`` are pairs of id and name; ``chosen(id)``: the user selected one.

    As many as fit are on the line, without their keys if that makes space, the rest in a menu.
    ``chosen(None)`` means nobody in particular. A page that binds actions to ``choose_number`` and
    ``choose_nobody`` sets their keys with ``set_keys``. With ``several``, names are only ticked by
    ``set_ticked``, and ``chosen(id)`` says which one was selected. ``nobody_words`` are on the
    chip for nobody instead of "No name". With ``leave_enter`` Space chooses a name, and Enter is
    left to the widget around it.
    """

    chosen = Signal(object)

    def __init__(
        self,
        label: str,
        *,
        nobody: bool = True,
        nobody_words: str = "",
        several: bool = False,
        leave_enter: bool = False,
    ) -> None:
        super().__init__()
        self._several = several
        self._leave_enter = leave_enter
        self._ticked: frozenset[object] = frozenset()
        self._key_names: tuple[str, ...] = ()
        self._people: list[tuple[object, str]] = []
        self._current: object | None = None
        self._label = Text("meta", label, wrap=False, parent=self)
        self._chips: list[Chip] = []
        self._others = Chip(tr("widgets.chips.others"), icon="chevron-down", parent=self)
        self._others.clicked.connect(self._open_menu)
        words = nobody_words or tr("widgets.chips.nobody")
        self._nobody = Chip(words, dashed=True, parent=self)
        self._nobody.setVisible(nobody)
        self._nobody.clicked.connect(lambda: self._choose(None))
        self._with_nobody = nobody
        for chip in (self._others, self._nobody):
            chip.leaves_enter = leave_enter
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._line_layout = DeferredLayout(self, self._place)
        theme().changed.connect(self._line_layout.invalidate)

    def set_people(
        self, people: Sequence[tuple[object, str]], current: object | None = None
    ) -> None:
        """Show these names, with ``current`` chosen (None: nobody)."""
        if list(people) != self._people:
            self._people = list(people)
            self._build()
            self._line_layout.invalidate()
        self.set_current(current)

    def current(self) -> object | None:
        """Id of the chosen one, or None."""
        return self._current

    def set_current(self, who: object | None) -> None:
        """Set who is chosen, without emitting ``chosen``."""
        known = [person for person, _ in self._people]
        before = self._current
        self._current = who if who in known else None
        self._mark()
        self._nobody.setChecked(self._current is None)
        if self._current != before:
            self._line_layout.invalidate()

    def set_unmarked(self) -> None:
        """Mark no name and not "nobody" either, without emitting ``chosen``."""
        self.set_current(None)
        self._nobody.setChecked(False)

    def set_ticked(self, people: Iterable[object]) -> None:
        """Set which of several are ticked, without emitting ``chosen``."""
        self._ticked = frozenset(people)
        self._mark()

    def _mark(self) -> None:
        ticked = self._ticked if self._several else {self._current}
        for (person, _), chip in zip(self._people, self._chips, strict=True):
            chip.setChecked(person in ticked)

    def set_label(self, label: str) -> None:
        """Change the words before the names."""
        if label != self._label.text():
            self._label.setText(label)
            self._line_layout.invalidate()

    def set_label_alternatives(self, texts: tuple[str, ...]) -> None:
        """Reserve the width of the widest of these labels, so that a change moves no name."""
        self._label.set_alternatives(texts)
        self._line_layout.invalidate()

    def set_keys(self, numbers: Sequence[str], nobody: str = "") -> None:
        """Show these keys on the first names and on "nobody"; the page handles them."""
        if tuple(numbers) == self._key_names and (nobody or None) == self._nobody.key:
            return
        self._key_names = tuple(numbers)
        self._nobody.set_key(nobody or None)
        self._build()
        self._place()

    def choose_number(self, number: int) -> bool:
        """Choose a name by its number, from 1; return False if there is none or it is disabled."""
        if not self.isEnabled() or number > len(self._people):
            return False
        self._choose(self._people[number - 1][0])
        return True

    def person_at(self, point: QPoint) -> object | None:
        """Return the id of the visible name at a position, or None."""
        here = self.childAt(point)
        pairs = zip(self._people, self._chips, strict=True)
        return next((person for (person, _), chip in pairs if chip is here), None)

    def choose_nobody(self) -> None:
        """Choose nobody in particular."""
        self._choose(None)

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
        for number, (person, name) in enumerate(self._people, start=1):
            key = self._key_names[number - 1] if number <= len(self._key_names) else None
            chip = Chip(name, key, parent=self)
            chip.clicked.connect(lambda _=False, person=person: self._choose(person))
            chip.leaves_enter = self._leave_enter
            if self._several:  # a click does not take the focus from a list
                chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._chips.append(chip)
        self.setTabOrder(self._others, self._nobody)
        self.updateGeometry()

    def _choose(self, who: object | None) -> None:
        if self._several:
            self._mark()  # a click has checked the chip already
            self.chosen.emit(who)
            return
        self.set_current(who)
        self.chosen.emit(self._current)

    @property
    def whole_width(self) -> int:
        """The width in px in which all names fit with their keys."""
        nobody = self._nobody.widths[0] if self._with_nobody else 0
        names = sum([chip.widths[0] + _GAP for chip in self._chips])
        return self._label.natural_width() + _GAP + _LABEL_GAP + names + nobody

    @property
    def labelled_width(self) -> int:
        """Width in px required by the label and all names without keys."""
        return self._label.natural_width() + _GAP + _LABEL_GAP + self.brief_width

    @property
    def brief_width(self) -> int:
        """Width in px required by all names without label and keys."""
        nobody = self._nobody.widths[1] if self._with_nobody else 0
        return sum([chip.widths[1] + _GAP for chip in self._chips]) + nobody

    def _set_brief(self, brief: bool) -> None:
        for chip in (*self._chips, self._nobody):
            chip.set_brief(brief)

    def _place(self) -> None:
        for brief in (False, True):
            self._set_brief(brief)
            with_label, with_nobody = self._fixed_parts()
            shown = self._shown(self._room(with_label, with_nobody))
            if len(shown) == len(self._chips) and with_nobody == self._with_nobody:
                break
        else:  # another name is more useful than the label
            with_label = False
            shown = self._shown(self._room(with_label, with_nobody))
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
        chosen = [n for n, (person, _) in enumerate(self._people) if person == self._current]
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
        hidden: list[tuple[Chip, object]] = [
            (chip, person)
            for (person, _), chip in zip(self._people, self._chips, strict=True)
            if not chip.isVisible()
        ]
        if self._with_nobody and not self._nobody.isVisible():
            hidden.append((self._nobody, None))
        entries = tuple(
            MenuEntry(
                chip.text(),
                partial(self._choose, person),
                icon="check" if self._several and chip.isChecked() else "",
                key=chip.key or "",
            )
            for chip, person in hidden
        )
        window_menu(self).open_beside([MenuGroup(entries)], self._others)

    def _height(self) -> int:
        return theme().metrics.target
