"""A round of choosing after it is closed: the order, and what to work on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.choose.count_fields import SmallCount
from ui.pages.choose.rank_view import RankView
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.flow import Flow
from ui.widgets.key_hint import KeyHint
from ui.widgets.shortcut import Shortcut
from ui.widgets.text import Text
from workshop_app.domain.ranking import (
    RankRow,
    near_ties,
    proposed,
    rank_rows,
    splits_a_tie,
)
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_NAMED = 6


class Ranking(QWidget):
    """``marked(id)`` to work on a problem or no longer; ``top_wanted(ids)`` for the first ones."""

    marked = Signal(str)
    top_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[RankRow] = []
        self._asked = False
        self._round = 0
        self._looked_at = 0
        self._state: WorkshopState | None = None
        self.view = RankView()
        self._called = Text("body-quiet", "", wrap=False)
        self.top = SmallCount(tr("choose.rank.top"), 999)
        self._do = ActionButton(tr("choose.rank.top_do"), key="Alt+T", size="small")
        self.rounds = Choice(tr("choose.rank.rounds"), (), role="body")
        self._near = Text("room-quiet", "", wrap=True)
        self._chosen = Text("room-bold", "", wrap=False)
        self._arrange()
        self.view.ticked.connect(self.marked)
        self.rounds.chosen.connect(self._look_at)
        Shortcut("Alt+Left", self, lambda: self._look(-1))
        Shortcut("Alt+Right", self, lambda: self._look(1))
        self.top.counted.connect(self._count_top)
        self._do.clicked.connect(self._choose_top)

    def show_state(self, state: WorkshopState, current: str) -> None:
        """Show the order with ``current`` marked."""
        self._show_rounds(state)
        self._rows = rank_rows(state, self._looked_at)
        self.view.show_rows(self._rows, current)
        self._called.setText(_called(state))
        chosen = sum(row.chosen for row in self._rows)
        self._chosen.setText(tr("choose.rank.chosen", n=chosen))
        self.top.set_most(len(self._rows))
        if not self._asked:
            self.top.set_value(proposed(state))
        self._say_tie()

    def current_id(self) -> str:
        """Id of the current row, or empty."""
        row = self.view.current_row
        return row.id if row else ""

    def focus_start(self) -> None:
        """Give the keys to the list."""
        self.view.setFocus()

    def tied_ids(self) -> tuple[str, ...]:
        """Ids of those that a further round may tell apart: at the end of the chosen ones first."""
        group = self._tied_group()
        return tuple(row.id for row in group)

    def _tied_group(self) -> list[RankRow]:
        groups, count = near_ties(self._rows), self.top.value() or 0
        if splits_a_tie(self._rows, count):
            last = self._rows[count - 1]
            groups = [group for group in groups if last in group] or groups
        return groups[0] if groups else []

    def _show_rounds(self, state: WorkshopState) -> None:
        """Offer the earlier rounds to look at, once there are any."""
        now = state.workshop.round
        earlier = [number for number in state.rounds if number < now]
        if now != self._round or self._looked_at not in (*earlier, now):
            self._round = self._looked_at = now
        numbers = [*earlier, now]
        self.rounds.set_options([(n, tr("choose.rank.round", n=n)) for n in numbers])
        self.rounds.set_value(self._looked_at)
        self._rounds_part.setVisible(bool(earlier))
        self._state = state

    def _look(self, by: int) -> None:
        numbers = [number for number, _ in self.rounds.options()]
        if self._looked_at in numbers:
            self.rounds.choose(numbers.index(self._looked_at) + by)

    def _look_at(self, number: object) -> None:
        if isinstance(number, int) and self._state is not None:
            self._looked_at = number
            self.show_state(self._state, self.current_id())
            self.view.page_changed.emit()

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
            here, following = self._rows[count - 1].number, self._rows[count].number
            words = tr("choose.rank.split", here=here, following=following)
        else:
            words = _tie_words(self._tied_group())
        self._near.setText("  ".join(part for part in (words, self._at_least()) if part))

    def _at_least(self) -> str:
        """Say of which problems the hands are the least there were, since they were merged."""
        merged = self._state.at_least_in(self._looked_at) if self._state else ()
        numbers = tr("choose.rank.comma").join(str(problem.number) for problem in merged)
        return tr("choose.rank.at_least", numbers=numbers) if merged else ""

    def _arrange(self) -> None:
        metrics = theme().metrics
        self._rounds_part = QWidget()
        both = QHBoxLayout(self._rounds_part)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(self.rounds)
        both.addWidget(KeyHint("Alt+Left"))
        calm = Flow(12)
        for widget in (self._called, self.top, self._do, self._rounds_part):
            calm.addWidget(widget)
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


def _called(state: WorkshopState) -> str:
    """How was chosen: by so many people's hands or dots."""
    dots, people = state.workshop.dots, state.present_count
    if dots:
        return tr("choose.rank.dots", n=people, dots=dots)
    return tr("choose.rank.present", n=people)


def _tie_words(group: list[RankRow]) -> str:
    """Say which problems are too close to be told apart; empty without any."""
    if not group:
        return ""
    numbers = [row.number for row in group]
    if len(numbers) > _NAMED:
        rest = len(numbers) - _NAMED
        named = tr("choose.rank.comma").join(numbers[:_NAMED])
        return tr("choose.rank.near_many", numbers=named, n=rest)
    named = tr("choose.rank.comma").join(numbers[:-1])
    return tr("choose.rank.near", numbers=named, last=numbers[-1])
