"""The terms that exported files must not contain, such as other customers and private notes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from exports.customer_mask import company_names
from exports.matching import folded
from workshop_app.domain.field_types import Privacy, fields_with
from workshop_app.domain.problem import Problem
from workshop_app.domain.request_news import RequestNews
from workshop_app.domain.setup_part import SetupPart
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Workshop
from workshop_app.domain.workshop_fields import records_of


class TermKind(StrEnum):
    """The kind of a protected term."""

    OTHER_CUSTOMER = "other_customer"
    CUSTOMER = "customer"
    NOTE = "note"
    PERSON = "person"
    HOST = "host"
    EMAIL = "email"
    HOME = "home"


class ProtectedTerm(NamedTuple):
    """A text that exported files must not contain."""

    text: str
    kind: TermKind

    @property
    def weak(self) -> bool:
        """Whether it only warns: a single character such as 原 would match every 原因."""
        return len(folded(self.text)) < _SHORTEST


@dataclass(frozen=True, slots=True)
class Guard:
    """What an export checks for, and the decisions about terms that were found before.

    `masked` terms are replaced in all files, names of participants only where they may not be, and
    `released` ones may be in them. `anonymous` replaces the participants' names by their codes.
    """

    others: tuple[str, ...] = ()
    """The names of other customers."""
    masked: tuple[str, ...] = ()
    released: tuple[str, ...] = ()
    anonymous: bool = False


_SHORTEST = 2
_SHORTEST_SENTENCE = 8
_SHORTEST_HOST = 4
_SENTENCE_ENDS = re.compile(r"[。．！？!?\n]+|\.\s")
_LETTER = re.compile(r"[^\W\d_]")
_TELLING_HOST = re.compile(r"[-.0-9]")
PATTERNS = {
    TermKind.EMAIL: re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
    TermKind.HOME: re.compile(
        r"(?:[A-Za-z]:\\Users\\|/home/|/Users/)[^\s\0/\\\"'<>|,;:、。」）)]+"
    ),
}
"""The patterns of kinds that are recognised by their format."""
NEEDED = {TermKind.EMAIL: ("@",), TermKind.HOME: ("\\Users\\", "/home/", "/Users/")}
"""The parts of which any match contains one; searching for them first is faster."""


def terms_of(state: WorkshopState, guard: Guard) -> tuple[ProtectedTerm, ...]:
    """Return the distinct terms that files about `state` must not contain."""
    own = {folded(name) for name in company_names(state.customer.name)}
    found = [
        *(ProtectedTerm(name, TermKind.CUSTOMER) for name in company_names(state.customer.name)),
        *(
            ProtectedTerm(name, TermKind.OTHER_CUSTOMER)
            for other in guard.others
            for name in company_names(other)
            if folded(name) not in own
        ),
        *(ProtectedTerm(sentence, TermKind.NOTE) for sentence in untold_sentences(state)),
        *(ProtectedTerm(name, TermKind.HOST) for name in hosts_of(state.setup)),
        *(ProtectedTerm(name, TermKind.PERSON) for name in names_of_people(state)),
    ]
    return tuple({term.text: term for term in reversed(found) if term.text}.values())


def names_of_people(state: WorkshopState) -> tuple[str, ...]:
    """Return the names, whole and in parts, of all participants of a workshop and those before."""
    people = (who for each in (state, *state.all_before) for who in each.participants)
    return tuple(dict.fromkeys(name for who in people for name in person_names(who.name)))


def person_names(name: str) -> tuple[str, ...]:
    """Return the name of a person, and its space-separated parts: 青木 健, 青木 and 健."""
    return tuple(dict.fromkeys((name.strip(), *name.split()))) if name.strip() else ()


def hosts_of(setup: tuple[SetupPart, ...]) -> tuple[str, ...]:
    """Return a customer's host names that cannot be ordinary words, such as web-01."""
    from workshop_app.domain.setup_view import setup_of  # on use: many types

    names = dict.fromkeys(host.name for host in setup_of(setup).hosts)
    return tuple(
        name for name in names if len(name) >= _SHORTEST_HOST and _TELLING_HOST.search(name)
    )


def sentences(texts: Iterable[str]) -> list[str]:
    """Return the sentences of private texts that are long enough not to occur by chance."""
    parts = [part.strip() for text in texts for part in _SENTENCE_ENDS.split(text)]
    return [part for part in parts if len("".join(part.split())) >= _SHORTEST_SENTENCE]


def untold_sentences(state: WorkshopState) -> list[str]:
    """Return the sentences of private texts that are neither told of a request nor a problem."""
    known = (state, *state.all_before)
    news = (each for one in known for each in one.news)
    problems = [each for one in known for each in one.problems]
    listed = listed_sentences((one.workshop for one in known), problems)
    return [
        each for each in without_told(sentences(private_texts(state)), news) if each not in listed
    ]


def listed_sentences(contacts: Iterable[Workshop], problems: Iterable[Problem]) -> set[str]:
    """Return the sentences heard in contacts that a problem says, perhaps after a number.

    They are the list that arrived, which stays in the notes of the contact.
    """
    said = sentences(each.first_wording for each in problems)
    heard = sentences(each.heard for each in contacts)
    return {
        each
        for each in heard
        if any(one in each and not _LETTER.search(each.replace(one, "")) for one in said)
    }


def without_told(found: Iterable[str], news: Iterable[RequestNews]) -> list[str]:
    """Return the sentences that are not part of what may be told to those who made a request."""
    told = "\n".join(each.may_be_told for each in news)
    return [each for each in found if each not in told]


def private_texts(state: WorkshopState) -> Iterator[str]:
    """Yield the texts of all private fields of the workshop and the previous one."""
    for before in state.all_before:
        yield from private_texts(before)
    yield from private_texts_of(records_of(state))


def private_texts_of(records: Iterable[Any]) -> Iterator[str]:
    """Yield the texts of all private fields of records."""
    for record in records:
        for name in sorted(fields_with(type(record), Privacy.PRIVATE)):
            value = getattr(record, name)
            if isinstance(value, str):
                yield value
