"""The page on which the room finds an outcome for each chosen problem."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, cast

from PySide6.QtWidgets import QBoxLayout

from ui.actions.binding import BoundAction, bind, bind_each
from ui.actions.offered import PRIMARY, Offers
from ui.components.empty_state import StartButton
from ui.components.entry_details import EntryDetailsPanel
from ui.components.field_panel import FieldPanel, FieldTask
from ui.components.foot_buttons import Offering
from ui.components.method_heard import correct_method
from ui.components.outcome_commands import (
    NEXT_GAP,
    WAY_ROUND,
    WORDING,
    OutcomeCommands,
    solution_id,
)
from ui.components.outline_row import OutcomeTag, OutlineRow
from ui.components.page import Page
from ui.components.page_memory import memory
from ui.components.panel_stack import PanelStack
from ui.components.places import CHOOSE_HELP
from ui.components.private_columns import PrivateColumns
from ui.components.problem_notes import ProblemNotes
from ui.components.problem_queue import (
    ProblemQueue,
    passed_problems,
    problem_line,
    problem_tabs,
)
from ui.components.search_recorder import SearchRecorder
from ui.components.search_start import SearchStart
from ui.components.step_intro import StepIntro
from ui.components.task_panel import TaskPanel
from ui.components.wording_panel import wording_task
from ui.pages.solve.audience_focus import audience_focus
from ui.pages.solve.card_panel import CardPanel
from ui.pages.solve.card_words_panel import CardWordsPanel
from ui.pages.solve.conclusion import conclusion_pieces
from ui.pages.solve.find_panel import FindPanel, RoomTask
from ui.pages.solve.gap_outcomes import GapOutcomes
from ui.pages.solve.offered import Situation, offered
from ui.pages.solve.outcome_tasks import answer_task, not_ours_task
from ui.pages.solve.row_builder import outcome_rows
from ui.pages.solve.search_area import SearchArea
from ui.pages.solve.trail_panel import TrailPanel
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.badge import outcome_word
from ui.widgets.boxes import column, row
from ui.widgets.problem_head import ProblemHead
from workshop_app.domain.audience_focus import AudienceFocus
from workshop_app.domain.errors import UserError
from workshop_app.domain.outcome import CardKind, OutcomeKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.setup_view import setup_of
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.domain.usage import usage_of
from workshop_app.i18n import language, tr
from workshop_app.services.commands.problems import EditProblem
from workshop_app.services.commands.solving import RecordGap

_WRITTEN = frozenset(CardKind) - {CardKind.SOLUTION, CardKind.UPDATE}
"""The cards with user-written text; the others have that of the catalogue, or a request's."""


