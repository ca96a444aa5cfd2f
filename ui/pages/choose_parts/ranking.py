"""The show of hands after it is closed: the order, and what to work on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.choose_parts.fields import count_field
from ui.pages.choose_parts.rank_view import RankView
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.text import Text
from workshop_app.domain.ranking import (
    RankRow,
    has_near_ties,
    proposed,
    rank_rows,
    splits_a_tie,
)
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class Ranking(QWidget):
    """``marked(id)`` to work on a problem or no longer; ``top_wanted(ids)`` for the first ones."""

    marked = Signal(str)
    top_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[RankRow] = []
        self._asked = False
        self.view = RankView()
        self._called = Text("body-quiet", "", wrap=False)
        self.top = count_field(tr("choose.rank.top"), 999)
        self._do = ActionButton(tr("choose.rank.top_do"), key="Alt+T", size="small")
        self._near = Text("room-quiet", "", wrap=True)
        self._chosen = Text("room-bold", "", wrap=False)
        self._arrange()
        self.view.ticked.connect(self.marked)
        self.top.counted.connect(self._count_top)
        self._do.clicked.connect(self._choose_top)

    def show_state(self, state: WorkshopState, current: str) -> None:
        """Show the order with ``current`` marked."""
        self._rows = rank_rows(state)
        self.view.show_rows(self._rows, current)
        self._called.setText(tr("choose.rank.present", n=state.present_count))
        chosen = sum(row.chosen for row in self._rows)
        self._chosen.setText(tr("choose.rank.chosen", n=chosen))
        self.top.set_most(len(self._rows))
        if not self._asked:
            self.top.set_value(proposed(state))
        self._say_tie()

    def current_id(self) -> str:
        """Id of the current row, or empty."""
        row = self.view.current_row()
        return row.id if row else ""

    def focus_start(self) -> None:
        """Give the keys to the list."""
        self.view.setFocus()

    def _count_top(self, _count: object) -> None:
        self._asked = True
        self._say_tie()

    def _choose_top(self) -> None:
        self.top.flush()
        count = self.top.value()
        if count:
            self.top_wanted.emit(tuple(row.id for row in self._rows[:count]))

    def _say_tie(self) -> None:
        """Say where counting does not decide: at the end of the chosen ones, or anywhere."""
        count = self.top.value() or 0
        if splits_a_tie(self._rows, count):
            words = tr("choose.rank.split", here=count, following=count + 1)
        else:
            words = tr("choose.rank.near") if has_near_ties(self._rows) else ""
        self._near.setText(words)

    def _arrange(self) -> None:
        metrics = theme().metrics
        calm = QHBoxLayout()
        calm.setSpacing(12)
        calm.addWidget(self._called)
        calm.addStretch(1)
        calm.addWidget(self.top)
        calm.addWidget(self._do)
        below = QHBoxLayout()
        below.setSpacing(20)
        below.addWidget(self._near, 1)
        below.addWidget(self._chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.gap - 2)
        column.addLayout(calm)
        column.addWidget(self.view, 1)
        column.addLayout(below)
