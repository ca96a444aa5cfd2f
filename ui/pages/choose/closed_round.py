"""A closed round: the ranking, and choosing what to work on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind_buttons, bind_each, button_for
from ui.actions.offered import Offered, Offers
from ui.components.problem_notes import origin_aside
from ui.components.window_api import WindowApi
from ui.pages.choose.part import ChoosePart
from ui.pages.choose.rank_rows import column_names, rank_style, ranked
from ui.pages.choose.small_count import SmallCount
from ui.rows.row import Aside
from ui.rows.view import RowNames, RowsView
from ui.theme.qt_palette import set_background
from ui.theme.theme import theme
from ui.widgets.action_button import WAY_PADDING, ActionButton
from ui.widgets.boxes import column, flow, row
from ui.widgets.check_button import TAB
from ui.widgets.check_group import CheckButtons, Option
from ui.widgets.icon_label import IconLabel
from ui.widgets.key_action import key_action
from ui.widgets.spaced import spaced
from ui.widgets.text import Text
from workshop_app.domain.facts.ranking import (
    RankRow,
    cut_tie,
    rank_rows,
    suggested_count,
    ties,
)
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.choosing import Choose

_ICON = 18


class ClosedRound(ChoosePart):
    """Ticks choose problems one by one; a button chooses as many as a number field says.

    If that number ends within a tie, only the problems before it are chosen, which may be none, and
    the room decides from the first one of the tie on.
    """

    def __init__(self, api: WindowApi) -> None:
        super().__init__(api)
        self.ranking: list[RankRow] = []
        self._origins: dict[str, tuple[Aside, ...]] = {}
        self._top_edited = False
        self._round = 0
        self._shown_round = 0
        self.view = RowsView("room", rank_style)
        self.view.setAccessibleName(tr("choose.rank.list"))
        self.view.row_actions = ("choose.mark", "choose.heard")
        self._method = Text("body-quiet", wrap=False)
        self.top = SmallCount(tr("choose.rank.top"), 999)
        self._choose_top = button_for(self, "choose.top", self._request_top, size="small")
        self.rounds = CheckButtons(tr("choose.rank.rounds"), shape=TAB)
        bind_each(self, "choose.round", self.rounds.choose_beside)
        self._said = Text("room", wrap=True)
        self._endings: Sequence[Ending] = ()
        settle = bind_buttons(self, "choose.settle", self._settle_tie)
        self._words = [ActionButton(action=each, kind="link") for each in settle]
        self._chosen = Text("body-bold", wrap=False)
        self._arrange()
        self.view.ticked.connect(self.toggle)
        self.view.activated.connect(self.toggle)
        key_action("Space", self.view, lambda: self.toggle(self.current_id()))
        self.rounds.chosen.connect(self._show_round)
        self.top.value_changed.connect(self._count_top)

    def show_round(self) -> None:
        """Show the ranking."""
        state = self.state
        self._show_rounds(state)
        self.ranking = rank_rows(state, self._shown_round)
        self._origins = {problem.id: origin_aside(problem) for problem in state.listed}
        self._method.setText(_method(state))
        chosen = len(state.chosen)
        self._chosen.setText(tr("choose.rank.chosen", n=chosen))
        self._choose_top.set_kind("secondary" if chosen else "primary")
        self.top.most = len(self.ranking)
        if not self._top_edited:
            voted = sum(bool(row.rank) for row in self.ranking)
            self.top.set_value(min(suggested_count(state), voted or len(self.ranking)))
        self._show_tie()
        self._show_rows(self.current)

    def toggle(self, problem_id: str) -> None:
        """Choose a problem, or not any more."""
        problem = self.state.problem(problem_id)
        if problem is not None:
            self.memory["current"] = problem.id
            self.api.execute(Choose((problem.id,), chosen=not problem.chosen))

    def _choose(self, rows: Sequence[RankRow], current: str = "") -> None:
        """Choose exactly these problems, and go to the one from which on the room decides."""
        if current:
            self.memory["current"] = current
        if not rows:
            self.changed.emit()
            self.api.toast(tr("choose.done.none"), done=False)
        else:
            ids = tuple(row.id for row in rows)
            left_out = len({problem.id for problem in self.state.chosen}.difference(ids))
            words = tr("choose.done.left_out", n=left_out) if left_out else ""
            done = tr("choose.done.top", n=len(ids)) + words
            self.api.execute(Choose(ids, only=True), done=done)
        self.focus_start()

    def _show_rows(self, current: str) -> None:
        """Show the ranking; the boxes of a tie that the room has to decide are dashed."""
        rows = ranked(self.ranking, [row.id for row in self.open_tie], self._origins)
        ids = [row.id for row in rows]
        self.view.names = column_names(self.ranking, "")
        self.view.set_rows(rows, current if current in ids else ids[0] if ids else None)

    def offered(self) -> Offers:
        """Return the words that settle the tie."""
        return {
            ("choose.settle", number): Offered(ending.words)
            for number, ending in enumerate(self._endings, 1)
        }

    def current_id(self) -> str:
        row = self.view.current_row
        return row.id if row else ""

    def focus_start(self) -> None:
        self.view.setFocus()

    def tied_ids(self) -> tuple[str, ...]:
        """Return the ids of a tie for a further round, preferably the one at the top count."""
        group = self._tied_group()
        return tuple(row.id for row in group)

    def _tied_group(self) -> list[RankRow]:
        groups = ties(self.ranking)
        if tie := self._cut_tie():
            groups = [group for group in groups if tie[0] in group] or groups
        return groups[0] if groups else []

    def _cut_tie(self) -> list[RankRow]:
        """Return the tie that the top count splits."""
        return cut_tie(self.ranking, self.top.value() or 0)

    def _show_rounds(self, state: WorkshopState) -> None:
        """Show the earlier rounds, if there are any."""
        now = state.workshop.round
        earlier = [number for number in state.votes.rounds if number < now]
        if now != self._round or self._shown_round not in (*earlier, now):
            self._round = now
            self._shown_round = now
        numbers = [*earlier, now]
        names = [Option(n, tr("choose.rank.round", n=n)) for n in numbers]
        self.rounds.set_options(names, self._shown_round)
        self._rounds_part.setVisible(bool(earlier))

    def _show_round(self, number: object) -> None:
        if isinstance(number, int):
            self._shown_round = number
            self.memory["current"] = self.current_id()
            self.show_round()
            self.view.page_changed.emit()

    def _count_top(self, _count: object) -> None:
        self._top_edited = True
        self._show_tie()
        self._show_rows(self.current_id())

    def _request_top(self) -> None:
        self.top.flush()
        count = self.top.value() or 0
        if tie := self._cut_tie():
            self._choose(self._before(tie), tie[0].id)
        elif count:
            self._choose(self.ranking[:count])

    def _settle_tie(self, number: int) -> None:
        """Choose the problems before the tie, and those of it that the room decided on."""
        before, taken = self._before(self.open_tie), self._endings[number - 1].taken
        if not taken:  # then nothing may have changed in the records
            self.top.set_value(len(before))
            self._count_top(len(before))
        self._choose([*before, *taken])

    def _before(self, tie: Sequence[RankRow]) -> list[RankRow]:
        return self.ranking[: self.ranking.index(tie[0])]

    def _show_tie(self) -> None:
        """Show what the room has to know: a tie to decide, and what was not or twice counted."""
        tie = self.open_tie
        self._endings = endings(tie, first=not self._before(tie)) if tie else ()
        for number, button in enumerate(self._words):
            button.setVisible(number < len(self._endings))
        words = self._tie_words(tie) if tie else ""
        parts = (self._missing(), words, self._at_least())
        self._said.setText(spaced(*parts))
        self._band.setVisible(bool(self._said.text()))

    @property
    def open_tie(self) -> list[RankRow]:
        """Return the tie that the top count splits, until a choice has been made in it.

        That is while nothing is chosen, or exactly the problems before the tie. A tie that is
        entirely inside or outside the top count is none.
        """
        tie = self._cut_tie()
        chosen = [row for row in self.ranking if row.chosen]
        return tie if tie and chosen in ([], self._before(tie)) else []

    def _tie_words(self, tie: list[RankRow]) -> str:
        """Return which problems share the place, and how many of them have room."""
        *numbers, last = [row.number for row in tie]
        listed = tr("choose.rank.comma").join(numbers) + tr("choose.rank.last") + last
        room = (self.top.value() or 0) - len(self._before(tie))
        return tr("choose.rank.even", numbers=listed, n=room)

    def _missing(self) -> str:
        """Return how much of the round shown was not counted, until problems are chosen."""
        if self._shown_round != self.state.workshop.round or self.state.chosen:
            return ""
        return uncounted_words(self.state)

    def _at_least(self) -> str:
        """Return for which problems the number is a minimum, because they were merged."""
        merged = self.state.votes.at_least_in(self._shown_round)
        numbers = tr("choose.rank.comma").join(str(problem.number) for problem in merged)
        return tr("choose.rank.at_least", numbers=numbers) if merged else ""

    def _arrange(self) -> None:
        metrics = theme().metrics
        self._rounds_part = QWidget()
        row(self._rounds_part, self.rounds)
        controls = QWidget()
        parts = (self._method, self.top, self._choose_top, self._rounds_part)
        last = () if theme().stacked else ((self._chosen, 0, Qt.AlignmentFlag.AlignVCenter),)
        flow(controls, *parts, *(() if last else (self._chosen,)), gap=12)
        sides = (metrics.edge, 4, metrics.margin, 4)
        head = row(None, (controls, 1), *last, gap=20, around=sides)
        self._band = QWidget()
        set_background(self._band, "sunken")
        words = row(None, *self._words)
        before = metrics.edge - metrics.hang - _ICON
        around = (before, 8, metrics.margin - WAY_PADDING, 8)
        row(self._band, IconLabel("speech", "accent", _ICON), (self._said, 1), words,
            gap=metrics.hang, around=around)  # fmt: skip
        column(self, head, RowNames(self.view), (self.view, 1), self._band, gap=0)  # fmt: skip


class Ending(NamedTuple):
    """How a tie can be settled: the words for it, and the problems of the tie that are chosen."""

    words: str
    taken: Sequence[RankRow]


def endings(tie: Sequence[RankRow], *, first: bool) -> Sequence[Ending]:
    """Return how a tie can be settled in a word; more than two problems are else ticked one by one.

    Not all of a tie that is the ``first`` of the ranking can be left out.
    """
    if len(tie) == 2:
        ones = [Ending(tr("choose.rank.take", number=row.number), [row]) for row in tie]
        return [*ones, Ending(tr("choose.rank.take_both"), tie)]
    found = [Ending(tr("choose.rank.take_all", n=len(tie)), tie)]
    return found if first else [*found, Ending(tr("choose.rank.take_none"), [])]


def _method(state: WorkshopState) -> str:
    """Return how the round was counted: the number of people with hands or dots."""
    dots = state.workshop.dots
    people = state.votes.present_then
    if dots:
        return tr("choose.rank.dots", n=people, dots=dots)
    return tr("choose.rank.present", n=people)


def uncounted_words(state: WorkshopState) -> str:
    """Return how much of the current round was not counted; empty if everything was."""
    missing = state.votes.uncounted
    key = "choose.rank.ballots_missing" if state.workshop.dots else "choose.rank.missing"
    return tr(key, n=missing) if missing else ""