class SolvePage(Page):
    """One problem, large; the search words; the answers; and a panel for each outcome."""

    NAME: ClassVar[str] = Step.SOLVE.value
    ONE_PROBLEM: ClassVar[bool] = True

    def build(self) -> None:
        self._memory = memory(self)
        self._search_texts = cast("dict[str, str]", self._memory.setdefault("typed", {}))
        self._problem: Problem | None = None
        self._trail = SearchRecorder(self.api, self)
        self._outcome_commands = OutcomeCommands(self.api)
        self._bind_actions()
        self.head = ProblemHead(
            tr("solve.strip.label"), self._actions["wording"], self._actions["all"]
        )
        outcomes = GapOutcomes(self._actions["request"], self._actions["not_ours"])
        self.search = SearchArea(self.api.answers, outcomes, self._actions["find"])
        self.panels = PanelStack(
            self.search, self._panel_factories(), self._memory, self.api.unsent, self.NAME
        )
        self.notes: ProblemNotes | None = None
        self.columns: PrivateColumns | None = None
        if self.private:
            self.notes = ProblemNotes(self.api, in_panel=True)
            self.columns = PrivateColumns(
                tr("solve.conclusion.heading"), self.notes, self._actions["all"]
            )
        self.intro = StepIntro(self.api, Step.SOLVE)
        self._details = ActionButton(action=self._actions["details"], kind="quiet")
        self._details.setParent(self)
        self._details.hide()
        self.foot_widgets["details"] = self._details
        self._arrange()
        self._connect()

    def refresh(self, state: WorkshopState | None) -> None:
        problem = self._problem_to_show(state) if state else None
        if state is not None:
            self._show_intro(state)
        if state is None or problem is None:
            self._problem = None
            self._fit()
            return
        other = self._problem is None or problem.id != self._problem.id
        if other:
            self.panels.close_panel()  # its text belongs to the former problem
        self._problem = problem
        self._memory["problem"] = problem.id
        self._fit()
        self._show_head(state, problem)
        self._show_search(state, problem, other)
        if self.panels.current is not None:
            self.panels.current.show_problem(state, problem)
        if other:
            self.panels.reopen(state, problem)

    def show_record(self, record_id: str) -> None:
        state = self.session.state
        if state is not None and record_id in (problem.id for problem in state.listed):
            self._go_to(record_id)

    def show_location(self, name: str) -> None:
        """Show the problem with this id.

        With `CHOOSE_HELP`, show where other help for the current problem is chosen. With ``find``,
        hide the answers of all problems, from the first untouched one on.
        """
        state = self.session.state
        if name == CHOOSE_HELP:
            self._open("card")
            return
        if name != "find":
            self.show_record(name)
            return
        if state is None or self._problem is None:
            return
        self._memory["finding"] = True
        untouched = (each for each in _queue(state).problems if self._is_untouched(state, each))
        self._go_to(next(untouched, self._problem).id)
        if not isinstance(self.panels.current, FindPanel):
            self._let_find()

    def offered(self, state: WorkshopState | None) -> Offers:
        problem = self._problem
        if state is None or problem is None:
            return {}
        queue = _queue(state)
        situation = Situation(
            decided=not queue.is_open(problem),
            another=queue.next_after(problem, passed_problems(self._memory)) is not None,
            everything=self._shows_all(state, problem),
            beside_gap=self.search.offers_gap_outcomes,
            has_card=self._own_card(state) is not None,
            narrow=theme().metrics.narrow,
        )
        return offered(problem, situation)

    def parts(self) -> Sequence[Offering]:
        panel = self.panels.current
        return (self,) if panel is None or self._problem is None else (self, panel)

    def focus_start(self) -> None:
        if self._problem is None:
            self.intro.focus_start()
        elif self.panels.current is not None:
            self.panels.current.focus_start()
        else:
            self.search.setFocus()

    def audience_focus(self) -> AudienceFocus:
        state = self.session.state
        if state is None or self._problem is None:
            return AudienceFocus(step=Step.SOLVE)
        panel = self.panels.current
        if isinstance(panel, FindPanel):
            return AudienceFocus(step=Step.SOLVE, record_id=self._problem.id, where=panel.where)
        details = isinstance(panel, EntryDetailsPanel)
        return audience_focus(state, self._problem, self.search, self.api.answers, details=details)

    def search_start(self) -> SearchStart:
        typed = self.search.entry.text().strip()
        return SearchStart(self._problem.id, typed) if self._problem is not None else SearchStart()

    def handle_escape(self) -> bool:
        if self.panels.current is not None:
            self.panels.current.cancelled.emit()
            return True
        if self.search.notes.isVisible():
            self._show_notes(shown=False)
            return True
        return False

    def commit_pending(self) -> None:
        super().commit_pending()
        self._trail.keep()
        self._keep_gap()
        self.search.notes.flush()
        if self.notes is not None:
            self.notes.note.flush()
        self.panels.save()
        if self._problem is not None:
            self._search_texts[self._problem.id] = self.search.entry.text()

    # -- building

    def _bind_actions(self) -> None:
        """Bind the actions that have a button, by their names."""
        handlers: dict[str, Callable[[], object]] = {
            "all": self._switch_all,
            "wording": lambda: self._open("wording"),
            "details": self._open_details,
            "find": self._let_find,
            "trail": lambda: self._open("trail"),
            "card": lambda: self._open("card"),
            "answer": lambda: self._open("answer"),
            "request": self._request,
            "not_ours": lambda: self._open("not_ours"),
            "note": lambda: self._show_notes(not self.search.notes.isVisible()),
        }
        self._actions: dict[str, BoundAction] = {
            name: bind(self, f"solve.{name}", then, on_button=True)
            for name, then in handlers.items()
        }
        bind(self, "solve.edit_card", self._edit_card)
        bind(self, PRIMARY, self._go_on, on_button=True)

    def _correct_method(self) -> bool:
        found = () if self._problem is None else (self._problem,)
        return correct_method(self.api, self.head, found)

    def _panel_factories(self) -> dict[str, Callable[[], TaskPanel]]:
        return {
            "card": lambda: CardPanel(self.api),
            "answer": lambda: FieldPanel(self.api, answer_task()),
            "edit_card": lambda: CardWordsPanel(self.api, self._card_to_edit),
            "not_ours": lambda: FieldPanel(self.api, not_ours_task()),
            "wording": lambda: FieldPanel(self.api, self._wording_task()),
            "details": lambda: EntryDetailsPanel(self.api),
            "trail": lambda: TrailPanel(self.api),
            "find": self._find_panel,
        }

    def _wording_task(self) -> FieldTask:
        return wording_task(
            tr("solve.wording.placeholder"),
            tr("solve.wording.do"),
            hint=tr("solve.wording.hint"),
            saved=tr("solve.done.wording"),
            question=lambda: self.search.question,
        )

    def _find_panel(self) -> FindPanel:
        panel = FindPanel(self.api, self._room_task, private=self.private)
        panel.cancelled.connect(self._end_finding)
        panel.foot_changed.connect(self.audience_focus_changed)
        return panel

    def _arrange(self) -> None:
        self._column = column(
            None, self.head, (self.panels, 1), self.intro, gap=theme().metrics.gap - 2
        )
        self._column.addStretch(0)
        self._row = row(self, (self._column, 1))
        if self.columns is not None:
            self.columns.add_to(self._row)
        self._fit()

    def _connect(self) -> None:
        bind(self, "solve.way", self._correct_method)
        bind(self.search, "solve.search", self.search.setFocus)
        bind_each(self.search.view, "solve.choose", self._choose_number)
        self.search.view.row_actions = ("row.choose", "solve.edit_card", "solve.details")
        bind(self.search.view, "row.choose", self._act_on_current, listens=False)
        bind_each(self.search, "solve.gap", self.search.show_gap)
        bind(self.search.view, "solve.more", self.search.view.toggle_details)
        before, after = bind_each(self, "solve.problem", self._step)
        self.head.set_keys(before.key, after.key)
        self.head.problem_requested.connect(self._go_to)
        self.panels.changed.connect(self._panel_changed)
        self.panels.changed.connect(self.audience_focus_changed)
        self.panels.panel_finished.connect(self._panel_finished)
        self.search.acted.connect(self._act)
        self.search.notes_edited.connect(lambda text: self._edit("discussion", text))
        self.search.results_changed.connect(self._show_foot)
        self.search.results_changed.connect(self.audience_focus_changed)
        self.search.entry.changed.connect(self._trail.words)
        self.search.view.current_changed.connect(self._look_at)
        self.search.view.take_paging_keys()
        if self.columns is not None:
            self.columns.outline.problem_requested.connect(self._go_to)
        theme().changed.connect(self._fit)

    # -- content

    def _show_intro(self, state: WorkshopState) -> None:
        """Show the introduction until the first outcome; without problems, how to start.

        The details of an answer need its space for the code of the help page.
        """
        to_list = StartButton(
            tr("guide.to_list"), lambda: self.api.go(Step.LIST.value), key="Ctrl+Enter"
        )
        reading = isinstance(self.panels.current, EntryDetailsPanel)
        begun = reading or any(not state.is_open(problem) for problem in state.listed)
        begin = None if state.listed else to_list
        self.intro.show_state(state, due=not begun, begin=begin, brief=bool(state.listed))

    def _problem_to_show(self, state: WorkshopState) -> Problem | None:
        """Return the problem shown before, or the first one to solve."""
        before = state.problem(str(self._memory.get("problem", "")))
        if before is not None and before.merged_into is None:
            return before
        return _queue(state).first

    def _fit(self) -> None:
        """Show the components with margins for the window's size."""
        metrics = theme().metrics
        panel = self.panels.current
        at_work = self._problem is not None
        self.head.setVisible(at_work)
        self.panels.setVisible(at_work)
        # a narrow window cannot fit both the panel and the note below it
        note_fits = panel is None or not metrics.narrow
        wide = self.columns is not None and self.columns.fit(at_work, narrow_panel=note_fits)
        around = (metrics.side, metrics.top, metrics.side, metrics.gap)
        none = (0, 0, 0, 0)
        self._row.setContentsMargins(*(none if wide else around))
        self._column.setContentsMargins(*(around if wide else none))
        self._row.setSpacing(0 if wide else metrics.side)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if metrics.narrow else directions.LeftToRight)
        self.head.show_words(panel is None or not panel.hides_wording)
        self.head.show_tabs(not wide)

    def _shows_all(self, state: WorkshopState, problem: Problem) -> bool:
        """Return whether all problems are listed, not only the chosen ones."""
        return bool(self._memory.get("all")) or not problem.chosen or not state.chosen

    def _show_head(self, state: WorkshopState, problem: Problem) -> None:
        everything = self._shows_all(state, problem)
        queue = _queue(state, everything)
        label = tr(f"solve.strip.{'all' if everything else 'label'}")
        with_switch = bool(state.chosen)
        self.head.show_problem(problem_line(state, problem), problem.title)
        tabs = problem_tabs(state, queue.problems)
        self.head.set_tabs(label, tabs, problem.id, with_switch=with_switch)
        if self.columns is None or self.notes is None:
            return
        self.columns.show_problems(
            label,
            [_outline_row(state, each, each.id == problem.id) for each in queue.problems],
            problem.id,
            done=sum(not queue.is_open(each) for each in queue.problems),
            with_switch=with_switch,
        )
        self.notes.show_problem(state, problem)
        pieces = conclusion_pieces(state, problem, self.api.answers)
        self.columns.panel.details.show_pieces(pieces)

    def _show_search(self, state: WorkshopState, problem: Problem, other: bool) -> None:
        rows = outcome_rows(state, problem, self.api.answers)
        canonical_id = self.api.answers.entries.canonical_id
        cards = state.cards_of(problem.id)
        chosen = {card.id: canonical_id(card.catalogue_id) for card in cards if card.catalogue_id}
        phrasings = tuple(filter(None, dict.fromkeys((problem.wording, problem.first_wording))))
        self.search.usages = usage_of(setup_of(state.setup))
        if other:
            typed = self._search_texts.get(problem.id, "")
            self._trail.begin(problem.id, problem.title, typed)
            self.search.begin(phrasings, typed)
        self.search.show_outcomes(phrasings, rows, chosen)
        self.search.notes.set_text(problem.discussion, problem.id)
        self._show_foot()

    def _show_foot(self) -> None:
        state = self.session.state
        problem = self._problem
        if state is None or problem is None:
            return
        self._details.setVisible(self.search.open_solution(state) is not None)
        self.search.show_let_find(self.search.solution_to_find(state) is not None)
        self.api.update_foot()

    def _panel_changed(self) -> None:
        if self.session.state is not None:
            self._show_intro(self.session.state)
        self._fit()
        self._show_foot()

    # -- actions

    def _open(self, name: str) -> None:
        if self.session.state is not None and self._problem is not None:
            self.panels.open(name, self.session.state, self._problem)

    def _open_details(self) -> None:
        state = self.session.state
        solution = self.search.open_solution(state) if state else None
        panel = self.panels.panel("details")
        if solution is not None and isinstance(panel, EntryDetailsPanel):
            self._trail.look_at(solution.id)
            self._trail.keep()
            panel.show_solution(solution, self.search.view.offers_current())
            self._open("details")

    def _edit_card(self) -> bool:
        """Edit the text of the card in the current row, or of the only card."""
        state = self.session.state
        card = self._own_card(state) if state is not None else None
        if card is None:
            return False
        self._memory["edited_card"] = card.id
        self._open("edit_card")
        return True

    def _own_card(self, state: WorkshopState) -> PlayedCard | None:
        if self._problem is None:
            return None
        own = [card for card in state.cards_of(self._problem.id) if card.kind in _WRITTEN]
        row = self.search.view.current_row
        in_row = next((card for card in own if row is not None and card.id == row.id), None)
        return in_row or (own[0] if len(own) == 1 else None)

    def _card_to_edit(self) -> PlayedCard | None:
        state = self.session.state
        cards = state.cards_of(self._problem.id) if state and self._problem else ()
        edited = self._memory.get("edited_card")
        return next((card for card in cards if card.id == edited), None)

    def _let_find(self) -> bool:
        """Hide the answers and show where to look."""
        state = self.session.state
        if state is None or self.search.solution_to_find(state) is None:
            return False
        self._open("find")
        return True

    def _end_finding(self) -> None:
        """Show the answers of the following problems again."""
        self._memory["finding"] = False

    def _goes_on_finding(self) -> bool:
        """Return whether the answers of this problem are to be hidden, too."""
        state = self.session.state
        problem = self._problem
        if state is None or problem is None or not self._memory.get("finding"):
            return False
        return self._is_untouched(state, problem)

    @staticmethod
    def _is_untouched(state: WorkshopState, problem: Problem) -> bool:
        return problem.found is None and state.is_open(problem)

    def _room_task(self, answer_id: str) -> RoomTask | None:
        """Return the answer with this id, or the current one, as the room's search task."""
        state = self.session.state
        solution = self.api.answers.solution(answer_id) if answer_id else None
        if solution is None and state is not None:
            solution = self.search.solution_to_find(state)
        if solution is None:
            return None
        name = solution.text(language()).name
        cards = state.cards_of(self._problem.id) if state and self._problem else ()
        searched = (card.search_words for card in cards if card.catalogue_id == solution.id)
        where = self.search.where_to_look(solution, next(searched, ""))
        return RoomTask(solution.id, name, where)

    def _choose_number(self, number: int) -> bool:
        """Choose the answer with this number, or only show it if it is on another page."""
        view = self.search.view
        if view.press(number):
            return True
        shown = view.turn_to(number)
        if shown:
            self.api.toast(tr("solve.list.turned", number=number, key=f"Alt+{number}"))
        return shown

    def _act_on_current(self) -> bool:
        row = self.search.view.current_row
        if row is not None:
            self._act(row.id)
        return row is not None

    def _act(self, row_id: str) -> None:
        if self._problem is None:
            return
        if row_id == NEXT_GAP:
            self.search.show_gap(1)
            return
        if row_id == WORDING:
            self._open("wording")
            return
        self.search.clear_text_undo()
        self._look_at(row_id)
        self._trail.keep()
        self._keep_gap()  # before an answer is chosen, since it makes the answer one in part
        gap = self.search.judgement.gap
        if row_id == WAY_ROUND and gap is not None:
            self._outcome_commands.go_round(self._problem, gap.way_round)
            return
        words = self.search.search_words(row_id)
        self._outcome_commands.act(self._problem, row_id, words)

    def _look_at(self, row_id: str) -> None:
        looked_at = solution_id(row_id)
        if looked_at is not None:
            self._trail.look_at(looked_at)

    def _panel_finished(self, name: str) -> None:
        row = self.search.view.current_row
        self.panels.close_panel(done=True)
        self.search.clear_text_undo()
        if name == "details" and row is not None:
            self._act(row.id)

    def _request(self) -> None:
        state = self.session.state
        if state is None or self._problem is None:
            return
        nearest, shortfall = self._shortfall(state)
        self.search.clear_text_undo()
        if nearest:
            self._trail.look_at(nearest)
        self._trail.keep()
        was_request = state.request_of(self._problem.id) is not None
        gap = self.search.judgement.gap
        gap_id = gap.gap.id if gap is not None else ""
        self._outcome_commands.make_request(state, self._problem, nearest, shortfall, gap_id)
        if was_request:
            self.search.open_newest()

    def _shortfall(self, state: WorkshopState) -> tuple[str, str]:
        """Return the id of the closest answer, and why it is not enough.

        A known gap contains both; otherwise it is the opened candidate.
        """
        gap = self.search.judgement.gap
        if gap is not None and gap.nearest:
            return gap.nearest[0].solution.id, gap.nearest[0].falls_short
        if gap is not None:
            return "", gap.statement
        solution = self.search.open_solution(state)
        return (solution.id if solution and self.search.view.offers_current() else ""), ""

    def _show_notes(self, shown: bool) -> None:
        notes = self.search.notes
        notes.flush()
        notes.setVisible(shown)
        (notes if shown else self.search).setFocus()

    def _edit(self, field: str, text: str) -> None:
        if self._problem is not None:
            self.api.execute(EditProblem(self._problem.id, field, text))

    def _keep_gap(self) -> None:
        """Record the known gap that is stated for the problem's own words, or that none is.

        It is for later editions, and for the promise if there is a solution: it is one in part.
        """
        state = self.session.state
        problem = state.problem(self._problem.id) if state and self._problem else None
        if problem is None or not self.search.judges_problem:
            return
        gap = self.search.judgement.gap
        gap_id = gap.gap.id if gap is not None else ""
        if problem.gap_id == gap_id:
            return
        try:
            self.session.execute(RecordGap(problem.id, gap_id))
        except UserError:
            return  # not a user action: the next one will report the error

    # -- navigation

    def _go_to(self, problem_id: str) -> None:
        self.commit_pending()
        self.panels.close_panel()
        self._memory["problem"] = problem_id
        self.refresh(self.session.state)
        if self._goes_on_finding():
            self._let_find()
        self.audience_focus_changed.emit()
        self.api.update_foot()
        self.focus_start()

    def _step(self, by: int) -> bool:
        """Move by ``by`` problems; return False if there is none."""
        shown = self.columns is not None and self.columns.step(by)
        return shown or self.head.step(by)

    def _go_on(self) -> None:
        state = self.session.state
        if state is None or self._problem is None:
            return
        passed = passed_problems(self._memory)
        passed.add(self._problem.id)
        following = _queue(state).next_after(self._problem, passed)
        if following is not None:
            self._go_to(following.id)
        else:
            passed.clear()
            self.api.go(Step.APPRAISE.value)

    def _switch_all(self) -> None:
        state = self.session.state
        problem = self._problem
        if state is None or problem is None:
            return
        everything = not (self._memory.get("all") or not problem.chosen)
        self._memory["all"] = everything
        target = problem if everything or problem.chosen else _queue(state).first
        if target is not None:
            self._go_to(target.id)


def _queue(state: WorkshopState, everything: bool = False) -> ProblemQueue:
    """Return the chosen problems, or all if none is chosen.

    A problem is open while it has no outcome.
    """
    problems = state.to_appraise if everything or not state.chosen else state.chosen
    return ProblemQueue(problems, lambda each: state.outcomes_of(each) == (OutcomeKind.OPEN,))


def _outline_row(state: WorkshopState, problem: Problem, current: bool) -> OutlineRow:
    """Return a problem with its outcomes; the current one without any is marked as in progress."""
    outcomes = state.outcomes_of(problem)
    number = str(problem.number)
    if current and outcomes == (OutcomeKind.OPEN,):
        words = tr("desk.outline.working")
        return OutlineRow(
            problem.id, number, problem.title, remark=words, icon="pen", colour="accent"
        )
    tags = tuple(OutcomeTag(kind, outcome_word(kind)) for kind in outcomes)
    return OutlineRow(problem.id, number, problem.title, tags)
