"""The facts of a set-up part, out of a file that anybody may have edited: read strictly."""

from collections.abc import Iterable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from workshop_app.domain.setup import LeftOut, Reason, SetupKind
from workshop_app.domain.setup_json import record_of, to_facts, to_left_out
from workshop_app.domain.text import clean

_LARGEST = 2**53


def checked_facts(kind: SetupKind, rows: Iterable[object]) -> str:
    """Return the facts of a part as it keeps them; raises ValueError for what is none."""
    return to_facts([_record(record_of(kind), row) for row in rows])


def checked_left_out(rows: Iterable[object]) -> str:
    """Return what was left out, as a part keeps it; raises ValueError for what is none."""
    return to_left_out([_left_out(row) for row in rows])


def _left_out(row: object) -> LeftOut:
    if not isinstance(row, list) or len(row) != 3:
        raise ValueError
    reason, name, count = (
        _value(hint, value) for hint, value in zip((str, str, int), row, strict=True)
    )
    return LeftOut(reason=Reason(reason), name=name, count=count)


def _record(record: type[Any], row: object) -> Any:  # noqa: ANN401 - of the type given
    hints = _hints(record)
    if not isinstance(row, dict) or not row.keys() <= hints.keys():
        raise ValueError
    needed = {each.name for each in fields(record) if each.default is MISSING}
    if not needed <= row.keys():
        raise ValueError
    return record(**{name: _value(hints[name], value) for name, value in row.items()})


@cache
def _hints(record: type[Any]) -> dict[str, Any]:
    return get_type_hints(record)


def _value(hint: Any, value: object) -> Any:  # noqa: ANN401 - of the type hinted at
    if isinstance(hint, UnionType):
        return None if value is None else _value(get_args(hint)[0], value)
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise ValueError
        return tuple(_value(get_args(hint)[0], each) for each in value)
    if is_dataclass(hint):
        return _record(hint, value)  # type: ignore[arg-type]
    if type(value) is not hint:
        raise ValueError
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, int) and abs(value) > _LARGEST:
        raise ValueError
    return value
