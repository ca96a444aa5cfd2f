"""Facts that are found out once for each snapshot, which never changes."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState

Fact = TypeVar("Fact", bound=Callable[..., Any])


def once(fact: Fact) -> Fact:
    """Keep what `fact`, of a workshop or of a problem in it, returns with the snapshot."""

    @wraps(fact)
    def kept(state: WorkshopState, *about: Problem) -> object:
        key = (fact.__name__, *[each.id for each in about])
        if key not in state.facts:
            state.facts[key] = fact(state, *about)
        return state.facts[key]

    return cast("Fact", kept)
