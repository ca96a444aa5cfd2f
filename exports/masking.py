"""Replaces words in a copy of the snapshot before an export; the store is never changed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from exports.matching import folded, pattern_of
from exports.protected import Guard, names_of_people, person_names
from workshop_app.domain.field_types import Privacy, fields_with, without
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Participant
from workshop_app.domain.workshop_fields import LISTED_REFERENCES
from workshop_app.i18n import Texts

_R = TypeVar("_R")
_WORDS = (Privacy.PUBLIC, Privacy.PERSONAL, Privacy.PRIVATE)
"""Fields that may contain names. Addresses are not changed, since mail must reach them."""


_EARLIER = "'"
"""Marks the code of a person who took part in the previous visit only, to keep codes unique."""


def prepared(
    state: WorkshopState, guard: Guard | None, language: str, *, names_people: bool
) -> WorkshopState:
    """Return the snapshot to export: people replaced by codes and terms masked, as decided.

    With `names_people`, for documents that name participants, their names are not masked.
    """
    if guard is None:
        return state
    people = frozenset(names_of_people(state)) if names_people else frozenset()
    masked = [term for term in guard.masked if term not in people]
    if guard.anonymous:
        state = with_people_as_codes(state)
    if not masked:
        return state
    return with_terms_masked(state, masked, Texts(language)("export.mark"))


def with_terms_masked(state: WorkshopState, terms: Sequence[str], mark: str) -> WorkshopState:
    """Return `state` with `mark` in place of each of `terms` that is a whole word."""
    return _with_words(state, replacing(dict.fromkeys(terms, mark)))


def with_people_as_codes(state: WorkshopState) -> WorkshopState:
    """Return `state` with the codes of the participants, such as P-1, in place of their names.

    A surname shared by several people becomes the codes of all of them. The other personal fields
    and the addresses are emptied. Participants of this workshop are still recognisable as the same
    people in earlier ones, but other ids no longer link people across workshops.
    """
    code_of = {who.person_id: who.code for who in state.participants if who.person_id}
    today = {who.person_id: who.id for who in state.participants if who.person_id}
    earlier = tuple(who for before in state.all_before for who in before.participants)
    told = {who.id: who.code for who in state.participants}
    told |= {who.id: code_of.get(who.person_id or "", who.code + _EARLIER) for who in earlier}
    codes: dict[str, list[str]] = {}
    for who in (*state.participants, *earlier):
        for name in person_names(who.name):
            found = codes.setdefault(name, [])
            if told[who.id] not in found:
                found.append(told[who.id])
    names = {name: "/".join(found) for name, found in codes.items() if len(folded(name)) > 1}
    before, *others = (
        *(
            replace(one, participants=_coded(one.participants, told, today))
            for one in state.all_before
        ),
        *(() if state.all_before else (None,)),
    )
    coded = replace(
        state,
        participants=_coded(state.participants, told, {}),
        before=before,
        earlier=tuple(others),
    )
    return _with_words(coded, replacing(names))


def _coded(
    people: Sequence[Participant], told: Mapping[str, str], today: Mapping[str, str]
) -> tuple[Participant, ...]:
    """Return people by their codes; `today` maps person ids to today's participant ids."""
    return tuple(
        replace(
            without(who, Privacy.PERSONAL, Privacy.CONTACT),
            name=told[who.id],
            person_id=today.get(who.person_id or "", who.id),
        )
        for who in people
    )


def replacing(words: Mapping[str, str]) -> Callable[[str], str]:
    """Return a function that replaces the keys of `words` in a text, the longest first.

    A key matches as a whole word only, in full-width and half-width letters.
    """
    longest_first = sorted(words, key=len, reverse=True)
    pairs = [(pattern_of(word), words[word]) for word in longest_first if word.strip()]

    def replaced(text: str) -> str:
        for pattern, new in pairs:
            text = pattern.sub(lambda _, new=new: new, text)
            if pattern.search(folded(text)):  # in full width or half width
                text = pattern.sub(lambda _, new=new: new, folded(text))
        return text

    return replaced


def _with_words(value: _R, change: Callable[[str], str]) -> _R:
    """Return `value` with `change` applied to its text, or to all texts of a record or tuple."""
    if isinstance(value, str):
        return change(value)  # pyright: ignore[reportReturnType] - a text for a text
    if isinstance(value, tuple):
        return tuple(_with_words(each, change) for each in value)  # pyright: ignore[reportReturnType]
    if isinstance(value, WorkshopState):
        names = {field.name for field in fields(value)}
    elif is_dataclass(value) and not isinstance(value, type):
        names = fields_with(type(value), *_WORDS) - LISTED_REFERENCES.keys()
    else:
        return value
    changed = {name: _with_words(getattr(value, name), change) for name in names}
    return replace(value, **changed)
