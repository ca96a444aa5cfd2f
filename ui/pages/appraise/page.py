"""Step 7, Appraise: six questions about a problem, and the verdict that comes of the answers."""

from __future__ import annotations

from typing import ClassVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.components.page import FootContent, Page
from ui.components.page_memory import memory
from ui.pages.appraise import problem_queue as in_hand
from ui.pages.appraise.foot import AppraiseFoot
from ui.pages.appraise.panel_stack import Stage
from ui.pages.appraise.verdict_words import REQUESTS
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.problem_head import ProblemHead
from ui.widgets.text import Text
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.persona import describe
from workshop_app.domain.problem import Problem
from workshop_app.domain.room_views import Front
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.domain.verdict_rules import deciding
from workshop_app.i18n import tr
from workshop_app.services.commands.appraising import (
    AnswerCriterion,
    GiveGround,
    NoteOnAppraisal,
)
from workshop_app.services.commands.solving import MakeRequest


class AppraisePage(Page):
    """One problem large, its six criteria, and the verdict in the colour of its outcome."""

    NAME: ClassVar[str] = "appraise"

    def build(self) -> None:
        self._problem: Problem | None = None
        self._kept = memory(self)
        self._head = ProblemHead(tr("appraise.strip"), with_all=False)
        self._side, self._sides = None, None
        if self.private:
            from ui.pages.appraise.note_column import PrivateSide
            from ui.pages.appraise.side_panels import PrivateSides

            self._side, self._sides = PrivateSide(), PrivateSides()
            self._sides.outline.went.connect(self._go_to)
            self._side.noted.connect(self._note)
        self.stage = Stage(self.api, self.private, self._side)
        self._foot = AppraiseFoot(self)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._empty = Text("room-quiet", tr("appraise.empty"), align=centre)
        self._to_list = ActionButton(tr("appraise.to_list"), key="Ctrl+Enter", kind="primary",
                                     parent=self)  # fmt: skip
        self._to_list.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._column = QVBoxLayout()
        row.addLayout(self._column, 1)
        if self._sides is not None:
            row.insertWidget(0, self._sides.outline)
            row.addWidget(self._sides.panel)
        self._column.addWidget(self._head)
        self._column.addWidget(self.stage, 1)
        self._column.addWidget(self._empty, 1)
        self._set_margins()
        self._connect()

    # -- showing

    def refresh(self, state: WorkshopState | None) -> None:
        problem = self._wanted(state) if state is not None else None
        for part in (self._head, self.stage):
            part.setVisible(problem is not None)
        self._empty.setVisible(problem is None)
        before, self._problem = self._problem, problem
        self._set_margins()
        if state is None or problem is None:
            self.api.update_foot()
            return
        self._kept["problem"] = problem.id
        self._show(state, problem)
        if before is None:
            self._reopen(state, problem)
        elif self.stage.panel is not None:
            self.stage.panel.show_problem(state, problem)
        self.api.update_foot()

    def show_record(self, record_id: str) -> None:
        state = self.session.state
        if state is None:
            return
        request = next((r for r in state.requests if r.id == record_id), None)
        target = request.problem_id if request is not None else record_id
        if target in (problem.id for problem in state.listed):
            self._go_to(target)
            if request is not None:
                self._open("request")

    def foot(self) -> FootContent:
        state, problem = self.session.state, self._problem
        if state is None or problem is None:
            return FootContent(primary=self._to_list)
        if self.stage.panel is not None:
            return self.stage.panel.foot()
        decided = state.verdict_of(problem) is not Verdict.OPEN
        self._foot.show_next(in_hand.next_wanted(state, problem) is not None, decided)
        return self._foot.content(
            more=self.stage.criteria.more,
            before=self.stage.criteria.has_before,
            has_request=state.request_of(problem.id) is not None,
            wants_request=state.verdict_of(problem) in REQUESTS,
        )

    def focus_start(self) -> None:
        if self._problem is None:
            self._to_list.setFocus()
        elif self.stage.panel is not None:
            self.stage.panel.focus_start()
        else:
            self.stage.criteria.setFocus()

    def front(self) -> Front:
        return Front(step=Step.APPRAISE, record_id=self._problem.id if self._problem else "")

    def handle_escape(self) -> bool:
        if self.stage.panel is not None:
            self.settle()
            self.stage.close_panel()
        elif self.stage.criteria.editing:
            self.stage.criteria.close_ground()
        else:
            return False
        return True

    def settle(self) -> None:
        super().settle()
        self.stage.criteria.keep_ground()
        panel = self.stage.panel
        self._kept["panel"] = panel.NAME if panel is not None else ""
        self._kept["typed"] = panel.typed() if panel is not None else {}

    # -- parts

    def _wanted(self, state: WorkshopState) -> Problem | None:
        kept = state.problem(str(self._kept.get("problem", "")))
        if kept is not None and kept.merged_into is None:
            return kept
        return in_hand.first_wanted(state)

    def _show(self, state: WorkshopState, problem: Problem) -> None:
        self._head.show_problem(in_hand.called(state, problem), problem.title)
        self._head.show_strip(tr("appraise.strip"), in_hand.strip_items(state), problem.id)
        appraisal = in_hand.appraisal_of(state, problem)
        decided = deciding(state.decision_of(problem).rule, appraisal)
        if appraisal.override is not None:
            decided = ()
        starts = {Criterion.WHO: describe(state, problem)}
        self.stage.criteria.show_appraisal(appraisal, starts, decided)
        self.stage.verdict.show_problem(state, problem)
        self.stage.fit()
        if self._side is not None:
            self._side.show_appraisal(problem.id, appraisal)
        if self._sides is not None:
            self._sides.show_problem(state, problem)

    def _reopen(self, state: WorkshopState, problem: Problem) -> None:
        """Open the panel again that was open before the page was built anew."""
        name, typed = str(self._kept.pop("panel", "")), self._kept.pop("typed", {})
        if name:
            self.stage.open(name, state, problem, cast("dict[str, str]", typed))

    def _set_margins(self) -> None:
        metrics = theme().metrics
        self._column.setContentsMargins(metrics.side, metrics.top, metrics.side, metrics.gap)
        self._column.setSpacing(metrics.gap)
        wide = self._sides is not None and self._sides.fit(self._problem is not None)
        if self._sides is not None and self._side is not None and wide:
            self._sides.panel.hold(self._side)
        self.stage.set_wide(wide)
        self._head.show_strip_at_all(not wide)

    def _connect(self) -> None:
        criteria = self.stage.criteria
        self._head.went.connect(self._go_to)
        self._head.wording_wanted.connect(lambda: self._open("wording"))
        self.stage.changed.connect(self._stage_changed)
        criteria.answered.connect(self._answer)
        criteria.grounded.connect(self._give_ground)
        criteria.moved.connect(self._moved)
        self._foot.pressed.connect(self._press)
        self._to_list.clicked.connect(lambda: self.api.go(Step.LIST.value))
        theme().changed.connect(self._set_margins)

    def _stage_changed(self) -> None:
        panel = self.stage.panel
        self._head.show_words(panel is None or not panel.HIDES_WORDS)
        self.api.update_foot()

    def _moved(self) -> None:
        if self._problem is not None and self.isVisible():
            self.api.update_foot()

    # -- doing

    def _press(self, name: str) -> None:
        actions = {
            "more": self.stage.criteria.turn,
            "before": self.stage.criteria.turn_back,
            "make_request": self._make_request,
            "go_on": self._go_on,
        }
        actions.get(name, lambda: self._open(name))()

    def _open(self, name: str) -> None:
        state, problem = self.session.state, self._problem
        if state is not None and problem is not None and self.stage.criteria.keep_ground():
            self.stage.open(name, state, problem, {})

    def _answer(self, criterion: Criterion, answer: str) -> None:
        state, problem = self.session.state, self._problem
        if state is None or problem is None:
            return
        before = in_hand.appraisal_of(state, problem).answer(criterion)
        given = "" if answer == before else answer
        ground = describe(state, problem) if given and criterion is Criterion.WHO else ""
        done = self.api.execute(AnswerCriterion(problem.id, criterion, given, ground))
        if done is None:
            self._show(state, problem)

    def _give_ground(self, criterion: Criterion, text: str) -> None:
        if self._problem is None:
            return
        if self.api.execute(GiveGround(self._problem.id, criterion, text)) is not None:
            self.stage.criteria.close_ground()

    def _note(self, problem_id: str, text: str) -> None:
        self.api.execute(NoteOnAppraisal(problem_id, text))

    def _make_request(self) -> None:
        state, problem = self.session.state, self._problem
        if state is None or problem is None:
            return
        if self.api.execute(MakeRequest(problem.id, state.customer.architecture)):
            self.api.toast(tr("appraise.made_request"), undo=True)
            self._open("request")

    def _go_to(self, problem_id: str) -> None:
        if not self.stage.criteria.keep_ground():
            return
        super().settle()
        self.stage.close_panel()
        self._kept["problem"] = problem_id
        self.refresh(self.session.state)
        self.audience_focus_changed.emit()
        self.stage.criteria.setFocus()

    def _go_on(self) -> None:
        state, problem = self.session.state, self._problem
        if state is None or problem is None or not self.stage.criteria.keep_ground():
            return
        following = in_hand.next_wanted(state, problem)
        if following is None:
            self.api.go(Step.WRAP_UP.value)
        else:
            self._go_to(following.id)
            self.stage.criteria.go(Criterion.WHO)
        now = self.session.state or state
        if now.verdict_of(problem) is Verdict.OPEN:
            self.api.toast(tr("appraise.left_open", number=problem.number))
