"""What the rules and people decide about problems."""

from workshop_app.domain import verdict_rules
from workshop_app.domain.appraisal import Appraisal, Criterion, Verdict
from workshop_app.domain.facts.once import once
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.verdict_rules import Decision


@once
def decision_of(state: WorkshopState, problem: Problem) -> Decision:
    """Return the verdict of the rules on a problem, even if a person overruled it."""
    return verdict_rules.decide(appraisal_of(state, problem), solved=_is_solved(state, problem))


def verdict_of(state: WorkshopState, problem: Problem) -> Verdict:
    """Return the effective verdict: the override if there is one, else that of the rules."""
    appraisal = state.appraisal_of(problem.id)
    if appraisal and appraisal.override:
        return appraisal.override
    return decision_of(state, problem).verdict


@once
def open_criteria(state: WorkshopState, problem: Problem) -> tuple[Criterion, ...]:
    """Return the unanswered criteria that can still change the verdict on a problem.

    Empty if a person overruled the verdict.
    """
    given = appraisal_of(state, problem)
    if given.override:
        return ()
    return verdict_rules.open_criteria(given.answers, solved=_is_solved(state, problem))


def deciding_criteria(state: WorkshopState, problem: Problem) -> tuple[Criterion, ...]:
    """Return the answered criteria by which the rules decided; empty while the verdict is open."""
    rule = decision_of(state, problem).rule
    return verdict_rules.deciding_criteria(rule, appraisal_of(state, problem))


def waits_for_appraisal(state: WorkshopState, problem: Problem) -> bool:
    """Return whether a problem still has to be appraised.

    A problem with a request has to be while a criterion can change its verdict. Another chosen
    problem has to be while it has neither outcome nor verdict.
    """
    if state.request_of(problem.id) is not None:
        return bool(open_criteria(state, problem))
    is_undecided = state.is_open(problem) and verdict_of(state, problem) is Verdict.OPEN
    return problem.chosen and is_undecided


def is_undecided(state: WorkshopState, problem: Problem) -> bool:
    """Return whether a problem has no outcome, or a request that still has to be appraised."""
    return state.is_open(problem) or waits_for_appraisal(state, problem)


@once
def undecided(state: WorkshopState) -> frozenset[str]:
    """Return the ids of the listed problems that are undecided."""
    return frozenset([each.id for each in state.listed if is_undecided(state, each)])


@once
def appraised(state: WorkshopState) -> int:
    """Return how many of the listed problems have a verdict or need none."""
    return sum(
        (not state.is_open(each) or verdict_of(state, each) is not Verdict.OPEN)
        and not waits_for_appraisal(state, each)
        for each in state.listed
    )


def appraisal_of(state: WorkshopState, problem: Problem) -> Appraisal:
    """Return the appraisal of a problem, or an empty one if there is none."""
    empty = Appraisal(id="", workshop_id=problem.workshop_id, problem_id=problem.id)
    return state.appraisal_of(problem.id) or empty


def _is_solved(state: WorkshopState, problem: Problem) -> bool:
    return OutcomeKind.SOLUTION in state.outcomes_of(state.whole(problem))
