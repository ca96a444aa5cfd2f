"""The page on which the room finds an outcome for each chosen problem."""

from __future__ import annotations

from typing import ClassVar, cast

from PySide6.QtWidgets import QHBoxLayout

from ui.components.outcome_commands import NOTE, OutcomeCommands, solution_id
from ui.components.page import FootContent, Page
from ui.components.page_memory import memory
from ui.components.search_recorder import TrailKeeper
from ui.components.search_start import SearchStart
from ui.pages.solve import problem_queue as hand
from ui.pages.solve.answer_rows import played_rows
from ui.pages.solve.audience_focus import room_front
from ui.pages.solve.board import Board
from ui.pages.solve.foot import SolveFoot
from ui.pages.solve.panel_stack import Drafts
from ui.widgets.action_button import ActionButton
from ui.widgets.shortcut import Shortcut
from workshop_app.domain.problem import Problem
from workshop_app.domain.room_views import Front
from workshop_app.domain.setup_view import setup_of
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.domain.usage import usage_of
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import EditProblem


class SolvePage(Page):
    """One problem, large; the words searched for; the answers; and the ways out."""

    NAME: ClassVar[str] = Step.SOLVE.value

    def build(self) -> None:
        self._kept = memory(self)
        self._typed = cast("dict[str, str]", self._kept.setdefault("typed", {}))
        drafts = cast("Drafts", self._kept.setdefault("drafts", {}))
        self._problem: Problem | None = None
        self._trail = TrailKeeper(self.api, self)
        self._deciding = OutcomeCommands(self.api)
        self.board = Board(self.api, drafts, self.private)
        self.head, self.stage = self.board.head, self.board.stage
        self._foot = SolveFoot(self)
        self._to_list = ActionButton(tr("solve.to_list"), key="Ctrl+Enter", kind="primary")
        self._to_list.setParent(self)
        self._to_list.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.board)
        self._connect()

    def refresh(self, state: WorkshopState | None) -> None:
        problem = self._wanted(state) if state else None
        self.board.show_work(problem is not None)
        if state is None or problem is None:
            self._problem = None
            return
        other = self._problem is None or problem.id != self._problem.id
        self._problem = problem
        self._kept["problem"] = problem.id
        hand.show_head(self.head, state, problem, bool(self._kept.get("all")))
        self._show_search(state, problem, other)
        if self.stage.panel is not None:
            self.stage.panel.show_problem(state, problem)
        if other:
            self._reopen(state, problem)

    def show_record(self, record_id: str) -> None:
        state = self.session.state
        if state is not None and record_id in (problem.id for problem in state.listed):
            self._go_to(record_id)

    def foot(self) -> FootContent:
        if self._problem is None:
            return FootContent(primary=self._to_list)
        panel = self.stage.panel
        return panel.foot() if panel is not None else self._foot.content()

    def focus_start(self) -> None:
        if self._problem is None:
            self._to_list.setFocus()
        elif self.stage.panel is not None:
            self.stage.panel.focus_start()
        else:
            self.stage.search.focus_search()

    def front(self) -> Front:
        if self._problem is None:
            return Front(step=Step.SOLVE)
        return room_front(self.session.state, self._problem, self.stage, self.api.answers)

    def search_start(self) -> SearchStart:
        typed = self.stage.search.entry.text().strip()
        return SearchStart(self._problem.id, typed) if self._problem is not None else SearchStart()

    def handle_escape(self) -> bool:
        if self.stage.panel is not None:
            self.stage.close_panel()
            return True
        if self.stage.search.notes.isVisible():
            self._show_notes(shown=False)
            return True
        return False

    def settle(self) -> None:
        self._trail.keep()
        self.board.flush()
        self.stage.keep()
        panel = self.stage.panel
        self._kept["panel"] = panel.NAME if panel is not None and panel.entries else ""
        if self._problem is not None:
            self._typed[self._problem.id] = self.stage.search.entry.text()
        super().settle()

    # -- building

    def _connect(self) -> None:
        self.head.went.connect(self._go_to)
        self.head.wording_wanted.connect(lambda: self._open("wording"))
        self.head.all_wanted.connect(self._switch_all)
        self.stage.changed.connect(self._show_foot)
        self.stage.changed.connect(self.audience_focus_changed)
        self.stage.finished.connect(self._panel_finished)
        self.stage.search.acted.connect(self._act)
        self.stage.search.noted.connect(lambda text: self._edit("discussion", text))
        self.stage.search.searched.connect(self._show_foot)
        self.stage.search.searched.connect(self.audience_focus_changed)
        self.stage.search.entry.changed.connect(self._trail.words)
        self.stage.search.view.current_changed.connect(self._look_at)
        self._foot.pressed.connect(self._press)
        self._foot.turned.connect(self.stage.search.view.turn)
        self._to_list.clicked.connect(lambda: self.api.go(Step.LIST.value))
        if self.board.sides is not None:
            self.board.sides.side.noted.connect(lambda text: self._edit("private_note", text))
            self.board.sides.outline.went.connect(self._go_to)
            self.board.sides.outline.all_wanted.connect(self._switch_all)
        Shortcut("/", self.stage.search, self.stage.search.focus_search)

    # -- showing

    def _wanted(self, state: WorkshopState) -> Problem | None:
        """The problem to show: the one before, or the first that is still open."""
        kept = state.problem(str(self._kept.get("problem", "")))
        if kept is not None and kept.merged_into is None:
            return kept
        return hand.first_open(state)

    def _show_search(self, state: WorkshopState, problem: Problem, other: bool) -> None:
        search = self.stage.search
        rows = played_rows(state, problem, self.api.answers)
        today_id = self.api.answers.entries.today_id
        cards = state.cards_of(problem.id)
        taken = [today_id(card.catalogue_id) for card in cards if card.catalogue_id]
        search.usages = usage_of(setup_of(state.setup))
        if other:
            typed = self._typed.get(problem.id, "")
            self._trail.begin(problem.id, problem.title, typed)
            search.begin(hand.own_words(problem), typed)
        search.show_played(hand.own_words(problem), rows, taken)
        search.notes.set_text(problem.discussion, problem.id)
        self._foot.show_notes(bool(problem.discussion))
        self.board.show_private(state, problem, bool(self._kept.get("all")))
        self._show_foot()

    def _reopen(self, state: WorkshopState, problem: Problem) -> None:
        """Open the panel again that was open before the page was built anew."""
        name = str(self._kept.pop("panel", ""))
        if name:
            self.stage.open(name, state, problem)

    def _show_foot(self) -> None:
        state, problem = self.session.state, self._problem
        if state is None or problem is None:
            return
        view = self.stage.search.view
        self._foot.show_paging(view.rows_before(), view.rows_after())
        self._foot.show_details(self.stage.search.open_solution(state) is not None)
        decided = not hand.is_open(state, problem)
        self._foot.show_next(decided, another=hand.next_open(state, problem) is not None)
        self.api.update_foot()

    # -- acting

    def _press(self, name: str) -> None:
        actions = {
            "request": self._request,
            "notes": lambda: self._show_notes(not self.stage.search.notes.isVisible()),
            "details": self._open_details,
            "go_on": self._go_on,
        }
        actions.get(name, lambda: self._open(name))()

    def _open(self, name: str) -> None:
        if self.session.state is not None and self._problem is not None:
            self.stage.open(name, self.session.state, self._problem)

    def _open_details(self) -> None:
        state, search = self.session.state, self.stage.search
        solution = search.open_solution(state) if state else None
        if solution is not None:
            self._trail.look_at(solution.id)
            self._trail.keep()
            self.stage.details().show_solution(solution, search.view.offers_current())
            self._open("details")

    def _act(self, row_id: str) -> None:
        search = self.stage.search
        if row_id == NOTE:
            self._request()
            return
        if self._problem is None:
            return
        search.settle_typing()
        self._look_at(row_id)
        self._trail.keep()
        if self._deciding.act(self._problem, row_id, search.search_words(row_id)):
            search.open_newest()

    def _look_at(self, row_id: str) -> None:
        looked_at = solution_id(row_id)
        if looked_at is not None:
            self._trail.look_at(looked_at)

    def _panel_finished(self, name: str) -> None:
        row = self.stage.search.view.current_row()
        self.stage.close_panel(done=True)
        self.stage.search.settle_typing()
        if name == "details" and row is not None:
            self._act(row.id)
        elif name != "wording":
            self.stage.search.open_newest()

    def _request(self) -> None:
        state, search = self.session.state, self.stage.search
        if state is None or self._problem is None:
            return
        solution = search.open_solution(state)
        nearest = solution.id if solution and search.view.offers_current() else ""
        search.settle_typing()
        if nearest:
            self._trail.look_at(nearest)
        self._trail.keep()
        if self._deciding.make_request(state, self._problem, nearest):
            search.open_newest()

    def _show_notes(self, shown: bool) -> None:
        notes = self.stage.search.notes
        notes.flush()
        notes.setVisible(shown)
        if shown:
            notes.setFocus()
        else:
            self.stage.search.focus_search()

    def _edit(self, field: str, text: str) -> None:
        if self._problem is not None:
            self.api.execute(EditProblem(self._problem.id, field, text))

    # -- going

    def _go_to(self, problem_id: str) -> None:
        self.settle()
        self._kept["panel"] = ""
        self.stage.close_panel()
        self._kept["problem"] = problem_id
        self.refresh(self.session.state)
        self.audience_focus_changed.emit()
        self.api.update_foot()
        self.stage.search.focus_search()

    def _go_on(self) -> None:
        state, problem = self.session.state, self._problem
        if state is None or problem is None:
            return
        following = hand.next_open(state, problem)
        if following is not None:
            self._go_to(following.id)
        else:
            self.api.go(Step.APPRAISE.value)

    def _switch_all(self) -> None:
        state, problem = self.session.state, self._problem
        if state is None or problem is None:
            return
        everything = not (self._kept.get("all") or not problem.chosen)
        self._kept["all"] = everything
        target = problem if everything or problem.chosen else hand.first_open(state)
        if target is not None:
            self._go_to(target.id)
