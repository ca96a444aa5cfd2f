"""By when the product team is asked to reply, so that the customer can be told in time."""

from datetime import date, timedelta

from workshop_app.domain.facts.requests import passing_on_action, to_hand_over
from workshop_app.domain.state import WorkshopState

SLACK = 3
"""The default for the days between the reply and the day on which the customer is told."""
_SATURDAY = 5
_OFF_FROM, _OFF_UNTIL = (12, 29), (1, 3)
"""The first and the last day (month, day) of the holidays at the turn of the year in Japan."""


def promised_day(state: WorkshopState) -> str:
    """Return the day (ISO) by which the customer is told what came of the requests, or empty.

    It is the day of the open action that passes the requests on, or the next visit if that is
    earlier.
    """
    action = passing_on_action(state)
    told = action.due if action is not None and action.is_open else ""
    return min(filter(None, (told, state.workshop.next_date)), default="")


def reply_day(state: WorkshopState, slack: int = SLACK) -> str:
    """Return the day (ISO) by which the product team is asked to reply, or empty.

    It is the last working day that leaves `slack` days before the promised one, not counting single
    holidays; empty if nothing is promised, or if no such day lies after the workshop.
    """
    promised = promised_day(state)
    if not promised:
        return ""
    day = date.fromisoformat(promised) - timedelta(days=slack)
    while day.weekday() >= _SATURDAY or not _OFF_UNTIL < (day.month, day.day) < _OFF_FROM:
        day -= timedelta(days=1)
    return day.isoformat() if day.isoformat() > state.workshop.date else ""


def lacks_reply_day(state: WorkshopState, slack: int = SLACK) -> bool:
    """Return whether the customer is told so soon that the product team cannot be given a day."""
    return bool(to_hand_over(state) and promised_day(state)) and not reply_day(state, slack)
