"""What of this page the room sees on the wall: the answers on offer, or the one in front."""

from __future__ import annotations

from ui.components.entry_details import DetailsPanel
from ui.components.outcome_commands import NOT_OURS
from ui.pages.solve.panel_stack import Stage
from workshop_app.domain.audience_view import ShownAnswer, SuggestedAnswer
from workshop_app.domain.audience_view_builder import Front
from workshop_app.domain.outcome import CardKind, OutcomeKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.solution import SolutionText
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import language, tr
from workshop_app.services.answers import Answers

_SAFE = "https://"


def room_front(
    state: WorkshopState | None, problem: Problem, stage: Stage, answers: Answers
) -> Front:
    """The problem with the open or decided answer, else with the suggestions."""
    if state is None:
        return Front(step=Step.SOLVE)
    search = stage.search
    row = search.view.current_row
    answer = None
    if isinstance(stage.panel, DetailsPanel):
        solution = search.open_solution(state)
        answer = _entry(solution.text(language())) if solution is not None else None
    elif row is not None and row.outcome is not None:
        answer = _decided(state, problem, row.id, answers)
    suggestions = tuple(
        SuggestedAnswer(title=one.title, fit=one.fit, chosen=one.chosen, current=one is row)
        for one in search.view.rows
        if one.chosen or (one.outcome is None and not one.note)
    )
    return Front(step=Step.SOLVE, record_id=problem.id, suggestions=suggestions, answer=answer)


def _decided(
    state: WorkshopState, problem: Problem, row_id: str, answers: Answers
) -> ShownAnswer | None:
    if row_id == NOT_OURS:
        return ShownAnswer(outcome=OutcomeKind.NOT_OURS, title=problem.not_ours_reason)
    card = next((card for card in state.cards if card.id == row_id), None)
    if card is None:
        return None
    solution = answers.solution(card.catalogue_id) if card.catalogue_id else None
    if solution is not None:
        return _entry(solution.text(language()))
    return _played(state, card)


def _entry(text: SolutionText) -> ShownAnswer:
    address = text.help_url if text.help_url.startswith(_SAFE) else ""
    return ShownAnswer(
        outcome=OutcomeKind.SOLUTION, title=text.name, steps=text.first_steps, address=address
    )


def _played(state: WorkshopState, card: PlayedCard) -> ShownAnswer:
    """A card in its own words; a request is called by its number."""
    word = f"cards.kind.{card.kind}"
    request = state.request_of(card.problem_id) if card.kind is CardKind.UPDATE else None
    if request is not None:
        title = tr("solve.list.request_plain", number=request.number)
        return ShownAnswer(outcome=card.outcome, title=title, word=word)
    steps = tuple(line.strip() for line in card.text.split("\n") if line.strip())
    numbered = card.outcome is OutcomeKind.SOLUTION and len(steps) > 1
    return ShownAnswer(
        outcome=card.outcome, title=card.title, steps=steps, numbered=numbered, word=word
    )
