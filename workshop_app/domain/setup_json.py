"""Converts the facts of a set-up part to JSON text and back, omitting default values."""

import json
from collections.abc import Iterable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache, lru_cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from workshop_app.domain.setup import RECORDS, Fact, LeftOut, Reason
from workshop_app.domain.setup_part import SetupKind, SetupPart
from workshop_app.domain.text import clean

_LARGEST = 2**53


def facts_of(part: SetupPart) -> tuple[Any, ...]:
    """Return the facts of `part` in the order of the file: records of the type of its kind.

    Unknown fields, as another version may write them, are ignored.
    """
    return _facts(part.kind, part.facts)


def to_facts(facts: Iterable[Fact]) -> str:
    """Return `facts` as the JSON text of a part."""
    return _dump([_plain(fact) for fact in facts])


def checked_facts(kind: SetupKind, rows: Iterable[object]) -> str:
    """Validate facts from an untrusted file and return them as the JSON text of a part.

    Raises ValueError for an unknown or missing field and for a value of another type.
    """
    record = RECORDS[kind]
    return to_facts([_record(record, _checked(record, row)) for row in rows])


def left_out_of(part: SetupPart) -> tuple[LeftOut, ...]:
    """Return what was left out of the file."""
    return _left_out(part.left_out)


def to_left_out(left_out: Iterable[LeftOut]) -> str:
    """Return `left_out` as the JSON text of a part."""
    return _dump([[each.reason.value, each.name, each.count] for each in left_out])


def checked_left_out(rows: Iterable[object]) -> str:
    """Validate and return what was left out, from an untrusted file; raises ValueError."""
    return to_left_out([_checked_left_out(row) for row in rows])


@lru_cache(maxsize=256)
def _facts(kind: SetupKind, text: str) -> tuple[Any, ...]:
    record = RECORDS[kind]
    return tuple(_record(record, values) for values in json.loads(text))


@lru_cache(maxsize=256)
def _left_out(text: str) -> tuple[LeftOut, ...]:
    rows = json.loads(text)
    return tuple(LeftOut(reason=Reason(why), name=name, count=n) for why, name, n in rows)


def _dump(rows: list[Any]) -> str:
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _plain(record: Any) -> dict[str, Any]:  # noqa: ANN401 - a fact or a record inside one
    values = {}
    inner = _inner_records(type(record))
    for each in fields(record):
        value = getattr(record, each.name)
        if each.default is MISSING or value != each.default:
            if each.name in inner and value is not None:
                value = [_plain(part) for part in value]
            values[each.name] = value
    return values


def _record(record: type[Any], values: dict[str, Any]) -> Any:  # noqa: ANN401 - of the type given
    known = _hints(record)
    inner = _inner_records(record)
    return record(
        **{name: _value(inner.get(name), value) for name, value in values.items() if name in known}
    )


def _value(inner: type[Any] | None, value: object) -> object:
    if not isinstance(value, list):
        return value
    return tuple(_record(inner, part) for part in value) if inner else tuple(value)


@cache
def _hints(record: type[Any]) -> dict[str, Any]:
    return get_type_hints(record)


@cache
def _inner_records(record: type[Any]) -> dict[str, type[Any]]:
    """Return the fields that hold tuples of records, with the type of these records."""
    found = {}
    for name, hint in _hints(record).items():
        whole = get_args(hint)[0] if isinstance(hint, UnionType) else hint
        if get_origin(whole) is tuple and is_dataclass(get_args(whole)[0]):
            found[name] = get_args(whole)[0]
    return found


def _checked(record: type[Any], row: object) -> dict[str, Any]:
    """Return the fields of a fact with their texts cleaned; raises ValueError."""
    hints = _hints(record)
    required = {each.name for each in fields(record) if each.default is MISSING}
    if not isinstance(row, dict) or not required <= row.keys() <= hints.keys():
        raise ValueError
    return {name: _checked_value(hints[name], value) for name, value in row.items()}


def _checked_value(hint: Any, value: object) -> Any:  # noqa: ANN401 - of the type hinted at
    if isinstance(hint, UnionType):
        return None if value is None else _checked_value(get_args(hint)[0], value)
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise ValueError
        return [_checked_value(get_args(hint)[0], each) for each in value]
    if is_dataclass(hint):
        return _checked(hint, value)  # type: ignore[arg-type]
    if type(value) is not hint:
        raise ValueError
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, int) and abs(value) > _LARGEST:
        raise ValueError
    return value


def _checked_left_out(row: object) -> LeftOut:
    if not isinstance(row, list) or len(row) != 3:
        raise ValueError
    reason, name, count = (
        _checked_value(hint, value) for hint, value in zip((str, str, int), row, strict=True)
    )
    return LeftOut(reason=Reason(reason), name=name, count=count)
