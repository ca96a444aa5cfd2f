"""The names of speakers, in the form for the audience."""

from __future__ import annotations

from collections.abc import Sequence

from workshop_app.domain.audience_view import Speaker
from workshop_app.i18n import texts, tr


def voices_in_words(voices: Sequence[Speaker]) -> str:
    """Return the names with the form of address, joined: 青木様、井上様."""
    people = (texts().addressed(one) for one in voices)
    return tr("widgets.problem_side.and").join(people)


def first_voice_in_words(voices: Sequence[Speaker]) -> str:
    """Return the first name with the form of address, and how many others there are: 青木様 +2."""
    first = voices_in_words(voices[:1])
    others = len(voices) - 1
    return tr("widgets.problem_side.others", name=first, n=others) if others > 0 else first
