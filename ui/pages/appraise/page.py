"""The page on which six questions about a problem lead to a verdict."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import ClassVar

from ui.actions.binding import BoundAction, bind, bind_each
from ui.actions.offered import PRIMARY, Offers
from ui.actions.table import key_of
from ui.components.empty_state import StartButton
from ui.components.field_panel import FieldPanel
from ui.components.foot_buttons import Offering
from ui.components.hand_over import change_hand_over
from ui.components.method_heard import correct_method
from ui.components.page import Page
from ui.components.page_memory import memory
from ui.components.panel_stack import PanelStack
from ui.components.pieces import Piece
from ui.components.places import CHOOSE_HELP
from ui.components.private_columns import PrivateColumns
from ui.components.problem_queue import (
    ProblemQueue,
    passed_problems,
    problem_facts,
    problem_tabs,
)
from ui.components.step_intro import UNSAID, StepIntro
from ui.components.task_panel import TaskPanel
from ui.components.wording_panel import wording_task
from ui.pages.appraise.appraisal_area import AppraisalArea
from ui.pages.appraise.appraisal_note import AppraisalNote
from ui.pages.appraise.offered import Following, Situation, offered
from ui.pages.appraise.outcome_of_verdict import needs_solve, outcome_command
from ui.pages.appraise.overrule_panel import OverrulePanel
from ui.pages.appraise.private_details import outline_row, request_pieces, verdict_pieces
from ui.pages.appraise.request_panel import RequestPanel
from ui.pages.appraise.rules_panel import RulesPanel
from ui.pages.appraise.verdicts import REQUESTS, appraisal_of
from ui.pages.appraise.voices_panel import VoicesPanel
from ui.theme.theme import theme
from ui.widgets.boxes import NO_MARGINS, column, row
from ui.widgets.problem_head import ProblemHead
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.audience_focus import AudienceFocus
from workshop_app.domain.errors import StoreError
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.persona import describe_persona
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.domain.verdict_rules import OUTCOME_OF, deciding_criteria
from workshop_app.domain.voice_counts import VoiceCounts
from workshop_app.i18n import tr
from workshop_app.services.commands.appraising import (
    AnswerCriterion,
    GiveGround,
)
from workshop_app.services.commands.solving import MakeRequest
from workshop_app.services.evidence import LikeProblems, counts_of


class AppraisePage(Page):
    """One problem, large; its six criteria; and the verdict in the colour of its outcome."""

    NAME: ClassVar[str] = "appraise"
    ONE_PROBLEM: ClassVar[bool] = True

    def build(self) -> None:
        self._problem: Problem | None = None
        self._shown_id = ""
        self._finder = (
            LikeProblems(self.session, lambda: self.api.answers) if self.private else None
        )
        self._memory = memory(self)
        self._bind_actions()
        self.head = ProblemHead(tr("appraise.strip"), [self._actions["wording"]])
        self.note: AppraisalNote | None = None
        self.columns: PrivateColumns | None = None
        if self.private:
            self.note = AppraisalNote(self.api)
            self.columns = PrivateColumns(tr("appraise.details.heading"))
        self.area = AppraisalArea(self.private, self.note)
        self.criteria = self.area.criteria
        self.panels = PanelStack(
            self.area, self._panel_factories(), self._memory, self.api.unsent, self.NAME
        )
        self.intro = StepIntro(self.api, Step.APPRAISE)
        self._arrange()
        self._connect()

    # -- showing

    def refresh(self, state: WorkshopState | None) -> None:
        problem = self._problem_to_show(state) if state is not None else None
        other = problem is None or self._problem is None or problem.id != self._problem.id
        if other and self._problem is not None:
            self.panels.close_panel()  # its text belongs to the former problem
        self._problem = problem
        if state is not None:
            to_list = StartButton(
                tr("guide.to_list"), self._go_to_list, key=key_of("everywhere.primary")
            )
            begin = to_list if problem is None else None
            # stays while the first problem is answered, so that no row moves under the pointer
            overruled = any(appraisal.override for appraisal in state.appraisals)
            due = not state.appraisals or (self.intro.due and not other and not overruled)
            due = due and not (problem is not None and theme().metrics.narrow)  # F4 shows it
            self.intro.show_state(state, due=due, begin=begin, brief=problem is not None)
        self._fit()
        if state is None or problem is None:
            self.api.update_foot()
            return
        self._memory["problem"] = problem.id
        self._show(state, problem)
        if self.panels.current is not None:
            self.panels.current.show_problem(state, problem)
        if other:
            self.panels.reopen(state, problem)
        self.api.update_foot()

    def show_record(self, record_id: str) -> None:
        state = self.session.state
        if state is None:
            return
        request = next((each for each in state.requests if each.id == record_id), None)
        target = request.problem_id if request is not None else record_id
        shown = self._problem.id if self._problem is not None else ""
        if target == shown and isinstance(self.panels.current, VoicesPanel):
            return  # it contains what was undone
        if target in (problem.id for problem in state.listed):
            self._go_to(target)
            if request is not None:
                self._open("request")

    def show_location(self, name: str) -> None:
        """Show a problem by its id, or with ``UNSAID`` the first empty field of a request."""
        state = self.session.state
        if name == UNSAID and state is not None:
            name = next((each.id for each in state.in_dossier if each.unsaid), "")
        self.show_record(name)

    def offered(self, state: WorkshopState | None) -> Offers:
        problem = self._problem
        if state is None or problem is None:
            return {}
        request = state.request_of(problem.id)
        situation = Situation(
            criterion=self.criteria.current,
            more_reason=self.criteria.has_more_reason,
            has_request=request is not None,
            wants_request=state.verdict_of(problem) in REQUESTS,
            handed_over=request is not None and bool(state.news_of(request)),
            left=len(state.unsaid_of(request)) if request is not None else 0,
            private=self.private,
        )
        return offered(situation, self._following(state, problem))

    def parts(self) -> Sequence[Offering]:
        panel = self.panels.current
        return (self,) if panel is None or self._problem is None else (self, panel)

    def _following(self, state: WorkshopState, problem: Problem) -> Following:
        """Return what the primary button records, and where it leads."""
        recorded = outcome_command(state, problem)
        verdict = state.verdict_of(problem)
        to_solve = recorded is None and self._leads_to_solve(state, problem)
        return Following(
            another=_queue(state).next_after(problem, passed_problems(self._memory)) is not None,
            ends=OUTCOME_OF[verdict].value if recorded is not None else _ends(state, problem),
            others=sum(_is_undecided(state, one) for one in state.listed if one.id != problem.id),
            undecided=recorded is None and _is_undecided(state, problem),
            asked_later=self._asks_later(state, problem),
            solve=OUTCOME_OF[verdict] if to_solve else None,
        )

    def focus_start(self) -> None:
        if self._problem is None:
            self.intro.focus_start()
        elif self.panels.current is not None:
            self.panels.current.focus_start()
        else:
            self.criteria.setFocus()

    def audience_focus(self) -> AudienceFocus:
        return AudienceFocus(
            step=Step.APPRAISE,
            record_id=self._problem.id if self._problem else "",
            voices=self._voices(self._problem) if self._problem else None,
        )

    def handle_escape(self) -> bool:
        if self.panels.current is not None:
            self.commit_pending()
            self.panels.close_panel()
        elif self.criteria.editing:
            self.criteria.close_reason()
        else:
            return False
        return True

    def commit_pending(self) -> None:
        super().commit_pending()
        self.criteria.commit_reason()
        self.panels.save()

    def _problem_to_show(self, state: WorkshopState) -> Problem | None:
        """Return the problem shown before, or the first one to appraise."""
        before = state.problem(str(self._memory.get("problem", "")))
        if before is not None and before.merged_into is None:
            return before
        return _queue(state).first

    def _show(self, state: WorkshopState, problem: Problem) -> None:
        facts = problem_facts(state, problem, with_voices=True)
        self.head.show_problem(problem.number, facts, problem.title)
        tabs = problem_tabs(state, state.to_appraise)
        self.head.set_tabs(tr("appraise.strip"), tabs, problem.id)
        appraisal = appraisal_of(state, problem)
        decided = deciding_criteria(state.decision_of(problem).rule, appraisal)
        if appraisal.override is not None:
            decided = ()
        starts = _reasons_known(state, problem)
        still_open = state.open_criteria(problem)
        if problem.id != self._shown_id:
            self.criteria.release()
        self.criteria.show_appraisal(appraisal, starts, decided, still_open)
        if problem.id != self._shown_id:
            self._shown_id = problem.id
            self.criteria.go_to_open()
        self._show_voices(state, problem)
        self.area.verdict.show_problem(state, problem)
        self.area.fit()
        if self.note is not None:
            self.note.show_appraisal(problem.id, appraisal)
        if self.columns is not None:
            self._show_columns(self.columns, state, problem)

    def _show_voices(self, state: WorkshopState, problem: Problem) -> None:
        """Show how many said the same; in private mode also how many may have."""
        remark = ""
        if self._finder is not None:
            with suppress(StoreError):
                found = self._finder.rows(state, problem)
                undecided = sum(row.same is None for row in found)
                remark = tr("appraise.voices.to_check", n=undecided) if undecided else ""
        self.criteria.show_voices(self._voices(problem), remark)

    def _voices(self, problem: Problem) -> VoiceCounts | None:
        """Return how many said the same as a problem; None if that cannot be read."""
        try:
            return counts_of(self.session, problem)
        except StoreError:
            return None

    def _show_columns(
        self, columns: PrivateColumns, state: WorkshopState, problem: Problem
    ) -> None:
        problems = state.to_appraise
        columns.show_problems(
            tr("appraise.strip"),
            [outline_row(state, each) for each in problems],
            problem.id,
            done=sum(_is_decided(state, each) for each in problems),
        )
        text = request_pieces(state, problem)
        if theme().metrics.rather_low:  # the verdict does not fit into the work area
            heading = Piece(tr("appraise.details.heading"), "section", line=True)
            columns.panel.set_heading(tr("appraise.details.verdict"))
            columns.panel.details.show_pieces([*verdict_pieces(state, problem), heading, *text])
        else:
            columns.panel.set_heading(tr("appraise.details.heading"))
            columns.panel.details.show_pieces(text)

    # -- components

    def _bind_actions(self) -> None:
        """Bind the actions that have a button, by their names."""
        handlers: dict[str, Callable[[], object]] = {
            "wording": lambda: self._open("wording"),
            "rules": lambda: self._open("rules"),
            "overrule": lambda: self._open("overrule"),
            "request_text": lambda: self._open("request"),
            "request": self._make_request,
            "handed_over": self._change_hand_over,
        }
        if self.private:
            handlers["voices"] = lambda: self._open("voices")
        self._actions: dict[str, BoundAction] = {
            name: bind(self, f"appraise.{name}", then, on_button=True)
            for name, then in handlers.items()
        }

    def _correct_method(self) -> bool:
        found = () if self._problem is None else (self._problem,)
        return correct_method(self.api, self.head, found)

    def _panel_factories(self) -> dict[str, Callable[[], TaskPanel]]:
        back = tr("appraise.back")
        finder = self._finder
        private: dict[str, Callable[[], TaskPanel]] = {}
        if finder is not None:
            private["voices"] = lambda: VoicesPanel(self.api, back, finder)
        return private | {
            "rules": lambda: RulesPanel(self.api, back),
            "overrule": lambda: OverrulePanel(self.api, back),
            "request": lambda: RequestPanel(self.api, back),
            "wording": lambda: FieldPanel(
                self.api,
                wording_task(tr("appraise.wording.placeholder"), tr("appraise.wording.do")),
                back,
            ),
        }

    def _arrange(self) -> None:
        self._column = column(None, (self.panels, 1), self.intro)
        self._column.addStretch(0)
        work = column(None, self.head, (self._column, 1), gap=0, around=NO_MARGINS)
        layout = row(self, (work, 1), gap=0, around=NO_MARGINS)
        if self.columns is not None:
            self.columns.add_to(layout)
        self._fit()

    def _fit(self) -> None:
        """Show the components with margins for the window's size."""
        metrics = theme().metrics
        at_work = self._problem is not None
        self.head.setVisible(at_work)
        self.panels.setVisible(at_work)
        self._column.setContentsMargins(metrics.side, metrics.top, metrics.side, metrics.gap)
        self._column.setSpacing(metrics.gap)
        wide = self.columns is not None and self.columns.fit(at_work)
        if self.columns is not None and self.note is not None and wide:
            self.columns.panel.hold(self.note)
        self.area.set_wide(wide)
        self.head.show_tabs(not wide)

    def _connect(self) -> None:
        bind(self, "appraise.way", self._correct_method)
        before, after = bind_each(self, "appraise.problem", self._step)
        self.head.set_keys(before.key, after.key)
        bind_each(self.criteria, "appraise.answer", self.criteria.choose_answer)
        self.criteria.row_actions = ("appraise.answer", "appraise.ground")
        bind(self.criteria, "appraise.ground", self.criteria.edit_reason, listens=False)
        self.head.problem_requested.connect(self._go_to)
        self.panels.changed.connect(self._panel_changed)
        self.panels.panel_finished.connect(lambda _name: self.panels.close_panel(done=True))
        self.criteria.answered.connect(self._answer)
        self.criteria.answer_kept.connect(lambda: self.api.toast(tr("appraise.criteria.kept")))
        self.criteria.reason_edited.connect(self._give_reason)
        self.criteria.view_changed.connect(self._criteria_changed)
        bind_each(
            self, "moving.pages", lambda _by: self.criteria.turn(), on_button=True, listens=False
        )
        bind(self, PRIMARY, self._go_on, on_button=True)
        if self.columns is not None:
            self.columns.outline.problem_requested.connect(self._go_to)
        theme().changed.connect(self._fit)

    def _panel_changed(self) -> None:
        panel = self.panels.current
        self.head.show_words(panel is None or not panel.hides_wording)
        self.api.update_foot()

    def _criteria_changed(self) -> None:
        if self._problem is not None and self.isVisible():
            self.api.update_foot()

    # -- actions

    def _open(self, name: str) -> None:
        state = self.session.state
        problem = self._problem
        if state is not None and problem is not None and self.criteria.commit_reason():
            self.panels.open(name, state, problem)

    def _change_hand_over(self) -> bool:
        state = self.session.state
        request = state.request_of(self._problem.id) if state and self._problem else None
        if state is None or request is None:
            return False
        return change_hand_over(self.api, state, request)

    def _answer(self, criterion: Criterion, answer: str) -> None:
        state = self.session.state
        problem = self._problem
        if state is None or problem is None:
            return
        before = appraisal_of(state, problem).answer(criterion)
        given = "" if answer == before else answer
        reason = _reasons_known(state, problem).get(criterion, "") if given else ""
        done = self.api.execute(AnswerCriterion(problem.id, criterion, given, reason))
        if done is None:
            self._show(state, problem)

    def _give_reason(self, criterion: Criterion, text: str) -> None:
        if self._problem is None:
            return
        if self.api.execute(GiveGround(self._problem.id, criterion, text)) is not None:
            self.criteria.close_reason()

    def _make_request(self) -> None:
        state = self.session.state
        problem = self._problem
        if state is None or problem is None:
            return
        if self.api.execute(MakeRequest(problem.id, state.customer.architecture)):
            self.api.toast(tr("appraise.made_request"), undo=True)
            self._open("request")

    # -- navigation

    def _go_to_list(self) -> None:
        self.api.go(Step.LIST.value)

    def _go_to(self, problem_id: str) -> None:
        if not self.criteria.commit_reason():
            return
        super().commit_pending()
        self.panels.close_panel()
        self._memory["problem"] = problem_id
        self.refresh(self.session.state)
        self.audience_focus_changed.emit()
        self.criteria.setFocus()

    def _step(self, by: int) -> bool:
        """Move by ``by`` problems; return False if there is none."""
        shown = self.columns is not None and self.columns.step(by)
        return shown or self.head.step(by)

    def _asks_later(self, state: WorkshopState, problem: Problem) -> bool:
        """Return whether the verdict needs an answer to a question on a later page of the sheet."""
        return state.is_open(problem) and self.criteria.asks_later

    def _leads_to_solve(self, state: WorkshopState, problem: Problem) -> bool:
        """Return whether the verdict needs a choice in Solve, to which moving on leads once."""
        return needs_solve(state, problem) and problem.id not in passed_problems(self._memory)

    def _go_on(self) -> None:
        """Record the outcome that the verdict names, unless there is one, and move on."""
        state = self.session.state
        problem = self._problem
        if state is None or problem is None or not self.criteria.commit_reason():
            return
        if self._asks_later(state, problem):
            self.criteria.go_to_asked_later()
            self.criteria.setFocus()
            return
        now = self.session.state or state
        passed = passed_problems(self._memory)
        if self._leads_to_solve(now, problem):
            passed.add(problem.id)
            self.api.go_to(Step.SOLVE.value, problem.id)
            if OUTCOME_OF[now.verdict_of(problem)] is OutcomeKind.CARD:
                self.api.go_to(Step.SOLVE.value, CHOOSE_HELP)
            return
        recorded = outcome_command(now, problem)
        if recorded is not None:
            if self.api.execute(recorded) is None:
                return
            now = self.session.state or now
        passed.add(problem.id)
        following = _queue(now).next_after(problem, passed)
        if following is None:
            passed.clear()
            self.api.go(Step.WRAP_UP.value)
        else:
            self._go_to(following.id)
        if recorded is not None:
            kind = OUTCOME_OF[now.verdict_of(problem)]
            self.api.toast(tr(f"appraise.recorded.{kind}", number=problem.number), undo=True)
        elif now.waits_for_appraisal(problem):
            self.api.toast(tr("appraise.left_open", number=problem.number))


