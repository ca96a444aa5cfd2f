"""What the solutions of problems leave open: known gaps, and limits of the chosen answers.

`gaps` are those of the catalogues by id, and `chosen` returns the entry of a card as it was chosen.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from workshop_app.domain.caveat import Caveat
from workshop_app.domain.facts.outcomes import promises_of
from workshop_app.domain.gap import Gap, GapText
from workshop_app.domain.outcome import OutcomeKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import WITH_SOLUTION, Promise
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState

Chosen = Callable[[PlayedCard], Solution | None]


def with_caveats(state: WorkshopState, gaps: Mapping[str, Gap], chosen: Chosen) -> WorkshopState:
    """Return the snapshot with what its solutions leave open, for papers."""
    found = [one for each in state.listed for one in caveats_of(state, each, gaps, chosen)]
    return replace(state, caveats=tuple(found)) if found else state


def caveats_of(
    state: WorkshopState, problem: Problem, gaps: Mapping[str, Gap], chosen: Chosen
) -> list[Caveat]:
    """Return what the solution of a problem leaves open, the gap first.

    Only a gap makes it a solution in part; half of all answers have a limit about the problem. A
    gap or an answer that is in no catalogue any more has no text.
    """
    promises = {*promises_of(state, problem).values()}
    if not promises & {*WITH_SOLUTION}:
        return []
    cards = state.cards_of(problem.id)
    solutions = [card for card in cards if card.outcome is OutcomeKind.SOLUTION]
    gap = gaps.get(state.gap_of(problem)) if Promise.SOLVED_IN_PART in promises else None
    found = [_of_gap(problem, gap, solutions)] if gap is not None else []
    return [*found, *_limits(chosen, problem, solutions)]


def _of_gap(problem: Problem, gap: Gap, cards: list[PlayedCard]) -> Caveat:
    """Return why the chosen answer is not enough, else what the gap says."""
    indexes = (
        gap.nearest.index(each.catalogue_id) for each in cards if each.catalogue_id in gap.nearest
    )
    index = next(indexes, None)

    def said(text: GapText) -> str:
        return text.says if index is None else text.falls_short[index]

    return Caveat(problem_id=problem.id, is_limit=False, ja=said(gap.ja), en=said(gap.en))


def _limits(chosen: Chosen, problem: Problem, cards: list[PlayedCard]) -> Iterator[Caveat]:
    for card in cards:
        solution = chosen(card) if card.limit_number else None
        place = card.limit_number - 1
        if solution is not None and place < min(len(solution.ja.limits), len(solution.en.limits)):
            ja, en = solution.ja.limits[place], solution.en.limits[place]
            yield Caveat(problem_id=problem.id, is_limit=True, ja=ja, en=en)
