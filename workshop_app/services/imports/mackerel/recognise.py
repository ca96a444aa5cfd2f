"""Recognises the kind of a JSON file by its content, not by its name."""

from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.setup import Reason
from workshop_app.domain.setup_part import SetupKind
from workshop_app.services.imports.mackerel.field_reader import LeftOutCounter
from workshop_app.services.imports.mackerel.kinds import KINDS, FileKind
from workshop_app.services.imports.mackerel.refused import refuse_known

MOST_THINGS = 50_000
"""Maximum number of items in one file."""
_LOOKED_AT = 200
"""The number of items of a bare list by which its kind is recognised."""
_BY_LIST_KEY = {row.list_key: row for row in KINDS.values() if row.list_key}


class Recognised(NamedTuple):
    """The kind of a file and the items in it."""

    kind: FileKind
    things: list[Any]


def recognise(value: object, left_out: LeftOutCounter) -> Recognised:
    """Return the kind of a JSON value and the items in it.

    Raises InvalidInput with a sentence that says what the file is instead.
    """
    found = _single_dashboard(value)
    if found is None:
        _refuse_single(value)
        found = _object_with_list(value, left_out) or _bare_list(value)
    if found is None:
        refuse_known(value)
        raise InvalidInput("imports.setup.refuse.other")
    if len(found.things) > MOST_THINGS:
        raise InvalidInput("imports.setup.refuse.many", most=MOST_THINGS)
    return found


def _refuse_single(value: object) -> None:
    """Raise InvalidInput for a single item of a kind, which would replace a whole list."""
    if isinstance(value, dict) and any(_has_unique_field(row, value) for row in KINDS.values()):
        raise InvalidInput("imports.setup.refuse.single")


def _object_with_list(value: object, left_out: LeftOutCounter) -> Recognised | None:
    if not isinstance(value, dict):
        return None
    name = next((name for name in _BY_LIST_KEY if _is_list(value, name)), None)
    if name is None:
        return None
    for key in value:
        if key == "nextId":
            if value[key]:
                left_out.add(Reason.PAGE, key)
        elif key != name:
            left_out.add(Reason.FIELD, key)
    return Recognised(_BY_LIST_KEY[name], value[name] or [])


def _is_list(value: dict[str, Any], name: str) -> bool:
    """Return whether a field holds a list; mkr writes null for an empty one."""
    return name in value and (value[name] is None or isinstance(value[name], list))


def _single_dashboard(value: object) -> Recognised | None:
    if isinstance(value, dict) and "title" in value and {"widgets", "urlPath"} & value.keys():
        return Recognised(KINDS[SetupKind.DASHBOARDS], [value])
    return None


def _bare_list(value: object) -> Recognised | None:
    """Return the kind of most of the first items of a list."""
    if not isinstance(value, list):
        return None
    if not value:
        raise InvalidInput("imports.setup.refuse.empty_list")
    refuse_known(value)
    kinds = Counter(
        row.kind
        for thing in value[:_LOOKED_AT]
        if isinstance(thing, dict) and (row := _kind_of(thing)) is not None
    )
    return Recognised(KINDS[kinds.most_common(1)[0][0]], value) if kinds else None


def _kind_of(thing: dict[str, Any]) -> FileKind | None:
    """Return the kind of one item; the most specific signs are checked first, over all kinds."""
    found = (row for is_one in _SIGNS for row in KINDS.values() if is_one(row, thing))
    return next(found, None)


def _has_unique_field(row: FileKind, thing: dict[str, Any]) -> bool:
    return bool(row.unique_fields & thing.keys())


def _has_type(row: FileKind, thing: dict[str, Any]) -> bool:
    """Return whether an item is a rule of a type; one with a status is an alert of that type."""
    word = thing.get("type")
    return isinstance(word, str) and word in row.types and "status" not in thing


_SIGNS: tuple[Callable[[FileKind, dict[str, Any]], bool], ...] = (
    _has_unique_field,
    _has_type,
    lambda row, thing: any(fields <= thing.keys() for fields in row.field_sets),
    lambda row, thing: row.is_thing is not None and row.is_thing(thing),
    lambda row, thing: frozenset(thing) in row.exact_fields,
)
"""What shows that an item is of a kind, the most specific signs first."""
