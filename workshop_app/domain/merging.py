"""Groups of merged problems, which count as one."""

from collections import Counter
from collections.abc import Collection, Iterable

from workshop_app.domain.problem import Problem


class Merging:
    """The groups of merged problems.

    A problem may be merged into one that is itself merged into another; the last of them is the
    root of the group.
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
