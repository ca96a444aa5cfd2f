"""Counts of hands for merged problems: a new one sets the earlier ones aside until unmerging."""

from collections.abc import Sequence

from workshop_app.domain.merging import Merging
from workshop_app.domain.problem import Problem, Tally
from workshop_app.domain.workshop import Workshop
from workshop_app.services.commands.merge_group import merge_group
from workshop_app.store.store import Store


def set_group_count(store: Store, problem: Problem, votes: int | None) -> None:
    """Store the hands counted for a problem and all merged with it; None removes the count."""
    problems = merge_group(store, problem)
    whole = problems[0]
    number = store.get(Workshop, whole.workshop_id).round
    parts = _parts(store, problems, number)
    old = next((tally for tally in parts[0] if not tally.set_aside), None)
    if len(problems) > 1:
        recounted = _recounted(parts)
        for tally in (tally for part in parts[1:] for tally in part):
            _update(store, tally, set_aside=True)
        if old and not recounted:
            _update(store, old, set_aside=True)
            old = None
    if votes is None:
        if old:
            store.delete(old)
    elif old:
        store.update(old, votes=votes)
    else:
        store.add(Tally, whole.workshop_id, problem_id=whole.id, votes=votes, round=number)


def restore_separate_counts(store: Store, problem: Problem) -> None:
    """Restore the hands counted for each problem merged with this one before it was merged."""
    problems = merge_group(store, problem)
    ids = tuple(one.id for one in problems)
    tallies = store.some(Tally, problem.workshop_id, "problem_id", ids)
    for number in sorted({tally.round for tally in tallies if tally.set_aside}):
        parts = _parts(store, problems, number)
        if not _recounted(parts):
            continue
        own, *others = parts
        for tally in own:
            if not tally.set_aside:
                store.delete(tally)
        for part in ([tally for tally in own if tally.set_aside], *others):
            _restore(store, part)


def _parts(store: Store, problems: Sequence[Problem], number: int) -> list[list[Tally]]:
    """Return the tallies of a round: the problem's own, then those of each merged into it."""
    merging = Merging(problems)
    whole = problems[0]
    ids = tuple(problem.id for problem in problems)
    tallies = store.some(Tally, whole.workshop_id, "problem_id", ids)
    mine = [tally for tally in tallies if tally.round == number]
    groups = [(whole.id,)]
    groups += [merging.group_ids(one.id) for one in problems if one.merged_into == whole.id]
    return [
        [tally for one in group for tally in mine if tally.problem_id == one] for group in groups
    ]


def _recounted(parts: Sequence[Sequence[Tally]]) -> bool:
    own, *others = parts
    aside = any(tally.set_aside for tally in own)
    return aside or any(part and all(tally.set_aside for tally in part) for part in others)


def _restore(store: Store, part: Sequence[Tally]) -> None:
    """Restore the last counts of a part; earlier ones of its own merges stay set aside."""
    if not part or not all(tally.set_aside for tally in part):
        return
    head = [tally for tally in part if tally.problem_id == part[0].problem_id]
    last = max(head, key=lambda tally: tally.id)
    for tally in [last] if len(head) > 1 else part:
        _update(store, tally, set_aside=False)


def _update(store: Store, tally: Tally, *, set_aside: bool) -> None:
    store.update(tally, set_aside=set_aside)
