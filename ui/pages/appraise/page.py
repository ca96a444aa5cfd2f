"""The page on which six questions about a problem lead to a verdict."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from ui.actions.binding import bind, bind_each
from ui.actions.offered import Offers
from ui.components.field_panel import FieldPanel
from ui.components.hand_over import change_hand_over
from ui.components.places import CHOOSE_HELP
from ui.components.problem_notes import next_pieces
from ui.components.problem_page import ProblemPage
from ui.components.problem_queue import ProblemQueue, problem_facts
from ui.components.side_panel import SidePanel, note_form, side_panel
from ui.components.step_intro import UNSAID, StepIntro
from ui.components.task_panel import TaskPanel
from ui.components.wording_panel import wording_task
from ui.forms.form import Executor, Form, by_command
from ui.pages.appraise.appraisal_area import AppraisalArea
from ui.pages.appraise.offered import Following, Situation, offered
from ui.pages.appraise.outcome_of_verdict import needs_solve, outcome_command
from ui.pages.appraise.overrule_panel import OverrulePanel
from ui.pages.appraise.private_details import missing_words, request_pieces
from ui.pages.appraise.request_panel import RequestPanel
from ui.pages.appraise.rows import (
    answer_word,
    criterion_rows,
    read_below,
    reason_of,
    reasons_known,
    verdict_rows,
)
from ui.pages.appraise.rules_panel import RulesPanel
from ui.pages.appraise.verdicts import REQUESTS, number_of
from ui.pages.appraise.voices_panel import VoicesPanel
from ui.theme.outcomes import OUTCOMES
from ui.theme.theme import theme
from ui.widgets.problem_head import ProblemHead
from workshop_app.domain.appraisal import ANSWERS, Appraisal, Criterion, Verdict
from workshop_app.domain.audience_focus import AudienceFocus
from workshop_app.domain.errors import StoreError
from workshop_app.domain.facts.dossier_gaps import dossier_gaps
from workshop_app.domain.facts.requests import unsaid_of
from workshop_app.domain.facts.verdicts import (
    appraisal_of,
    is_undecided,
    open_criteria,
    undecided,
    verdict_of,
    waits_for_appraisal,
)
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import OUTCOME_OF
from workshop_app.domain.request import ESSENTIAL_FIELDS, Request
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.domain.voice_counts import VoiceCounts
from workshop_app.i18n import tr
from workshop_app.services.commands.appraising import (
    AnswerCriterion,
    GiveGround,
    NoteOnAppraisal,
)
from workshop_app.services.commands.solving import MakeRequest
from workshop_app.services.evidence import LikeProblems, counts_of


class AppraisePage(ProblemPage):
    """One problem, large; its six criteria; and the verdict in the colour of its outcome."""

    NAME = "appraise"

    def build(self) -> None:
        self._finder = (
            LikeProblems(self.session, lambda: self.api.answers) if self.private else None
        )
        self.bind_ways(
            ("wording", "rules", "overrule", *(["voices"] if self.private else [])),
            {
                "request_text": lambda: self._open("request"),
                "request": self._make_request,
                "handed_over": self._change_hand_over,
            },
        )
        ways = [self._actions[name] for name in ("wording", "rules")]
        self.head = ProblemHead(tr("solve.strip.label"), ways, self._actions["all"])
        self.side = side_panel(self, tr("appraise.details.heading"), _note_form)
        self.area = AppraisalArea()
        self.criteria = self.area.criteria
        self.ground = self.area.ground
        self._completed: Criterion | None = None
        """The current criterion if its number key gave the last answer that was needed."""
        self.intro = StepIntro(self.api, Step.APPRAISE)
        self.arrange(self.area, self._panel_factories())
        self._connect()

    # -- showing

    def queue(self, state: WorkshopState) -> ProblemQueue:
        return ProblemQueue(self.ordered(state), partial(_is_waiting, state))

    def _show_intro(self, state: WorkshopState, *, other: bool) -> None:
        problem = self._problem
        begin = self.to_list() if problem is None else None
        # stays while the first problem is answered, so that no row moves under the pointer
        overruled = any(appraisal.override for appraisal in state.appraisals)
        due = not state.appraisals or (self.intro.due and not other and not overruled)
        due = due and not (problem is not None and theme().metrics.narrow)  # F4 shows it
        self.intro.show_state(state, due=due, begin=begin, brief=problem is not None)

    def show_record(self, record_id: str) -> None:
        request = next((each for each in self.state.requests if each.id == record_id), None)
        target = request.problem_id if request is not None else record_id
        shown = self._problem.id if self._problem is not None else ""
        if target == shown and isinstance(self.panels.current, VoicesPanel):
            return  # it contains what was undone
        super().show_record(target)
        if request is not None and self._problem is not None and self._problem.id == target:
            self._open("request")

    def show_location(self, name: str) -> None:
        """Show a problem by its id, or the first field that a request lacks.

        The request is given by its id, or is with ``UNSAID`` the first one that lacks something.
        """
        gaps = dossier_gaps(self.state)
        if name == UNSAID:
            name = next((gap.request.id for gap in gaps if gap.request.unsaid), "")
        self.show_record(name)
        panel = self.panels.current
        for gap in gaps:
            if gap.request.id == name and isinstance(panel, RequestPanel):
                panel.show_field(gap.fields[0])

    def offered(self) -> Offers:
        state, problem = self.state, self._problem
        if problem is None:
            return {}
        request = state.request_of(problem.id)
        situation = Situation(
            criterion=self.criteria.criterion,
            more_reason=self.ground.has_more,
            has_request=request is not None,
            wants_request=verdict_of(state, problem) in REQUESTS,
            handed_over=request is not None and bool(state.news_of(request)),
            left=len(unsaid_of(state, request)) if request is not None else 0,
            private=self.private,
        )
        return offered(situation, self._following(state, problem))

    def _following(self, state: WorkshopState, problem: Problem) -> Following:
        """Return what the primary button records, and where it leads."""
        recorded = outcome_command(state, problem)
        verdict = verdict_of(state, problem)
        to_solve = recorded is None and self._leads_to_solve(state, problem)
        left = undecided(state).intersection(one.id for one in state.chosen or state.listed)
        ends = OUTCOME_OF[verdict].value if recorded is not None else _ends(state, problem)
        writes = ends == "request" or (
            ends in ("open", "plain") and self._to_be_written(state) is not None
        )
        return Following(
            another=self.queue(state).next_after(problem, self._passed) is not None,
            ends=ends,
            to_text=writes,
            others=len(left - {problem.id}),
            undecided=recorded is None and is_undecided(state, problem),
            asked_later=self._asked_later(state, problem) is not None,
            solve=OUTCOME_OF[verdict] if to_solve else None,
        )

    def _to_be_written(self, state: WorkshopState) -> Request | None:
        """Return an appraised request without any text, to which the last problem leads once."""
        for problem in self.queue(state).problems:
            request = state.request_of(problem.id)
            if (
                request is not None
                and request.id not in self._passed
                and unsaid_of(state, request) == ESSENTIAL_FIELDS
                and not waits_for_appraisal(state, problem)
            ):
                return request
        return None

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
        elif self.ground.editing:
            self.ground.close_field()
        else:
            return False
        return True

    def commit_pending(self) -> None:
        super().commit_pending()
        self.ground.submit()
        if self._problem is not None:
            self._memory["criterion"] = (self._problem.id, self.criteria.criterion)

    def _show(self, state: WorkshopState, problem: Problem, *, other: bool) -> None:
        facts = problem_facts(state, problem, with_voices=True)
        self.head.show_problem(problem.number, facts, problem.title)
        self.show_tabs(state, problem)
        if other:
            self.ground.close_field()
        self.criteria.show_criteria(criterion_rows(state, problem))
        if other:
            self._completed = None
            was = self._memory.pop("criterion", None)
            seen = next((each for each in Criterion if was == (problem.id, each)), None)
            self.criteria.select(seen or self._next_asked(state, problem) or Criterion.WHO)
        self._show_verdict(state, problem)
        self._show_ground(state, problem)
        if self.side is not None:
            self._show_side(self.side, state, problem)

    def _show_verdict(self, state: WorkshopState, problem: Problem) -> None:
        verdict = verdict_of(state, problem)
        rows = verdict_rows(state, problem, private=self.private, line=self.area.in_line)
        colour = OUTCOMES[OUTCOME_OF[verdict]].colour
        self.area.verdict.show_rows(rows, colour, undecided=verdict is Verdict.OPEN)

    def _show_ground(self, state: WorkshopState, problem: Problem) -> None:
        """Show the reason of the current criterion; in private mode also how many like it wait."""
        criterion = self.criteria.criterion
        voices, remark = None, ""
        if criterion is Criterion.GENERAL:
            voices = self._voices(problem)
            if self._finder is not None:
                with suppress(StoreError):
                    found = self._finder.rows(state, problem)
                    undecided = sum(row.same is None for row in found)
                    remark = tr("appraise.voices.to_check", n=undecided) if undecided else ""
        words = read_below(state, problem, criterion, voices, private=self.private, remark=remark)
        reason = reason_of(state, problem, criterion, private=self.private)
        self.ground.show_criterion(criterion, reason, words)
        self.area.fit_parts()

    def _voices(self, problem: Problem) -> VoiceCounts | None:
        """Return how many said the same as a problem; None if that cannot be read."""
        try:
            return counts_of(self.session, problem)
        except StoreError:
            return None

    def _show_side(self, side: SidePanel, state: WorkshopState, problem: Problem) -> None:
        """Show the note, and the text of the request or, in projected mode, the next problem."""
        side.show_note(appraisal_of(state, problem), problem.id)
        if self.private:
            side.show_details(tr("appraise.details.heading"), request_pieces(state, problem))
        else:
            following = self.queue(state).next_after(problem, self._passed)
            side.show_details(tr("solve.side.heading"), next_pieces(following))

    # -- components

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

    def _fit(self) -> None:
        super()._fit()
        metrics = theme().metrics
        at_work = self._problem is not None
        above = metrics.gap // 2 if at_work else metrics.gap
        self.intro.setContentsMargins(metrics.edge, above, metrics.margin, above)
        self.area.set_beside_panel(self.side is not None and not theme().stacked)

    def _connect(self) -> None:
        bind_each(self.criteria, "appraise.answer", self._answer_by_number)
        self.criteria.row_actions = ("appraise.answer", "appraise.ground")
        bind(self.criteria, "appraise.ground", self.ground.edit, listens=False)
        bind(self.area.verdict, "appraise.more", self.area.verdict.turn)
        self.criteria.chosen.connect(self._answer_by_mouse)
        self.criteria.activated.connect(lambda _id: self.ground.edit())
        self.criteria.current_changed.connect(lambda _id: self._went_to_criterion())
        self.criteria.page_changed.connect(self._update_foot)
        self.ground.requested.connect(self.ground.edit)
        self.ground.edited.connect(self._give_reason)
        self.ground.left.connect(self._say_saved)
        self.ground.changed.connect(self._ground_changed)
        bind_each(self.area, "moving.pages", self._turn)

    def _panel_changed(self) -> None:
        super()._panel_changed()
        self.head.show_way(self._actions["rules"], shown=self.panels.current is None)

    # -- actions

    def _open(self, name: str) -> None:
        if self.ground.submit():
            super()._open(name)

    def _change_hand_over(self) -> bool:
        request = self.state.request_of(self._problem.id) if self._problem else None
        if request is None:
            return False
        beside = self._actions["handed_over"].place(self)
        return change_hand_over(self.api, self.state, request, beside)

    def _answer_by_mouse(self, criterion: str, number: int) -> None:
        self._answer(Criterion(criterion), number)

    def _answer_by_number(self, number: int) -> None:
        """Give the current criterion its answer ``number``, from 1, or remove that.

        After a first answer the next criterion that needs one becomes current, except while a
        reason is written. After the last of them a number changes nothing until a criterion is
        selected, since whoever types six numbers in a row does not see that fewer are needed.
        """
        problem, criterion = self._problem, self.criteria.criterion
        if problem is None:
            return
        before = appraisal_of(self.state, problem).answer(criterion)
        if self._completed is criterion and before:
            self.api.toast(tr("appraise.criteria.kept"))
            return
        self._completed = None
        self._answer(criterion, number)
        now = self.state
        if before or not appraisal_of(now, problem).answer(criterion) or self.ground.editing:
            return
        following = self._next_asked(now, problem, after=criterion)
        if following is not None:
            self.criteria.select(following)
        if not open_criteria(now, problem):
            self._completed = criterion

    def _answer(self, criterion: Criterion, number: int) -> None:
        """Give a criterion an answer; the one that it has is removed."""
        state, problem = self.state, self._problem
        if problem is None:
            return
        answer = ANSWERS[criterion][number - 1]
        given = "" if answer == appraisal_of(state, problem).answer(criterion) else answer
        reason = reasons_known(state, problem).get(criterion, "") if given else ""
        said = "answered" if given else "not_answered"
        words = answer_word(criterion, answer)
        done = tr(f"appraise.criteria.{said}", number=number_of(criterion), answer=words)
        self.api.execute(AnswerCriterion(problem.id, criterion, given, reason), done=done)

    def _next_asked(
        self, state: WorkshopState, problem: Problem, after: Criterion | None = None
    ) -> Criterion | None:
        """Return the next criterion that needs an answer, or None."""
        order = list(Criterion)
        later = order[order.index(after) + 1 :] if after is not None else order
        return next((each for each in later if each in open_criteria(state, problem)), None)

    def _went_to_criterion(self) -> None:
        self._completed = None
        if self._problem is None or not self.ground.submit():
            return
        self._show_ground(self.state, self._problem)
        self._update_foot()

    def _turn(self, by: int) -> bool:
        """Show more of the reason, or other criteria; return False if there is neither."""
        if by > 0 and self.ground.has_more:
            self.ground.turn()
            return True
        return self.criteria.turn(by)

    def _ground_changed(self) -> None:
        state = self.session.state  # a text may find its lines after the workshop was closed
        if state is not None and self._problem is not None and not self.ground.editing:
            self._show_ground(state, self._problem)
        self._update_foot()

    def _give_reason(self, criterion: Criterion, text: str) -> None:
        if self._problem is None:
            return
        if self.api.execute(GiveGround(self._problem.id, criterion, text)) is not None:
            self.ground.close_field()

    def _say_saved(self, criterion: Criterion) -> None:
        """Say that a click elsewhere saved the reason."""
        self.api.toast(tr("appraise.ground.saved", number=number_of(criterion)), undo=True)

    def _make_request(self) -> None:
        if self._problem is None:
            return
        command = MakeRequest(self._problem.id, self.state.customer.architecture)
        if self.api.execute(command, done=tr("appraise.made_request")):
            self._open("request")

    # -- navigation

    def _go_to(self, problem_id: str) -> None:
        if self.ground.submit():
            super()._go_to(problem_id)

    def outcome_words(self, state: WorkshopState, problem: Problem) -> str:
        missing = missing_words(state, problem) if self.private else ""
        return "  ".join(filter(None, (super().outcome_words(state, problem), missing)))

    def _asked_later(self, state: WorkshopState, problem: Problem) -> Criterion | None:
        """Return the first criterion on a later page that the verdict on an open problem needs."""
        asked = open_criteria(state, problem) if state.is_open(problem) else ()
        return next((each for each in asked if self.criteria.is_after_page(each)), None)

    def _leads_to_solve(self, state: WorkshopState, problem: Problem) -> bool:
        """Return whether the verdict needs a choice in Solve, to which moving on leads once."""
        return needs_solve(state, problem) and problem.id not in self._passed

    def do_primary(self) -> None:
        """Record the outcome that the verdict names, unless there is one, and move on."""
        problem = self._problem
        if problem is None or not self.ground.submit():
            return
        now = self.state
        later = self._asked_later(now, problem)
        if later is not None:
            self.criteria.select(later)
            self.criteria.setFocus()
            return
        if self._leads_to_solve(now, problem):
            self._passed.add(problem.id)
            self.api.go_to(Step.SOLVE.value, problem.id)
            if OUTCOME_OF[verdict_of(now, problem)] is OutcomeKind.CARD:
                self.api.go_to(Step.SOLVE.value, CHOOSE_HELP)
            return
        recorded, leads = outcome_command(now, problem), self._following(now, problem)
        if recorded is not None:
            if self.api.execute(recorded) is None:
                return
            now = self.state
        request = self._to_be_written(now) if leads.to_text and not leads.another else None
        if request is not None:
            self._passed.update((problem.id, request.id))
            self.show_record(request.id)
        else:
            self._go_past(now, problem, Step.WRAP_UP)
        if recorded is not None:
            kind = OUTCOME_OF[verdict_of(now, problem)]
            self.api.toast(tr(f"appraise.recorded.{kind}", number=problem.number), undo=True)
        elif waits_for_appraisal(now, problem):
            self.api.toast(tr("appraise.left_open", number=problem.number), done=False)


def _note_form(api: Executor) -> Form:
    return note_form(
        Appraisal, by_command(api, lambda problem, _field, note: NoteOnAppraisal(problem, note))
    )


def _is_waiting(state: WorkshopState, problem: Problem) -> bool:
    """Return whether a problem waits for an appraisal, or for the outcome of its verdict."""
    waits = waits_for_appraisal(state, problem) or outcome_command(state, problem) is not None
    return waits or needs_solve(state, problem)


def _ends(state: WorkshopState, problem: Problem) -> str:
    """Return what becomes of a problem of which nothing is recorded; see `Following`."""
    if not is_undecided(state, problem):
        return "plain"
    return "open" if verdict_of(state, problem) is Verdict.OPEN else "kept"
