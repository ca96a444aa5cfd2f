"""The current theme, its current problem, and the ticked ones."""

from __future__ import annotations

from collections.abc import Callable

from ui.pages.sort.groups import UNSORTED, Group, group_of, groups
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState

_GROUP = "group"


class Selection:
    """``memory()`` gives a dictionary that outlasts the page, in which the current theme is."""

    def __init__(self, memory: Callable[[], dict[str, object]]) -> None:
        self._memory = memory
        self._current: dict[str, str] = {}
        """Id of the current problem, by group."""
        self.groups: list[Group] = []
        self.ticked: set[str] = set()

    def set_state(self, state: WorkshopState) -> None:
        """Take the groups of a state; what is gone is replaced by what followed it."""
        before = self.group if self.groups else None
        self.groups = groups(state)
        group = self.group
        if before is None or before.id != group.id:
            self.ticked = set()
        self.ticked &= {problem.id for problem in group.problems}
        self._current[group.id] = self._near(before, group)

    @property
    def group(self) -> Group:
        """The current group: at first the first one that has problems."""
        first = next((group for group in self.groups if group.problems), self.groups[0])
        wanted = self._memory().setdefault(_GROUP, first.id)
        return next((group for group in self.groups if group.id == wanted), self.groups[0])

    @property
    def problem_id(self) -> str:
        """Id of the current problem, or empty."""
        return self._current.get(self.group.id, "")

    @property
    def problem(self) -> Problem | None:
        """The current problem, or None."""
        return next((p for p in self.group.problems if p.id == self.problem_id), None)

    @property
    def ticked_ones(self) -> list[Problem]:
        """The ticked problems."""
        return [problem for problem in self.group.problems if problem.id in self.ticked]

    @property
    def chosen(self) -> list[Problem]:
        """What a key acts on: the ticked problems, or the current one."""
        return self.ticked_ones or ([self.problem] if self.problem is not None else [])

    @property
    def for_new_theme(self) -> list[Problem]:
        """What a new theme begins with: the ticked problems, or the current unsorted one."""
        return self.chosen if self.group.id == UNSORTED else self.ticked_ones

    @property
    def following(self) -> str | None:
        """Id of the problem after the current one, in this group or a later one, or None."""
        order = [problem.id for group in self.groups for problem in group.problems]
        here = self.problem_id
        after = order[order.index(here) + 1 :] if here in order else []
        return after[0] if after else None

    def set_problem(self, problem_id: str) -> None:
        """Make a problem of the current group the current one."""
        self._current[self.group.id] = problem_id

    def go(self, group_id: str) -> bool:
        """Make another group the current one; False when it is that already."""
        if group_id == self.group.id:
            return False
        self._memory()[_GROUP] = group_id
        return True

    def go_to(self, record_id: str) -> bool:
        """Make a theme, or a problem with its group, current; False when there is none."""
        if any(group.id == record_id for group in self.groups if group.id):
            self.go(record_id)
            return True
        found = group_of(self.groups, record_id)
        if found is None:
            return False
        self.go(found.id)
        self.set_problem(record_id)
        return True

    def _near(self, before: Group | None, group: Group) -> str:
        """The current problem, or the one now in its place when it is gone."""
        ids = [problem.id for problem in group.problems]
        here = self._current.get(group.id, "")
        if here in ids or not ids:
            return here if ids else ""
        old = [p.id for p in before.problems] if before and before.id == group.id else []
        rest = [one for one in old[old.index(here) :] if one in ids] if here in old else []
        return rest[0] if rest else ids[-1 if here in old else 0]
