"""What the audience window shows of Solve: the suggested answers, or one answer alone."""

from __future__ import annotations

from ui.components.outcome_commands import NOT_OURS
from ui.pages.solve.search_area import SearchArea
from workshop_app.domain.audience_view import ShownAnswer, SuggestedAnswer
from workshop_app.domain.audience_view_builder import AudienceFocus
from workshop_app.domain.outcome import CardKind, OutcomeKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.solution import SolutionText
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import language, tr
from workshop_app.services.answers import Answers

_SAFE_SCHEME = "https://"


def audience_focus(
    state: WorkshopState, problem: Problem, search: SearchArea, answers: Answers, *, details: bool
) -> AudienceFocus:
    """Return the problem with its suggestions, and the answer to show alone if there is one.

    That is the open answer while its ``details`` are open, else an outcome whose row is open.
    """
    row = search.view.current_row
    answer = None
    if details:
        solution = search.open_solution(state)
        answer = _catalogue_answer(solution.text(language())) if solution is not None else None
    elif row is not None and row.outcome is not None:
        answer = _outcome_answer(state, problem, row.id, answers)
    suggestions = tuple(
        SuggestedAnswer(title=each.title, fit=each.fit, chosen=each.chosen, current=each is row)
        for each in search.view.rows
        if each.chosen or (each.outcome is None and not each.note)
    )
    return AudienceFocus(
        step=Step.SOLVE, record_id=problem.id, suggestions=suggestions, answer=answer
    )


def _outcome_answer(
    state: WorkshopState, problem: Problem, row_id: str, answers: Answers
) -> ShownAnswer | None:
    if row_id == NOT_OURS:
        return ShownAnswer(outcome=OutcomeKind.NOT_OURS, title=problem.not_ours_reason)
    card = next((card for card in state.cards if card.id == row_id), None)
    if card is None:
        return None
    solution = answers.solution(card.catalogue_id) if card.catalogue_id else None
    if solution is not None:
        return _catalogue_answer(solution.text(language()))
    return _card_answer(state, card)


def _catalogue_answer(text: SolutionText) -> ShownAnswer:
    address = text.help_url if text.help_url.startswith(_SAFE_SCHEME) else ""
    return ShownAnswer(
        outcome=OutcomeKind.SOLUTION, title=text.name, steps=text.first_steps, address=address
    )


def _card_answer(state: WorkshopState, card: PlayedCard) -> ShownAnswer:
    """Return a card in its own words; a request is named by its number."""
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
