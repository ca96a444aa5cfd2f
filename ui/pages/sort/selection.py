"""The current row of the board, and the ticked problems."""

from __future__ import annotations

from collections.abc import Callable

from ui.pages.sort.groups import UNSORTED, Group, group_of, groups
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState

_ROW = "row"
_MOST_LISTED = 40
"""With more problems only those of one theme are listed."""


class Selection:
    """``memory()`` returns a dictionary that survives the page and stores the current row."""

    def __init__(self, memory: Callable[[], dict[str, object]]) -> None:
        self._memory = memory
        self.groups: list[Group] = []
        self.ticked: dict[str, None] = {}
        """Ids of the ticked problems, in the order in which they were ticked."""

    def set_state(self, state: WorkshopState, select: str = "") -> None:
        """Set the groups of a state, and select the problem ``select``, wherever it was moved.

        Otherwise, if the current row was removed or moved to another theme, the one that followed
        it is selected.
        """
        before = self.groups
        self.groups = groups(state)
        listed = {problem.id for group in self.groups for problem in group.problems}
        self.ticked = {one: None for one in self.ticked if one in listed}
        followed = select and group_of(self.groups, select) is not None
        self._set_row(select if followed else self._near(before))

    @property
    def in_overview(self) -> bool:
        """Whether there are so many problems that only those of one theme are listed."""
        return len(self.groups) > 1 and sum(len(one.problems) for one in self.groups) > _MOST_LISTED

    @property
    def closed(self) -> frozenset[str]:
        """The ids of the groups whose problems are not listed, since another one is opened."""
        if not self.in_overview:
            return frozenset()
        opened = () if self.row_id == self.group.closed_id else (self.group.id,)
        return frozenset(one.id for one in self.groups).difference(opened)

    @property
    def row_id(self) -> str:
        """Id of the current row, initially that of the first problem."""
        row = str(self._memory().get(_ROW, ""))
        return row if group_of(self.groups, row) is not None else self._first

    @property
    def group(self) -> Group:
        """The group that has the current row."""
        return group_of(self.groups, self.row_id) or self.groups[0]

    @property
    def problem(self) -> Problem | None:
        """The current problem, or None."""
        row = self.row_id  # not for each problem
        return next((one for one in self.group.problems if one.id == row), None)

    @property
    def problem_id(self) -> str:
        """Id of the current problem, or empty."""
        return self.problem.id if self.problem is not None else ""

    @property
    def ticked_ones(self) -> list[Problem]:
        """The ticked problems, in order of ticking."""
        if not self.ticked:
            return []
        known = {problem.id: problem for group in self.groups for problem in group.problems}
        return [known[one] for one in self.ticked]

    @property
    def chosen(self) -> list[Problem]:
        """The problems that actions apply to: the ticked ones, or the current one."""
        return self.ticked_ones or ([self.problem] if self.problem is not None else [])

    @property
    def for_new_theme(self) -> list[Problem]:
        """The initial problems of a new theme: the ticked ones, or the current unsorted one."""
        return self.chosen if self.group.id == UNSORTED else self.ticked_ones

    @property
    def following(self) -> Problem | None:
        """Return the problem after the current one, also of a later group, or None."""
        order = [problem for group in self.groups for problem in group.problems]
        here = self.problem
        after = order[order.index(here) + 1 :] if here is not None else []
        return after[0] if after else None

    def neighbour(self, by: int) -> str | None:
        """Return the id of the first row of the previous or next group, or None."""
        target = self.groups.index(self.group) + by
        return self.groups[target].row_ids[0] if 0 <= target < len(self.groups) else None

    def toggle(self, problem_id: str) -> None:
        """Tick a problem, or untick it."""
        if problem_id in self.ticked:
            del self.ticked[problem_id]
        else:
            self.ticked[problem_id] = None

    def go_to(self, record_id: str) -> bool:
        """Select a row, or the first one of a theme; return False if there is none."""
        named = next((group for group in self.groups if group.closed_id == record_id), None)
        return self.select(named.row_ids[0] if named is not None else record_id)

    def select(self, row_id: str) -> bool:
        """Select a row, which may be that of a closed group; return False if there is none."""
        known = group_of(self.groups, row_id) is not None
        if known:
            self._set_row(row_id)
        return known

    def close(self) -> bool:
        """List the problems of no group; return False if that is so."""
        opened = self.in_overview and self.row_id != self.group.closed_id
        return opened and self.select(self.group.closed_id)

    @property
    def _first(self) -> str:
        if self.in_overview:
            return self.groups[0].closed_id
        filled = next((group for group in self.groups if group.problems), None)
        return (filled or self.groups[0]).row_ids[0] if self.groups else ""

    def _set_row(self, row_id: str) -> None:
        self._memory()[_ROW] = row_id

    def _near(self, before: list[Group]) -> str:
        here = str(self._memory().get(_ROW, ""))
        old = group_of(before, here)
        now = group_of(self.groups, here)
        if old is None or (now is not None and now.id == old.id):
            return here if now is not None else self._first
        group = next((one for one in self.groups if one.id == old.id), None)
        if group is None:
            return here if now is not None else self._first
        if not old.problems:
            return group.row_ids[0]
        index = old.row_ids.index(here)
        rest = [one for one in old.row_ids[index:] if one in group.row_ids]
        return rest[0] if rest else group.row_ids[-1]
