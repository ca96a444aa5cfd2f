"""Which problems the page goes through, and which comes next."""

from __future__ import annotations

from collections.abc import Sequence

from ui.widgets.problem_head import ProblemHead
from ui.widgets.problem_tabs import ProblemTab
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


def problems_in_hand(state: WorkshopState, everything: bool) -> tuple[Problem, ...]:
    """The chosen problems, or all of them, chosen ones first; all while none is chosen."""
    return state.to_appraise if everything or not state.chosen else state.chosen


def first_open(state: WorkshopState) -> Problem | None:
    """Where work begins: the first problem in hand without an outcome, else the first one."""
    hand = problems_in_hand(state, everything=False)
    return next((p for p in hand if is_open(state, p)), hand[0] if hand else None)


def next_open(state: WorkshopState, after: Problem) -> Problem | None:
    """The next chosen problem without an outcome, around the end of the row; None when none is."""
    chosen = list(problems_in_hand(state, everything=False))
    if after in chosen:
        place = chosen.index(after) + 1
        chosen = chosen[place:] + chosen[: place - 1]
    return next((problem for problem in chosen if is_open(state, problem)), None)


def is_open(state: WorkshopState, problem: Problem) -> bool:
    """Whether a problem has no outcome yet."""
    return state.outcomes_of(problem) == (OutcomeKind.OPEN,)


def show_head(head: ProblemHead, state: WorkshopState, problem: Problem, everything: bool) -> None:
    """Show a problem and the strip: of the chosen ones, or of all where it is not one of them."""
    everything = everything or not problem.chosen or not state.chosen
    label, other = ("all", "show_chosen") if everything else ("label", "show_all")
    head.show_problem(called(state, problem), problem.title)
    head.set_tabs(
        tr(f"solve.strip.{label}"),
        strip_items(state, problems_in_hand(state, everything)),
        problem.id,
        tr(f"solve.strip.{other}") if state.chosen else "",
    )


def strip_items(state: WorkshopState, problems: Sequence[Problem]) -> list[ProblemTab]:
    """The problems as the strip shows them."""
    return [ProblemTab(p.id, str(p.number), state.outcomes_of(p)) for p in problems]


def called(state: WorkshopState, problem: Problem) -> str:
    """How a problem is called in a calm line: its number and its votes."""
    votes = state.votes_of(problem.id) if state.workshop.vote_closed else None
    parts = [tr("solve.problem.number", number=problem.number)]
    if votes is not None:
        parts.append(tr("solve.problem.votes", n=votes))
    return "  ".join(parts)


def own_words(problem: Problem) -> tuple[str, ...]:
    """The words of a problem to search by: the concrete ones and the first ones."""
    return tuple(dict.fromkeys(filter(None, (problem.wording, problem.first_wording))))
