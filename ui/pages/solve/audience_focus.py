"""What the audience window shows of Solve: the suggested answers, or a single answer."""

from __future__ import annotations

from dataclasses import replace

from ui.components.outcome_commands import NOT_OURS, solution_id
from ui.pages.solve.rows import SearchResult, said_words, source_words
from ui.pages.solve.search_area import SearchArea, is_candidate, is_outcome
from ui.rows.row import Row
from ui.widgets.fit import is_limited
from workshop_app.domain.audience_focus import AudienceFocus
from workshop_app.domain.audience_view import ShownAnswer, ShownStatement, SuggestedAnswer
from workshop_app.domain.outcome import CardKind, OutcomeKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import Reader
from workshop_app.domain.solution import SolutionText
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import language, texts, tr
from workshop_app.services.answers import Answers
from workshop_app.services.judging import Judgement
from workshop_app.services.match_quality import MatchQuality
from workshop_app.services.promise_words import request_words

_SAFE_SCHEME = "https://"


def audience_focus(
    state: WorkshopState, problem: Problem, search: SearchArea, answers: Answers, *, details: bool
) -> AudienceFocus:
    """Return the problem with its suggestions, and the single answer to show if there is one.

    That is the open answer while its ``details`` are open, else an outcome whose row is open.
    """
    row = search.view.current_row
    answer = None
    if details:
        solution = search.open_solution(state)
        answer = _catalogue_answer(solution.text(language())) if solution is not None else None
    elif row is not None and is_outcome(row):
        answer = _outcome_answer(state, problem, row.id, answers)
        chosen = [each.id for each in search.view.rows if each.chosen]
        if answer is not None and row.chosen:
            answer = replace(answer, number=chosen.index(row.id) + 1, count=len(chosen))
    judgement = search.judgement
    with_candidates = judgement.gap is None
    suggestions = tuple(
        _suggested(each, search.result, current=each is row)
        for each in search.view.rows
        if each.chosen or (with_candidates and is_candidate(each))
    )
    return AudienceFocus(
        step=Step.SOLVE,
        record_id=problem.id,
        statement=_statement(judgement, suggestions),
        suggestions=suggestions,
        answer=answer,
    )


def _suggested(row: Row, result: SearchResult, *, current: bool) -> SuggestedAnswer:
    """Return a row for the audience; an uncertain candidate does not say how well it fits."""
    hit = result.hit(solution_id(row.id))
    if hit is None:
        return SuggestedAnswer(title=row.text, chosen=row.chosen, current=current)
    sure = result.judgement.quality is MatchQuality.ANSWER
    return SuggestedAnswer(
        title=row.text,
        fit=hit.fit if sure else 0,
        limited=sure and is_limited(hit.fit, hit.limit),
        current=current,
    )


def _statement(
    judgement: Judgement, suggestions: tuple[SuggestedAnswer, ...]
) -> ShownStatement | None:
    """Return the statement if no answer is certain."""
    gap = judgement.gap
    if gap is not None:
        near = gap.nearest[0] if gap.nearest else None
        return ShownStatement(
            says=gap.statement,
            source=source_words(gap),
            nearest=near.solution.text(language()).name if near else "",
            falls_short=near.falls_short if near else "",
            way_round=gap.way_round,
        )
    if judgement.quality is MatchQuality.ANSWER:
        return None
    if judgement.quality is MatchQuality.CANDIDATES and not suggestions:
        return None
    says = said_words(judgement.quality, answered=any(each.chosen for each in suggestions))
    return ShownStatement(says=says, question=judgement.question)


def _outcome_answer(
    state: WorkshopState, problem: Problem, row_id: str, answers: Answers
) -> ShownAnswer | None:
    if row_id == NOT_OURS:
        return ShownAnswer(outcome=OutcomeKind.NOT_OURS, title=problem.not_ours_reason)
    card = next((card for card in state.cards if card.id == row_id), None)
    if card is None:
        return None
    solution = answers.chosen(card)
    if solution is not None:
        return _catalogue_answer(solution.text(language()))
    return _card_answer(state, card)


def _catalogue_answer(text: SolutionText) -> ShownAnswer:
    address = text.help_url if text.help_url.startswith(_SAFE_SCHEME) else ""
    return ShownAnswer(
        outcome=OutcomeKind.SOLUTION,
        title=text.name,
        steps=text.first_steps,
        address=address,
        example=text.example,
    )


def _card_answer(state: WorkshopState, card: PlayedCard) -> ShownAnswer:
    """Return a card with its own text; a request is named by its number."""
    word = f"cards.kind.{card.kind}"
    request = state.request_of(card.problem_id) if card.kind is CardKind.UPDATE else None
    if request is not None:
        title = tr("solve.list.request_plain", number=request.number)
        said = request_words(texts(), state, request, Reader.CUSTOMER)
        return ShownAnswer(outcome=card.outcome, title=title, steps=(said,), word=word)
    steps = tuple(line.strip() for line in card.text.split("\n") if line.strip())
    numbered = card.outcome is OutcomeKind.SOLUTION and len(steps) > 1
    return ShownAnswer(
        outcome=card.outcome, title=card.title, steps=steps, numbered=numbered, word=word
    )
