"""Private mode: the history of the current problem, from its first wording to its outcomes."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from ui.components.whole_scroll import WholeScroll
from ui.widgets.badge import Badge
from ui.widgets.boxes import STRETCH, column
from ui.widgets.flow import Flow
from ui.widgets.thread import Thread, ThreadPart
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr


class ThreadPanel(WholeScroll):
    """Scrolls; includes the first wording of each merged problem."""

    def __init__(self) -> None:
        super().__init__(tr("sort.thread.name"))
        self._shown: tuple[object, ...] = ()
        self._thread = Thread("body")
        sheet = QWidget()
        column(sheet, self._thread, STRETCH, around=(0, 0, 6, 0))
        self.show_sheet(sheet)

    @property
    def shown(self) -> tuple[object, ...]:
        """Return label and text of each part, then the outcomes."""
        return self._shown

    def show_problem(self, state: WorkshopState, problem: Problem | None) -> None:
        """Show a problem's history, scrolled to its beginning if it is another one."""
        parts = list(_wordings(state, problem)) if problem is not None else []
        outcomes = _outcomes(state, problem) if problem is not None else ()
        shown = (*((part.label, part.text) for part in parts), *outcomes)
        if shown == self._shown:
            return
        self._shown = shown
        if outcomes:
            parts.append(ThreadPart("circle-check", tr("sort.thread.outcome"), colour="ink2",
                                    widget=_badges(outcomes)))  # fmt: skip
        self._thread.set_parts(parts)
        self.verticalScrollBar().setValue(0)


def _wordings(state: WorkshopState, problem: Problem) -> Iterator[ThreadPart]:
    for one in (problem, *state.merged_into(problem.id)):
        label = tr("sort.reword.first")
        if one.id != problem.id:
            label = tr("sort.thread.merged", number=one.number)
        speaker = state.participant(one.speaker_id)
        who = texts().person(speaker.name, speaker.honorific) if speaker is not None else ""
        yield ThreadPart("speech", f"{label}  {who}".strip(), one.first_wording, "ink2")
    if problem.wording:
        yield ThreadPart("pen", tr("sort.reword.concrete"), problem.wording)
    else:
        yield ThreadPart("circle-dashed", tr("sort.reword.concrete"), tr("sort.thread.not_yet"),
                         "ink2")  # fmt: skip


def _outcomes(state: WorkshopState, problem: Problem) -> tuple[OutcomeKind, ...]:
    return tuple(kind for kind in state.outcomes_of(problem) if kind is not OutcomeKind.OPEN)


def _badges(kinds: tuple[OutcomeKind, ...]) -> QWidget:
    badges = QWidget()
    flow = Flow(6)
    badges.setLayout(flow)
    for kind in kinds:
        flow.addWidget(Badge(kind))
    return badges
