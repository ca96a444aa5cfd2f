"""The page on which the room finds an outcome for each chosen problem."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from ui.actions.binding import bind, bind_all, bind_each
from ui.actions.offered import Offers
from ui.components.entry_details import EntryDetailsPanel
from ui.components.field_panel import FieldPanel, FieldTask
from ui.components.outcome_commands import (
    NEXT_GAP,
    NOT_OURS,
    WAY_ROUND,
    WORDING,
    OutcomeCommands,
    solution_id,
)
from ui.components.places import CHOOSE_HELP
from ui.components.problem_notes import next_pieces, speaker_pieces
from ui.components.problem_page import ProblemPage
from ui.components.problem_queue import ProblemQueue, problem_facts
from ui.components.search_recorder import SearchRecorder
from ui.components.search_start import SearchStart
from ui.components.side_panel import problem_note, side_panel
from ui.components.step_intro import StepIntro
from ui.components.task_panel import TaskPanel
from ui.components.wording_panel import wording_task
from ui.forms.unsent import Slot
from ui.pages.solve.audience_focus import audience_focus
from ui.pages.solve.card_panel import CardPanel
from ui.pages.solve.card_words_panel import CardWordsPanel
from ui.pages.solve.find_panel import FindPanel, RoomTask
from ui.pages.solve.offered import Situation, offered
from ui.pages.solve.outcome_tasks import answer_task, not_ours_task
from ui.pages.solve.rows import Reason, outcome_rows, reasons
from ui.pages.solve.search_area import SearchArea, is_candidate
from ui.pages.solve.trail_panel import TrailPanel
from ui.theme.theme import theme
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


class SolvePage(ProblemPage):
    """One problem, large; the search words; the answers; and a panel for each outcome."""

    NAME = Step.SOLVE.value

    def build(self) -> None:
        self.bind_ways(
            ("wording", "card", "answer", "not_ours"),
            {
                "find": self._let_find,
                "request": self._request,
                "note": self._take_notes,
            },
        )
        bind(self, "solve.edit_card", self._edit_card)
        self._search_texts = cast("dict[str, str]", self._memory.setdefault("typed", {}))
        self._trail = SearchRecorder(self.api, self)
        self._outcome_commands = OutcomeCommands(self.api)
        ways = [self._actions[name] for name in ("wording", "note", "find")]
        self.head = ProblemHead(tr("solve.strip.label"), ways, self._actions["all"])
        self.search = SearchArea(self.api.answers)
        self.side = side_panel(self, tr("solve.side.heading"), problem_note)
        self.intro = StepIntro(self.api, Step.SOLVE)
        self.arrange(self.search, self._panel_factories())
        self._connect()

    def queue(self, state: WorkshopState) -> ProblemQueue:
        """Return the chosen problems, or all if none is chosen; open is one without an outcome."""
        every = self.ordered(state)
        return ProblemQueue(
            self.chosen_of(every) or every,
            lambda each: state.outcomes_of(each) == (OutcomeKind.OPEN,),
        )

    def show_location(self, name: str) -> None:
        """Show the problem with this id.

        With `CHOOSE_HELP`, show where other help for the current problem is chosen. With ``find``,
        hide the answers of all problems, from the first untouched one on.
        """
        if name == CHOOSE_HELP:
            self._open("card")
            return
        if name != "find":
            self.show_record(name)
            return
        if self._problem is None:
            return
        self._memory["finding"] = True
        state = self.state
        untouched = (each for each in self.queue(state).problems if self._is_untouched(state, each))
        self._go_to(next(untouched, self._problem).id)
        if not isinstance(self.panels.current, FindPanel):
            self._let_find()

    def show_unsent(self, slot: Slot) -> None:
        super().show_unsent(slot)
        if slot.name == "notes":
            self._show_notes(shown=True)

    def offered(self) -> Offers:
        state, problem = self.state, self._problem
        if problem is None:
            return {}
        following = self.queue(state).next_after(problem, self._passed)
        situation = Situation(
            another=following is not None,
            has_card=self._own_card(state) is not None,
            can_find=self.search.solution_to_find(state) is not None,
            why=next(iter(self._reasons()), None),
        )
        return offered(state, problem, situation)

    def _reasons(self) -> Sequence[Reason]:
        """Return why the current candidate may be the answer."""
        row = self.search.view.current_row
        found = solution_id(row.id) if row is not None else None
        hit = self.search.result.hit(found)
        return reasons(hit, self.search.usages.get(found or "")) if hit is not None else ()

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
        if self.search.notes_shown:
            self._show_notes(shown=False)
            return True
        if self.search.entry.text():
            self._trail.give_up()
            self.search.entry.set_text("")
            return True
        return False

    def commit_pending(self) -> None:
        super().commit_pending()
        self._trail.keep()
        self._keep_gap()
        self.search.notes.flush()
        if self._problem is not None:
            self._search_texts[self._problem.id] = self.search.entry.text()
            row = self.search.view.current_row
            self._memory["row"] = (self._problem.id, row.id if row is not None else "")

    # -- building

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

    def _connect(self) -> None:
        in_search = {
            "solve.search": self.search.setFocus,
            "solve.details": self._open_details,
            "solve.trail": lambda: self._open("trail"),
        }
        bind_all(self.search, in_search)
        bind_each(self.search.view, "solve.choose", self._choose_number)
        self.search.view.row_actions = ("row.choose", "solve.edit_card", "solve.details")
        bind(self.search.view, "row.choose", self._act_on_current, listens=False)
        bind_each(self.search, "solve.gap", self.search.show_gap)
        self.panels.changed.connect(self.audience_focus_changed)
        self.search.acted.connect(self._act)
        self.search.activated.connect(self._activate)
        self.search.details_requested.connect(self._open_details)
        self.search.notes.edited.connect(lambda text: self._edit("discussion", text))
        self.search.results_changed.connect(self._update_foot)
        self.search.results_changed.connect(self.audience_focus_changed)
        self.search.entry.changed.connect(self._trail.words)
        self.search.view.current_changed.connect(self._look_at)

    # -- content

    def _show_intro(self, state: WorkshopState, *, other: bool = False) -> None:
        """Show the introduction until the first outcome; without problems, how to start.

        The details of an answer need its space for the code of the help page.
        """
        reading = isinstance(self.panels.current, EntryDetailsPanel)
        begun = reading or any(not state.is_open(problem) for problem in state.listed)
        begin = None if state.listed else self.to_list()
        self.intro.show_state(state, due=not begun, begin=begin, brief=bool(state.listed))

    def _fit(self) -> None:
        super()._fit()
        metrics = theme().metrics
        self.intro.setContentsMargins(metrics.edge, 0, metrics.margin, 0)

    def _show(self, state: WorkshopState, problem: Problem, *, other: bool) -> None:
        self._show_head(state, problem)
        self._show_search(state, problem, other)

    def _show_head(self, state: WorkshopState, problem: Problem) -> None:
        self.head.show_problem(problem.number, problem_facts(state, problem), problem.title)
        self.show_tabs(state, problem)
        if self.side is not None:
            self.side.show_note(problem)
            following = self.queue(state).next_after(problem, self._passed)
            pieces = next_pieces(following)
            pieces += speaker_pieces(state, problem) if self.private else []
            self.side.show_details(tr("solve.side.heading"), pieces)

    def _show_search(self, state: WorkshopState, problem: Problem, other: bool) -> None:
        on_wall = self.api.has_audience_display
        rows = outcome_rows(state, problem, self.api.answers, on_wall=on_wall)
        canonical_id = self.api.answers.entries.canonical_id
        cards = state.cards_of(problem.id)
        chosen = {card.id: canonical_id(card.catalogue_id) for card in cards if card.catalogue_id}
        phrasings = state.phrasings_of(problem)
        self.search.usages = usage_of(setup_of(state.setup))
        if other:
            typed = self._search_texts.get(problem.id, "")
            self._trail.begin(problem.id, problem.title, typed)
            self.search.begin(phrasings, typed)
        of, row_id = cast("tuple[str, str]", self._memory.pop("row", ("", "")))
        self.search.show_outcomes(phrasings, rows, chosen, row_id if of == problem.id else "")
        self.search.notes.set_text(problem.discussion, problem.id)
        if other and not self.search.notes.text():
            if self.search.notes.field.hasFocus():
                self.search.setFocus()
            self.search.show_notes(shown=False)

    def _panel_changed(self) -> None:
        self._show_intro(self.state)
        for name in ("note", "find"):  # they are about the work area
            self.head.show_way(self._actions[name], shown=self.panels.current is None)
        super()._panel_changed()

    # -- actions

    def _open_details(self) -> None:
        solution = self.search.open_solution(self.state)
        panel = self.panels.panel("details")
        if solution is not None and isinstance(panel, EntryDetailsPanel):
            self._trail.look_at(solution.id)
            self._trail.keep()
            panel.show_solution(solution, self._offers_current(), self._reasons())
            self._open("details")

    def _offers_current(self) -> bool:
        """Return whether the current row is a candidate."""
        row = self.search.view.current_row
        return row is not None and is_candidate(row)

    def _edit_card(self) -> bool:
        """Edit the text of the card in the current row, or of the only card."""
        card = self._own_card(self.state)
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
        cards = self.state.cards_of(self._problem.id) if self._problem else ()
        edited = self._memory.get("edited_card")
        return next((card for card in cards if card.id == edited), None)

    def _let_find(self) -> bool:
        """Hide the answers and show where to look."""
        if self.search.solution_to_find(self.state) is None:
            return False
        self._open("find")
        return True

    def _end_finding(self) -> None:
        """Show the answers of the following problems again."""
        self._memory["finding"] = False

    def _goes_on_finding(self) -> bool:
        """Return whether the answers of this problem are to be hidden, too."""
        problem = self._problem
        if problem is None or not self._memory.get("finding"):
            return False
        return self._is_untouched(self.state, problem)

    @staticmethod
    def _is_untouched(state: WorkshopState, problem: Problem) -> bool:
        return problem.found is None and state.is_open(problem)

    def _room_task(self, answer_id: str) -> RoomTask | None:
        """Return the answer with this id, or the current one, as the room's search task."""
        solution = self.api.answers.solution(answer_id) if answer_id else None
        solution = solution or self.search.solution_to_find(self.state)
        if solution is None:
            return None
        name = solution.text(language()).name
        cards = self.state.cards_of(self._problem.id) if self._problem else ()
        searched = (card.search_words for card in cards if card.catalogue_id == solution.id)
        where = self.search.where_to_look(solution, next(searched, ""))
        return RoomTask(solution.id, name, where)

    def _choose_number(self, number: int) -> bool:
        """Choose the answer with this number, or only show it if it is on another page."""
        view = self.search.view
        index = view.answer(number)
        if index is None:
            return False
        if view.is_on_page(index):
            self._act(view.rows[index].id)
        else:
            view.turn_to(index)
            self.api.toast(tr("solve.list.turned", number=number, key=f"Alt+{number}"))
        return True

    def _act_on_current(self) -> bool:
        row = self.search.view.current_row
        if row is not None:
            self._act(row.id)
        return row is not None

    def _activate(self, row_id: str) -> None:
        """Edit what the room wrote itself; choose another answer, or take it back."""
        card = self._own_card(self.state)
        if row_id == NOT_OURS:
            self._open("not_ours")
        elif card is not None and card.id == row_id:
            self._edit_card()
        else:
            self._act(row_id)

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
        super()._panel_finished(name)
        self.search.clear_text_undo()
        if name == "details" and row is not None:
            self._act(row.id)

    def _request(self) -> None:
        if self._problem is None:
            return
        state = self.state
        nearest, shortfall = self._shortfall()
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

    def _shortfall(self) -> tuple[str, str]:
        """Return the id of the closest answer, and why it is not enough, from a known gap.

        Without one both are empty: an opened candidate was not chosen, so papers do not name it.
        """
        gap = self.search.judgement.gap
        if gap is not None and gap.nearest:
            return gap.nearest[0].solution.id, gap.nearest[0].falls_short
        return "", gap.statement if gap is not None else ""

    def _take_notes(self) -> None:
        """Put the keyboard into the notes, or close them if it is there."""
        self._show_notes(not self.search.notes.field.hasFocus())

    def _show_notes(self, shown: bool) -> None:
        self.search.show_notes(shown)
        (self.search.notes if shown else self.search).setFocus()

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
        super()._go_to(problem_id)
        if self._goes_on_finding():
            self._let_find()

    def do_primary(self) -> None:
        if self._problem is not None:
            self._go_past(self.state, self._problem, Step.APPRAISE)
