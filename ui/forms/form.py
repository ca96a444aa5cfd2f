"""The fields of a record, each of which is saved by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QObject, SignalInstance

from ui.widgets.date_field import DateField
from ui.widgets.edit_area import EditArea
from ui.widgets.edit_line import EditLine
from ui.widgets.labelled_field import LabelledField
from ui.widgets.time_field import TimeField
from workshop_app.domain.field_types import Privacy, TextKind, field_types
from workshop_app.services.command import Command


class Executor(Protocol):
    """What executes the commands of a form: the window."""

    def execute(self, command: Command) -> object:
        """Execute a command; return None if it is refused."""


class FieldText(NamedTuple):
    """How a form shows a field.

    ``lines`` are the least and the greatest number of visible lines of a field with several; other
    texts are in a field of one line.
    """

    label: str
    hint: str = ""
    role: str = "body"
    lines: tuple[int, int] | None = None


class Form(QObject):
    """Creates a field for each name in ``texts``; the page places them.

    Their kinds, and whether they are private, come from the record's `field_types`. ``command``
    makes the command that saves a field from the id of the record, the field's name, and its value.
    """

    def __init__(
        self,
        api: Executor,
        record: type[Any],
        texts: Mapping[str, FieldText],
        command: Callable[[str, str, Any], Command],
    ) -> None:
        super().__init__()
        self._api = api
        self._command = command
        self._record_id = ""
        self.fields = {name: _field(record, name, text) for name, text in texts.items()}
        for name, field in self.fields.items():
            _changed(field).connect(partial(self.save, name))

    def show_record(self, record: Any) -> None:  # noqa: ANN401 - records have no common type
        """Show a record; what was typed about another one is saved first."""
        if record.id != self._record_id:
            self.commit()
        self._record_id = record.id
        for name, field in self.fields.items():
            value = getattr(record, name)
            text = "" if value is None else str(value)
            if isinstance(field, DateField):
                field.set_iso(text, record.id)
            elif isinstance(field, TimeField):
                field.set_time(text, record.id)
            else:
                field.set_text(text, record.id)

    def commit(self) -> bool:
        """Save what was typed; return whether all of it is valid, else focus the first error."""
        for field in self.fields.values():
            field.flush()
        wrong = next((field for field in self.fields.values() if field.error), None)
        if wrong is not None:
            wrong.setFocus()
        return wrong is None

    def save(self, name: str, value: object) -> bool:
        """Save a field of the record; return False if that was refused."""
        return self._api.execute(self._command(self._record_id, name, value)) is not None


def _changed(field: LabelledField) -> SignalInstance:
    """Return the signal that carries the value of a field."""
    if isinstance(field, DateField):
        return field.date_changed
    return field.time_changed if isinstance(field, TimeField) else field.edited


def _field(record: type[Any], name: str, text: FieldText) -> LabelledField:
    kind = field_types(record)[name].kind
    private = field_types(record)[name].privacy is Privacy.PRIVATE
    if kind is TextKind.DATE:
        return DateField(text.label, role=text.role, name=name)
    if kind is TextKind.TIME:
        return TimeField(text.label, role=text.role, name=name)
    if text.lines is None:
        return EditLine(text.label, text.hint, role=text.role, private=private, name=name)
    least, most = text.lines
    return EditArea(
        text.label,
        text.hint,
        role=text.role,
        lines=least,
        most_lines=most,
        private=private,
        name=name,
    )
