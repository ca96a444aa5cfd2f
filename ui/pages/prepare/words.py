"""What the lines of the preparation say, and what is left to do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ui.components.places import FACILITATOR
from ui.components.step_intro import location_of
from ui.widgets.spaced import spaced
from workshop_app.domain.agenda import time_between, whole_time
from workshop_app.domain.problem import Problem, Source
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step, missing
from workshop_app.i18n import texts, tr
from workshop_app.services.contact_words import kind_name

_LONGEST = 100  # letters of a sentence beside other words
_SENTENCE = re.compile(r"[^\n]*?[^\n。.!?！？][。!?！？]|[^\n]*?[.](?=\s|$)|[^\n]+")


class LineWords(NamedTuple):
    """The words of a line; what is ``beside`` them is smaller, ``aside`` is at the right."""

    words: str
    beside: str = ""
    aside: str = ""


class LeftToDo(NamedTuple):
    """Something that the preparation lacks, and the line where it is done."""

    words: str
    location: str


def line_words(state: WorkshopState, *, private: bool) -> dict[str, LineWords]:
    """Return the words of each line that is not empty, by its name."""
    workshop, customer = state.workshop, state.customer
    clock = "\u00a0– ".join(filter(None, (workshop.start_time, workshop.end_time)))
    received = len(received_list(state, private=private))
    first, rest = customer.industry, first_sentence(customer.architecture)
    if not first:
        first, rest = rest, ""
    found = {
        "customer": LineWords(
            texts().organisation(customer.name, customer.honorific) if customer.name else ""
        ),
        "date": LineWords(spaced(texts().date(workshop.date), clock), aside=workshop.place),
        "title": LineWords(workshop.title),
        FACILITATOR: LineWords(workshop.facilitator),
        "advance": LineWords(tr("prepare.glance.advance", n=received) if received else ""),
        "method": LineWords(kind_name(texts(), workshop), first_sentence(workshop.method_reason)),
        "background": LineWords(first, rest),
    }
    return {name: line for name, line in found.items() if any(line)}


def received_list(state: WorkshopState, *, private: bool) -> list[Problem]:
    """Return the problems that were written to us, here or before; private also those not shown."""
    shown = (*state.listed, *state.inbox) if private else state.listed
    return [one for one in shown if one.source is Source.ADVANCE or not one.method.is_talk]


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, or its first line; a long one without its end."""
    found = _SENTENCE.match(text.strip())
    words = found[0].strip() if found else ""
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].strip()}…"


def minutes_between(state: WorkshopState) -> int:
    """Return the minutes between start and end, or 0 if one of them is unknown."""
    return time_between(state.workshop.start_time, state.workshop.end_time)


def is_too_long(state: WorkshopState) -> bool:
    """Return whether the steps take more minutes than there are between start and end."""
    planned = minutes_between(state)
    return bool(planned) and whole_time(state.agenda)[0] > planned


def left_to_do(
    state: WorkshopState, *, named: bool, same: bool, wrong: Iterable[tuple[str, str]]
) -> tuple[LeftToDo, ...]:
    """Return what is missing, in the order of the lines.

    ``named``: the facilitator's name is known. ``same``: an earlier customer has the same name.
    ``wrong`` are the fields with something invalid: the location and the label of each.
    """
    found = [
        LeftToDo(tr(f"steps.missing.{lack.key}", n=lack.n), location_of(lack))
        for lack in missing(state, Step.PREPARE)
    ]
    found += [LeftToDo(tr("prepare.wrong", field=label), location) for location, label in wrong]
    if same:
        found.append(LeftToDo(tr("prepare.hint.same_do"), "same"))
    if state.workshop.kind.is_talk and not whole_time(state.agenda)[0]:
        found.append(LeftToDo(tr("prepare.hint.no_times"), "agenda"))
    if is_too_long(state):
        found.append(LeftToDo(tr("prepare.hint.fit", n=minutes_between(state)), "fit"))
    if not named:
        found.append(LeftToDo(tr("prepare.your_name"), FACILITATOR))
    return tuple(found)
