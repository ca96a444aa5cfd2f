"""Who said something, in words for the room."""

from __future__ import annotations

from collections.abc import Sequence

from workshop_app.domain.room import Voice
from workshop_app.i18n import texts, tr


def voices_in_words(voices: Sequence[Voice]) -> str:
    """Everybody as they are addressed: 青木様、井上様."""
    if not voices:
        return ""
    people = (texts().person(one.name, one.honorific) for one in voices)
    return tr("widgets.problem_side.and").join(people)
