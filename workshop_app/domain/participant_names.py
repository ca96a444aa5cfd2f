"""Names of the participants: parsing, abbreviating and comparing."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from workshop_app.domain.audience_view import Speaker
from workshop_app.domain.job_titles import team_and_job, title_before
from workshop_app.domain.look_alike import looks
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.text import clean, is_blank, match_key
from workshop_app.domain.workshop import Participant

_BETWEEN_NAMES = r"、，,､;；\n\t"
_HONORIFIC = re.compile(r"(?<=\S)\s*(?:様|さま|さん)$")
_TYPED = re.compile(
    rf" *[\"“](?P<quoted>[^\"“”\n\t]+)[\"”] *(?=[{_BETWEEN_NAMES}]|$)"
    rf"|(?P<name>[^{_BETWEEN_NAMES}()（）]+)[(（](?P<about>[^()（）\n\t]+)[)）]"
    rf" *(?:様|さま|さん)?[ \u3000]*(?=[{_BETWEEN_NAMES}]|$)|[^{_BETWEEN_NAMES}]+"
)
"""A name in quotes, or with a team or job in brackets, both of which may contain commas, or the
text between commas."""
_AND = re.compile(r"(?:^|\s+)and\s+", re.IGNORECASE)
"""Between the last two names of an English list, also after a comma."""
_HIRAGANA = re.compile(r"[\u3041-\u309f\u30fc\s]+")
"""The reading of a name, as opposed to a team or job."""
_TITLE = re.compile(r"(?:mr|mrs|ms|miss|mx|dr|prof|professor)\.?", re.IGNORECASE)
"""A word before an English name that names nobody by itself."""


class TypedPerson(NamedTuple):
    """A person as parsed from a line of names."""

    name: str
    team: str = ""
    job: str = ""


def split_people(text: str) -> tuple[TypedPerson, ...]:
    """Return the people in a text, without honorifics; spaces are part of a name.

    Names are separated by commas, semicolons, tabs and line ends, and by "and", but not in quotes.
    Brackets after a name hold the team or the job, unless their content looks like a reading, which
    stays in the name; a Japanese team and title may also be before it.
    """
    people = (_typed_person(found) for found in _TYPED.finditer(clean(text)))
    return tuple(person for found in people for person in found if not is_blank(person.name))


def _typed_person(found: re.Match[str]) -> list[TypedPerson]:
    if found["quoted"]:
        return [TypedPerson(without_honorific(found["quoted"]))]
    *others, name = (without_honorific(part) for part in _AND.split((found["name"] or "").strip()))
    about = (found["about"] or "").strip()
    if not is_blank(name) and _is_about_person(about):
        return [*map(TypedPerson, others), TypedPerson(name, *team_and_job(about))]
    listed = re.split(f"[{_BETWEEN_NAMES}]", found[0])
    parts = (part for each in listed for part in _AND.split(each.strip()))
    return [TypedPerson(*title_before(without_honorific(part))) for part in parts]


def _is_about_person(text: str) -> bool:
    return any(map(str.isalpha, text)) and not _HIRAGANA.fullmatch(text)


def without_honorific(name: str) -> str:
    """Return a name without 様 or さん at its end; the honorific is a separate field."""
    return _HONORIFIC.sub("", name.strip())


def name_key(name: str) -> str:
    """Return a name in the form used for comparison."""
    return match_key(without_honorific(name))


def ids_by_name(people: Iterable[Participant]) -> dict[str, str]:
    """Return the ids of the participants by the keys of all their names: name, reading, code.

    If several people have the same name, the key maps to the first one.
    """
    names = [(name, who.id) for who in people for name in (who.name, who.reading, who.code)]
    return {name_key(name): who_id for name, who_id in reversed(names) if name}


def names_by_call(people: Iterable[Participant]) -> dict[str, str]:
    """Return the names of the participants by the keys of their full and family names.

    Keys shared by several people are omitted.
    """
    called = [(key, who.name) for who in people for key in _keys_of(who)]
    counts = Counter(key for key, _ in called)
    return {key: name for key, name in called if key and counts[key] == 1}


def _keys_of(who: Participant) -> set[str]:
    """Return the keys of a name and of its parts by which a person is called.

    The family name is the first part; in Latin capitals it may be the last one.
    """
    parts = who.name.split()
    called = [who.name, *parts[:1]]
    if who.name.lower() != who.name.upper():
        called += parts[-1:]
    return {name_key(each) for each in called}


def short_names(people: Iterable[Participant]) -> dict[str, str]:
    """Return the short name of each person by id.

    It is the part before the first space (after a title such as "Mr." the title and the last part),
    or the whole name if two short names would look the same; where whole names do, the code stands
    behind them.
    """
    people = tuple(people)
    first = {who.id: _first_part(who) for who in people}
    shorts = Counter(looks(name) for name in first.values())
    wholes = Counter(looks(who.name) for who in people)
    return {
        who.id: first[who.id]
        if shorts[looks(first[who.id])] == 1
        else who.name
        if wholes[looks(who.name)] == 1
        else f"{who.name} {who.code}".rstrip()
        for who in people
    }


def speakers_by_problem(
    state: WorkshopState, *, for_room: bool = True
) -> dict[str, tuple[Speaker, ...]]:
    """Return who said each listed problem or one merged into it, by problem id.

    Empty ``for_room`` unless the workshop shows names to the room.
    """
    if for_room and not state.speakers_shown:
        return {}
    names = short_names(state.participants)
    speakers = {
        who.id: Speaker(name=names[who.id], honorific=who.honorific) for who in state.participants
    }
    found: dict[str, dict[str, Speaker]] = {problem.id: {} for problem in state.listed}
    own = [problem for problem in state.problems if problem.merged_into is None]
    merged = [problem for problem in state.problems if problem.merged_into is not None]
    for problem in (*own, *merged):
        of_problem = found.get(state.merging.root_ids[problem.id])
        if of_problem is not None and problem.speaker_id in speakers:
            of_problem[problem.speaker_id] = speakers[problem.speaker_id]
    return {problem_id: tuple(each.values()) for problem_id, each in found.items()}


def _first_part(who: Participant) -> str:
    parts = who.name.split()
    if len(parts) > 1 and _TITLE.fullmatch(parts[0]):
        return f"{parts[0]} {parts[-1]}"
    return parts[0] if parts else who.name
