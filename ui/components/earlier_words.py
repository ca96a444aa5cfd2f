"""Says of which day something is that is older than last time."""

from __future__ import annotations

from workshop_app.domain.action import Action
from workshop_app.domain.request import Request
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.then_now import earlier_day
from workshop_app.i18n import texts, tr


def words_of_day(state: WorkshopState, record: Action | Request, words: str) -> str:
    """Return the words of a record, with its day where it is older than last time."""
    day = earlier_day(state, record)
    return tr("last_time.of_day", text=words, day=texts().date(day, year=False)) if day else words
