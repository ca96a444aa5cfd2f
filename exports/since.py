"""What became of the problems of the previous visit, in words."""

from collections.abc import Iterator

from exports.material import Material
from workshop_app.domain.facts.then_now import reached_today, since_last_time, taken_over
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import Reader
from workshop_app.domain.workshop import Participant
from workshop_app.services.became import by_standing
from workshop_app.services.promise_words import promise_words


def said_since(material: Material, problem: Problem) -> list[str]:
    """Return what became of a problem of the previous visit, and how it stands if taken over."""
    state, words = material.state, material.words
    said = [problem.became] if problem.became else []
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

    A line is a problem with what became of it, else with its answers, of which everybody reads the
    first one. For a `reader` they are those that this person said.
    """
    state, words = material.state, material.words
    for promise, problems in since_last_time(state, reader):
        found = list(problems)
        if promise is None and state.before is not None:
            found = by_standing(words, state, state.before, problems)
        name = words(f"promises.room.{promise}" if promise else "papers.since.answered")
        yield name, found, [_line(material, each, all_answers=reader is not None) for each in found]


def own_lines(material: Material, reader: Participant) -> Iterator[str]:
    """Yield a line for each problem that a reader said at the previous visit."""
    for name, problems, lines in standings(material, reader):
        for problem, line in zip(problems, lines, strict=True):
            yield f"{line} → {name}" if line == problem.title else line


def _line(material: Material, problem: Problem, *, all_answers: bool) -> str:
    said = said_since(material, problem)
    if not said and material.state.before is not None:
        cards = material.state.before.cards_of(problem.id)
        said = [material.title_of(each) for each in cards if each.outcome is OutcomeKind.SOLUTION]
        said = said if all_answers else said[:1]
    return " → ".join([problem.title, *said])
