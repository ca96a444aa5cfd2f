"""Private mode: the history of the current problem, from its first wording to its outcomes."""

from __future__ import annotations

from collections.abc import Iterator

from ui.rows.cells import Icon, Outcome
from ui.rows.row import Line, Row
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr


def thread_rows(state: WorkshopState, problem: Problem | None) -> Iterator[Row]:
    """Yield the wordings, with the first one of each merged problem, and the outcomes."""
    if problem is None:
        return
    for one in (problem, *state.merged_into(problem.id)):
        label = tr("sort.reword.first")
        if one.id != problem.id:
            label = tr("sort.thread.merged", number=one.number)
        speaker = state.participant(one.speaker_id)
        who = texts().addressed(speaker) if speaker is not None else ""
        yield _part("speech", "ink2", f"{label}  {who}".strip(), one.first_wording)
    label = tr("sort.reword.concrete")
    if problem.wording:
        yield _part("pen", "accent", label, problem.wording)
    else:
        yield _part("circle-dashed", "ink2", label, tr("sort.thread.not_yet"))
    kinds = [kind for kind in state.outcomes_of(problem) if kind is not OutcomeKind.OPEN]
    if kinds:
        outcomes = tuple(map(Outcome, kinds))
        yield Row(
            "", tr("sort.thread.outcome"), (Icon("circle-check"),), after=outcomes, role="meta"
        )


def _part(icon: str, colour: str, label: str, text: str) -> Row:
    return Row("", label, (Icon(icon, colour),), (Line(text),), role="meta")
