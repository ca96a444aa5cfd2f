"""The problems that were merged with a problem and count as one with it."""

from workshop_app.domain.problem import Problem
from workshop_app.store.store import Store


def merge_group(store: Store, problem: Problem) -> tuple[Problem, ...]:
    """Return the problem that `problem` was merged into, or itself, then all merged into that.

    The merged ones come in order of entry.
    """
    while problem.merged_into:
        problem = store.get(Problem, problem.merged_into)
    merged: dict[str, Problem] = {}
    found = store.some(Problem, problem.workshop_id, "merged_into", (problem.id,))
    while found:
        merged |= {one.id: one for one in found}
        ids = tuple(one.id for one in found)
        found = store.some(Problem, problem.workshop_id, "merged_into", ids)
    return (problem, *sorted(merged.values(), key=lambda one: one.position))
