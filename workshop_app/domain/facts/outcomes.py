"""What became of problems: the promises that are stated about them, and how many have which."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.facts.once import once
from workshop_app.domain.facts.requests import promise_of
from workshop_app.domain.facts.verdicts import verdict_of
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import (
    SHAPE,
    WITH_SOLUTION,
    Promise,
    may_be_named,
    promise_of_each,
)
from workshop_app.domain.state import WorkshopState


@dataclass(frozen=True)
class Outcomes:
    """What became of some problems.

    A problem may have a solution, other help and a request, and is counted with each; all others
    are counted once, as *not ours* or as *open*, of which each has one promise.
    """

    said: tuple[tuple[Problem, tuple[Promise, ...]], ...]

    def problems_with(self, *promises: Promise) -> list[Problem]:
        """Return the problems with one of `promises`, in their order."""
        return [each for each, said in self.said if not {*promises}.isdisjoint(said)]

    def count(self, *promises: Promise) -> int:
        """Return how many problems have one of `promises`."""
        return len(self.problems_with(*promises))

    @cached_property
    def promises(self) -> set[Promise]:
        """The distinct promises of the problems."""
        return {one for _, said in self.said for one in said}

    @property
    def solved(self) -> int:
        """The number of problems for which a solution was found."""
        return self.count(*WITH_SOLUTION)

    @property
    def in_part(self) -> int:
        """The number of problems that are solved in part."""
        return self.count(Promise.SOLVED_IN_PART)

    @cached_property
    def counts(self) -> dict[OutcomeKind, int]:
        """The number of problems that are shown and counted with each outcome."""
        found = Counter(kind for _, said in self.said for kind in _shown(said))
        return {kind: found[kind] for kind in OutcomeKind}

    @property
    def several(self) -> int:
        """The number of problems that are counted with more than one outcome."""
        return sum(len(_shown(said)) > 1 for _, said in self.said)

    @cached_property
    def left(self) -> tuple[Promise, ...]:
        """The distinct promises of the problems that count as *open*."""
        open_ones = (each for each in Promise if SHAPE[each] is OutcomeKind.OPEN)
        return tuple(each for each in open_ones if each in self.promises)


def _counted(promises: Mapping[OutcomeKind, Promise]) -> tuple[Promise, ...]:
    """Return the promises that a problem is counted with: *open* or *not ours* without any other.

    What became of a request beside a solution is said with the request.
    """
    alone = (OutcomeKind.NOT_OURS, OutcomeKind.OPEN)
    found = [each for each in promises.values() if SHAPE[each] not in alone]
    return tuple(found or promises.values())


def _shown(promises: Iterable[Promise]) -> tuple[OutcomeKind, ...]:
    return tuple(dict.fromkeys(SHAPE[each] for each in promises))


@once
def outcomes(state: WorkshopState) -> Outcomes:
    """Return what became of the listed problems."""
    return outcomes_among(state, state.listed)


def outcomes_among(state: WorkshopState, problems: Iterable[Problem]) -> Outcomes:
    """Return what became of `problems`."""
    return Outcomes(tuple((each, _counted(promises_of(state, each))) for each in problems))


def unsolved(state: WorkshopState) -> list[Problem]:
    """Return the listed problems without a solution, most votes first."""
    solved = outcomes(state).problems_with(*WITH_SOLUTION)
    return [each for each in state.votes.ranked if each not in solved]


def outcomes_of_discussed(state: WorkshopState) -> Outcomes:
    """Return what became of the listed problems except those that were not discussed."""
    rest = {each.id for each in not_discussed(state)}
    return outcomes_among(state, [each for each in state.listed if each.id not in rest])


@once
def with_outcome(state: WorkshopState) -> int:
    """Return how many of the listed problems have an outcome."""
    return sum(not state.is_open(each) for each in state.listed)


@once
def promises_of(state: WorkshopState, problem: Problem) -> dict[OutcomeKind, Promise]:
    """Return the promise for each outcome of a problem."""
    whole = state.whole(problem)
    request = state.request_of(whole.id)
    return promise_of_each(
        state.outcomes_of(whole),
        verdict_of(state, whole),
        discussed=_is_discussed(state, whole),
        parked=whole.parked,
        request=promise_of(state, request) if request is not None else Promise.TO_APPRAISE,
        in_part=_is_in_part(state, whole),
    )


def main_promise(state: WorkshopState, problem: Problem) -> Promise:
    """Return the promise of which a problem has the icon where there is only one."""
    return next(iter(promises_of(state, problem).values()))


def shown_outcomes(state: WorkshopState, problem: Problem) -> tuple[OutcomeKind, ...]:
    """Return the distinct outcomes that a problem is shown and counted with.

    They follow from its promises: a request that is not passed on does not count as one. Beside a
    solution or other help nothing counts as *open* or *not ours*.
    """
    return _shown(_counted(promises_of(state, problem)))


def not_discussed(state: WorkshopState) -> tuple[Problem, ...]:
    """Return the listed problems of which an unchecked answer may be named, most votes first."""
    ranked = state.votes.ranked
    return tuple(
        [each for each in ranked if all(map(may_be_named, promises_of(state, each).values()))]
    )


def unanswered_gap(state: WorkshopState, problem: Problem) -> str:
    """Return the id of the known gap met for a problem, or empty.

    It is empty if an entry of the catalogue was chosen, or if there is a request.
    """
    chosen = any(card.catalogue_id for card in state.cards_of(problem.id))
    if chosen or state.request_of(problem.id) is not None:
        return ""
    return state.gap_of(problem)


def _is_in_part(state: WorkshopState, whole: Problem) -> bool:
    """Return whether a known gap was stated for a problem, so that a solution is one in part.

    A person may overrule the verdict: the solution is enough.
    """
    appraisal = state.appraisal_of(whole.id)
    if appraisal is not None and appraisal.override is Verdict.SOLUTION:
        return False
    return bool(state.gap_of(whole))


def _is_discussed(state: WorkshopState, whole: Problem) -> bool:
    """Return whether a problem was chosen, searched for, appraised or noted on."""
    group = (whole, *state.merged_into(whole.id))
    return (
        whole.chosen
        or state.appraisal_of(whole.id) is not None
        or bool(state.searches_of(whole.id))
        or any(each.discussion for each in group)
    )
