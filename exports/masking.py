"""Words masked, and people called by their codes, in what is written; never in the store."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar

from exports.matching import folded, pattern_of
from exports.protected import person_names
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop_fields import REFERENCES

_R = TypeVar("_R")
_KEPT = frozenset(
    (
        *REFERENCES, "id", "code", "language", "date", "start_time", "end_time", "created_at",
        "exported_at", "next_date", "due", "step", "email", "catalogue_id", "looked_at",
        "nearest_id", "community", "taken_at", "subject", "facts",
        "left_out", "workshop_id", "customer_id",
    )
)  # fmt: skip
"""Fields that hold no words of people."""


def with_terms_masked(state: WorkshopState, terms: Sequence[str], mark: str) -> WorkshopState:
    """Return `state` with `mark` wherever one of `terms` stands as a whole word."""
    return _with_words(state, _replacing(dict.fromkeys(terms, mark)))


def with_people_as_codes(state: WorkshopState) -> WorkshopState:
    """Return `state` with each participant called by one code everywhere, such as P-1.

    A surname that several share becomes the codes of all. Addresses and readings are left out.
    """
    codes: dict[str, list[str]] = {}
    for who in state.participants:
        for name in person_names(who.name):
            codes.setdefault(name, []).append(who.code)
    names = {name: "/".join(found) for name, found in codes.items() if len(folded(name)) > 1}
    people = tuple(
        replace(who, name=who.code, reading="", honorific="", email="")
        for who in state.participants
    )
    return _with_words(replace(state, participants=people), _replacing(names))


def _replacing(words: Mapping[str, str]) -> Callable[[str], str]:
    """Return what puts other words for `words` into a text, the longest first."""
    longest_first = sorted(words, key=len, reverse=True)
    pairs = [(pattern_of(word), words[word]) for word in longest_first if word.strip()]

    def put(text: str) -> str:
        for pattern, instead in pairs:
            text = pattern.sub(lambda _, instead=instead: instead, text)
            if pattern.search(folded(text)):  # written in another width
                text = pattern.sub(lambda _, instead=instead: instead, folded(text))
        return text

    return put


def _with_words(record: _R, put: Callable[[str], str]) -> _R:
    """Return `record` with all its words, and those of what it holds, passed through `put`."""
    if isinstance(record, Enum | re.Pattern):
        return record
    if isinstance(record, str):
        return put(record)  # pyright: ignore[reportReturnType] - a text for a text
    if isinstance(record, tuple):
        return tuple(_with_words(each, put) for each in record)  # pyright: ignore[reportReturnType]
    if is_dataclass(record) and not isinstance(record, type):
        values = {field.name: getattr(record, field.name) for field in fields(record)}
        return replace(
            record,
            **{
                name: _with_words(value, put) for name, value in values.items() if name not in _KEPT
            },
        )
    return record
