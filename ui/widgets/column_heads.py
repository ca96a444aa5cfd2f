"""Buttons with a menu of roles each: the columns of a table, or the names in a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import column
from ui.widgets.check_button import SWITCH, CheckButton
from ui.widgets.discard import discard
from ui.widgets.flow import Flow
from ui.widgets.menu import MenuEntry, MenuGroup, shortened, window_menu
from ui.widgets.text import Text
from workshop_app.domain.text import match_key
from workshop_app.i18n import tr

_LONGEST = 16  # characters of a heading or a sample


@dataclass(frozen=True)
class ColumnHead:
    """One column: its index in the table, its name, and its role as ``value``.

    ``roles`` are pairs of value and text. ``used`` columns are highlighted; ``sample`` is a text
    from the column, or empty.
    """

    column: int
    name: str
    role: str
    roles: Sequence[tuple[str, str]]
    used: bool
    sample: str = ""


class ColumnHeads(QWidget):
    """Buttons side by side; each opens a menu of roles. A switch about all of them follows.

    ``role_chosen(column, role)``: another role was selected.
    """

    role_chosen = Signal(int, str)
    rebuilt = Signal()
    """Emitted when ``focus_order`` contains other controls than before."""

    def __init__(self, switch: str) -> None:
        super().__init__()
        self._heads: dict[int, _Head] = {}
        self.switch = CheckButton(switch, SWITCH)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = Flow(8, self)
        self._flow.addWidget(self.switch)
        self.hide()

    def show_columns(self, heads: Sequence[ColumnHead], *, on: bool) -> None:
        """Show these columns and the switch; an existing button keeps the focus."""
        if [head.column for head in heads] != [*self._heads]:
            self._build(heads)
        for head in heads:
            self._heads[head.column].show_head(head)
        self.switch.show_on(on)
        self.show()

    def button(self, column: int) -> ActionButton:
        return self._heads[column].button

    def focus_order(self) -> list[QWidget]:
        """Return its controls in tab order."""
        return [*(head.button for head in self._heads.values()), self.switch]

    def _build(self, heads: Sequence[ColumnHead]) -> None:
        for old in self._heads.values():
            self._flow.removeWidget(old)
            discard(old)
        self._flow.removeWidget(self.switch)
        self._heads = {}
        for head in heads:
            made = _Head(self)
            made.button.clicked.connect(lambda _=False, n=head.column: self._open_menu(n))
            self._heads[head.column] = made
            self._flow.addWidget(made)
            made.show()
        self._flow.addWidget(self.switch)
        self.switch.show()
        self.rebuilt.emit()

    def _open_menu(self, column: int) -> None:
        head = self._heads[column]
        entries = tuple(
            MenuEntry(
                words,
                partial(self.role_chosen.emit, column, role),
                icon="check" if role == head.role else "",
            )
            for role, words in head.roles.items()
        )
        window_menu(self).open_beside([MenuGroup(entries)], head.button)


class _Head(QWidget):
    """The button of one column, with a sample below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.role = ""
        self.roles: dict[str, str] = {}
        self.button = ActionButton("", "chevron-down", kind="secondary", size="small")
        self._sample = Text("hint", wrap=False)
        column(self, self.button, self._sample, gap=2)

    def show_head(self, head: ColumnHead) -> None:
        self.role = head.role
        self.roles = dict(head.roles)
        role = self.roles[head.role]
        named = tr("paste.column", name=shortened(head.name, _LONGEST), role=role)
        self.button.setText(role if match_key(head.name) == match_key(role) else named)
        self.button.set_kind("secondary" if head.used else "note")
        sample = shortened(head.sample, _LONGEST)
        self._sample.setText(tr("paste.sample", text=sample) if sample else "")
        self._sample.setVisible(bool(head.sample))
