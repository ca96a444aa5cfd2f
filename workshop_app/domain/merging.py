"""Groups of merged problems, which count as one."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from workshop_app.domain.problem import Problem


def circular(targets: Mapping[str, str]) -> set[str]:
    """Return the first problem of each circle of mergings, which only damage can cause.

    `targets` maps each merged problem to the one that it was merged into. Without the problems that
    are returned no merging leads back to where it began.
    """
    order = {problem_id: number for number, problem_id in enumerate(targets)}
    found: set[str] = set()
    followed: set[str] = set()
    for problem_id in targets:
        path: list[str] = []
        place = problem_id
        while place in targets and place not in followed:
            followed.add(place)
            path.append(place)
            place = targets[place]
        if place in path:
            found.add(min(path[path.index(place) :], key=order.__getitem__))
    return found


def without_circles(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the problems without circles of mergings: the first of each counts as not merged."""
    targets = {problem.id: problem.merged_into for problem in problems if problem.merged_into}
    first = circular(targets)
    if not first:
        return problems
    return tuple(replace(one, merged_into=None) if one.id in first else one for one in problems)


class Merging:
    """The groups of merged problems.

    A problem may be merged into one that is itself merged into another; the last of them is the
    root of the group. There must be no circles (`without_circles`).
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        problems = tuple(problems)
        targets = {problem.id: problem.merged_into for problem in problems if problem.merged_into}
        self.root_ids: dict[str, str] = {}
        """For each problem id the id of its root; its own id if it is not merged."""
        self._merged: dict[str, list[Problem]] = {}
        for problem in problems:
            root_id = problem.id
            while root_id in targets:
                root_id = targets[root_id]
                self._merged.setdefault(root_id, []).append(problem)
            self.root_ids[problem.id] = root_id

    def merged_into(self, problem_id: str) -> tuple[Problem, ...]:
        """Return the problems merged into this one, directly or indirectly."""
        return tuple(self._merged.get(problem_id, ()))

    def parts_of(self, problem_id: str) -> tuple[Problem, ...]:
        """Return the problems merged into this one directly."""
        return tuple([one for one in self.merged_into(problem_id) if one.merged_into == problem_id])

    def group_ids(self, problem_id: str) -> tuple[str, ...]:
        """Return the id of a problem and of those merged into it."""
        return (problem_id, *[problem.id for problem in self._merged.get(problem_id, ())])

    def with_any(self, problem_ids: Collection[str]) -> frozenset[str]:
        """Return these ids and those of the problems that one of them is merged into."""
        merged = self._merged.items()
        into = [one for one, parts in merged if any(each.id in problem_ids for each in parts)]
        return frozenset([*problem_ids, *into])

    @property
    def counts(self) -> Counter[str]:
        """The number of problems merged into each root, by its id."""
        return Counter({problem_id: len(merged) for problem_id, merged in self._merged.items()})
