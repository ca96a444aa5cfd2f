"""A whole workshop as JSON text, and back from a text that anybody may have edited.

``docs/formats.md`` describes the form. It is read strictly: a field too few or too many, or a
reference to nothing, refuses the file, so that nothing is taken over by half or lost unseen.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from enum import Enum
from functools import cache
from typing import Any, NoReturn

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.setup import SetupPart
from workshop_app.domain.setup_checked import checked_facts, checked_left_out
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.text import clean
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.domain.workshop_fields import (
    HEADS,
    LISTS,
    PRIVATE,
    REFERENCES,
    FieldKind,
    kinds_of,
)

SCHEMA = "workshop-app/workshop"
VERSION = 1
"""Grows with every change of the form."""


class Misfit(Exception):
    """A workshop file that is not as it should be; `where` names the place, never its content."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


class TooNew(Exception):
    """A workshop file of a later form; `version` is its number."""

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version


def to_json(state: WorkshopState, *, private: bool) -> str:
    """Return `state` as the text of a workshop file; `private` adds what is in `PRIVATE`.

    Searches for problems that were removed are left out: they serve undo alone.
    """
    problems = {problem.id for problem in state.problems}
    searches = tuple(each for each in state.searches if each.problem_id in problems)
    state = replace(state, searches=searches)
    file: dict[str, Any] = {"schema": SCHEMA, "version": VERSION, "private": private}
    file |= {part: _plain(getattr(state, part), private) for part in HEADS}
    file |= {part: [_plain(one, private) for one in getattr(state, part)] for part in LISTS}
    return json.dumps(file, ensure_ascii=False, indent=1) + "\n"


def from_json(text: str) -> WorkshopState:
    """Return the workshop in the text of a workshop file.

    Raises json.JSONDecodeError, RecursionError, Misfit or TooNew.
    """
    file = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    if not isinstance(file, dict) or file.get("schema") != SCHEMA:
        raise Misfit("schema")
    version = file.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Misfit("version")
    if version > VERSION:
        raise TooNew(version)
    private = file.get("private")
    if not isinstance(private, bool):
        raise Misfit("private")
    _same_names(file, {"schema", "version", "private", *HEADS, *LISTS}, "")
    state = _state(file, private=private)
    _check(state)
    return state


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Misfit(twice if twice in _NAMES else "facts")
    return values


def _no_number(_: str) -> NoReturn:
    raise Misfit("NaN")


@cache
def _kinds(record: type[Any], private: bool) -> dict[str, FieldKind]:
    kinds = kinds_of(record)
    return {name: kind for name, kind in kinds.items() if private or name not in PRIVATE}


_NAMES = frozenset(("schema", "version", "private", *HEADS, *LISTS)) | {
    name for record in (*HEADS.values(), *LISTS.values()) for name in kinds_of(record)
}


def _plain(record: object, private: bool) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in _kinds(type(record), private)}
    if isinstance(record, SetupPart):
        values |= {name: json.loads(values[name]) for name in ("facts", "left_out")}
    return {name: _plain_value(value) for name, value in values.items()}


def _plain_value(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain_value(each) for each in value]
    return clean(value) if isinstance(value, str) else value


def _state(file: dict[str, Any], *, private: bool) -> WorkshopState:
    customer = _record(Customer, file["customer"], "customer", private)
    workshop = _record(
        Workshop, file["workshop"], "workshop", private, {"customer_id": customer.id}
    )
    lists = {}
    for part, record in LISTS.items():
        rows = file[part]
        if not isinstance(rows, list):
            raise Misfit(part)
        implied = {"workshop_id": workshop.id}
        lists[part] = tuple(
            _record(record, row, f"{part}[{number}]", private, implied)
            for number, row in enumerate(rows)
        )
    return WorkshopState(workshop=workshop, customer=customer, **lists)


def _record(
    record: type[Any],
    row: object,
    where: str,
    private: bool,
    implied: dict[str, str] | None = None,
) -> Any:  # noqa: ANN401 - of the type given
    if not isinstance(row, dict):
        raise Misfit(where)
    kinds = _kinds(record, private)
    _same_names(row, set(kinds), where)
    values: dict[str, Any] = dict(implied or {})
    for name, kind in kinds.items():
        try:
            values[name] = kind.read(row[name])
        except (TypeError, ValueError, InvalidInput):
            raise Misfit(f"{where}.{name}") from None
    if record is SetupPart:
        _check_facts(values, where)
    return record(**values)


def _check_facts(values: dict[str, Any], where: str) -> None:
    try:
        values["facts"] = checked_facts(values["kind"], values["facts"])
        values["left_out"] = checked_left_out(values["left_out"])
    except ValueError:
        raise Misfit(f"{where}.facts") from None


def _same_names(found: dict[str, Any], wanted: set[str], where: str) -> None:
    """Refuse a field too few, by its name, and one too many, without it: it is anybody's word."""
    missing = sorted(wanted - found.keys())
    if missing:
        raise Misfit(f"{where}.{missing[0]}".lstrip("."))
    if found.keys() - wanted:
        raise Misfit(where or "schema")


def _check(state: WorkshopState) -> None:
    """Refuse what the parts say about each other when it cannot be."""
    ids = {part: {record.id for record in getattr(state, part)} for part in LISTS}
    for part in LISTS:
        for number, record in enumerate(getattr(state, part)):
            for name, target in REFERENCES.items():
                value = getattr(record, name, None)
                if value is not None and value not in ids[target]:
                    raise Misfit(f"{part}[{number}].{name}")
    for part, names in _UNIQUE:
        _unique(part, names, getattr(state, part))
    _unique("tallies", ("problem_id", "round"), (t for t in state.tallies if not t.set_aside))
    into = {problem.id: problem.merged_into for problem in state.problems}
    for number, problem in enumerate(state.problems):
        place, steps = problem.merged_into, 0
        while place is not None and steps <= len(into):
            place, steps = into[place], steps + 1
        if place is not None or problem.id == problem.split_from:
            raise Misfit(f"problems[{number}].merged_into")


_UNIQUE = (
    *((part, ("id",)) for part in LISTS),
    ("participants", ("code",)),
    ("problems", ("number",)),
    ("requests", ("number",)),
    ("requests", ("problem_id",)),
    ("appraisals", ("problem_id",)),
    ("dots", ("round", "voter", "problem_id")),
    ("setup", ("kind", "subject")),
)


def _unique(part: str, names: tuple[str, ...], records: Iterable[object]) -> None:
    seen = set()
    for number, record in enumerate(records):
        key = tuple(getattr(record, name) for name in names)
        if key in seen:
            raise Misfit(f"{part}[{number}].{names[0]}")
        seen.add(key)
