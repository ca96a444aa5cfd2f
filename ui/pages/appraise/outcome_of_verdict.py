"""The outcome that a verdict names for a problem without one, and how it is recorded."""

from __future__ import annotations

from workshop_app.domain.appraisal import Criterion
from workshop_app.domain.facts.verdicts import appraisal_of, verdict_of
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import OUTCOME_OF
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts
from workshop_app.services.command import Command
from workshop_app.services.commands.solving import DecideNotOurs, MakeRequest
from workshop_app.services.promise_words import rule_words


def outcome_command(state: WorkshopState, problem: Problem) -> Command | None:
    """Return the command that records the outcome; None if there is one, or none can be derived.

    The reason for *not ours* is that of the overruling, else the reason of the criterion, else the
    text of the rule.
    """
    kind = OUTCOME_OF[verdict_of(state, problem)]
    if not state.is_open(problem):
        return None
    if kind is OutcomeKind.REQUEST:
        return MakeRequest(problem.id, state.customer.architecture)
    if kind is OutcomeKind.NOT_OURS:
        appraisal = appraisal_of(state, problem)
        said = appraisal.override_reason if appraisal.override else appraisal.ground(Criterion.OURS)
        return DecideNotOurs(problem.id, said or rule_words(texts(), state, problem))
    return None


def needs_solve(state: WorkshopState, problem: Problem) -> bool:
    """Return whether a person has to choose the solution or other help that the verdict names.

    A request is no other help, since this verdict does not send it.
    """
    kind = OUTCOME_OF[verdict_of(state, problem)]
    if kind is OutcomeKind.CARD:
        return set(state.outcomes_of(problem)) <= {OutcomeKind.OPEN, OutcomeKind.REQUEST}
    return state.is_open(problem) and kind is OutcomeKind.SOLUTION
