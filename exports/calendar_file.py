"""Actions with a due date, and the date of the next meeting, as a calendar file (RFC 5545).

Actions are events that last all day and do not block it. So is the next meeting, unless it has a
time: then it blocks as much time as this one was planned to take.
To-dos (VTODO) are not used, because common calendars do not import them.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from exports.files import OutputFile
from exports.material import Material
from workshop_app.domain.agenda import plan_of, time_between
from workshop_app.domain.facts.commitments import purposes
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Participant
from workshop_app.services.actions_to_do import problem_name

_LONGEST = 75
"""Maximum length of a line in bytes (RFC 5545)."""
_NO_TIME = "19700101T000000Z"
_USUAL_MINUTES = 60


def build(material: Material, owner: Participant | None = None) -> list[OutputFile]:
    """Return one calendar; no file if nothing has a date.

    It has everybody's actions, or only those of `owner`, who is not named in it.
    """
    entries = _entries(material, owner)
    events = [line for entry in entries for line in _event(material, entry)]
    if not events:
        return []
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Workshop App//Workshop App//{material.language.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *events,
        "END:VCALENDAR",
    ]
    return [OutputFile("".join(f"{fold(line)}\r\n" for line in lines).encode())]


_REMINDER = {False: "-PT15H", True: "-P1D"}
"""When the next meeting is announced, by whether it has a time: on the day before, at nine o'clock
or at that time."""


class _Entry(NamedTuple):
    name: str
    """It is the same in each export."""
    day: str
    summary: str
    description: str
    reminds: bool = False
    time: str = ""
    minutes: int = 0
    place: str = ""


def _entries(material: Material, only: Participant | None) -> Iterator[_Entry]:
    words = material.words
    state = material.state
    for action in material.actions:
        owner = state.participant(action.owner_id)
        if not action.due or not action.is_open or (only is not None and owner is not only):
            continue
        who = state.owner_of(action, material.person)
        text, _, remark = action.text.partition("\n")
        known = (each.workshop for each in state.all_before)
        origin = next((each for each in known if each.id == action.workshop_id), state.workshop)
        more = [remark, words("papers.calendar.from", title=origin.title)]
        for each in purposes(state, action):
            name = problem_name(state, words, each)
            more.append(words("papers.calendar.problem", problem=name, title=each.problem.title))
        named = only is None and who
        summary = words("papers.calendar.action", text=text, who=who) if named else text
        yield _Entry(f"action-{action.id}", action.due, summary, "\n".join(filter(None, more)))
    meeting = state.workshop
    if meeting.next_date:
        yield _Entry(
            f"next-{meeting.id}",
            meeting.next_date,
            words("papers.calendar.next", title=meeting.title),
            meeting.next_note,
            reminds=True,
            time=meeting.next_time,
            minutes=_minutes(state),
            place=meeting.next_place,
        )


def _minutes(state: WorkshopState) -> int:
    """Return how many minutes this meeting was planned to take."""
    between = time_between(state.workshop.start_time, state.workshop.end_time)
    return between or sum(plan_of(state.agenda).values()) or _USUAL_MINUTES


def _event(material: Material, entry: _Entry) -> list[str]:
    summary = " ".join(material.printable(entry.summary).split())
    description = material.printable(entry.description)
    place = material.printable(entry.place)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{escape(entry.name)}@workshop-app",
        f"DTSTAMP:{_stamp(material.state)}",
        f"SEQUENCE:{material.state.changes}",
        *_when(entry),
        f"SUMMARY:{escape(summary)}",
    ]
    if place:
        lines.append(f"LOCATION:{escape(place)}")
    if description:
        lines.append(f"DESCRIPTION:{escape(description)}")
    transparent, busy = ("OPAQUE", "BUSY") if entry.time else ("TRANSPARENT", "FREE")
    lines += [f"TRANSP:{transparent}", f"X-MICROSOFT-CDO-BUSYSTATUS:{busy}"]
    if entry.reminds:
        lines += ["BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{escape(summary)}",
                  f"TRIGGER:{_REMINDER[bool(entry.time)]}", "END:VALARM"]  # fmt: skip
    return [*lines, "END:VEVENT"]


def _when(entry: _Entry) -> list[str]:
    """Return the day, or the local time of a meeting."""
    first = date.fromisoformat(entry.day)
    if entry.time:
        begin = datetime.combine(first, time.fromisoformat(entry.time))
        end = begin + min(timedelta(minutes=entry.minutes), datetime.max - begin)  # noqa: DTZ901 - local time
        return [f"DTSTART:{begin:%Y%m%dT%H%M%S}", f"DTEND:{end:%Y%m%dT%H%M%S}"]
    if first == date.max:
        return [f"DTSTART;VALUE=DATE:{first:%Y%m%d}"]
    following = first + timedelta(days=1)
    return [f"DTSTART;VALUE=DATE:{first:%Y%m%d}", f"DTEND;VALUE=DATE:{following:%Y%m%d}"]


def _stamp(state: WorkshopState) -> str:
    """Return the time of the last change, else of the creation of the record, in UTC.

    It is not the current time: files are reproducible, in any time zone. Times of records without
    one are taken for UTC.
    """
    try:
        at = datetime.fromisoformat(state.changed_at or state.workshop.created_at)
    except ValueError:
        return _NO_TIME
    return f"{at.astimezone(UTC) if at.tzinfo else at:%Y%m%dT%H%M%SZ}"


def escape(text: str) -> str:
    """Return `text` escaped as the value of a property."""
    for character, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(character, escaped)
    return text


def fold(line: str) -> str:
    """Return a line folded into pieces of at most 75 bytes, never within a character."""
    pieces = [""]
    room = _LONGEST
    for letter in line:
        size = len(letter.encode())
        if size > room:
            pieces.append("")
            room = _LONGEST - 1
        pieces[-1] += letter
        room -= size
    return "\r\n ".join(pieces)
