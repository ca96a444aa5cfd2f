"""Which problems are appraised, in which order, and which one comes next."""

from __future__ import annotations

from ui.widgets.problem_tabs import ProblemTab
from workshop_app.domain.appraisal import Appraisal, Verdict
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


def appraisal_of(state: WorkshopState, problem: Problem) -> Appraisal:
    """The appraisal of a problem, an empty one while no criterion was touched."""
    empty = Appraisal(id="", workshop_id=problem.workshop_id, problem_id=problem.id)
    return state.appraisal_of(problem.id) or empty


def is_wanted(state: WorkshopState, problem: Problem) -> bool:
    """Whether the session waits for a verdict: chosen, or a request, and not decided yet."""
    candidate = problem.chosen or state.request_of(problem.id) is not None
    return candidate and state.verdict_of(problem) is Verdict.OPEN


def first_wanted(state: WorkshopState) -> Problem | None:
    """Where work begins: the first problem that waits for a verdict, else the first of all."""
    problems = state.to_appraise
    return next((p for p in problems if is_wanted(state, p)), problems[0] if problems else None)


def next_wanted(state: WorkshopState, after: Problem) -> Problem | None:
    """The next problem that waits for a verdict, around the end; None when none does."""
    problems = list(state.to_appraise)
    place = problems.index(after) if after in problems else -1
    following = problems[place + 1 :] + problems[: max(0, place)]
    return next((problem for problem in following if is_wanted(state, problem)), None)


def strip_items(state: WorkshopState) -> list[ProblemTab]:
    """All problems as the strip shows them, chosen ones first."""
    return [ProblemTab(p.id, str(p.number), state.outcomes_of(p)) for p in state.to_appraise]


def called(state: WorkshopState, problem: Problem) -> str:
    """How a problem is called in a calm line: its number, its votes, how many said it."""
    parts = [tr("appraise.problem.number", number=problem.number)]
    votes = state.votes_of(problem.id) if state.workshop.vote_closed else None
    if votes is not None:
        parts.append(tr("appraise.problem.votes", n=votes))
    voices = len(state.speakers_of(problem))
    if voices > 1:
        parts.append(tr("appraise.problem.voices", n=voices))
    return "  ".join(parts)
