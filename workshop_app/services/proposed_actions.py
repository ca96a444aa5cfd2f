"""Actions proposed for solutions of problems that have no action yet."""

from workshop_app.domain.outcome import OutcomeKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.solution import SolutionText
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import Texts
from workshop_app.services.answers import Answers
from workshop_app.services.commands.actions import AddAction


def proposed_actions(
    state: WorkshopState, answers: Answers, words: Texts, *, private: bool = False
) -> tuple[AddAction, ...]:
    """Return an action for each solution without an action, those of chosen problems first.

    An action that is for a problem but for none of its cards stands for all of them. A solution is
    for the person who said the problem, unless the room must not know who that was and this is not
    `private`. Help of other kinds is promised as it is.
    """
    named = not state.workshop.anonymous and (private or state.speakers_shown)
    return tuple(
        AddAction(
            _first_step(card, answers, words),
            next((who.id for who in state.speakers_of(problem)), None) if named else None,
            problem_id=card.problem_id,
            card_id=card.id,
        )
        for problem in state.to_appraise
        for card in _without_action(state, problem)
    )


def action_text(entry: SolutionText, words: Texts) -> str:
    """Return what to do first with an entry, in the words of a to-do list."""
    return entry.action or words("wrap_up.actions.begin", name=entry.name)


def _without_action(state: WorkshopState, problem: Problem) -> list[PlayedCard]:
    """Return the solutions of a problem that have no action yet."""
    cards = state.cards_of(problem.id)
    taken = {action.card_id for action in state.actions_of(problem.id)}
    if taken - {card.id for card in cards}:
        return []
    found = [card for card in cards if card.outcome is OutcomeKind.SOLUTION]
    return [card for card in found if card.id not in taken]


def _first_step(card: PlayedCard, answers: Answers, words: Texts) -> str:
    solution = answers.chosen(card)
    if solution is not None:
        return action_text(solution.text(words.language), words)
    return card.title or words(f"cards.kind.{card.kind}")
