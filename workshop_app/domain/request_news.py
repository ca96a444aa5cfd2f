"""What happened to a request: its states, and the record of each change."""

from collections.abc import Iterable
from enum import StrEnum

from workshop_app.domain.field_types import (
    Date,
    Id,
    Line,
    Note,
    PrivateNote,
    TechnicalLine,
)
from workshop_app.domain.record import Record


class RequestState(StrEnum):
    """The state of a request."""

    NEW = "new"
    """It was not handed over."""
    HANDED_OVER = "handed_over"
    """Handed over to the product team, without an answer."""
    WAITING = "waiting"
    """The product team has seen it; its decision is pending."""
    PLANNED = "planned"
    RELEASED = "released"
    DECLINED = "declined"
    DUPLICATE = "duplicate"
    """It duplicates another request, whose answer counts."""


NEWS_STATES = tuple(state for state in RequestState if state is not RequestState.NEW)
"""The states that a news record can have."""
ANSWERED = (
    RequestState.PLANNED,
    RequestState.RELEASED,
    RequestState.DECLINED,
    RequestState.DUPLICATE,
)
"""The states in which the product team has decided."""


class RequestNews(Record):
    """A change of a request's state on a day, with the product team's comments.

    `may_be_told` is the only text that customers may read; it is empty until a person writes it.
    The product team's texts are private.
    """

    id: Id
    workshop_id: Id
    position: int
    request_id: Id
    state: RequestState
    date: Date
    direction: PrivateNote = ""
    """The product's direction in this matter."""
    architecture: PrivateNote = ""
    """Architectural reasons for or against it."""
    reason: PrivateNote = ""
    """The reason for the decision."""
    until_then: PrivateNote = ""
    """A workaround or an alternative."""
    same_as: TechnicalLine = ""
    """The code of the request that this one duplicates."""
    may_be_told: Note = ""
    catalogue_id: TechnicalLine = ""
    """The catalogue entry that answers it."""
    address: Line = ""
    """A web address for those who said it."""
    told_on: Date = ""
    """The day on which those who said it were informed; empty if they were not."""


TEAM_TEXTS = ("direction", "architecture", "reason", "until_then")
"""The product team's texts, which are for internal use only."""
ANSWER_FIELDS = ("state_name", "date", *TEAM_TEXTS, "same_as", "may_be_told")
"""The fields that the product team may fill in, in the order of files; also the text keys."""


def in_order(news: Iterable[RequestNews]) -> tuple[RequestNews, ...]:
    """Return news by day, and in order of entry within a day; undated ones come first."""
    return tuple(sorted(news, key=lambda each: (each.date, each.position)))


def latest(news: Iterable[RequestNews]) -> RequestNews | None:
    """Return the latest news of a request, or None if there is none."""
    ordered = in_order(news)
    return ordered[-1] if ordered else None


def state_of(news: Iterable[RequestNews]) -> RequestState:
    """Return the state of a request according to its news."""
    last = latest(news)
    return last.state if last is not None else RequestState.NEW


def is_answer_untold(last: RequestNews | None) -> bool:
    """Whether the product team has answered and those who said it were not informed yet."""
    return last is not None and last.state is not RequestState.HANDED_OVER and not last.told_on


def handed_over_on(news: Iterable[RequestNews]) -> str:
    """Return the day on which a request was first handed over (ISO), or empty."""
    days = [each.date for each in news if each.state is RequestState.HANDED_OVER]
    return min(days, default="")
