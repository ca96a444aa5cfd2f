"""Problems by theme: a group of those without any, then one group per theme."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from ui.components.row_cache import RowCache
from ui.widgets.rows import Mark, Row
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

UNSORTED = ""
_KEYS = 9


@dataclass(frozen=True)
class Group:
    """A theme with its problems; ``id`` is ``UNSORTED`` and ``number`` 0 for those without any."""

    id: str
    number: int
    name: str
    problems: tuple[Problem, ...]

    @property
    def theme_id(self) -> str | None:
        """The theme's id, None for the unsorted ones."""
        return self.id or None

    @property
    def tab(self) -> str:
        """Number, name and count, as in the strip."""
        count = len(self.problems)
        if self.id == UNSORTED:
            return tr("sort.tab_unsorted", n=count)
        return tr("sort.tab", number=self.number, name=self.name, n=count)

    @property
    def short_tab(self) -> str:
        """Number and count alone, for when the names do not fit."""
        if self.id == UNSORTED:
            return self.tab
        return tr("sort.tab_short", number=self.number, n=len(self.problems))


def groups(state: WorkshopState) -> list[Group]:
    """All groups in order."""
    found = [Group(UNSORTED, 0, tr("sort.unsorted"), state.in_theme(None))]
    for number, theme in enumerate(state.themes, start=1):
        found.append(Group(theme.id, number, theme.name, state.in_theme(theme.id)))
    return found


def group_of(all_groups: Sequence[Group], problem_id: str | None) -> Group | None:
    """The group a problem is in, or None."""
    for group in all_groups:
        if any(problem.id == problem_id for problem in group.problems):
            return group
    return None


def theme_keys(all_groups: Sequence[Group]) -> tuple[str, ...]:
    """The first and the last key that sends a problem to a theme; none without themes."""
    last = min(_KEYS, len(all_groups) - 1)
    return () if last == 0 else ("Alt+1",) if last == 1 else ("Alt+1", f"Alt+{last}")


class GroupRows:
    """The problems of a group as rows with a tick; private mode marks those with a note."""

    def __init__(self, *, private: bool) -> None:
        self._private = private
        self._cache = RowCache(self._row)

    def rows(self, state: WorkshopState, group: Group, ticked: Container[str]) -> list[Row]:
        """The rows of one group."""
        merged = state.merging.counts
        return self._cache.rows((p, p.id in ticked, merged[p.id]) for p in group.problems)

    def _row(self, problem: Problem, ticked: bool, merged: int) -> Row:
        return Row(
            id=problem.id,
            number=str(problem.number),
            text=problem.title,
            tick=ticked,
            marks=tuple(_marks(problem, merged, self._private)),
        )


def _marks(problem: Problem, merged: int, private: bool) -> list[Mark]:
    marks: list[Mark] = []
    if merged:
        words = "sort.merged_short" if private else "sort.merged"
        marks.append(Mark(tr(words, n=merged + 1), "merge", "accent"))
    if problem.wording:
        marks.append(Mark(tr("sort.reworded"), "pen", "accent"))
    if private and problem.private_note:
        marks.append(Mark(tr("sort.has_note"), "lock"))
    return marks
