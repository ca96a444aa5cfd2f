"""Parts that many pictures share."""

from __future__ import annotations

from ui.audience.row import Content, Row, Stack
from workshop_app.domain.room import Note


def numbered(notes: tuple[Note, ...], current: str) -> tuple[Stack, ...]:
    """Problems by number; the one with the id `current` stands in the spotlight."""
    return tuple(
        Stack((Row(note.words, number=str(note.number), spotlight=note.id == current),), note.id)
        for note in notes
    )


def alone(*rows: Row) -> tuple[Stack, ...]:
    """Rows that belong together and are not counted."""
    return (Stack(rows, counted=False),)


def sentence_alone(head: str, about: str, sentence: str) -> Content:
    """One sentence where there is nothing to show."""
    return Content(head, about, alone(Row(sentence, size="problem")), middle=True)
