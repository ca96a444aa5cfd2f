"""What became of the problems of the previous visit, in words."""

from collections.abc import Iterator
from itertools import groupby

from exports.material import Material
from workshop_app.domain.facts.then_now import reached_today, since_last_time, taken_over
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import WITH_SOLUTION, Promise, Reader
from workshop_app.domain.workshop import Participant
from workshop_app.services.became import by_standing, split_answer
from workshop_app.services.promise_words import promise_words


def said_since(material: Material, problem: Problem, became: str | None = None) -> list[str]:
    """Return what became of a problem of the previous visit, and how it stands if taken over.

    `became` is printed instead of what was noted.
    """
    state, words = material.state, material.words
    became = problem.became if became is None else became
    said = [became] if became else []
    new = taken_over(state, problem)
    if new is None:
        return said
    request = state.request_of(new.id)
    known = reached_today(state, new)
    names = [promise_words(words, state, one, Reader.ROOM, request=request) for one in known]
    key = "papers.then_now.went_on" if known else "papers.then_now.taken_over"
    return [*said, words(key, number=new.number, said=material.list(names))]


def standings(
    material: Material, reader: Participant | None
) -> Iterator[tuple[str, list[Problem], list[str]]]:
    """Yield the problems of the previous visit of which the same is said, with that and with lines.

    A line is a problem with what else became of it, or with its answers if nothing did, of which
    everybody reads the first one. For a `reader` they are those that this person said.
    """
    state, words = material.state, material.words
    for promise, problems in since_last_time(state, reader):
        if promise is not None or state.before is None:
            name = _name(material, promise)
            lines = [_line(material, each, all_answers=reader is not None) for each in problems]
            yield name, list(problems), lines
            continue
        found = by_standing(words, state, state.before, problems)
        for answer, group in groupby(found, key=lambda each: split_answer(words, each.became)[0]):
            same = list(group)
            key = f"last_time.problems.answer.{answer}" if answer else "papers.since.answered"
            rest = [
                said_since(material, each, split_answer(words, each.became)[1]) for each in same
            ]
            lines = [" → ".join([each.title, *said]) for each, said in zip(same, rest, strict=True)]
            yield words(key), same, lines


def _name(material: Material, promise: Promise | None) -> str:
    if promise in WITH_SOLUTION:
        return material.words("papers.since.solved")
    return material.words(f"promises.room.{promise}")


def own_lines(material: Material, reader: Participant) -> Iterator[str]:
    """Yield a line for each problem that a reader said at the previous visit."""
    for name, problems, _ in standings(material, reader):
        for problem in problems:
            line = _line(material, problem, all_answers=True)
            yield f"{line} → {name}" if line == problem.title else line


def _line(material: Material, problem: Problem, *, all_answers: bool) -> str:
    said = said_since(material, problem)
    if not said and material.state.before is not None:
        cards = material.state.before.cards_of(problem.id)
        said = [material.title_of(each) for each in cards if each.outcome is OutcomeKind.SOLUTION]
        said = said if all_answers else said[:1]
    return " → ".join([problem.title, *said])
