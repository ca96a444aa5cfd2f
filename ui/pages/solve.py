"""The page on which the room finds an outcome for each chosen problem."""

from __future__ import annotations

from typing import ClassVar, cast

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.pages import registry
from ui.pages.base import FootContent, Page
from ui.pages.memory import memory
from ui.pages.solve_parts import problems_in_hand as hand
from ui.pages.solve_parts.answer_rows import played_rows
from ui.pages.solve_parts.deciding import Deciding
from ui.pages.solve_parts.empty_note import EmptyNote
from ui.pages.solve_parts.solve_foot import SolveFoot
from ui.pages.solve_parts.stage import Drafts, Stage
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.problem_head import ProblemHead
from ui.widgets.shortcut import Shortcut
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import EditProblem


@registry.page
class SolvePage(Page):
    """One problem, large; the words searched for; the answers; and the ways out."""

    NAME: ClassVar[str] = Step.SOLVE.value
    STEP: ClassVar[int | None] = Step.SOLVE.number
    ICON: ClassVar[str] = "search"

    def build(self) -> None:
        self._kept = memory(self)
        self._typed = cast("dict[str, str]", self._kept.setdefault("typed", {}))
        drafts = cast("Drafts", self._kept.setdefault("drafts", {}))
        self._problem: Problem | None = None
        self._deciding = Deciding(self.context)
        self._head = ProblemHead(tr("solve.strip.label"))
        self._stage = Stage(self.context, drafts)
        self._foot = SolveFoot(self)
        self._empty = EmptyNote(tr("solve.none"), tr("solve.none_hint"))
        self._to_list = ActionButton(tr("solve.to_list"), key="Ctrl+Enter", kind="primary")
        self._to_list.setParent(self)
        self._to_list.hide()
        self._arrange()
        self._connect()

    def refresh(self, state: WorkshopState | None) -> None:
        problem = self._wanted(state) if state else None
        for part in (self._head, self._stage):
            part.setVisible(problem is not None)
        self._empty.setVisible(problem is None)
        if self.private:
            self._side.setVisible(problem is not None)
        if state is None or problem is None:
            self._problem = None
            return
        other = self._problem is None or problem.id != self._problem.id
        self._problem = problem
        self._kept["problem"] = problem.id
        hand.show_head(self._head, state, problem, bool(self._kept.get("all")))
        self._show_search(state, problem, other)
        if self._stage.panel is not None:
            self._stage.panel.show_problem(state, problem)
        if other:
            self._reopen(state, problem)

    def show_record(self, record_id: str) -> None:
        state = self.session.state
        if state is not None and record_id in (problem.id for problem in state.listed):
            self._go_to(record_id)

    def foot(self) -> FootContent:
        if self._problem is None:
            return FootContent(primary=self._to_list)
        panel = self._stage.panel
        return panel.foot() if panel is not None else self._foot.content()

    def focus_start(self) -> None:
        if self._problem is None:
            self._to_list.setFocus()
        elif self._stage.panel is not None:
            self._stage.panel.focus_start()
        else:
            self._stage.search.focus_search()

    def handle_escape(self) -> bool:
        if self._stage.panel is not None:
            self._stage.close_panel()
            return True
        if self._stage.search.notes.isVisible():
            self._show_notes(shown=False)
            return True
        return False

    def settle(self) -> None:
        self._stage.search.notes.flush()
        self._stage.keep()
        panel = self._stage.panel
        self._kept["panel"] = panel.NAME if panel is not None and panel.entries else ""
        if self._problem is not None:
            self._typed[self._problem.id] = self._stage.search.entry.text()
        super().settle()

    # -- building

    def _arrange(self) -> None:
        metrics = theme().metrics
        self._column = QVBoxLayout()
        self._column.setSpacing(metrics.gap - 2)
        self._column.addWidget(self._head)
        self._column.addWidget(self._stage, 1)
        self._column.addWidget(self._empty, 1)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(metrics.side)
        self._row.addLayout(self._column, 1)
        if self.private:
            from ui.pages.solve_parts.private_side import PrivateSide

            self._side = PrivateSide()
            self._side.noted.connect(lambda text: self._edit("private_note", text))
            self._row.addWidget(self._side)
        self._set_margins()
        theme().changed.connect(self._set_margins)

    def _set_margins(self) -> None:
        metrics = theme().metrics
        self._row.setContentsMargins(metrics.side, metrics.top, metrics.side, metrics.gap)

    def _connect(self) -> None:
        self._head.went.connect(self._go_to)
        self._head.wording_wanted.connect(lambda: self._open("wording"))
        self._head.all_wanted.connect(self._switch_all)
        self._stage.changed.connect(self._stage_changed)
        self._stage.finished.connect(self._panel_finished)
        self._stage.search.acted.connect(self._act)
        self._stage.search.noted.connect(lambda text: self._edit("discussion", text))
        self._stage.search.searched.connect(self._show_foot)
        self._foot.pressed.connect(self._press)
        self._to_list.clicked.connect(lambda: self.context.go(Step.LIST.value))
        Shortcut("/", self._stage.search, self._stage.search.focus_search)

    # -- showing

    def _wanted(self, state: WorkshopState) -> Problem | None:
        """The problem to show: the one before, or the first that is still open."""
        kept = state.problem(str(self._kept.get("problem", "")))
        if kept is not None and kept.merged_into is None:
            return kept
        return hand.first_open(state)

    def _show_search(self, state: WorkshopState, problem: Problem, other: bool) -> None:
        search = self._stage.search
        rows = played_rows(state, problem, self.context.answers)
        taken = [card.catalogue_id for card in state.cards_of(problem.id) if card.catalogue_id]
        if other:
            search.begin(hand.own_words(problem), self._typed.get(problem.id, ""))
        search.show_played(hand.own_words(problem), rows, taken)
        search.notes.set_text(problem.discussion)
        self._foot.show_notes(bool(problem.discussion))
        if self.private:
            self._side.show_problem(state, problem)
        self._show_foot()

    def _reopen(self, state: WorkshopState, problem: Problem) -> None:
        """Open the panel again that was open before the page was built anew."""
        name = str(self._kept.pop("panel", ""))
        if name:
            self._stage.open(name, state, problem)

    def _show_foot(self) -> None:
        state, problem = self.session.state, self._problem
        if state is None or problem is None:
            return
        view = self._stage.search.view
        self._foot.show_paging(view.rows_before(), view.rows_after())
        self._foot.show_details(self._stage.search.open_solution(state) is not None)
        decided = not hand.is_open(state, problem)
        self._foot.show_next(decided, another=hand.next_open(state, problem) is not None)
        self.context.update_foot()

    def _stage_changed(self) -> None:
        panel = self._stage.panel
        self._head.show_words(panel is None or not panel.HIDES_WORDS)
        self._show_foot()

    # -- acting

    def _press(self, name: str) -> None:
        view = self._stage.search.view
        actions = {
            "request": self._request,
            "notes": lambda: self._show_notes(not self._stage.search.notes.isVisible()),
            "before": lambda: view.turn(-1),
            "more": lambda: view.turn(1),
            "details": self._open_details,
            "go_on": self._go_on,
        }
        actions.get(name, lambda: self._open(name))()

    def _open(self, name: str) -> None:
        if self.session.state is not None and self._problem is not None:
            self._stage.open(name, self.session.state, self._problem)

    def _open_details(self) -> None:
        state, search = self.session.state, self._stage.search
        solution = search.open_solution(state) if state else None
        if solution is not None:
            self._stage.details().show_solution(solution, search.view.offers_current())
            self._open("details")

    def _act(self, row_id: str) -> None:
        search = self._stage.search
        if self._problem is not None:
            self._deciding.act(self._problem, row_id, search.search_words(row_id))

    def _panel_finished(self, name: str) -> None:
        row = self._stage.search.view.current_row()
        self._stage.close_panel(done=True)
        if name == "details" and row is not None:
            self._act(row.id)
        elif name != "wording":
            self._stage.search.open_newest()

    def _request(self) -> None:
        state, search = self.session.state, self._stage.search
        if state is None or self._problem is None:
            return
        solution = search.open_solution(state)
        nearest = solution.id if solution and search.view.offers_current() else ""
        if self._deciding.make_request(state, self._problem, nearest):
            search.open_newest()

    def _show_notes(self, shown: bool) -> None:
        notes = self._stage.search.notes
        notes.flush()
        notes.setVisible(shown)
        if shown:
            notes.setFocus()
        else:
            self._stage.search.focus_search()

    def _edit(self, field: str, text: str) -> None:
        if self._problem is not None:
            self.context.execute(EditProblem(self._problem.id, field, text))

    # -- going

    def _go_to(self, problem_id: str) -> None:
        self.settle()
        self._kept["panel"] = ""
        self._stage.close_panel()
        self._kept["problem"] = problem_id
        self.refresh(self.session.state)
        self.context.update_foot()
        self._stage.search.focus_search()

    def _go_on(self) -> None:
        state, problem = self.session.state, self._problem
        if state is None or problem is None:
            return
        following = hand.next_open(state, problem)
        if following is not None:
            self._go_to(following.id)
        else:
            self.context.go(Step.APPRAISE.value)

    def _switch_all(self) -> None:
        state, problem = self.session.state, self._problem
        if state is None or problem is None:
            return
        everything = not (self._kept.get("all") or not problem.chosen)
        self._kept["all"] = everything
        target = problem if everything or problem.chosen else hand.first_open(state)
        if target is not None:
            self._go_to(target.id)