def _queue(state: WorkshopState) -> ProblemQueue:
    """Return all problems, chosen ones first; see `_is_waiting` for the open ones."""
    return ProblemQueue(state.to_appraise, partial(_is_waiting, state))


def _is_waiting(state: WorkshopState, problem: Problem) -> bool:
    """Return whether a problem waits for an appraisal, or for the outcome of its verdict."""
    waits = state.waits_for_appraisal(problem) or outcome_command(state, problem) is not None
    return waits or needs_solve(state, problem)


def _is_undecided(state: WorkshopState, problem: Problem) -> bool:
    """Return whether a problem has no outcome, or a request that still has to be appraised."""
    return state.is_open(problem) or state.waits_for_appraisal(problem)


def _ends(state: WorkshopState, problem: Problem) -> str:
    """Return what becomes of a problem of which nothing is recorded; see `Following`."""
    if not _is_undecided(state, problem):
        return "plain"
    return "open" if state.verdict_of(problem) is Verdict.OPEN else "kept"


def _is_decided(state: WorkshopState, problem: Problem) -> bool:
    if state.waits_for_appraisal(problem):
        return False
    return not state.is_open(problem) or state.verdict_of(problem) is not Verdict.OPEN


def _reasons_known(state: WorkshopState, problem: Problem) -> dict[Criterion, str]:
    """Return default reasons: the persona, and the shortfall found in Solve."""
    request = state.request_of(problem.id)
    return {
        Criterion.WHO: describe_persona(state, problem),
        Criterion.ALTERNATIVE: request.shortfall if request is not None else "",
    }
