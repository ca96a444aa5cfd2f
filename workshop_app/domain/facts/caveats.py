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

    Only a gap makes it a solution in part; half of all answers have a limit about the problem.
    """
    promises = {*promises_of(state, problem).values()}
    if not promises & {*WITH_SOLUTION}:
        return []
    cards = state.cards_of(problem.id)
    solutions = [card for card in cards if card.outcome is OutcomeKind.SOLUTION]
    in_part = Promise.SOLVED_IN_PART in promises
    found = [_of_gap(gaps.get(state.gap_of(problem)), solutions)] if in_part else []
    return [*found, *_limits(chosen, solutions)]


def _of_gap(gap: Gap | None, cards: list[PlayedCard]) -> Caveat:
    """Return why a chosen answer is not enough, else what the gap says, with the first answer."""
    if gap is None:
        return Caveat(card_id=cards[0].id, is_limit=False, ja="", en="")
    nearest = [card for card in cards if card.catalogue_id in gap.nearest]
    index = gap.nearest.index(nearest[0].catalogue_id) if nearest else None

    def said(text: GapText) -> str:
        return text.says if index is None else text.falls_short[index]

    card = (nearest or cards)[0]
    return Caveat(card_id=card.id, is_limit=False, ja=said(gap.ja), en=said(gap.en))


def _limits(chosen: Chosen, cards: list[PlayedCard]) -> Iterator[Caveat]:
    for card in cards:
        solution = chosen(card) if card.limit_number else None
        place = card.limit_number - 1
        if solution is not None and place < min(len(solution.ja.limits), len(solution.en.limits)):
            ja, en = solution.ja.limits[place], solution.en.limits[place]
            yield Caveat(card_id=card.id, is_limit=True, ja=ja, en=en)
