"""The bases of commands that set one field of one record, or remove it."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any, ClassVar, get_type_hints

from workshop_app.domain.clock_time import parse_time
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.field_types import (
    FieldType,
    Privacy,
    TextKind,
    field_types,
    fields_with,
)
from workshop_app.domain.text import clean_line, clean_note, required_line, required_note
from workshop_app.domain.workshop import Workshop
from workshop_app.services.command import Command
from workshop_app.store.store import Store

Cleaner = Callable[[Any], Any]
"""Returns a value in the form in which it is stored; raises InvalidInput if it is invalid."""
MOST_COUNTED = 9_999


class Edit(Command):
    """Set `field` of the record with `record_id` to `value`; subclasses list the allowed fields.

    Edits of the same field in quick succession are one undo step.
    """

    record_id: str
    field: str
    value: object

    placed = "record_id"
    merged_by = ("record_id", "field")
    record: ClassVar[type]
    fields: ClassVar[Mapping[str, Cleaner]]

    def apply(self, store: Store, workshop_id: str) -> None:
        """Clean the value and store it; raises InvalidInput for an invalid value.

        A speaker is not stored in an anonymous workshop.
        """
        clean = self.fields[self.field](self.value)
        record = store.get(self.record, self.record_id)
        is_speaker = self.field in fields_with(self.record, Privacy.SPEAKER)
        if is_speaker and store.get(Workshop, record.workshop_id).anonymous:
            return
        store.update(record, **{self.field: clean})


class SetFields(Command):
    """Set the fields of a record, or of several, that the other arguments name.

    The argument `placed` has the id of the record, or the ids.
    """

    record: ClassVar[type]

    def apply(self, store: Store, workshop_id: str) -> None:
        values = {**vars(self)}
        ids = values.pop(self.placed)
        for each in ids if isinstance(ids, tuple) else (ids,):
            store.update(store.get(self.record, each), **values)


class Remove(Command):
    """Remove the record with `record_id`."""

    record_id: str

    record: ClassVar[type]

    def apply(self, store: Store, workshop_id: str) -> None:
        store.delete(store.get(self.record, self.record_id))


def cleaned(given: Any, record: type[Any]) -> dict[str, Any]:  # noqa: ANN401 - a dataclass
    """Return the values of a command, or of what it is given, that are fields of a record.

    Raises InvalidInput for an invalid one.
    """
    names = {each.name for each in fields(record)} & {each.name for each in fields(given)}
    return {name: clean(getattr(given, name)) for name, clean in cleaners(record, *names).items()}


def cleaners(record: type[Any], *names: str) -> dict[str, Cleaner]:
    """Return the cleaners of the given fields of a record, selected by the types of the fields."""
    hints = get_type_hints(record)
    types = field_types(record)
    return {name: _cleaner(hints[name], types.get(name)) for name in names}


def _cleaner(hint: Any, field_type: FieldType | None) -> Cleaner:  # noqa: ANN401 - a type hint
    if field_type is not None and field_type.kind in _TEXT_CLEANERS:
        return _TEXT_CLEANERS[field_type.kind]
    if hint is str:
        return clean_line
    return count if hint is int else hint  # bool and enums convert values themselves


def iso_date(value: object) -> str:
    """Return `value` as an ISO date or empty; raises InvalidInput (`errors.bad_date`)."""
    text = _normalised(value)
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError as error:
        raise InvalidInput("errors.bad_date", text=text) from error


def clock_time(value: object) -> str:
    """Return `value` as HH:MM or empty; raises InvalidInput (`errors.bad_time`)."""
    text = _normalised(value)
    try:
        return parse_time(text)
    except ValueError as error:
        raise InvalidInput("errors.bad_time", text=text) from error


def _normalised(value: object) -> str:
    """Return a typed text with full-width digits and colons replaced by their ASCII forms."""
    return unicodedata.normalize("NFKC", clean_line(str(value or "")))


def count(value: object, most: int = MOST_COUNTED) -> int:
    """Return `value` as a whole number from 0 to `most`; raises InvalidInput."""
    try:
        number = int(str(value))
    except ValueError as error:
        raise InvalidInput("errors.bad_count", limit=most) from error
    if not 0 <= number <= most:
        raise InvalidInput("errors.bad_count", limit=most)
    return number


def _id_or_none(value: object) -> str | None:
    return str(value) if value else None


_TEXT_CLEANERS: dict[TextKind, Cleaner] = {
    TextKind.ID: _id_or_none,
    TextKind.LINE: clean_line,
    TextKind.REQUIRED_LINE: required_line,
    TextKind.NOTE: clean_note,
    TextKind.REQUIRED_NOTE: required_note,
    TextKind.DATE: iso_date,
    TextKind.TIME: clock_time,
    TextKind.LINES: tuple,
}
