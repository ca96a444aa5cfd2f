"""A field for a time of day."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.widgets.labelled_field import LabelledField
from ui.widgets.plain_field import PlainField
from workshop_app.domain.clock_time import parse_time
from workshop_app.i18n import tr


class TimeField(LabelledField):
    """A time of day, typed in any form that `parse_time` accepts.

    ``time_changed`` carries it as ``HH:MM``, or empty. An invalid text stays in the field, with an
    error, until it is corrected or the recorded time changes.
    """

    time_changed = Signal(str)

    def __init__(
        self, label: str, *, role: str = "body", label_width: int = 0, name: str = ""
    ) -> None:
        field = PlainField(role, most_lines=1)
        super().__init__(label, field, limit=40, label_width=label_width, name=name)
        self._time = ""
        self.edited.connect(self._read)
        self.field.focus_entered.connect(self.field.selectAll)

    def set_time(self, time: str, record_id: str) -> None:
        """Show the recorded time of a record, ``HH:MM`` or empty. Text being typed is kept."""
        another = self._is_another(record_id)
        if not another and time == self._time:
            return
        self._time = time
        if another:
            self.set_text(time, record_id)
        elif not self._shows(time):
            self.show_error("")
            self.set_text(time, record_id)

    def give_up(self, saved: str) -> None:
        self._time = saved
        super().give_up(saved)

    def _shows(self, time: str) -> bool:
        """Return whether the field is focused and contains a typed form of that time."""
        try:
            return self.field.hasFocus() and parse_time(self.text()) == time
        except ValueError:
            return False

    def _left(self) -> None:
        super()._left()
        if not self.error:
            self.set_text(self._time, self._record_id)

    def _read(self, text: str) -> None:
        try:
            time = parse_time(text)
        except ValueError:
            self.show_error(tr("widgets.time.wrong"))
            return
        if time != self._time:
            self._time = time
            self.time_changed.emit(time)
