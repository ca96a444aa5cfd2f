"""The searches for an answer, which show what was missing."""

from collections.abc import Iterable

from exports.pdf.paper import Paper
from workshop_app.domain.problem import Problem
from workshop_app.domain.search_path import SearchAttempt, search_attempts


def attempts(paper: Paper, problem: Problem) -> list[str]:
    """Return each search for a problem with the answers that were opened, in words."""
    return [_searched(paper, attempt) for attempt in search_attempts(paper.state, problem.id)]


def found_line(paper: Paper, problem: Problem) -> str:
    """Return how the room found the answer; empty if not recorded."""
    return paper.words(f"papers.solution.found.{problem.found}") if problem.found else ""


def found_by_room(paper: Paper, problem: Problem) -> str:
    """Return a sentence if the room found the answer; readers need not know that it was shown."""
    by_room = problem.found is not None and problem.found.by_room
    return found_line(paper, problem) if by_room else ""


def _searched(paper: Paper, attempt: SearchAttempt) -> str:
    names = _names(paper, attempt.looked_at)
    key = "searched_line" if names else "searched_nothing"
    return paper.words(f"papers.dossier.{key}", words=attempt.words, names=paper.list(names))


def _names(paper: Paper, ids: Iterable[str]) -> list[str]:
    known = (paper.solutions.get(each) for each in ids)
    return [solution.text(paper.language).name for solution in known if solution is not None]
