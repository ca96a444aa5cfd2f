"""The eight steps of the guided session and what is still missing in each. Nothing ever blocks."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.state import WorkshopState


class Step(StrEnum):
    """The steps in order."""

    PREPARE = "prepare"
    CONTEXT = "context"
    LIST = "list"
    SORT = "sort"
    CHOOSE = "choose"
    SOLVE = "solve"
    APPRAISE = "appraise"
    WRAP_UP = "wrap_up"

    @property
    def number(self) -> int:
        """Its number as shown, 1 to 8."""
        return list(Step).index(self) + 1


DEFAULT_MINUTES = {
    Step.PREPARE: 0,
    Step.CONTEXT: 15,
    Step.LIST: 20,
    Step.SORT: 15,
    Step.CHOOSE: 10,
    Step.SOLVE: 40,
    Step.APPRAISE: 15,
    Step.WRAP_UP: 5,
}
"""Minutes planned for each step of a session of two hours."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing a step still lacks; `key` names its words in ``locale/*/steps.toml``."""

    key: str
    n: int = 1


def missing(state: WorkshopState, step: Step) -> tuple[Missing, ...]:
    """Return what `step` still lacks; empty means that it is done."""
    return _CHECKS[step](state)


def is_done(state: WorkshopState, step: Step) -> bool:
    """Tell whether nothing is missing in `step`."""
    return not missing(state, step)


def is_left_out(state: WorkshopState, step: Step) -> bool:
    """Tell whether `step` was skipped on purpose."""
    skipped = {Step.CONTEXT: state.workshop.context_skipped, Step.SORT: state.workshop.sort_skipped}
    return skipped.get(step, False)


def _if(condition: bool, key: str, n: int = 1) -> tuple[Missing, ...]:
    return (Missing(key, n),) if condition else ()


def _prepare(state: WorkshopState) -> tuple[Missing, ...]:
    return (
        _if(not state.customer.name, "customer")
        + _if(not state.participants, "participant")
        + _if(not state.workshop.date, "date")
    )


def _context(state: WorkshopState) -> tuple[Missing, ...]:
    return _if(not state.answers and not state.workshop.context_skipped, "answer")


def _list(state: WorkshopState) -> tuple[Missing, ...]:
    return _if(not state.listed, "problem")


def _sort(state: WorkshopState) -> tuple[Missing, ...]:
    if state.workshop.sort_skipped:
        return ()
    unsorted = len(state.in_theme(None))
    return _if(not state.listed, "problem") or _if(unsorted > 0, "unsorted", unsorted)


def _choose(state: WorkshopState) -> tuple[Missing, ...]:
    return _if(not state.chosen, "chosen")


def _solve(state: WorkshopState) -> tuple[Missing, ...]:
    still_open = sum(OutcomeKind.OPEN in state.outcomes_of(p) for p in state.chosen)
    return _if(not state.chosen, "chosen") or _if(still_open > 0, "outcome", still_open)


def _appraise(state: WorkshopState) -> tuple[Missing, ...]:
    if not (state.chosen or state.requests or state.appraisals):
        return _if(not state.listed, "problem") or _if(True, "chosen")
    judged = (state.appraisal_of(request.problem_id) for request in state.requests)
    bare = sum(not one or bool(one.unanswered and not one.override) for one in judged)
    return _if(bare > 0, "appraisal", bare)


def _wrap_up(state: WorkshopState) -> tuple[Missing, ...]:
    return _if(not state.workshop.exported_at, "handout")


_CHECKS: dict[Step, Callable[[WorkshopState], tuple[Missing, ...]]] = {
    Step.PREPARE: _prepare,
    Step.CONTEXT: _context,
    Step.LIST: _list,
    Step.SORT: _sort,
    Step.CHOOSE: _choose,
    Step.SOLVE: _solve,
    Step.APPRAISE: _appraise,
    Step.WRAP_UP: _wrap_up,
}
