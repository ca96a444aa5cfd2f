"""The problems that a step processes one by one, and how they are named and listed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from ui.theme.outcomes import OUTCOMES
from ui.widgets.badge import outcome_word
from ui.widgets.check_group import Option
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services.contact_words import came_from


@dataclass(frozen=True)
class ProblemQueue:
    """Problems in order; ``is_open`` returns whether one still has to be worked on."""

    problems: tuple[Problem, ...]
    is_open: Callable[[Problem], bool]

    @property
    def first(self) -> Problem | None:
        """The problem to begin with: the first open one, else the first of all."""
        first = self.problems[0] if self.problems else None
        return next(filter(self.is_open, self.problems), first)

    def next_after(self, problem: Problem, passed: Collection[str] = ()) -> Problem | None:
        """Return the next open problem after ``problem``, wrapping around at the end.

        A problem that is not in the queue is followed by the first open one. ``passed`` are ids of
        problems that were skipped on purpose and are not returned again. Return None if no other
        problem is open.
        """
        ids = [each.id for each in self.problems]
        index = ids.index(problem.id) if problem.id in ids else len(ids)
        following = self.problems[index + 1 :] + self.problems[:index]
        waiting = (one for one in following if one.id not in passed)
        return next(filter(self.is_open, waiting), None)


def problem_tabs(state: WorkshopState, problems: Sequence[Problem]) -> list[Option]:
    """Return one tab per problem, with its number and the icons of its outcomes."""
    return [_tab(each, state.outcomes_of(each)) for each in problems]


def _tab(problem: Problem, outcomes: Sequence[OutcomeKind]) -> Option:
    said = tr("widgets.strip.and").join(outcome_word(kind) for kind in outcomes)
    return Option(
        problem.id,
        str(problem.number),
        tuple((OUTCOMES[kind].icon, OUTCOMES[kind].colour) for kind in outcomes),
        tr("widgets.strip.spoken", number=problem.number, outcome=said or tr("widgets.strip.open")),
    )


def problem_facts(state: WorkshopState, problem: Problem, *, with_voices: bool = False) -> str:
    """Return the votes of a problem and where it comes from.

    ``with_voices`` adds how many people said it.
    Votes are omitted while their round is open.
    """
    votes = state.votes.of(problem.id) if state.workshop.vote_closed else None
    parts = [tr("solve.problem.votes", n=votes)] if votes is not None else []
    voices = len(state.speakers_of(problem)) if with_voices else 0
    if voices > 1:
        parts.append(tr("appraise.problem.voices", n=voices))
    return "\n".join(filter(None, (*parts, came_from(texts(), problem))))
