"""Compares the workshop of a file with the records, for a person to decide what is taken over."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from workshop_app.domain.field_types import typed_texts
from workshop_app.domain.outcome import outcomes_of
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
_Owned = Mapping[str, Sequence[Any]]
"""The records that belong to a problem, by part."""


def workshop_here(session: Session, file: WorkshopState) -> str:
    """Return the id of the workshop in the records from which a file was written; empty if none.

    An import may have given it another id, but it keeps the moment in which it was created.
    """
    rows = session.store.all(Workshop)
    same = [each.id for each in rows if each.id == file.workshop.id]
    of_moment = [each.id for each in rows if each.created_at == file.workshop.created_at]
    return next(iter((*same, *of_moment)), "")


def returning(
    session: Session, file: WorkshopState, here: str, problem_ids: Collection[str] | None = None
) -> tuple[Any, ...]:
    """Return the records that were deleted and would return with a file, or with some problems.

    These are its workshop, customer and participants. `here` is `workshop_here`.
    """
    store = session.store
    gone = store.forgotten_ids(here)
    records: Iterable[Any] = (file.workshop, file.customer, *file.participants)
    if problem_ids is not None:
        known = store.all(Participant, here)
        records = (who for who in people_of(file, problem_ids) if not person_here(known, who))
    return tuple(
        each for each in records if each.id in gone and not store.which_exist(type(each), [each.id])
    )


def names_of(records: Iterable[Any], words: Texts) -> str:
    """Return the names of workshops, customers and participants, each with what it is."""
    return words("compared.and").join(
        words(
            f"compared.name.{type(each).__name__.lower()}",
            name=getattr(each, "title", None) or each.name,
        )
        for each in records
    )


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
    owned = _owned(here), _owned(file)
    found = [_of_whole(here, file, words)]
    for ours, theirs in pairs:
        left, right = (
            _told(state, each, of_all[each.id], words) if each is not None else {}
            for state, each, of_all in zip((here, file), (ours, theirs), owned, strict=True)
        )
        rows = [
            FieldDifference(
                words(f"compared.field.{name}"), left.get(name, ""), right.get(name, "")
            )
            for name in left | right
            if left.get(name, "") != right.get(name, "")
        ]
        if ours is not None and theirs is not None and not rows:
            sides = [[ours, *_all(owned[0][ours.id])], [theirs, *_all(owned[1][theirs.id])]]
            if _plain(sides[0]) != _plain(sides[1]):
                details = [words("compared.details", n=len(each)) for each in sides]
                rows = [FieldDifference(words("compared.field.rest"), *details)]
        note = "only_file" if ours is None else "only_here" if theirs is None else ""
        either = theirs or ours
        if rows and either is not None:
            title = f"{either.number}  {either.title}"
            said = words(f"compared.{note}") if note else ""
            found.append(Difference(either.id, title, tuple(rows), theirs is not None, said))
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


def _owned(state: WorkshopState) -> Mapping[str, _Owned]:
    found: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for part in OF_PROBLEM:
        for each in getattr(state, part):
            found[each.problem_id or ""][part].append(each)
    return found


def _all(owned: _Owned) -> list[Any]:
    return [one for part in OF_PROBLEM for one in owned[part]]


def _told(state: WorkshopState, problem: Problem, owned: _Owned, words: Texts) -> dict[str, str]:
    """Return what is shown of a problem and what belongs to it, by the name of the row."""
    who = state.participant(problem.speaker_id)
    outcomes = outcomes_of(problem.not_ours_reason, tuple(owned["cards"]))
    told = {name: getattr(problem, name) for name in typed_texts(Problem)}
    told |= {
        "speaker": who.name if who is not None else "",
        "theme": next((each.name for each in state.themes if each.id == problem.theme_id), ""),
        "outcome": "  ".join(words(f"cards.outcome.{each}") for each in outcomes),
    }
    for part in OF_PROBLEM:
        told[part] = "\n".join(_text(each, words, state) for each in owned[part])
    return told


def _text(record: Any, words: Texts, state: WorkshopState | None = None) -> str:  # noqa: ANN401 - a record of any part
    """Return what was typed into a record, in one line."""
    names = [name for name in typed_texts(type(record)) if name != "question"]
    typed = [" ".join(str(getattr(record, name)).split()) for name in names]
    owner = state.participant(getattr(record, "owner_id", None)) if state is not None else None
    more = [owner.name if owner is not None else "", words.date(getattr(record, "due", ""))]
    return "  ".join(each for each in (*typed, *more) if each)


def _plain(records: Iterable[Any]) -> list[str]:
    """Return the records without their ids and places, so that equal ones can be recognised."""
    return sorted(
        str([getattr(one, each.name) for each in fields(one) if each.name not in _ASIDE])
        for one in records
    )
