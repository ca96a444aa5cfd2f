"""By what problems are solved; the entries of the catalogues are passed in."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from workshop_app.domain.facts.outcomes import outcomes_among
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import WITH_SOLUTION
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState


class SolvedBy(NamedTuple):
    """How many problems are solved, by Mackerel, and only by an answer of the workshop."""

    solved: int
    mackerel: int
    own: int

    @property
    def elsewhere(self) -> bool:
        """Whether a problem is solved, but not by Mackerel."""
        return self.mackerel < self.solved


def solved_by(
    state: WorkshopState, problems: Iterable[Problem], entries: Mapping[str, Solution]
) -> SolvedBy:
    """Return by what those of `problems` are solved that are; an entry that is gone was Mackerel's.

    `entries` are those of all catalogues, by id.
    """
    solved = outcomes_among(state, problems).problems_with(*WITH_SOLUTION)
    by = [[*_catalogues(state, each, entries)] for each in solved]
    return SolvedBy(len(solved), sum("" in each for each in by), by.count([]))


def _catalogues(
    state: WorkshopState, problem: Problem, entries: Mapping[str, Solution]
) -> Iterable[str]:
    """Return the catalogues of the entries that solve a problem; that of Mackerel is empty."""
    for card in state.cards_of(problem.id):
        if card.outcome is OutcomeKind.SOLUTION and card.kind is not CardKind.ANSWER:
            entry = entries.get(card.catalogue_id)
            yield entry.catalogue if entry is not None else ""
