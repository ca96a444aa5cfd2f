"""Actions proposed for problems that have an answer and no action yet."""

from collections.abc import Iterator
from dataclasses import dataclass

from workshop_app.domain.outcome import OutcomeKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.solution import SolutionText
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import Texts
from workshop_app.services.answers import Answers
from workshop_app.services.commands.actions import AddAction


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedAction:
    """What would be done for a problem, and who would do it, if that is known."""

    problem: Problem
    card: PlayedCard
    text: str
    owner_id: str | None = None
    owner_name: str = ""

    def command(self) -> AddAction:
        """Return the command that adds it."""
        return AddAction(
            self.text,
            owner_id=self.owner_id,
            owner_name=self.owner_name,
            problem_id=self.card.problem_id,
            card_id=self.card.id,
        )


def proposed_actions(
    state: WorkshopState, answers: Answers, words: Texts, *, private: bool = False
) -> tuple[ProposedAction, ...]:
    """Return an action for each problem with an answer and without an action, chosen ones first.

    A solution is for the person who said the problem, unless the room must not know who that was
    and this is not `private`; another card is for the person who delivers it.
    """
    named = not state.workshop.anonymous and (private or state.speakers_shown)
    problems = (problem for problem in state.to_appraise if not state.actions_of(problem.id))
    cards = ((problem, next(_answers(state, problem), None)) for problem in problems)
    return tuple(
        _proposed(state, problem, card, answers, words, named=named)
        for problem, card in cards
        if card
    )


def action_text(entry: SolutionText, words: Texts) -> str:
    """Return what to do first with an entry, in the words of a to-do list."""
    return entry.action or words("wrap_up.actions.begin", name=entry.name)


def _answers(state: WorkshopState, problem: Problem) -> Iterator[PlayedCard]:
    """Yield the cards of a problem that somebody can act on, solutions first."""
    cards = state.cards_of(problem.id)
    yield from (card for card in cards if card.outcome is OutcomeKind.SOLUTION)
    yield from (
        card for card in cards if card.outcome is OutcomeKind.CARD and not card.delivered_on
    )


def _proposed(
    state: WorkshopState,
    problem: Problem,
    card: PlayedCard,
    answers: Answers,
    words: Texts,
    *,
    named: bool,
) -> ProposedAction:
    solution = answers.chosen(card)
    if solution is not None:
        text = action_text(solution.text(words.language), words)
    else:
        text = card.title or words(f"cards.kind.{card.kind}")
    if card.outcome is OutcomeKind.CARD:
        name = card.owner_name or state.workshop.facilitator
        return ProposedAction(problem=problem, card=card, text=text, owner_name=name)
    said = state.speakers_of(problem) if named else ()
    owner = said[0].id if said else None
    return ProposedAction(problem=problem, card=card, text=text, owner_id=owner)
