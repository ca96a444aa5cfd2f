"""The table of each record type, and the conversion between fields and columns."""

import json
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, fields
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, get_args, get_type_hints

from workshop_app.domain.action import Action
from workshop_app.domain.appraisal import Appraisal
from workshop_app.domain.can_do import CanDoCheck
from workshop_app.domain.changes import Changes
from workshop_app.domain.context_questions import ContextAnswer
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.field_types import Date
from workshop_app.domain.like_problem import LikeProblem
from workshop_app.domain.outcome import PlayedCard
from workshop_app.domain.pointer import Pointer
from workshop_app.domain.problem import Dot, Problem, Tally, Theme
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import RequestNews
from workshop_app.domain.saved_search import SavedSearch
from workshop_app.domain.setup_part import SetupPart
from workshop_app.domain.workshop import AgendaItem, Customer, Participant, Workshop

if TYPE_CHECKING:
    from workshop_app.domain.workshop_fields import FieldKind

R = TypeVar("R")
Row = dict[str, Any]
REPLACED = "\ufffd"
"""Replaces invalid UTF-8 in the file (see `connection`)."""


class Table(NamedTuple):
    """A table: its record type, the kind of change its rows mean to screens, and their order."""

    name: str
    record: type
    changes: Changes
    order: tuple[str, ...] = ("position",)
    owner: str = "workshop_id"
    """The column with the id of the workshop a row belongs to."""


TABLES: tuple[Table, ...] = (
    Table("customer", Customer, Changes.CUSTOMER, ("id",), ""),
    Table("workshop", Workshop, Changes.WORKSHOP, ("created_at",), "id"),
    Table("participant", Participant, Changes.PARTICIPANTS),
    Table("agenda_item", AgendaItem, Changes.AGENDA),
    Table("theme", Theme, Changes.THEMES),
    Table("context_answer", ContextAnswer, Changes.ANSWERS),
    Table("problem", Problem, Changes.PROBLEMS),
    Table("tally", Tally, Changes.TALLIES, ("round", "id")),
    Table("dot", Dot, Changes.TALLIES, ("round", "voter", "id")),
    Table("played_card", PlayedCard, Changes.CARDS),
    Table("request", Request, Changes.REQUESTS, ("number",)),
    Table("request_news", RequestNews, Changes.REQUESTS),
    Table("appraisal", Appraisal, Changes.APPRAISALS, ("id",)),
    Table("action", Action, Changes.ACTIONS),
    Table("search", SavedSearch, Changes.SEARCHES),
    Table("setup_part", SetupPart, Changes.SETUP),
    Table("can_do_check", CanDoCheck, Changes.CAN_DO),
    Table("like_problem", LikeProblem, Changes.LIKES, ("id",)),
    Table("pointer", Pointer, Changes.WORKSHOP),
)
"""In an order in which rows can be inserted: referenced tables come first."""

_BY_RECORD = {table.record: table for table in TABLES}
_BY_NAME = {table.name: table for table in TABLES}


def table_of(record: type) -> Table:
    """Return the table of a record type."""
    return _BY_RECORD[record]


def table_named(name: str) -> Table:
    """Return the table with this name."""
    return _BY_NAME[name]


def sort_key(table: Table) -> Callable[[object], Any]:
    """Return the sort key of a table's records, equal to the order of rows in SQLite."""
    return attrgetter(*table.order)


_COLUMN_TYPES = (str, int, type(None))
"""Types of values that are stored as they are."""


def to_row(record: object) -> Row:
    """Return a record as column values for SQLite."""
    values = [(field.name, getattr(record, field.name)) for field in fields(record)]  # type: ignore[arg-type]
    return {
        name: value if type(value) in _COLUMN_TYPES else _to_column(value) for name, value in values
    }


def from_row(record: type, row: Row) -> Any:  # noqa: ANN401 - of the type given
    """Return the record of a row; raises ValueError or TypeError if the row is invalid."""
    values = {
        name: row[name] if read is None else read(row[name])
        for name, read in _readers(record).items()
    }
    return record(**values)


def readable(record: type, row: Row) -> Any | None:  # noqa: ANN401 - of the type given
    """Return the record of a row as far as it can be read, so that damage hides little.

    A damaged text is kept with U+FFFD if the field may hold any text; an invalid value becomes the
    default. None if the damaged value identifies a record: the row is skipped.
    """
    if not _has_replaced_bytes(row):
        try:
            return from_row(record, row)
        except (ValueError, TypeError):
            pass
    try:
        values = {
            each.name: _readable_field(record, each, row[each.name]) for each in fields(record)
        }
    except ValueError:
        return None
    return record(**values)


def records(record: type[R], rows: Iterable[Row]) -> tuple[R, ...]:
    """Return the records of rows as far as they can be read (`readable`)."""
    return tuple(each for row in rows if (each := readable(record, row)) is not None)


def _has_replaced_bytes(row: Row) -> bool:
    for value in row.values():  # noqa: SIM110 - asked of each row; a generator is slower
        if type(value) is str and REPLACED in value:
            return True
    return False


def _readable_field(record: type, field: Field[Any], value: object) -> object:
    """Return the value of a field; raises ValueError if a damaged one has no default."""
    try:
        reader = _readers(record)[field.name]
        read = value if reader is None else reader(value)
        if isinstance(value, str) and REPLACED in value and isinstance(read, str):
            _kinds(record)[field.name].read(value)
    except (ValueError, TypeError, KeyError, InvalidInput):
        return _default(record, field)
    return read


def _default(record: type, field: Field[Any]) -> object:
    from workshop_app.domain.workshop_fields import IMPLIED, REFERENCES  # not on the start path

    if field.default is not MISSING:
        return field.default
    hint = get_type_hints(record)[field.name]
    if isinstance(hint, UnionType):
        return None
    if hint is not str or field.name == "id" or field.name in IMPLIED or field.name in REFERENCES:
        raise ValueError(field.name)
    return ""


@cache
def _kinds(record: type) -> dict[str, "FieldKind"]:
    from workshop_app.domain.workshop_fields import kinds_of  # not on the start path

    return kinds_of(record)


def _to_column(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    return value


@cache
def _readers(record: type) -> dict[str, Any]:
    """Return by field the conversion from a column's value; None if both are equal."""
    hints = get_type_hints(record, include_extras=True)
    return {name: _day if hint is Date else _reader(_plain(hint)) for name, hint in hints.items()}


def _plain(hint: Any) -> Any:  # noqa: ANN401 - type hints have no common type
    return hint.__origin__ if hasattr(hint, "__metadata__") else hint


def _day(value: str) -> str:
    if value:
        date.fromisoformat(value)
    return value


def _reader(hint: Any) -> Any:  # noqa: ANN401
    if isinstance(hint, UnionType):
        inner = _reader(next(arg for arg in get_args(hint) if arg is not type(None)))
        return inner and (lambda value: None if value is None else inner(value))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if hint is bool:
        return bool
    if hint is int or hint is str:
        return None
    return lambda value: () if value is None else tuple(json.loads(value))
