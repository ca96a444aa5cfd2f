"""Compares the workshop of a file with the records, for a person to decide what is taken over."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import fields
from typing import Any

from workshop_app.domain.field_types import typed_texts
from workshop_app.domain.outcome import PlayedCard, outcomes_of
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Participant, Workshop
from workshop_app.domain.workshop_fields import HEADS, LISTS, REFERENCES
from workshop_app.i18n import Texts
from workshop_app.services.commands.take_problems import (
    OF_PROBLEM,
    people_of,
    person_here,
    same_problems,
)
from workshop_app.services.differences import Difference, FieldDifference
from workshop_app.services.session import Session
from workshop_app.services.workshop_file import has_private, without_private

_ASIDE = {"id", "workshop_id", "customer_id", "number", "position", "theme_position", "exported_at"}
_ASIDE |= {*REFERENCES}
"""Fields that may differ in what is the same to a person."""


def workshop_here(session: Session, file: WorkshopState) -> str:
    """Return the id of the workshop in the records from which a file was written; empty if none.

    An import may have given it another id, but it keeps the moment in which it was created.
    """
    rows = session.store.all(Workshop)
    same = [each.id for each in rows if each.id == file.workshop.id]
    of_moment = [each.id for each in rows if each.created_at == file.workshop.created_at]
    return next(iter((*same, *of_moment)), "")


def returning(
    session: Session,
    file: WorkshopState,
    here: str,
    words: Texts,
    problem_ids: Collection[str] | None = None,
) -> str:
    """Return the names of what was deleted and would return with a file, or with some problems.

    These are the workshop, the customer and people; empty for none. `here` is `workshop_here`.
    """
    store = session.store
    title = file.workshop.title
    gone = store.forgotten_ids(here)
    records: Iterable[Any] = (file.workshop, file.customer, *file.participants)
    if problem_ids is not None:
        known = store.all(Participant, here)
        records = (who for who in people_of(file, problem_ids) if not person_here(known, who))
    names = (
        words(f"compared.name.{type(one).__name__.lower()}", name=getattr(one, "name", title))
        for one in records
        if one.id in gone and not store.which_exist(type(one), [one.id])
    )
    return words("compared.and").join(names)


def content_of(state: WorkshopState, words: Texts) -> str:
    """Return what a workshop is called and how much it holds, in one line."""
    workshop = state.workshop
    counts = (
        words("imports.workshop.people", n=len(state.participants)),
        words("imports.workshop.problems", n=len(state.problems)),
        words("imports.workshop.actions", n=len(state.actions)),
    )
    head = (workshop.date, state.customer.name, workshop.title)
    return "  ".join(part for part in (*head, *counts) if part)


def compare(here: WorkshopState, file: WorkshopState, words: Texts) -> tuple[Difference, ...]:
    """Return how the workshop of a file differs: the whole of it, then each problem."""
    if not has_private(file):
        here = without_private(here)
    same = same_problems(here, file)
    pairs = [(here.problem(same.get(each.id)), each) for each in file.problems]
    pairs += [(each, None) for each in here.problems if each.id not in same.values()]
    found = [_of_whole(here, file, words)]
    for ours, theirs in pairs:
        sides = ((here, _with_own(here, ours)), (file, _with_own(file, theirs)))
        left, right = (_told(state, records, words) for state, records in sides)
        rows = [
            FieldDifference(words(f"compared.field.{name}"), *shown)
            for name in left | right
            if len({*(shown := [each.get(name, "") for each in (left, right)])}) > 1
        ]
        if not rows and len({_plain(records) for _, records in sides}) > 1:
            details = (words("compared.details", n=len(records)) for _, records in sides)
            rows = [FieldDifference(words("compared.field.rest"), *details)]
        either = theirs or ours
        if rows and either is not None:
            only = words("compared.only_here" if theirs is None else "compared.only_file")
            note = "" if ours and theirs else only
            title = f"{either.number}  {either.title}"
            found.append(Difference(either.id, title, tuple(rows), theirs is not None, note))
    return tuple(found)


def _of_whole(here: WorkshopState, file: WorkshopState, words: Texts) -> Difference:
    """Return how the workshops differ beside their problems, beginning with what they hold."""
    sides = (here, file)
    found = [
        FieldDifference(words("compared.field.holds"), *(content_of(each, words) for each in sides))
    ]
    for part in (*HEADS, *LISTS):
        ours, theirs = ([*_beside_problems(each, part)] for each in sides)
        if _plain(ours) == _plain(theirs):
            continue
        left, right = (Counter(_text(each, words) for each in some) for some in (ours, theirs))
        shown = ["\n".join((left - right).elements()), "\n".join((right - left).elements())]
        if not any(shown):
            shown = [words("compared.details", n=len(each)) for each in (ours, theirs)]
        found.append(FieldDifference(words(f"compared.part.{part}"), *shown))
    return Difference("", words("compared.whole"), tuple(found), takes=False)


def _beside_problems(state: WorkshopState, part: str) -> Iterator[Any]:
    """Yield the records of a part that are not shown with a problem."""
    if part in HEADS:
        yield getattr(state, part)
    elif part != "problems":
        records = getattr(state, part)
        yield from (one for one in records if part not in OF_PROBLEM or not one.problem_id)


def _with_own(state: WorkshopState, problem: Problem | None) -> list[Any]:
    """Return a problem and the records that belong to it."""
    if problem is None:
        return []
    parts = (getattr(state, part) for part in OF_PROBLEM)
    return [problem, *(one for part in parts for one in part if one.problem_id == problem.id)]


def _told(state: WorkshopState, records: Sequence[Any], words: Texts) -> dict[str, str]:
    """Return what is shown of a problem and what belongs to it, by the name of the row."""
    if not records:
        return {}
    problem, *own = records
    who = state.participant(problem.speaker_id)
    cards = tuple(one for one in own if isinstance(one, PlayedCard))
    told = {name: getattr(problem, name) for name in typed_texts(Problem)} | {
        "speaker": who.name if who is not None else "",
        "theme": next((each.name for each in state.themes if each.id == problem.theme_id), ""),
        "outcome": "  ".join(
            words(f"cards.outcome.{each}") for each in outcomes_of(problem.not_ours_reason, cards)
        ),
    }
    for part in OF_PROBLEM:
        lines = (_text(one, words, state) for one in own if isinstance(one, LISTS[part]))
        told[part] = "\n".join(lines)
    return told


def _text(record: Any, words: Texts, state: WorkshopState | None = None) -> str:  # noqa: ANN401 - a record of any part
    """Return what was typed into a record, in one line."""
    names = [name for name in typed_texts(type(record)) if name != "question"]
    typed = [" ".join(str(getattr(record, name)).split()) for name in names]
    owner = state.participant(getattr(record, "owner_id", None)) if state is not None else None
    more = [owner.name if owner is not None else "", words.date(getattr(record, "due", ""))]
    return "  ".join(each for each in (*typed, *more) if each)


def _plain(records: Iterable[Any]) -> str:
    """Return the records without their ids and places, so that equal ones can be recognised."""
    texts = [
        str([getattr(one, each.name) for each in fields(one) if each.name not in _ASIDE])
        for one in records
    ]
    return "\n".join(sorted(texts))
