"""Private mode: the problems in hand at the left, each with what it came to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.components.outline_row import OutlineRow
from ui.components.outline_view import OutlineView
from ui.components.side_layout import list_width
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.icon_button import IconButton
from ui.widgets.key_note import KeyNote
from ui.widgets.shortcut import Shortcut
from ui.widgets.text import Text
from workshop_app.i18n import tr


class Outline(QWidget):
    """``went(id)``: another problem is wanted, by click, Alt+Up or Alt+Down.

    ``all_wanted``: all problems, or the chosen ones again (Alt+L), where ``other`` names it.
    """

    went = Signal(str)
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view = OutlineView()
        self._heading = Text("body-bold", "")
        self._count = Text("meta", "")
        self._other = ActionButton("", key="Alt+L", kind="note", size="small")
        self._other.clicked.connect(self.all_wanted)
        self._keys = KeyNote(["Alt+Up", "Alt+Down"], tr("desk.outline.keys"))
        self._arrange()
        self.view.current_changed.connect(self._go)
        self.view.page_changed.connect(self._show_turners)
        for key, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            Shortcut(key, self, lambda by=by: self.view.step(by))
        theme().changed.connect(self._restyle)
        self._restyle()

    def show_rows(
        self, heading: str, count: str, rows: Sequence[OutlineRow], current: str, other: str = ""
    ) -> None:
        """Show these problems, ``current`` marked; ``count`` says how many are done."""
        self._heading.setText(heading)
        self._count.setText(count)
        self._other.setText(other)
        self._other.setVisible(bool(other))
        self.view.set_rows(rows, current)
        self.view.setAccessibleName(f"{heading} {count}")
        self._show_turners()

    def _go(self, problem_id: str) -> None:
        in_hand = self.view.hasFocus()
        self.went.emit(problem_id)
        if in_hand:
            self.view.setFocus()

    def _show_turners(self) -> None:
        several = self.view.rows_before() + self.view.rows_after() > 0
        for button in self._turners:
            button.setVisible(several)

    def _arrange(self) -> None:
        self._turners: list[IconButton] = []
        head = QHBoxLayout()
        head.setSpacing(2)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._heading)
        words.addWidget(self._count)
        head.addLayout(words, 1)
        for icon, name, by in (("chevron-up", "before", -1), ("chevron-down", "after", 1)):
            button = IconButton(icon, tr(f"desk.outline.{name}"))
            button.clicked.connect(lambda _on=False, by=by: self.view.turn(by))
            self._turners.append(button)
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self._other)
        foot = QHBoxLayout()
        foot.addWidget(self._keys)
        foot.addStretch(1)
        column.addLayout(foot)

    def _restyle(self) -> None:
        metrics = theme().metrics
        self.setFixedWidth(list_width())
        self._keys.setVisible(not metrics.tight)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(12, metrics.top, 0, metrics.gap)
