"""Finds whom the names in a list mean, among the people who are known and those the list adds."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from workshop_app.domain.job_titles import title_after
from workshop_app.domain.participant_names import (
    TypedPerson,
    name_key,
    split_people,
    without_title,
)
from workshop_app.domain.text import match_key
from workshop_app.domain.workshop import Participant

Person = Participant | TypedPerson
"""A known person, perhaps of another contact, or one that is new."""

_TEAM_BEFORE = re.compile(
    r"(?!長谷部|日下部|曽我部)(?P<team>\S{2,}(?:部|課|室|係|局|店|支社|センター|チーム|グループ))"
    r"[\s/／・:：]+(?P<name>\S.*)"
)
"""A Japanese department before a name; most family names that end alike are shorter."""


_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


def people_in(cell: str, team: str = "") -> tuple[TypedPerson, ...]:
    """Return the people that a cell names, without honorifics and job titles.

    `team` is what another column says of them; it counts if the cell itself names no team.
    """
    found = []
    for typed in split_people(" ".join(cell.split())):
        person = typed
        before = _TEAM_BEFORE.fullmatch(person.name)
        if before is not None and not person.team:
            person = TypedPerson(before["name"], before["team"], person.job)
        name, job = title_after(person.name)
        found.append(TypedPerson(name, person.team or team, person.job or job))
    return tuple(found)


def meant_by(
    said: Iterable[TypedPerson], people: Sequence[Participant]
) -> dict[TypedPerson, tuple[Person, ...]]:
    """Return whom each name may mean: one person, or several among whom someone has to choose.

    A name that fits nobody means a new person, which is the name itself. What the list tells in
    full, or with a department, is read first, so that a family name alone may mean a new person of
    the same list. A space in it tells the family name of somebody known without one.
    """
    said = sorted(dict.fromkeys(said), key=_vagueness)
    spaced = {_key(each.name): each.name for each in said if len(each.name.split()) > 1}
    known: dict[Person, Participant] = {
        replace(who, name=spaced.get(_key(who.name), who.name)): who for who in people
    }
    candidates = [*known]
    found: dict[TypedPerson, tuple[Person, ...]] = {}
    for each in said:
        fits = _fitting(each, candidates)
        if not fits:
            candidates.append(each)
            fits = (each,)
        found[each] = tuple(known.get(who, who) for who in fits)
    return found


def _vagueness(who: TypedPerson) -> tuple[bool, bool, int]:
    return len(who.name.split()) < 2, not who.team, -len(who.name)


def _fitting(said: TypedPerson, candidates: Sequence[Person]) -> tuple[Person, ...]:
    key = _key(without_title(said.name))
    whole = [who for who in candidates if key in _names(who) and _is_whole(who, key)]
    fits = whole or [who for who in candidates if key in _names(who) | _calls(who)]
    alike = [] if whole else [who for who in candidates if who not in fits and _is_alike(who, said)]
    if not fits and not alike and len(parts := said.name.split()) == 2 and not _is_latin(said):
        family = _key(parts[1])
        if any(family in _calls(who) for who in candidates):  # a team before a family name
            return _fitting(TypedPerson(parts[1], said.team or parts[0], said.job), candidates)
    if said.team and not whole:
        # Two of the same list in two departments are two people.
        elsewhere = [who for who in fits if who.team and not _same_team(who.team, said.team)]
        fits = [who for who in fits if who not in elsewhere]
        alike += [who for who in elsewhere if isinstance(who, Participant)]
    if said.team and (same := [who for who in fits if _same_team(who.team, said.team)]):
        return (*same, said) if len(same) > 1 else (same[0],)
    if len(fits) == 1 and not alike:
        return (fits[0],)
    return (*fits, *alike, said) if fits or alike else ()


def _names(who: Person) -> set[str]:
    """Return the keys of all names of a person."""
    more = (who.reading, who.code) if isinstance(who, Participant) else ()
    return {_key(name) for name in (who.name, *more) if name}


def _calls(who: Person) -> set[str]:
    """Return the keys of the parts of a name by which a person is called.

    The family name is the first part; in Latin letters it may be the last one.
    """
    parts = without_title(who.name).split()
    reading = who.reading.split() if isinstance(who, Participant) else []
    called = [*parts[:1], *reading[:1], *(parts[-1:] if _is_latin(who) else ())]
    return {_key(part) for part in called}


def _is_whole(who: Person, key: str) -> bool:
    """Return whether a name is more than a family name, which others may have."""
    return len(who.name.split()) > 1 or key != _key(who.name)


def _is_alike(who: Person, said: TypedPerson) -> bool:
    """Return whether two names may be one, as 佐藤 and 佐藤花子, or C. Day and Carl Day."""
    own, other = (without_title(each.name).casefold() for each in (who, said))
    if _is_latin(who):
        first, last = own.split()[0], own.split()[-1]
        given, *family = other.split()
        initial = min(given.rstrip("."), first.rstrip("."), key=len)
        return family == [last] and len(initial) == 1 and given[0] == first[0]
    own, other = _key(own), _key(other)
    if len(who.name.split()) > 1 or min(len(own), len(other)) < 2:
        return False
    return own.startswith(other) or other.startswith(own)


def _key(name: str) -> str:
    """Return a name in the form used for comparison, in which readings are hiragana."""
    return name_key(name).translate(_HIRAGANA)


def _is_latin(who: Person) -> bool:
    return who.name.lower() != who.name.upper()


def _same_team(one: str, other: str) -> bool:
    first, second = match_key(one), match_key(other)
    return bool(first and second) and (first.startswith(second) or second.startswith(first))
