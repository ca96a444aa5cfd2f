"""Which requests have news to tell to whom: what the follow-up paper on requests is about."""

from collections import Counter
from typing import NamedTuple

from workshop_app.domain.facts.requests import promise_of
from workshop_app.domain.facts.then_now import contact_of, last_requests, speakers, speakers_here
from workshop_app.domain.promises import SENT
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import RequestNews, RequestState, latest
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Participant

IN_ORDER = (
    RequestState.RELEASED,
    RequestState.PLANNED,
    RequestState.DECLINED,
    RequestState.DUPLICATE,
    RequestState.WAITING,
    RequestState.HANDED_OVER,
    RequestState.NEW,
)
"""The states of requests in the order in which they are told."""


class ToldRequest(NamedTuple):
    """A request with news, its workshop, and the participants of this workshop who said it.

    Without participants, it is for all readers.
    """

    state: WorkshopState
    request: Request
    speakers: tuple[Participant, ...]

    @property
    def last(self) -> RequestNews | None:
        """The latest news."""
        return latest(self.state.news_of(self.request))

    @property
    def day(self) -> str:
        """The day (ISO) on which it was said."""
        return self.state.workshop.date


def readers_of_news(state: WorkshopState) -> tuple[Participant | None, ...]:
    """Return the readers who said a request that was handed over, or None if nobody may be named.

    Requests of the previous workshop, and earlier ones with untold news, are reported to their
    speakers who take part in this one. Empty if there is nothing to report.
    """
    found = told_requests(state)
    named = [who for who in state.participants if any(is_for(each, who) for each in found)]
    return (*named, None) if any(is_for(each, None) for each in found) else tuple(named)


def last_day(found: list[ToldRequest]) -> str:
    """Return the day (ISO) of the latest news of these requests; empty if there is none."""
    return max((each.last.date for each in found if each.last), default="")


def count_states(found: list[ToldRequest]) -> dict[RequestState, int]:
    """Return how many of these requests are in which state, in the order of telling; no zeros."""
    counts = Counter(each.state.state_of_request(each.request) for each in found)
    return {state: counts[state] for state in IN_ORDER if counts[state]}


def is_for(told: ToldRequest, reader: Participant | None) -> bool:
    """Return whether a request is in the paper of a reader; None is everybody."""
    return reader in told.speakers if reader is not None else not told.speakers


def told_requests(state: WorkshopState) -> list[ToldRequest]:
    """Return the requests with news, those with an answer first."""
    found = [ToldRequest(state, each, speakers(state, each.problem_id)) for each in state.requests]
    if state.before is not None and not state.workshop.anonymous:
        for request in last_requests(state):
            found += _told_of_before(state, contact_of(state, request), request)
    with_news = [each for each in found if each.last]
    with_news.sort(
        key=lambda each: (
            IN_ORDER.index(each.state.state_of_request(each.request)),
            each.state is not state,
            each.request.number,
        )
    )
    return with_news


def earlier_requests(state: WorkshopState, reader: Participant | None) -> list[ToldRequest]:
    """Return the requests of earlier visits that are sent, or were, with today's speakers.

    For a reader they are those that this person said; None is everybody.
    """
    contacts = ((contact_of(state, each), each) for each in last_requests(state))
    found = (
        ToldRequest(contact, each, speakers_here(state, contact, each.problem_id))
        for contact, each in contacts
        if promise_of(contact, each) in SENT
    )
    return [each for each in found if reader is None or reader in each.speakers]


def _told_of_before(
    state: WorkshopState, before: WorkshopState, request: Request
) -> list[ToldRequest]:
    """Return an earlier request if any of its speakers takes part in this workshop."""
    today = speakers_here(state, before, request.problem_id)
    return [ToldRequest(before, request, today)] if today else []
