"""All requests of the store with how they stand and who said them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from workshop_app.domain.customer_names import customer_key
from workshop_app.domain.problem import Problem
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import (
    RequestNews,
    RequestState,
    in_order,
    latest,
    state_of,
)
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.services.evidence import day_of, heard_rows
from workshop_app.services.session import Session
from workshop_app.store.tables import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One time that a request was said: the words, when and how heard, and by whom if known."""

    customer_id: str
    customer: str
    words: str
    day: str
    method: str
    person: str = ""
    """An id that is the same for all that one person said; empty if nobody is named."""
    name: str = ""
    job: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRequest:
    """A request of any workshop."""

    request: Request
    workshop: Workshop
    customer: Customer
    news: tuple[RequestNews, ...]
    voices: tuple[Voice, ...]

    @property
    def state(self) -> RequestState:
        """How it stands."""
        return state_of(self.news)

    @property
    def last(self) -> RequestNews | None:
        """What is known last; None while it is new."""
        return latest(self.news)

    @property
    def day(self) -> str:
        """Since when it stands so; of a new one the day of its workshop."""
        return self.last.date if self.last is not None else self.workshop.date

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """How many customers, people, jobs and ways of hearing; they are never added."""
        return (
            len({voice.customer_id for voice in self.voices}),
            len({voice.person for voice in self.voices if voice.person}),
            len({voice.job for voice in self.voices if voice.job}),
            len({voice.method for voice in self.voices}),
        )

    @property
    def untold(self) -> bool:
        """Whether the product team has answered and those who said it were not told yet."""
        last = self.last
        return last is not None and last.state is not RequestState.HANDED_OVER and not last.told_on


def board(session: Session) -> tuple[BoardRequest, ...]:
    """Return all requests, those that most customers and people said first."""
    store = session.store
    workshops = {each.id: each for each in store.all(Workshop)}
    customers = {each.id: each for each in store.all(Customer)}
    news: dict[str, list[RequestNews]] = defaultdict(list)
    for each in in_order(store.all(RequestNews)):
        news[each.request_id].append(each)
    said = voices_of_requests(session)
    found = [
        BoardRequest(
            request=request,
            workshop=workshops[request.workshop_id],
            customer=customers[workshops[request.workshop_id].customer_id],
            news=tuple(news[request.id]),
            voices=said.get(request.id, ()),
        )
        for request in store.all(Request)
    ]
    found.sort(key=lambda each: (each.day, each.request.number), reverse=True)
    found.sort(key=lambda each: each.counts[:2], reverse=True)
    return tuple(found)


def voices_of_requests(session: Session) -> dict[str, tuple[Voice, ...]]:
    """Return the voices of each request by its id.

    They are those of the request's own workshop, problems merged into one counted together, and
    those of all workshops that a person found to say the same (`services.evidence`).
    """
    store = session.store
    customers = {each.id: each for each in store.all(Customer)}
    customer_of = {each.id: customers[each.customer_id] for each in store.all(Workshop)}
    workshop_of = {each.id: each.workshop_id for each in store.all(Request)}
    found: dict[str, list[Voice]] = defaultdict(list)
    for row in store.request_voice_rows():
        customer = customer_of[workshop_of[row["request_id"]]]
        voice = Voice(
            customer_id=customer.id,
            customer=customer.name,
            words=row["first_wording"],
            day=row["heard_at"][:10],
            method=row["method"],
            person=row["person_id"] or row["speaker_id"] or "",
            name=row["name"] or "",
            job=row["job"] or row["team"] or "",
        )
        found[row["request_id"]].append(voice)
    first = {customer_key(each.name) or each.id: each.id for each in reversed(customers.values())}
    for request_id, problem_id in store.linked_requests().items():
        rows = heard_rows(session, store.get(Problem, problem_id))
        found[request_id] = [_voice(row, first) for row in rows]
    return {request_id: tuple(voices) for request_id, voices in found.items()}


def _voice(row: Row, first: Mapping[str, str]) -> Voice:
    """Return a voice of any workshop; customers of the same name are `first` of that name."""
    key = customer_key(row["customer"]) or row["customer_id"]
    return Voice(
        customer_id=first.get(key, row["customer_id"]),
        customer=row["customer"],
        words=row["first_wording"],
        day=day_of(row),
        method=row["method"],
        person=row["person_id"] or row["participant_id"] or "",
        name=row["name"] or "",
        job=row["job"] or row["team"] or "",
    )
