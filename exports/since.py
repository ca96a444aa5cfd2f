"""What became of the problems of the previous visit, in words."""

from collections.abc import Iterator
from itertools import groupby

from exports.material import Material
from workshop_app.domain.facts.outcomes import promises_of
from workshop_app.domain.facts.then_now import (
    actions_for,
    is_answered,
    last_problems,
    reached_today,
    taken_over,
)
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import Promise, Reader
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Participant
from workshop_app.services.became import by_standing, split_answer, standing
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


def label_of(material: Material, before: WorkshopState, problem: Problem) -> str:
    """Return in a few words how a problem of the previous visit stands."""
    stands = standing(material.words, material.state, before, problem)
    area = "promises.room" if isinstance(stands, Promise) else "papers.since"
    return material.words(f"{area}.{stands}")


def notes_on(before: WorkshopState, problem: Problem) -> list[str]:
    """Return what was noted on the actions for a problem of the previous visit."""
    return [each.answer_note for each in actions_for(before, problem) if each.answer_note]


def standings(material: Material, reader: Participant | None) -> Iterator[tuple[str, list[str]]]:
    """Yield what is said of problems of the previous visit, with a line for each of those.

    A line is a problem with what else became of it, or with its answers if nothing did, of which
    everybody reads the first one. For a `reader` they are those that this person said.
    """
    state, before = material.state, material.state.before
    if before is None:
        return
    found = by_standing(material.words, state, before, last_problems(state, reader))
    for name, group in groupby(found, key=lambda each: label_of(material, before, each)):
        yield (
            name,
            [
                _line(material, before, each)
                if is_answered(state, each)
                else _answers(material, before, each, all_of=reader is not None)
                for each in group
            ],
        )


def own_lines(material: Material, reader: Participant) -> Iterator[str]:
    """Yield a line for each problem that a reader said at the previous visit."""
    for name, lines in standings(material, reader):
        for line in lines:
            yield material.words("last_time.with_note", text=name, note=line)


def _line(material: Material, before: WorkshopState, problem: Problem) -> str:
    """Return a problem with what became of it after the answer, and how its request stands."""
    words = material.words
    said = [problem.title, *said_since(material, problem, split_answer(words, problem.became)[1])]
    if asked := promises_of(before, problem).get(OutcomeKind.REQUEST):
        since = promise_words(words, before, asked, Reader.ROOM)
        said[-1] = words("last_time.since", text=said[-1], since=since)
    return " → ".join(said)


def _answers(material: Material, before: WorkshopState, problem: Problem, *, all_of: bool) -> str:
    """Return a problem with what was noted on its actions, else its first answer, or `all_of`."""
    if noted := notes_on(before, problem):
        return " → ".join([problem.title, *noted])
    cards = before.cards_of(problem.id)
    said = [material.answer_of(each) for each in cards if each.outcome is OutcomeKind.SOLUTION]
    return " → ".join([problem.title, *(said if all_of else said[:1])])
