"""Adds the date to texts of records older than the previous visit."""

from __future__ import annotations

from workshop_app.domain.action import Action
from workshop_app.domain.facts.then_now import earlier_day
from workshop_app.domain.outcome import PlayedCard
from workshop_app.domain.request import Request
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr


def words_of_day(state: WorkshopState, record: Action | Request | PlayedCard, words: str) -> str:
    """Return the text of a record, with its date if it is older than the previous visit."""
    day = earlier_day(state, record)
    return tr("last_time.of_day", text=words, day=texts().date(day, year=False)) if day else words
