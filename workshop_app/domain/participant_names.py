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
_HONORIFIC = re.compile(r"(?<=\S)(?:\s*(?:様|さま|さん|氏|殿|先生)|[ -]san)$")
_NO_NAME = re.compile(r"(?:[仕同多模異一]様|(?:客|皆|みな|者|ユーザー?)(?:様|さま|さん)|たくさん)$")
"""Words that end as names with an honorific do."""
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


def without_title(name: str) -> str:
    """Return an English name without a title such as "Mr." before it."""
    first, _, rest = name.strip().partition(" ")
    return rest.strip() if rest and _TITLE.fullmatch(first) else name


def has_honorific(name: str) -> bool:
    """Return whether a text ends with an honorific, as only names do; some words look like it."""
    return bool(_HONORIFIC.search(name.strip())) and not _NO_NAME.search(name.strip())


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
    """Return who said a listed problem or one merged into it, by problem id.

    Empty ``for_room`` unless the workshop shows names to the room.
    """
    if for_room and not state.speakers_shown:
        return {}
    names = short_names(state.participants)
    speakers = {
        who.id: Speaker(name=names[who.id], honorific=who.honorific) for who in state.participants
    }
    said = [problem for problem in state.problems if problem.speaker_id in speakers]
    said.sort(key=lambda problem: problem.merged_into is not None)
    found: dict[str, dict[str, Speaker]] = {}
    for problem in said:
        of_root = found.setdefault(state.merging.root_ids[problem.id], {})
        of_root[problem.speaker_id or ""] = speakers[problem.speaker_id or ""]
    return {problem_id: tuple(each.values()) for problem_id, each in found.items()}


def _first_part(who: Participant) -> str:
    parts = who.name.split()
    if len(parts) > 1 and _TITLE.fullmatch(parts[0]):
        return f"{parts[0]} {parts[-1]}"
    return parts[0] if parts else who.name
