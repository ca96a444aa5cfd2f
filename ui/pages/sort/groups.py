"""Problems by theme, as the board shows them: those without a theme first, then theme by theme."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cached_property

from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

UNSORTED = ""
KEYS = 9
"""The number of themes that have a key."""


@dataclass(frozen=True)
class Group:
    """A theme with its problems; for those without one ``id`` is ``UNSORTED``, ``number`` 0."""

    id: str
    number: int
    name: str
    problems: tuple[Problem, ...]

    @property
    def theme_id(self) -> str | None:
        """The theme's id, None for the unsorted ones."""
        return self.id or None

    @cached_property
    def row_ids(self) -> tuple[str, ...]:
        """The ids of its rows on the board: its problems, or a placeholder if there are none."""
        return tuple(one.id for one in self.problems) or (empty_row(self.id),)


@dataclass(frozen=True)
class BoardRow:
    """A problem on the board, or the line of a theme without problems (no ``number``).

    ``marks`` are icons with words, shown in private mode only; ``merged`` is the number of problems
    merged into it.
    """

    id: str
    group_id: str
    group_name: str
    text: str
    number: str = ""
    ticked: bool = False
    marks: tuple[tuple[str, str], ...] = ()
    merged: int = 0

    @property
    def merged_words(self) -> str:
        """How many more problems it stands for; empty for none."""
        return tr("sort.merged_more", n=self.merged) if self.merged else ""


def empty_row(group_id: str) -> str:
    """Return the id of the row of a group without problems."""
    return f"in {group_id}"


def groups(state: WorkshopState) -> list[Group]:
    """Return all groups in order."""
    found = [Group(UNSORTED, 0, tr("sort.unsorted"), state.in_theme(None))]
    for number, theme in enumerate(state.themes, start=1):
        found.append(Group(theme.id, number, theme.name, state.in_theme(theme.id)))
    return found


def group_of(all_groups: Sequence[Group], row_id: str) -> Group | None:
    """Return the group that has a row, or None."""
    return next((group for group in all_groups if row_id in group.row_ids), None)


def rows_of(
    state: WorkshopState, group: Group, ticked: Container[str], *, private: bool
) -> list[BoardRow]:
    """Return the rows of a group."""
    if not group.problems:
        words = tr("sort.all_sorted" if group.id == UNSORTED else "sort.empty_theme")
        return [BoardRow(empty_row(group.id), group.id, group.name, words)]
    merged = state.merging.counts
    return [
        BoardRow(
            one.id,
            group.id,
            group.name,
            one.title,
            str(one.number),
            one.id in ticked,
            _marks(one) if private else (),
            merged[one.id],
        )
        for one in group.problems
    ]


def _marks(problem: Problem) -> tuple[tuple[str, str], ...]:
    marks: list[tuple[str, str]] = []
    if problem.wording:
        marks.append(("pen", tr("sort.reworded")))
    if problem.private_note:
        marks.append(("lock", tr("sort.has_note")))
    return tuple(marks)
