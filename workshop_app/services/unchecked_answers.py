"""Finds what may answer the problems that nobody has discussed."""

from dataclasses import replace

from workshop_app.domain.facts.outcomes import not_discussed
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.unchecked_answer import UncheckedAnswer
from workshop_app.services.answers import Answers
from workshop_app.services.judging import stated_answer

_MOST = 30
"""Maximum number of problems that are searched for: each takes some milliseconds."""


def problems_to_search(state: WorkshopState) -> tuple[Problem, ...]:
    """Return the problems of which papers may name an answer, those with most votes first."""
    return not_discussed(state)[:_MOST]


def answer_to(answers: Answers, phrasings: tuple[str, ...], language: str) -> str:
    """Return the id of what the search takes for an answer, or empty."""
    found = stated_answer(answers, phrasings, language)
    return found.id if found is not None else ""


def with_unchecked(answers: Answers, state: WorkshopState) -> WorkshopState:
    """Return the snapshot with all answers that are found."""
    found = [
        UncheckedAnswer(problem_id=each.id, catalogue_id=catalogue_id)
        for each in problems_to_search(state)
        if (catalogue_id := answer_to(answers, state.phrasings_of(each), state.workshop.language))
    ]
    return replace(state, unchecked=tuple(found)) if found else state
