"""Parts that many pictures share."""

from __future__ import annotations

from ui.audience.row import Content, Row, Stack
from ui.widgets.voices import voices_in_words
from workshop_app.domain.audience_view import ShownProblem


def numbered(problems: tuple[ShownProblem, ...], current: str) -> tuple[Stack, ...]:
    """Problems by number; the one with the id `current` stands in the spotlight."""
    return tuple(
        Stack((_numbered(problem, problem.id == current),), problem.id) for problem in problems
    )


def _numbered(problem: ShownProblem, current: bool) -> Row:
    who = voices_in_words(problem.speakers)
    return Row(
        problem.words, number=str(problem.number), aside=who, aside_quiet=True, spotlight=current
    )


def alone(*rows: Row) -> tuple[Stack, ...]:
    """Rows that belong together and are not counted."""
    return (Stack(rows, counted=False),)


def sentence_alone(head: str, about: str, sentence: str) -> Content:
    """One sentence where there is nothing to show."""
    return Content(head, about, alone(Row(sentence, size="problem")), middle=True)
