"""The common form of all commands that set one field of one record."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any, ClassVar

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.text import clean_line, clean_note
from workshop_app.services.command import Command, StepPlace
from workshop_app.store.store import Store

Cleaner = Callable[[Any], Any]


@dataclass(frozen=True)
class Edit(Command):
    """Set `field` of the record with `record_id` to `value`; only the fields named here can be set.

    Typing on in one field is one undo step.
    """

    record_id: str
    field: str
    value: object

    record: ClassVar[type]
    fields: ClassVar[Mapping[str, Cleaner]]

    def apply(self, store: Store, workshop_id: str) -> None:
        """Clean the value and store it; raises InvalidInput for a field or value not allowed."""
        clean = self.fields[self.field](self.value)
        record = store.get(self.record, self.record_id)
        store.update(replace(record, **{self.field: clean}))

    @property
    def merge_key(self) -> str:
        return f"{self.kind}:{self.record_id}:{self.field}"

    @property
    def place(self) -> StepPlace:
        return StepPlace(self.step, self.record_id)


def iso_date(value: object) -> str:
    """Return `value` as an ISO date or empty; raises InvalidInput (`errors.bad_date`)."""
    text = _typed(value)
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError as error:
        raise InvalidInput("errors.bad_date", text=text) from error


def clock_time(value: object) -> str:
    """Return `value` as HH:MM or empty; raises InvalidInput (`errors.bad_time`)."""
    text = _typed(value)
    hours, colon, minutes = text.partition(":")
    try:
        text = f"{hours:0>2}{colon}{minutes}" if colon else text
        return time.fromisoformat(text).strftime("%H:%M") if text else ""
    except ValueError as error:
        raise InvalidInput("errors.bad_time", text=text) from error


def _typed(value: object) -> str:
    """Return what was typed with full-width digits and colons made plain."""
    return unicodedata.normalize("NFKC", clean_line(str(value or "")))


def count(value: object) -> int:
    """Return `value` as a whole number from 0 to 9,999; raises InvalidInput."""
    try:
        number = int(str(value))
    except ValueError as error:
        raise InvalidInput("errors.bad_count", limit=9_999) from error
    if not 0 <= number <= 9_999:
        raise InvalidInput("errors.bad_count", limit=9_999)
    return number


def one_of(kind: type) -> Cleaner:
    """Return a cleaner that accepts the values of an enum."""
    return kind


def record_or_none(value: object) -> str | None:
    """Return an id, or None for nothing."""
    return str(value) if value else None


LINE, NOTE = clean_line, clean_note
