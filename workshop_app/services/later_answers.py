"""Whether the current catalogue answers what it did not answer at an earlier contact."""

from collections.abc import Iterable
from typing import NamedTuple

from workshop_app.domain.facts.outcomes import unanswered_gap
from workshop_app.domain.problem import Problem
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import RequestState
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Workshop
from workshop_app.services.answers import Answers
from workshop_app.services.judging import stated_answer

_LOOKED_AT = 3


class MetGap(NamedTuple):
    """A problem for which a known gap was met, without a request, and its answer by the catalogue.

    `gap` is the name of the gap, empty if no catalogue contains it any more; `entry` is None while
    there is no answer.
    """

    problem: Problem
    contact: WorkshopState
    gap: str
    entry: Solution | None


def answered_by(
    answers: Answers,
    request: Request,
    workshop: Workshop,
    state: RequestState,
    said: Iterable[str] = (),
) -> Solution | None:
    """Return the catalogue entry that may answer a request of a workshop, or None.

    It is an answer to the texts of the request and to what others `said`, without a known gap, that
    was checked against the help after the request was made. The nearest answer named by the request
    itself is excluded.
    """
    if state is RequestState.RELEASED:
        return None
    texts = (request.title, request.own_words, *said)
    entry = _answer_since(answers, texts, workshop)
    return entry if entry is not None and entry.id != request.nearest_id else None


def met_gaps(answers: Answers, contact: WorkshopState, language: str) -> tuple[MetGap, ...]:
    """Return the problems of a contact that met a known gap and led to no request, in order."""
    found = []
    for problem in contact.unmerged:
        gap_id = unanswered_gap(contact, problem)
        if not gap_id:
            continue
        gap = answers.gaps.get(gap_id)
        texts = contact.phrasings_of(problem)
        entry = _answer_since(answers, texts, contact.workshop)
        if entry is not None and gap is not None and entry.id in gap.nearest:
            entry = None  # it was known then that it is not enough
        name = gap.text(language).name if gap is not None else ""
        found.append(MetGap(problem, contact, name, entry))
    return tuple(found)


def _answer_since(answers: Answers, texts: tuple[str, ...], workshop: Workshop) -> Solution | None:
    """Return the answer to any of these texts that was checked after a workshop, or None."""
    phrasings = tuple(dict.fromkeys(text for text in texts if text))
    entry = stated_answer(answers, phrasings, workshop.language, _LOOKED_AT)
    day = workshop.date or workshop.created_at[:10]
    return entry if entry is not None and entry.checked > day else None
