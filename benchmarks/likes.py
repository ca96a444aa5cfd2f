"""Like problems over all workshops: how many are found, and how long that takes.

Found, missed and wrongly suggested ones are counted in generated worlds (`likes_world`): thresholds
were tuned on the first, the second is only measured. Then like problems, and the counts of
criterion 6, are timed in a store of 500 workshops and in one of 5, with 100 problems each.
"""

import tempfile
from pathlib import Path

from benchmarks.big_store import big_store
from benchmarks.likes_world import World, fill
from benchmarks.measure import BothTimes, Stopwatch, report
from workshop_app.domain.problem import Problem
from workshop_app.domain.workshop import Workshop
from workshop_app.services.answers import Answers
from workshop_app.services.commands.likes import ConfirmLike
from workshop_app.services.evidence import LikeProblems, counts_of
from workshop_app.services.session import Session
from workshop_app.store.store import Store

_TUNED = ("tuning", 1)
_MEASURED = ("held_out", 11)
_SMALL = 5
_LARGE = 500
_PROBLEMS = 100
_ASKED = 100
_CONFIRMED = 12


def run() -> None:
    """Measure what is found, then how long it takes."""
    answers = Answers()
    for part, seed in (_TUNED, _MEASURED):
        with tempfile.TemporaryDirectory() as folder:
            store = Store(Path(folder) / "world.db", lasting=False)
            print(_quality(Session(store), fill(store, part, seed), answers, part))
            store.close()
    with tempfile.TemporaryDirectory() as folder:
        small = _times(Path(folder) / "small.db", _SMALL, answers)
        large = _times(Path(folder) / "large.db", _LARGE, answers)
    for ours, floor in zip(large, small, strict=True):
        for by_clock_or_processor in zip(ours, floor, strict=True):
            report(*by_clock_or_processor)


def _quality(session: Session, world: World, answers: Answers, part: str) -> str:
    """Return how many pairs were found, missed and wrongly suggested; noise counts as wrong."""
    suggested: set[frozenset[str]] = set()
    words: dict[str, str] = {}
    for workshop in world.workshops:
        session.open(workshop)
        finder = LikeProblems(session, lambda: answers)
        state = session.state
        if state is None:
            raise RuntimeError(workshop)
        for problem in state.problems:
            words[problem.id] = problem.title
            for each in finder.find(state, problem):
                suggested.add(frozenset((problem.id, each.problem_id)))
    same_noise = {
        pair
        for pair in suggested
        if not any(world.need_of[one] for one in pair) and len({words[one] for one in pair}) == 1
    }
    true = world.pairs
    found = suggested & true
    wrong = suggested - true - same_noise
    other_language = {pair for pair in true if len({words[one].isascii() for one in pair}) == 2}
    same = true - other_language
    return (
        f"{part}: {len(true)} pairs, found {len(found)}, missed {len(true - found)}, "
        f"wrongly suggested {len(wrong)} | in one language {len(found & same)} of {len(same)}, "
        f"across languages {len(found & other_language)} of {len(other_language)}"
    )


def _times(path: Path, workshops: int, answers: Answers) -> tuple[BothTimes, BothTimes]:
    """Return the times of finding like problems, and of counting the voices of a problem.

    Each is given as elapsed and as processor time.
    """
    big_store(path, workshops, _PROBLEMS).close()  # which merges the index, as at the end of a day
    store = Store(path, lasting=False)
    session = Session(store)
    last = store.all(Workshop)[-1]
    session.open(last.id)
    state = session.state
    if state is None:
        raise RuntimeError(last.id)
    problems = state.problems[:_ASKED]
    finder = LikeProblems(session, lambda: answers)
    for problem in problems[:2]:  # read once and cached
        finder.find(state, problem)
    others = [
        one.id
        for workshop in store.all(Workshop)[:-1]
        for one in store.all(Problem, workshop.id)[: -(-_CONFIRMED * 2 // workshops)]
    ][:_CONFIRMED]
    for problem in problems[:_CONFIRMED]:
        for other in others:
            session.execute(ConfirmLike(problem.id, other))
    name = f"{workshops} workshops, {workshops * _PROBLEMS} problems"
    like = Stopwatch(f"like problems, {name}")
    for problem in problems[2:]:
        with like.measure():
            finder.find(state, problem)
    counts = Stopwatch(f"criterion 6, {name}")
    for problem in problems[:_CONFIRMED] * 10:
        with counts.measure():
            counts_of(session, problem)
    store.close()
    return like.times, counts.times
