"""Commands on the progress of requests: hand-over, the product team's answers, informing people.

A request may belong to another workshop than the open one.
"""

import re
from typing import Any, NamedTuple

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.record import Record
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import (
    NEWS_STATES,
    RequestNews,
    RequestState,
    state_of,
)
from workshop_app.domain.steps import Step
from workshop_app.services.command import Command, StepPlace
from workshop_app.services.commands.edit import Remove, cleaned, iso_date
from workshop_app.store.store import Store

REQUEST_CODE = re.compile(r"R-[1-9][0-9]{0,8}(-[0-9a-z]{1,16})?")


class _OnRequests(Command):
    """A command whose effect is visible at one request, where its text is, or in Wrap up."""

    @property
    def concerned(self) -> tuple[str, ...]:
        """The ids of the requests."""
        return tuple(getattr(self, "request_ids", ()))

    @property
    def place(self) -> StepPlace:
        ids = self.concerned
        return StepPlace(Step.APPRAISE, ids[0]) if len(ids) == 1 else StepPlace(Step.WRAP_UP)


class HandOverRequests(_OnRequests):
    """Record that requests were handed over to the product team at `moment` (ISO).

    Requests that already have news are unchanged.
    """

    request_ids: tuple[str, ...]
    moment: str

    step = Step.WRAP_UP

    def apply(self, store: Store, workshop_id: str) -> None:
        for request_id in self.request_ids:
            request = store.get(Request, request_id)
            if not _news_of(store, request):
                day = iso_date(self.moment[:10])
                _insert(store, request, state=RequestState.HANDED_OVER, date=day)


class TakeBackHandOver(_OnRequests):
    """Undo the hand-over of requests; requests that were answered are unchanged."""

    request_ids: tuple[str, ...]

    step = Step.WRAP_UP

    def apply(self, store: Store, workshop_id: str) -> None:
        for request_id in self.request_ids:
            news = _news_of(store, store.get(Request, request_id))
            if state_of(news) is RequestState.HANDED_OVER:
                for each in news:
                    store.delete(each)


class News(Record):
    """The state of a request since a day, and what the product team said."""

    request_id: str
    state: RequestState
    date: str
    direction: str = ""
    architecture: str = ""
    reason: str = ""
    until_then: str = ""
    same_as: str = ""
    may_be_told: str = ""
    catalogue_id: str = ""
    address: str = ""


class AddRequestNews(_OnRequests):
    """Add a news record for each request, with the date of its state; returns the ids."""

    news: tuple[News, ...]

    step = Step.APPRAISE

    def apply(self, store: Store, workshop_id: str) -> tuple[str, ...]:
        return tuple(_add(store, each) for each in self.news)

    @property
    def concerned(self) -> tuple[str, ...]:
        return tuple(each.request_id for each in self.news)


class ChangeRequestNews(_OnRequests):
    """Correct a news record; the date on which people were informed is kept."""

    news_id: str
    news: News

    step = Step.APPRAISE

    def apply(self, store: Store, workshop_id: str) -> None:
        before = store.get(RequestNews, self.news_id)
        store.update(before, **_clean(self.news))

    @property
    def concerned(self) -> tuple[str, ...]:
        return (self.news.request_id,)


class NewsOf(NamedTuple):
    """News to be stored: a new record, or the new content of an existing one (`news_id`)."""

    news: News
    news_id: str = ""


class TakeAnswers(_OnRequests):
    """Record the product team's answers that a person accepted, as one undo step."""

    answers: tuple[NewsOf, ...]

    step = Step.APPRAISE

    def apply(self, store: Store, workshop_id: str) -> None:
        for each in self.answers:
            if each.news_id:
                ChangeRequestNews(each.news_id, each.news).apply(store, workshop_id)
            else:
                _add(store, each.news)

    @property
    def concerned(self) -> tuple[str, ...]:
        return tuple(each.news.request_id for each in self.answers)


class RemoveRequestNews(Remove):
    """Remove a news record, so that the previous one counts."""

    step = Step.APPRAISE
    record = RequestNews


class TellRequestNews(Command):
    """Record the day on which those who said the requests were informed; empty: not informed."""

    news_ids: tuple[str, ...]
    day: str

    step = Step.WRAP_UP

    def apply(self, store: Store, workshop_id: str) -> None:
        for news_id in self.news_ids:
            store.update(store.get(RequestNews, news_id), told_on=iso_date(self.day))


class TellAtVisit(TellRequestNews):
    """Record the same during a visit, whose undo includes it for requests of earlier visits."""


def _add(store: Store, given: News) -> str:
    return _insert(store, store.get(Request, given.request_id), **_clean(given))


def _clean(given: News) -> dict[str, Any]:
    """Return news in the form in which they are stored; raises InvalidInput."""
    values = cleaned(given, RequestNews)
    same_as = values["same_as"]
    if not values["date"]:
        raise InvalidInput("errors.news_without_day")
    if given.state not in NEWS_STATES:
        raise InvalidInput("errors.news_without_state")
    if same_as and not REQUEST_CODE.fullmatch(same_as):
        raise InvalidInput("errors.bad_request_code", code=same_as)
    return values


def _insert(store: Store, request: Request, **values: Any) -> str:  # noqa: ANN401 - fields
    return store.add(RequestNews, request.workshop_id, **(values | {"request_id": request.id})).id


def _news_of(store: Store, request: Request) -> tuple[RequestNews, ...]:
    return store.some(RequestNews, request.workshop_id, "request_id", [request.id])
