"""What somebody may be able to do alone: the first steps of the answers to their own problems."""

from __future__ import annotations

from workshop_app.domain.outcome import CardKind, PlayedCard
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Participant
from workshop_app.services.answers import Answers


def suggestion_for(
    state: WorkshopState, person: Participant, answers: Answers, language: str
) -> str:
    """Return the steps, one a line, each once; empty when nothing was chosen for the person."""
    lines: dict[str, None] = {}
    for problem in state.listed:
        if person in state.speakers_of(problem):
            for card in state.cards_of(problem.id):
                lines |= dict.fromkeys(_steps(card, answers, language))
    return "\n".join(lines)


def _steps(card: PlayedCard, answers: Answers, language: str) -> tuple[str, ...]:
    if card.kind is CardKind.ANSWER:
        return tuple(line.strip() for line in card.text.splitlines() if line.strip())
    solution = answers.solution(card.catalogue_id) if card.catalogue_id else None
    return solution.text(language).first_steps if solution is not None else ()
