"""Facts about problems that are found out once for each snapshot, which never changes."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState

T = TypeVar("T")
Fact = Callable[[WorkshopState, Problem], T]


def once(fact: Fact[T]) -> Fact[T]:
    """Keep what `fact` returns with the snapshot; papers ask for some facts very often."""

    @wraps(fact)
    def kept(state: WorkshopState, problem: Problem) -> T:
        key = fact.__name__, problem.id
        if key not in state.facts:
            state.facts[key] = fact(state, problem)
        return cast("T", state.facts[key])

    return kept
