"""Which problems count as one, because they were merged."""

from collections import Counter
from collections.abc import Iterable

from workshop_app.domain.problem import Problem


class Merging:
    """Problems by the one they were merged into; that one may itself be merged into another."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        problems = tuple(problems)
        into = {problem.id: problem.merged_into for problem in problems if problem.merged_into}
        self.whole: dict[str, str] = {}
        """The id of the problem that each one counts for: itself where it is not merged."""
        self._behind: dict[str, list[Problem]] = {}
        for problem in problems:
            place = problem.id
            while place in into:
                place = into[place]
                self._behind.setdefault(place, []).append(problem)
            self.whole[problem.id] = place

    def behind(self, problem_id: str) -> tuple[Problem, ...]:
        """The problems merged into this one, at once or with another."""
        return tuple(self._behind.get(problem_id, ()))

    def ids(self, problem_id: str) -> tuple[str, ...]:
        """The id of a problem and of those merged into it."""
        return (problem_id, *(problem.id for problem in self._behind.get(problem_id, ())))

    @property
    def counts(self) -> Counter[str]:
        """How many problems were merged into each, by its id."""
        return Counter({one: len(behind) for one, behind in self._behind.items()})
