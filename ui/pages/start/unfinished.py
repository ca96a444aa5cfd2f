"""What the start page says about the workshop that waits to be started."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step, is_done, missing
from workshop_app.i18n import texts, tr


@dataclass(frozen=True)
class Waiting:
    """The words for one workshop, or for none."""

    when: str
    title: str
    who: str
    start: str
    ready: str
    complete: bool = True
    done: tuple[bool, ...] = ()


def none_waiting(today: date) -> Waiting:
    """There is no workshop for today: a new one can be made."""
    return Waiting(
        when=texts().date(today.isoformat()),
        title=tr("start.none_today"),
        who="",
        start=tr("start.begin_new"),
        ready=tr("start.begin_new_hint"),
    )


def waiting(state: WorkshopState, today: date) -> Waiting:
    """The workshop that is open, or today's."""
    lacks = [tr(f"steps.missing.{lack.key}", n=lack.n) for lack in missing(state, Step.PREPARE)]
    minutes = sum(item.minutes for item in state.agenda)
    return Waiting(
        when=_when(state, today),
        title=state.workshop.title,
        who=_who(state),
        start=tr("start.go_on" if state.problems else "start.begin"),
        ready="  ".join(lacks) or tr("start.ready", minutes=minutes),
        complete=not lacks,
        done=tuple(is_done(state, step) for step in Step),
    )


def _when(state: WorkshopState, today: date) -> str:
    workshop = state.workshop
    day = texts().date(workshop.date, year=workshop.date[:4] != str(today.year))
    if workshop.date == today.isoformat():
        day = tr("start.today", day=texts().date(workshop.date, year=False))
    clock = " – ".join(part for part in (workshop.start_time, workshop.end_time) if part)
    return "  ".join(part for part in (day, clock, workshop.place) if part)


def _who(state: WorkshopState) -> str:
    people = tr("start.people", n=len(state.participants)) if state.participants else ""
    return "  ".join(part for part in (state.customer.name, people) if part)
