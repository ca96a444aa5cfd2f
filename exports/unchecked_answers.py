"""Searches for unchecked answers in the process that makes the papers."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from workshop_app.domain.facts.outcomes import not_discussed
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState

if TYPE_CHECKING:
    from workshop_app.services.answers import Answers


def searched(
    state: WorkshopState, solutions: Mapping[str, Solution], folders: Iterable[Path]
) -> tuple[WorkshopState, Mapping[str, Solution]]:
    """Return the snapshot with unchecked answers, and `solutions` with their entries.

    `folders` are those of the catalogues other than Mackerel's. The catalogues are only read, which
    takes about a second, if there is a problem to search for.
    """
    if not not_discussed(state):
        return state, solutions
    from workshop_app.services.unchecked_answers import with_unchecked

    answers = _answers(tuple(folders))
    state = with_unchecked(answers, state)
    named = {each.catalogue_id: answers.entries[each.catalogue_id] for each in state.unchecked}
    return state, {**named, **solutions}


@lru_cache(maxsize=1)
def _answers(folders: tuple[Path, ...]) -> "Answers":
    """Return the answers of all catalogues; they are kept for the next paper of a preview."""
    from workshop_app.services.answers import Answers
    from workshop_app.services.own_catalogues import added_editions

    return Answers(folders=lambda: folders, editions=added_editions)
