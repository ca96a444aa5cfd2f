"""What became of a request: its states, and the record of each change."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from workshop_app.domain.field_types import (
    Date,
    Id,
    Line,
    Note,
    PrivateNote,
    TechnicalLine,
)


class RequestState(StrEnum):
    """How far a request has come."""

    NEW = "new"
    """It was not handed over."""
    HANDED_OVER = "handed_over"
    """The product team has it, and has not said anything."""
    WAITING = "waiting"
    """The product team looked at it; its decision is awaited."""
    PLANNED = "planned"
    RELEASED = "released"
    DECLINED = "declined"
    DUPLICATE = "duplicate"
    """It is the same as another request, whose answer counts."""


NEWS_STATES = tuple(state for state in RequestState if state is not RequestState.NEW)
"""The states that a piece of news can say."""
ANSWERED = (
    RequestState.PLANNED,
    RequestState.RELEASED,
    RequestState.DECLINED,
    RequestState.DUPLICATE,
)
"""The states in which the product team has decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestNews:
    """A change of a request's state on a day, with what the product team said of it.

    `may_be_told` is all of their words that customers may read; it is empty until a person writes
    it. The other texts of the team are private.
    """

    id: Id
    workshop_id: Id
    position: int
    request_id: Id
    state: RequestState
    date: Date
    direction: PrivateNote = ""
    """Where the product is going in this."""
    architecture: PrivateNote = ""
    """What in the product's making speaks for it or against it."""
    reason: PrivateNote = ""
    """Why, or why not."""
    until_then: PrivateNote = ""
    """What to do until then, or instead."""
    same_as: TechnicalLine = ""
    """The code of the request that this one is a duplicate of."""
    may_be_told: Note = ""
    catalogue_id: TechnicalLine = ""
    """The catalogue entry that answers it."""
    address: Line = ""
    """A web address for those who said it."""
    told_on: Date = ""
    """When those who said it were told; empty while they were not."""


TEAM_TEXTS = ("direction", "architecture", "reason", "until_then")
"""The fields that hold what the product team said among ourselves."""
ANSWER_FIELDS = ("state_name", "date", *TEAM_TEXTS, "same_as", "may_be_told")
"""What the product team may fill in, in the order of files; the keys of the words for each."""


def in_order(news: Iterable[RequestNews]) -> tuple[RequestNews, ...]:
    """Return news by day, and of one day as they were entered; undated ones come first."""
    return tuple(sorted(news, key=lambda each: (each.date, each.position)))


def latest(news: Iterable[RequestNews]) -> RequestNews | None:
    """Return the news that says how a request stands, or None while it is new."""
    ordered = in_order(news)
    return ordered[-1] if ordered else None


def state_of(news: Iterable[RequestNews]) -> RequestState:
    """Return how a request stands by its news."""
    last = latest(news)
    return last.state if last is not None else RequestState.NEW


def is_answer_untold(last: RequestNews | None) -> bool:
    """Whether the product team has answered and those who said it were not told yet."""
    return last is not None and last.state is not RequestState.HANDED_OVER and not last.told_on


def handed_over_on(news: Iterable[RequestNews]) -> str:
    """Return the day on which a request was first handed over (ISO), or empty."""
    days = [each.date for each in news if each.state is RequestState.HANDED_OVER]
    return min(days, default="")
