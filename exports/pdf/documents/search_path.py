"""The searches for an answer: for readers to repeat, or to show what was missing."""

from collections.abc import Iterable

from exports.pdf.blocks.block import Block
from exports.pdf.paper import Paper
from exports.pdf.parts import para
from workshop_app.domain.outcome import PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.search_path import SearchAttempt, search_attempts


def other_attempts(paper: Paper, card: PlayedCard) -> list[Block]:
    """Return that the room found an answer, what was looked at before, and unsuccessful searches.

    Unsuccessful searches, and that the room found it, are said once, with the first of the
    problem's answers.
    """
    whole = paper.state.merging.root_ids[card.problem_id]
    attempts = search_attempts(paper.state, whole)
    lines = [
        _compared(paper, attempt, card)
        for attempt in attempts
        if card.catalogue_id in attempt.chosen
    ]
    answers = [each for each in paper.state.cards_of(whole) if each.catalogue_id]
    problem = paper.state.problem(whole)
    if problem is not None and answers[0].id == card.id:
        lines.insert(0, _found_by_room(paper, problem))
    tried = [attempt.words for attempt in attempts if not attempt.chosen]
    if tried and answers[0].id == card.id:
        quoted = [paper.words("papers.problem.quote", text=words) for words in tried]
        lines.append(paper.words("papers.solution.tried", words=paper.list(quoted)))
    return [para(paper, line) for line in lines if line]


def attempt_lines(paper: Paper, problem: Problem) -> list[Block]:
    """Return each search for a problem with the answers that were looked at."""
    return [
        para(paper, _searched(paper, attempt))
        for attempt in search_attempts(paper.state, problem.id)
    ]


def found_line(paper: Paper, problem: Problem) -> str:
    """Return how the room came to the answer; empty if nobody said."""
    return paper.words(f"papers.solution.found.{problem.found}") if problem.found else ""


def _found_by_room(paper: Paper, problem: Problem) -> str:
    """Return that the room found the answer; that it was shown is of no use to a reader."""
    by_room = problem.found is not None and problem.found.by_room
    return found_line(paper, problem) if by_room else ""


def _compared(paper: Paper, attempt: SearchAttempt, card: PlayedCard) -> str:
    others = _names(paper, (each for each in attempt.looked_at if each != card.catalogue_id))
    if not others:
        return ""
    return paper.words("papers.solution.compared", names=paper.list(others))


def _searched(paper: Paper, attempt: SearchAttempt) -> str:
    names = _names(paper, attempt.looked_at)
    key = "searched_line" if names else "searched_nothing"
    return paper.words(f"papers.dossier.{key}", words=attempt.words, names=paper.list(names))


def _names(paper: Paper, ids: Iterable[str]) -> list[str]:
    known = (paper.solutions.get(each) for each in ids)
    return [solution.text(paper.language).name for solution in known if solution is not None]
