"""What became of the problems of the previous visit, in words."""

from collections.abc import Iterator
from itertools import groupby

from exports.material import Material
from workshop_app.domain.facts.outcomes import promises_of
from workshop_app.domain.facts.then_now import (
    is_answered,
    reached_today,
    since_last_time,
    taken_over,
)
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
            lines = [_answers(material, each, all_of=reader is not None) for each in problems]
            yield name, list(problems), lines
            continue
        found = by_standing(words, state, state.before, problems)
        for answer, group in groupby(found, key=lambda each: split_answer(words, each.became)[0]):
            same = list(group)
            key = f"last_time.problems.answer.{answer}" if answer else "papers.since.answered"
            rest = ((each, split_answer(words, each.became)[1]) for each in same)
            yield words(key), same, [_line(material, *pair) for pair in rest]


def _name(material: Material, promise: Promise | None) -> str:
    if promise in WITH_SOLUTION:
        return material.words("papers.since.solved")
    return material.words(f"promises.room.{promise}")


def own_lines(material: Material, reader: Participant) -> Iterator[str]:
    """Yield a line for each problem that a reader said at the previous visit."""
    for name, problems, _ in standings(material, reader):
        for problem in problems:
            line = _answers(material, problem, all_of=True)
            yield f"{line} → {name}" if line == problem.title else line


def _line(material: Material, problem: Problem, became: str | None = None) -> str:
    """Return a problem with what became of it, and how its request stands."""
    said = said_since(material, problem, became)
    before, words = material.state.before, material.words
    asked = promises_of(before, problem).get(OutcomeKind.REQUEST) if before else None
    if before and asked and is_answered(material.state, problem):
        said.append(promise_words(words, before, asked, Reader.ROOM))
    return " → ".join([problem.title, *said])


def _answers(material: Material, problem: Problem, *, all_of: bool) -> str:
    """Return a problem with what became of it, else with its first answer or `all_of` them."""
    before = material.state.before
    if before is None or is_answered(material.state, problem):
        return _line(material, problem)
    cards = before.cards_of(problem.id)
    said = [material.answer_of(each) for each in cards if each.outcome is OutcomeKind.SOLUTION]
    return " → ".join([problem.title, *(said if all_of else said[:1])])
