"""The participants as rows, and the known people who are not among them."""

from __future__ import annotations

from collections.abc import Mapping

from ui.rows.cells import Number, Words
from ui.rows.row import Row
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Attendance, Participant
from workshop_app.i18n import language, texts, tr

_ICONS = {Attendance.PRESENT: "check", Attendance.LATE: "clock", Attendance.ABSENT: "minus"}


def people_rows(state: WorkshopState, *, private: bool, brief: bool) -> list[Row]:
    """Return the participants, with their codes if ``private``, and with less about them."""
    return [
        _row(person, person.code if private else str(number), brief=brief)
        for number, person in enumerate(state.participants, 1)
    ]


def people_table(state: WorkshopState) -> list[Row]:
    """Return the participants with what is known about each in columns."""
    reads = language() == "ja"
    rows = []
    for person in state.participants:
        told = (*((person.reading,) if reads else ()), person.job, person.team)
        about = [Words(text, colour="ink2", role="meta") for text in told]
        here = _times(person) or [Words(tr(f"prepare.attendance.{person.attendance}"), right=True)]
        name = texts().addressed(person)
        rows.append(Row(person.id, name, after=(*about, *here), bold=True))
    return rows


def column_names() -> Row:
    """Return the names of the columns of `people_table`."""
    told = ("reading", "job", "team") if language() == "ja" else ("job", "team")
    names = [Words(tr(f"prepare.person.{name}")) for name in told]
    return Row("names", tr("prepare.person.name"), after=(*names, Words("")), role="meta")


def person_role(person: Participant) -> str:
    """Return the job of a person, or the team."""
    return person.job or person.team


def not_listed(known: Mapping[str, Participant], state: WorkshopState) -> dict[str, Participant]:
    """Return those of the known people, by person, who are not among the participants."""
    listed = {who.person_id for who in state.participants}
    return {key: who for key, who in known.items() if key not in listed}


def _row(person: Participant, number: str, *, brief: bool) -> Row:
    name = texts().addressed(person)
    parts = [part for part in (person.team, person.job) if part]
    about = "  ".join(parts[-1:] if brief else parts)
    attendance = person.attendance
    known = Words(tr(f"prepare.attendance.{attendance}"), _ICONS[attendance])
    marks = (Words(about), *(_times(person) or [known]))
    return Row(person.id, name, before=(Number(number),), after=marks)


def _times(person: Participant) -> list[Words]:
    """Return when somebody arrived late, and left early."""
    marks = []
    if person.arrived:
        marks.append(Words(tr("prepare.came_at", time=_clock(person.arrived)), "clock"))
    if person.left:
        marks.append(Words(tr("prepare.left_at", time=_clock(person.left)), "arrow-right"))
    return marks


def _clock(iso: str) -> str:
    """Return the time of day of a timestamp, such as 14:05."""
    return iso.partition("T")[2][:5]
