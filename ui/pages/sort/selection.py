"""Which theme is in front, which problem is in hand, and which ones are ticked."""

from __future__ import annotations

from collections.abc import Callable

from ui.pages.sort.groups import UNSORTED, Group, group_of, groups
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState

_GROUP = "group"


class Selection:
    """``take`` every new state; ``kept`` gives what outlasts the page."""

    def __init__(self, kept: Callable[[], dict[str, object]]) -> None:
        self._kept = kept
        self._in_hand: dict[str, str] = {}
        self.groups: list[Group] = []
        self.ticked: set[str] = set()

    def take(self, state: WorkshopState) -> None:
        """Look at a state: keep what is still there, and take the next one for what is gone."""
        before = self.group if self.groups else None
        self.groups = groups(state)
        group = self.group
        if before is None or before.id != group.id:
            self.ticked = set()
        self.ticked &= {problem.id for problem in group.problems}
        self._in_hand[group.id] = self._near(before, group)

    @property
    def group(self) -> Group:
        """The group in front: at first the first one that has problems."""
        first = next((group for group in self.groups if group.problems), self.groups[0])
        wanted = self._kept().setdefault(_GROUP, first.id)
        return next((group for group in self.groups if group.id == wanted), self.groups[0])

    @property
    def problem_id(self) -> str:
        """Id of the problem in hand, or empty."""
        return self._in_hand.get(self.group.id, "")

    @property
    def problem(self) -> Problem | None:
        """The problem in hand, or None."""
        return next((p for p in self.group.problems if p.id == self.problem_id), None)

    @property
    def ticked_ones(self) -> list[Problem]:
        """The ticked problems."""
        return [problem for problem in self.group.problems if problem.id in self.ticked]

    @property
    def chosen(self) -> list[Problem]:
        """What a key acts on: the ticked problems, or the one in hand."""
        return self.ticked_ones or ([self.problem] if self.problem is not None else [])

    @property
    def for_new_theme(self) -> list[Problem]:
        """What a new theme begins with: what is ticked, or the unsorted problem in hand."""
        return self.chosen if self.group.id == UNSORTED else self.ticked_ones

    @property
    def following(self) -> str | None:
        """The problem after the one in hand, in this group or the next one that has any."""
        order = [problem.id for group in self.groups for problem in group.problems]
        here = self.problem_id
        after = order[order.index(here) + 1 :] if here in order else []
        return after[0] if after else None

    def hold(self, problem_id: str) -> None:
        """Take a problem of the group in front in hand."""
        self._in_hand[self.group.id] = problem_id

    def go(self, group_id: str) -> bool:
        """Bring another group to the front; False when it is there already."""
        if group_id == self.group.id:
            return False
        self._kept()[_GROUP] = group_id
        return True

    def lead_to(self, record_id: str) -> bool:
        """Bring a theme, or a problem with its group, to the front; False when there is none."""
        if any(group.id == record_id for group in self.groups if group.id):
            self.go(record_id)
            return True
        found = group_of(self.groups, record_id)
        if found is None:
            return False
        self.go(found.id)
        self.hold(record_id)
        return True

    def _near(self, before: Group | None, group: Group) -> str:
        """The problem in hand, or the one that stands where it stood before it went."""
        ids = [problem.id for problem in group.problems]
        here = self._in_hand.get(group.id, "")
        if here in ids or not ids:
            return here if ids else ""
        old = [p.id for p in before.problems] if before and before.id == group.id else []
        rest = [one for one in old[old.index(here) :] if one in ids] if here in old else []
        return rest[0] if rest else ids[-1 if here in old else 0]
