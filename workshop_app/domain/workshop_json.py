"""Converts a whole workshop to JSON text and back.

``docs/formats.md`` describes the format. Input is untrusted and validated strictly: a missing or
unknown field, or a reference to a missing record, rejects the whole file, so that nothing is
imported partially or lost silently. A file of an earlier version is converted to the current format
first.
"""

import json
from collections.abc import Iterable
from dataclasses import MISSING, fields, replace
from enum import Enum
from functools import cache
from typing import Any, NoReturn

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.merging import circular
from workshop_app.domain.request_news import RequestNews, RequestState
from workshop_app.domain.setup_json import checked_facts, checked_left_out
from workshop_app.domain.setup_part import SetupPart
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.text import clean
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.domain.workshop_fields import (
    HEADS,
    LISTED_REFERENCES,
    LISTS,
    REFERENCES,
    FieldKind,
    kinds_of,
    private_fields,
)

SCHEMA = "workshop-app/workshop"
VERSION = 5
"""Incremented with every change of the format."""


_NEW_PARTS = {"news": 2, "can_do": 2, "likes": 2, "pointers": 4}
"""Parts that earlier versions than these do not have."""


class Misfit(Exception):
    """The file does not have the described format; `where` is the location, never content."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


class TooNew(Exception):
    """The file has a later version of the format; `version` is its number."""

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version


def to_json(state: WorkshopState, *, private: bool) -> str:
    """Return `state` as the text of a workshop file; `private` includes the private fields.

    Searches and joined problems that refer to removed problems are omitted, since they only serve
    undo; so are ticks for removed lines and, without the private fields, pointers that the papers
    do not contain.
    """
    problems = {problem.id for problem in state.problems}
    searches = tuple(each for each in state.searches if each.problem_id in problems)
    likes = tuple(each for each in state.likes if each.problem_id in problems)
    lines = {check.id for check in state.can_do}
    people = tuple(
        replace(who, can_do_ids=tuple(each for each in who.can_do_ids if each in lines))
        for who in state.participants
    )
    pointers = tuple(each for each in state.pointers if private or each.chosen)
    state = replace(state, searches=searches, likes=likes, participants=people, pointers=pointers)
    file: dict[str, Any] = {"schema": SCHEMA, "version": VERSION, "private": private}
    file |= {part: _plain(getattr(state, part), private) for part in HEADS}
    file |= {part: [_plain(one, private) for one in getattr(state, part)] for part in LISTS}
    return json.dumps(file, ensure_ascii=False, indent=1) + "\n"


def from_json(text: str) -> WorkshopState:
    """Return the workshop in the text of a workshop file.

    Raises json.JSONDecodeError, RecursionError, Misfit or TooNew.
    """
    file = json.loads(text, object_pairs_hook=_unique_keys, parse_constant=_refuse_constant)
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
    for part, since in _NEW_PARTS.items():
        if version < since:
            file.setdefault(part, [])
    if version < 2:
        _convert_to_version_2(file)
    if version < 5:
        for pointer in _rows(file["pointers"]):
            pointer.setdefault("shared_id", pointer.get("id"))
    if version < VERSION:
        _add_new_fields(file)
    _require_keys(file, {"schema", "version", "private", *HEADS, *LISTS}, "")
    state = _state(file, private=private)
    _check(state)
    return state


def _convert_to_version_2(file: dict[str, Any]) -> None:
    """Rename fields, in place, and make news of hand-overs; invalid content is rejected later."""
    for workshop in _rows(file.get("workshop")):
        if "method" in workshop:
            workshop["kind"] = workshop.pop("method")
    handed_over = [
        (request, request.pop("handed_over_at"))
        for request in _rows(file.get("requests"))
        if "handed_over_at" in request
    ]
    if isinstance(file["news"], list):
        file["news"] += [
            _news(number, request, moment, file["private"])
            for number, (request, moment) in enumerate(handed_over, 1)
            if moment
        ]


def _add_new_fields(file: dict[str, Any]) -> None:
    """Give each field that no row of its part has the default value of a new record, in place.

    A field that only some rows have is not new but missing, which is rejected later.
    """
    for part, record in (HEADS | LISTS).items():
        rows = _rows(file.get(part))
        for name, value in _defaults(record, file["private"]).items():
            if not any(name in row for row in rows):
                for row in rows:
                    row[name] = value


def _rows(part: object) -> list[dict[str, Any]]:
    rows = part if isinstance(part, list) else [part]
    return [row for row in rows if isinstance(row, dict)]


def _defaults(record: type[Any], private: bool) -> dict[str, Any]:
    """Return the default values of a new record in the form of the file."""
    kinds = _kinds(record, private)
    return {
        each.name: _plain_value(each.default)
        for each in fields(record)
        if each.name in kinds and each.default is not MISSING
    }


def _news(number: int, request: dict[str, Any], moment: object, private: bool) -> dict[str, Any]:
    """Return the record that a request was handed over; its id is that of the request."""
    news = RequestNews(
        id="",
        workshop_id="",
        position=number,
        request_id="",
        state=RequestState.HANDED_OVER,
        date="",
    )
    known = {"id": request.get("id"), "request_id": request.get("id"), "date": str(moment)[:10]}
    return _plain(news, private) | known


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object; raises Misfit if a key occurs twice."""
    values = dict(pairs)
    if len(values) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Misfit(twice if twice in _NAMES else "facts")
    return values


def _refuse_constant(_: str) -> NoReturn:
    raise Misfit("NaN")


@cache
def _kinds(record: type[Any], private: bool) -> dict[str, FieldKind]:
    hidden = frozenset() if private else private_fields(record)
    return {name: kind for name, kind in kinds_of(record).items() if name not in hidden}


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
    _require_keys(row, set(kinds), where)
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


def _require_keys(found: dict[str, Any], wanted: set[str], where: str) -> None:
    """Raise Misfit for a missing key, which is named, or an unknown one, which may be any text."""
    missing = sorted(wanted - found.keys())
    if missing:
        raise Misfit(f"{where}.{missing[0]}".lstrip("."))
    if found.keys() - wanted:
        raise Misfit(where or "schema")


def _check(state: WorkshopState) -> None:
    """Raise Misfit for references to missing records, duplicates and circular merging."""
    ids = {part: {record.id for record in getattr(state, part)} for part in LISTS}
    for part in LISTS:
        for number, record in enumerate(getattr(state, part)):
            for name, target in REFERENCES.items():
                value = getattr(record, name, None)
                if value is not None and value not in ids[target]:
                    raise Misfit(f"{part}[{number}].{name}")
            for name, target in LISTED_REFERENCES.items():
                if not ids[target].issuperset(getattr(record, name, ())):
                    raise Misfit(f"{part}[{number}].{name}")
    for part, names in _UNIQUE:
        _require_unique(part, names, getattr(state, part))
    counted = (tally for tally in state.tallies if not tally.set_aside)
    _require_unique("tallies", ("problem_id", "round"), counted)
    circles = circular({one.id: one.merged_into for one in state.problems if one.merged_into})
    for number, problem in enumerate(state.problems):
        if problem.id in circles or problem.id == problem.split_from:
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
"""Fields whose values must be unique within a part."""


def _require_unique(part: str, names: tuple[str, ...], records: Iterable[object]) -> None:
    seen = set()
    for number, record in enumerate(records):
        key = tuple(getattr(record, name) for name in names)
        if key in seen:
            raise Misfit(f"{part}[{number}].{names[0]}")
        seen.add(key)
