"""What the room decides in a panel: an answer of its own, or that a problem is not ours."""

from __future__ import annotations

from ui.components.field_panel import FieldTask, PanelField
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.i18n import tr
from workshop_app.services.commands.solving import DecideNotOurs, PlayCard


def answer_task() -> FieldTask:
    """Return fields for an answer that the room finds itself, and for its first steps."""
    return FieldTask(
        {
            "title": PanelField(tr("solve.answer.title"), needed=tr("solve.answer.needs_title")),
            "text": PanelField(tr("solve.answer.text"), line_breaks=True),
        },
        tr("solve.answer.do"),
        lambda problem, values: PlayCard(
            problem.id, CardKind.ANSWER, values["title"], values["text"], worked_on=True
        ),
        done=lambda _problem: tr("solve.done.answer"),
        badge=(OutcomeKind.SOLUTION, tr("solve.answer.heading")),
        bar="solution",
    )


def not_ours_task() -> FieldTask:
    """Return a field for the reason, which this outcome requires."""
    needed = tr("solve.not_ours.needs_reason")
    return FieldTask(
        {"reason": PanelField(tr("solve.not_ours.reason"), needed=needed)},
        tr("solve.not_ours.do"),
        lambda problem, values: DecideNotOurs(problem.id, values["reason"]),
        done=lambda _problem: tr("solve.done.not_ours"),
        saved=lambda problem: {"reason": problem.not_ours_reason},
        hint=lambda state, problem: tr("solve.not_ours.hint") if state.cards_of(problem.id) else "",
        badge=(OutcomeKind.NOT_OURS, tr("solve.not_ours.heading")),
        bar="not_ours",
    )
