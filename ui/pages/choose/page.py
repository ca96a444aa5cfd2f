"""The page on which the room chooses what to work on, by hands or by dots, in rounds."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.components.empty_note import EmptyNote
from ui.components.page import FootContent, Page
from ui.components.page_memory import memory
from ui.pages.choose.dot_ballots import Dotting
from ui.pages.choose.hand_count import Counting
from ui.pages.choose.ranking import Ranking
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.paging_buttons import PagingButtons
from ui.widgets.shortcut import Shortcut
from ui.widgets.text import Text
from workshop_app.domain.problem import Problem
from workshop_app.domain.ranking import proposed
from workshop_app.domain.room_views import Front
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.choosing import (
    Choose,
    CountHands,
    EditVote,
    PutDots,
    StartRound,
)
from workshop_app.services.commands.problems import EditProblem

_FEWEST_DOTS = 3


class ChoosePage(Page):
    """Before closing only the problems are seen; after it, the order and what is chosen."""

    NAME: ClassVar[str] = Step.CHOOSE.value

    def build(self) -> None:
        self._kept = memory(self)
        self.counting = Counting()
        self.dotting = Dotting()
        self.ranking = Ranking()
        self._empty = EmptyNote(tr("choose.none"), tr("choose.none_hint"))
        self._buttons()
        self._arrange()
        self._connect()

    def refresh(self, state: WorkshopState | None) -> None:
        if state is None:
            return
        listed, closed = bool(state.listed), state.workshop.vote_closed
        dots = state.workshop.dots > 0
        self.counting.setVisible(listed and not closed and not dots)
        self.dotting.setVisible(listed and not closed and dots)
        self.ranking.setVisible(listed and closed)
        self._empty.setVisible(not listed)
        current = str(self._kept.get("current", ""))
        if listed and closed:
            self.ranking.show_state(state, current)
            self._kept["current"] = self.ranking.current_id()
        elif listed and dots:
            self.dotting.show_state(state, current, self._voter())
            self._kept["current"] = self.dotting.current_id()
        elif listed:
            self.counting.show_state(state, current)
            self._kept["current"] = self.counting.current_id()
        self._show_side(state)
        self._show_foot()

    def show_record(self, record_id: str) -> None:
        state = self.session.state
        if state is not None and record_id in (problem.id for problem in state.listed):
            self._move(record_id)

    def foot(self) -> FootContent:
        state = self.session.state
        if state is None or not state.listed:
            return FootContent(primary=self._to_list)
        if not state.workshop.vote_closed:
            way = self._to_hands if state.workshop.dots else self._to_dots
            return FootContent(left=[way, self._hidden], primary=self._close)
        ways = [self._mark, self._reopen, self._again]
        if self.ranking.tied_ids():
            ways.append(self._tied)
        return FootContent(left=ways, right=[self._paging], primary=self._go_on)

    def focus_start(self) -> None:
        state = self.session.state
        if state is None or not state.listed:
            self._to_list.setFocus()
        elif state.workshop.vote_closed:
            self.ranking.focus_start()
        else:
            self._open_part(state).focus_start()

    def front(self) -> Front:
        return Front(step=Step.CHOOSE, record_id=str(self._kept.get("current", "")))

    def reveal(self) -> bool:
        state = self.session.state
        if super().reveal():
            return True
        if state is None or not state.listed or state.workshop.vote_closed:
            return False
        self._set_closed(closed=True)
        return True

    def settle(self) -> None:
        for part in (self.counting, self.dotting):
            if part.isVisible():
                part.leave()
        super().settle()

    # -- building

    def _buttons(self) -> None:
        self._to_list = ActionButton(tr("choose.to_list"), key="Ctrl+Enter", kind="primary")
        self._close = ActionButton(tr("choose.count.close"), key="Ctrl+Enter", kind="primary")
        self._go_on = ActionButton(tr("choose.rank.go_on"), key="Ctrl+Enter", kind="primary")
        self._reopen = ActionButton(tr("choose.rank.reopen"), "undo", "Alt+O")
        self._mark = ActionButton(tr("choose.rank.mark"), "check", "Alt+X")
        self._again = ActionButton(tr("choose.rank.again"), "refresh", "Alt+N")
        self._tied = ActionButton(tr("choose.rank.tied"), "rules", "Alt+R")
        self._to_dots = ActionButton(tr("choose.dots.to_dots"), "swap", "Alt+D")
        self._to_hands = ActionButton(tr("choose.dots.to_hands"), "swap", "Alt+D")
        self._paging = PagingButtons()
        self._hidden = Text("body-quiet", tr("choose.count.hidden"), wrap=False, parent=self)
        self._hidden.hide()
        ways = (self._reopen, self._mark, self._again, self._tied, self._to_dots, self._to_hands)
        for button in (self._to_list, self._close, self._go_on, *ways):
            button.setParent(self)
            button.hide()

    def _arrange(self) -> None:
        self._row = QHBoxLayout(self)
        self._column = column = QVBoxLayout()
        for widget in (self.counting, self.dotting, self.ranking, self._empty):
            column.addWidget(widget, 1)
        self._row.addLayout(column, 1)
        if self.private:
            from ui.components.problem_notes import ProblemSide
            from ui.components.side_panel import SidePanel

            self.side = ProblemSide(in_panel=True)
            self.side.noted.connect(self._note)
            self.panel = SidePanel("", self.side)
            self._row.addWidget(self.panel)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        metrics, ways = theme().metrics, QHBoxLayout.Direction
        around, none = (metrics.side, metrics.top, metrics.side, metrics.gap), (0, 0, 0, 0)
        wide = self.private and self._has_room()
        self._row.setSpacing(0 if wide else metrics.side)
        self._row.setContentsMargins(*(none if wide else around))
        self._column.setContentsMargins(*(around if wide else none))
        self._row.setDirection(ways.TopToBottom if metrics.compact else ways.LeftToRight)

    def _has_room(self) -> bool:
        from ui.components.side_layout import roomy

        return roomy()

    def _connect(self) -> None:
        self.counting.counted.connect(self._count)
        self.counting.present.connect(lambda n: self._set_limit("present", n or 0))
        self.counting.moved.connect(self._move)
        self.dotting.put.connect(self._put)
        self.dotting.turned.connect(self._turn)
        self.dotting.limited.connect(self._set_limit)
        self.dotting.moved.connect(self._move)
        self.ranking.marked.connect(self._switch)
        self.ranking.top_wanted.connect(self._choose_top)
        self.ranking.view.current_changed.connect(self._move)
        self.ranking.view.page_changed.connect(self._show_foot)
        self._paging.turned.connect(self.ranking.view.turn)
        self._to_list.clicked.connect(lambda: self.api.go(Step.LIST.value))
        self._go_on.clicked.connect(lambda: self.api.go(Step.SOLVE.value))
        self._close.clicked.connect(lambda: self._set_closed(closed=True))
        self._reopen.clicked.connect(lambda: self._set_closed(closed=False))
        self._mark.clicked.connect(lambda: self._switch(str(self._kept.get("current", ""))))
        self._again.clicked.connect(lambda: self._start_round(()))
        self._tied.clicked.connect(lambda: self._start_round(self.ranking.tied_ids()))
        for button in (self._to_dots, self._to_hands):
            button.clicked.connect(self._switch_way)
        for part in (self.counting, self.dotting):
            Shortcut("Alt+C", part, self._close.click)

    # -- showing

    def _show_side(self, state: WorkshopState) -> None:
        if not self.private:
            return
        problem = state.problem(str(self._kept.get("current", "")))
        self.panel.setVisible(problem is not None)
        if problem is not None:
            self.side.show_problem(state, problem)
            self._tell_round(state, problem)

    def _tell_round(self, state: WorkshopState, problem: Problem) -> None:
        from ui.components.problem_words import said_by
        from ui.pages.choose.round_details import round_told

        self.panel.set_heading(tr("choose.told.round", n=state.workshop.round))
        self.panel.story.show_pieces([*round_told(state), *said_by(state, problem)])

    def _show_foot(self) -> None:
        view = self.ranking.view
        row = view.current_row()
        self._paging.show_counts(view.rows_before(), view.rows_after())
        chosen = row is not None and row.chosen
        self._mark.setText(tr("choose.rank.unmark" if chosen else "choose.rank.mark"))
        self.api.update_foot()

    # -- acting

    def _move(self, problem_id: str) -> None:
        if self.private:
            self.side.note.flush()
        self._kept["current"] = problem_id
        self.refresh(self.session.state)
        self.audience_focus_changed.emit()

    def _count(self, problem_id: str, votes: int | None) -> None:
        self.api.execute(CountHands(problem_id, votes))

    def _put(self, problem_id: str, voter: int, dots: int) -> None:
        self._kept["current"] = problem_id
        self.api.execute(PutDots(problem_id, voter, dots))

    def _voter(self) -> int:
        """The ballot in hand, from 1."""
        kept = self._kept.get("voter", 1)
        return kept if isinstance(kept, int) else 1

    def _turn(self, voter: int) -> None:
        self._kept["voter"] = voter
        self.refresh(self.session.state)

    def _set_limit(self, field: str, number: int) -> None:
        state = self.session.state
        if state is None:
            return
        known = {
            "present": state.present_count,
            "dots": state.workshop.dots,
            "dots_each": state.workshop.dots_each,
        }
        if field == "dots" and not number:
            self.refresh(state)  # without dots there is nothing to give: the number comes back
        elif number != known[field]:
            self.api.execute(EditVote(state.workshop.id, field, number))

    def _open_part(self, state: WorkshopState) -> Counting | Dotting:
        return self.dotting if state.workshop.dots else self.counting

    def _switch_way(self) -> None:
        """Count the other way; what was counted this way comes back with a further switch."""
        state = self.session.state
        if state is None:
            return
        self._open_part(state).leave()
        state = self.session.state or state
        if state.workshop.dots:
            self._kept["dots"], dots = state.workshop.dots, 0
        else:
            given = [sum(state.ballot(voter).values()) for voter in state.voters]
            kept = self._kept.get("dots", 0)
            dots = max(
                [
                    kept if isinstance(kept, int) and kept else max(_FEWEST_DOTS, proposed(state)),
                    *given,
                ]
            )
        if self.api.execute(EditVote(state.workshop.id, "dots", dots)) is not None:
            self.focus_start()

    def _start_round(self, problem_ids: tuple[str, ...]) -> None:
        if self.api.execute(StartRound(problem_ids)) is None:
            return
        self._kept.update(current="", voter=1)
        self.refresh(self.session.state)
        self.focus_start()
        state = self.session.state
        self.api.toast(tr("choose.done.round", n=state.workshop.round if state else 1), undo=True)

    def _set_closed(self, *, closed: bool) -> None:
        state = self.session.state
        if state is None:
            return
        if closed and not self._open_part(state).take_over():
            return
        if self.api.execute(EditVote(state.workshop.id, "vote_closed", closed)) is None:
            return
        self._kept["current"] = ""
        self.refresh(self.session.state)
        self.focus_start()
        self.api.toast(tr(f"choose.done.{'closed' if closed else 'reopened'}"), undo=True)

    def _switch(self, problem_id: str) -> None:
        state = self.session.state
        problem = state.problem(problem_id) if state else None
        if problem is not None:
            self._kept["current"] = problem.id
            self.api.execute(Choose((problem.id,), chosen=not problem.chosen))

    def _choose_top(self, problem_ids: tuple[str, ...]) -> None:
        if self.api.execute(Choose(problem_ids, only=True)) is not None:
            self.api.toast(tr("choose.done.top", n=len(problem_ids)), undo=True)
            self.ranking.focus_start()

    def _note(self, text: str) -> None:
        problem_id = str(self._kept.get("current", ""))
        if problem_id:
            self.api.execute(EditProblem(problem_id, "private_note", text))
