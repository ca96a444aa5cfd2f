"""What must not leave with papers and files: other customers, private notes, people, hosts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

from exports.customer_mask import name_without_legal_form
from exports.matching import folded
from workshop_app.domain.setup_view import setup_of
from workshop_app.domain.state import WorkshopState


class TermKind(StrEnum):
    """What a protected term names."""

    OTHER_CUSTOMER = "other_customer"
    CUSTOMER = "customer"
    NOTE = "note"
    PERSON = "person"
    HOST = "host"
    EMAIL = "email"
    HOME = "home"


@dataclass(frozen=True, slots=True)
class ProtectedTerm:
    """A text that must not leave. One of a single character only warns."""

    text: str
    kind: TermKind

    @property
    def weak(self) -> bool:
        """Whether it is too short to stop an export: 原 would stop every 原因."""
        return len(folded(self.text)) < _SHORTEST


@dataclass(frozen=True, slots=True)
class Guard:
    """What an export watches for, and what was decided about terms found before.

    `masked` are masked in all that is written, `released` may leave. `anonymous` writes codes
    for the participants' names.
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
_TELLING_HOST = re.compile(r"[-.0-9]")
PATTERNS = {
    TermKind.EMAIL: re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
    TermKind.HOME: re.compile(r"(?:[A-Za-z]:\\Users\\|/home/|/Users/)[^\s/\\\"'<>|,;:、。」）)]+"),
}
"""Kinds that are known by their form."""


def terms_of(state: WorkshopState, guard: Guard) -> tuple[ProtectedTerm, ...]:
    """Return all that must not leave with papers about `state`, each text once."""
    own = {folded(name) for name in company_names(state.customer.name)}
    found = [
        *(ProtectedTerm(name, TermKind.CUSTOMER) for name in company_names(state.customer.name)),
        *(
            ProtectedTerm(name, TermKind.OTHER_CUSTOMER)
            for other in guard.others
            for name in company_names(other)
            if folded(name) not in own
        ),
        *(ProtectedTerm(sentence, TermKind.NOTE) for sentence in sentences(private_notes(state))),
        *(ProtectedTerm(name, TermKind.HOST) for name in hosts_of(state)),
    ]
    if guard.anonymous:
        found += [
            ProtectedTerm(name, TermKind.PERSON)
            for who in state.participants
            for name in person_names(who.name)
        ]
    return tuple({term.text: term for term in reversed(found) if term.text}.values())


def company_names(name: str) -> tuple[str, ...]:
    """Return a company's name, and the same without its legal form."""
    return tuple(
        dict.fromkeys(each for each in (name.strip(), name_without_legal_form(name)) if each)
    )


def person_names(name: str) -> tuple[str, ...]:
    """Return a person's name, and its parts where a space shows them: 青木 健, 青木 and 健."""
    return tuple(dict.fromkeys((name.strip(), *name.split()))) if name.strip() else ()


def hosts_of(state: WorkshopState) -> tuple[str, ...]:
    """Return the customer's host names that could be no ordinary word, such as web-01."""
    names = dict.fromkeys(host.name for host in setup_of(state.setup).hosts)
    return tuple(
        name for name in names if len(name) >= _SHORTEST_HOST and _TELLING_HOST.search(name)
    )


def sentences(notes: Iterable[str]) -> list[str]:
    """Return the sentences of private notes that are long enough to be nobody else's."""
    parts = [part.strip() for note in notes for part in _SENTENCE_ENDS.split(note)]
    return [part for part in parts if len("".join(part.split())) >= _SHORTEST_SENTENCE]


def private_notes(record: object) -> Iterator[str]:
    """Yield all private notes in a record and what it holds."""
    if isinstance(record, tuple):
        for each in record:
            yield from private_notes(each)
    elif is_dataclass(record):
        for field in fields(record):
            value = getattr(record, field.name)
            if field.name == "private_note":
                yield value
            else:
                yield from private_notes(value)
