"""All requests of the store with their states and who said them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from workshop_app.domain.ids import stable_request_code
from workshop_app.domain.record import Record
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import (
    RequestNews,
    RequestState,
    in_order,
    is_answer_untold,
    latest,
    state_of,
)
from workshop_app.domain.voices import Evidence
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.domain.year_strip import RequestDays, request_days
from workshop_app.services.evidence import customer_codes, voices_of_requests
from workshop_app.services.session import Session


class BoardRequest(Record):
    """A request of any workshop."""

    request: Request
    workshop: Workshop
    customer: Customer
    news: tuple[RequestNews, ...]
    code: str
    """The customer's code, as in `said`."""
    said: Evidence
    """Who said it, in all workshops, with customers as codes."""

    @property
    def own_code(self) -> str:
        """The code that no other request has, as in files."""
        return stable_request_code(self.request.number, self.workshop.id)

    @property
    def dates(self) -> RequestDays:
        """When it was said, handed over and answered."""
        return request_days(self.said.voices, self.news)

    @property
    def state(self) -> RequestState:
        """Its state."""
        return state_of(self.news)

    @property
    def last(self) -> RequestNews | None:
        """The latest news; None while it is new."""
        return latest(self.news)

    @property
    def day(self) -> str:
        """Since when it has its state; for a new one the day of its workshop."""
        return self.last.date if self.last is not None else self.workshop.date

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """The numbers of customers, people, jobs and ways of listening; they are never added up."""
        counts = self.said.counts
        return counts.customers, counts.people, counts.jobs, counts.ways

    @property
    def untold(self) -> bool:
        """Whether the product team has answered and those who said it were not informed yet."""
        return is_answer_untold(self.last)


def board(session: Session) -> tuple[BoardRequest, ...]:
    """Return the requests of all workshops, ordered by the number of customers and people.

    Requests of a sample are returned alone, while it is open or if there are no others.
    """
    store = session.store
    workshops = own_or_sample(session)
    customers = {each.id: each for each in store.all(Customer)}
    news: dict[str, list[RequestNews]] = defaultdict(list)
    for each in in_order(store.all(RequestNews)):
        news[each.request_id].append(each)
    requests = [each for each in store.all(Request) if each.workshop_id in workshops]
    said = voices_of_requests(session, requests)
    codes = customer_codes(session)
    found = [
        BoardRequest(
            request=request,
            workshop=workshops[request.workshop_id],
            customer=customers[workshops[request.workshop_id].customer_id],
            news=tuple(news[request.id]),
            code=codes[workshops[request.workshop_id].customer_id],
            said=said[request.id],
        )
        for request in requests
    ]
    found.sort(key=lambda each: (each.day, each.request.number), reverse=True)
    found.sort(key=lambda each: each.counts[:2], reverse=True)
    return tuple(found)


def by_state(found: Iterable[BoardRequest]) -> Mapping[RequestState, int]:
    """Return how many of these requests are in which state; 0 if none is."""
    return Counter(each.state for each in found)


def own_or_sample(session: Session) -> dict[str, Workshop]:
    """Return the workshops by id that are shown together: those of a sample, or all others."""
    every = session.store.all(Workshop)
    state = session.state
    sample = all(each.is_sample for each in every) if state is None else state.workshop.is_sample
    return {each.id: each for each in every if each.is_sample is sample}
