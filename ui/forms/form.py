"""The fields of a record, each of which is saved by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QObject

from ui.widgets.date_field import DateField
from ui.widgets.labelled_field import LabelledField
from ui.widgets.time_field import TimeField
from workshop_app.domain.field_types import FieldType, Privacy, TextKind, field_types
from workshop_app.services.command import Command

Save = Callable[[str, str, Any], bool]
"""Saves a field, by the id of the record, the field's name and its value; False if refused."""
_LINE = FieldType(Privacy.PUBLIC, TextKind.LINE)


class Executor(Protocol):
    """What executes the commands of a form: the window."""

    def execute(self, command: Command) -> object:
        """Execute a command; return None if it is refused."""


class FieldText(NamedTuple):
    """How a form shows a field.

    ``lines`` are the least and the greatest number of visible lines of a field with several; other
    texts are in a field of one line. ``limit`` is the number of letters, if the field takes fewer
    than other texts.
    """

    label: str
    hint: str = ""
    role: str = "body"
    lines: tuple[int, int] | None = None
    limit: int | None = None


def by_command(api: Executor, command: Callable[[str, str, Any], Command]) -> Save:
    """Return what saves a field by a command with the same three values."""
    return lambda record, name, value: api.execute(command(record, name, value)) is not None


class Form(QObject):
    """Creates a field for each name in ``texts``; the page places them.

    Their kinds, and whether they are private, come from the record's `field_types`; a field without
    a type is a line. Without ``save`` the page keeps and saves the values of all fields together.
    """

    def __init__(
        self, record: type[Any], texts: Mapping[str, FieldText], save: Save | None = None
    ) -> None:
        super().__init__()
        self._save = save
        self._record_id = ""
        self._record: Any = None
        self._marked: dict[str, object] = {}
        self._begun = 0
        self.fields = {
            name: _field(record, name, text, kept=save is not None) for name, text in texts.items()
        }
        if save is not None:
            for name, field in self.fields.items():
                field.edited.connect(partial(self.save, name))

    def show_record(self, record: Any, record_id: str | None = None) -> None:  # noqa: ANN401 - records have no common type
        """Show a record, or empty fields for None; what was typed about another is saved first.

        ``record_id`` is what the command takes for one, if that is not its own id.
        """
        shown = record_id if record_id is not None else "" if record is None else record.id
        if shown != self._record_id:
            self._flush()
        self._record = record
        self._show({name: getattr(record, name, None) for name in self.fields}, shown)

    def begin(self, values: Mapping[str, object]) -> None:
        """Replace what is shown by values by name; fields without a value become empty."""
        self._begun += 1
        self._show(values, str(self._begun))

    def _show(self, values: Mapping[str, object], record_id: str) -> None:
        self._record_id = record_id
        for name, field in self.fields.items():
            value = values.get(name)
            field.show_value("" if value is None else str(value), record_id)

    def typed(self) -> dict[str, str]:
        """Return what is in the fields by name, for `bring_back`."""
        return {name: field.typed() for name, field in self.fields.items()}

    def bring_back(self, typed: Mapping[str, str]) -> None:
        """Show what `typed` returned; the fields of missing values become empty."""
        self.begin({})
        for name, field in self.fields.items():
            field.show_typed(typed.get(name, ""))

    def commit(self) -> bool:
        """Save what was typed; return whether all of it is valid, else focus the first error."""
        self._flush()
        if self.wrong is not None:
            self.wrong.setFocus()
        return self.wrong is None

    @property
    def wrong(self) -> LabelledField | None:
        """The first field with something invalid, or None."""
        return next((field for field in self.fields.values() if field.error), None)

    def mark(self, *also: str) -> None:
        """Remember the values of the fields, and ``also`` others of the record, for `take_back`."""
        self._marked = {name: getattr(self._record, name) for name in (*self.fields, *also)}

    def take_back(self) -> None:
        """Restore the values that were marked, and drop what is typed."""
        for name, field in self.fields.items():
            field.give_up(str(self._marked[name] or ""))
        for name, value in self._marked.items():
            if getattr(self._record, name) != value:
                self.save(name, value)

    @property
    def changed(self) -> bool:
        """Whether another value was saved since they were marked."""
        return any(getattr(self._record, name) != value for name, value in self._marked.items())

    def save(self, name: str, value: object) -> bool:
        """Save a field of the record; return False if that was refused."""
        return self._save is not None and self._save(self._record_id, name, value)

    def _flush(self) -> None:
        for field in self.fields.values():
            field.flush()


def _field(record: type[Any], name: str, text: FieldText, *, kept: bool) -> LabelledField:
    """Create a field; what it refuses is kept under its name unless the page keeps it."""
    known = field_types(record).get(name, _LINE)
    private = known.privacy is Privacy.PRIVATE
    name = name if kept else ""
    if known.kind is TextKind.DATE:
        return DateField(text.label, role=text.role, name=name)
    if known.kind is TextKind.TIME:
        return TimeField(text.label, role=text.role, name=name)
    return LabelledField(
        text.label,
        text.hint,
        role=text.role,
        lines=text.lines,
        limit=text.limit,
        private=private,
        name=name,
    )
