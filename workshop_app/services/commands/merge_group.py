"""The problems that were merged with a problem and count as one with it."""

from workshop_app.domain.problem import Problem
from workshop_app.store.store import Store


def merge_group(store: Store, problem: Problem) -> tuple[Problem, ...]:
    """Return the problem that `problem` was merged into, or itself, then all merged into that.

    The merged ones come in order of entry. In a circle (`merging.without_circles`) the first
    problem represents the others.
    """
    path = {problem.id: problem}
    while problem.merged_into:
        problem = store.get(Problem, problem.merged_into)
        if problem.id in path:
            circle = [*path.values()][[*path].index(problem.id) :]
            problem = min(circle, key=lambda one: one.position)
            break
        path[problem.id] = problem
    group = {problem.id: problem}
    ids = (problem.id,)
    while ids:
        found = store.some(Problem, problem.workshop_id, "merged_into", ids)
        ids = tuple(one.id for one in found if one.id not in group)
        group |= {one.id: one for one in found}
    del group[problem.id]
    return (problem, *sorted(group.values(), key=lambda one: one.position))
