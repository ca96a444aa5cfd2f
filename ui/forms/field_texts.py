"""The refused content of a field, in the window's unsaved content."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from ui.forms.unsent import Slot, Unsent, field_slot
from ui.widgets.labelled_field import LabelledField


class FieldTexts:
    """What one field of a page refused, by record id and part.

    ``workshop`` is that of records not seen before; a record stays with its workshop.
    """

    def __init__(self, unsent: Unsent, page: str, field: LabelledField, workshop: str) -> None:
        self._unsent = unsent
        self._page = page
        self._field = field
        self._workshops: dict[str, str] = {}
        self.workshop = workshop
        field.keep_in(self._parts, self._put)
        unsent.attach(self)

    def keep(self) -> None:
        self._field.keep()

    def field_of(self, slot: Slot) -> QWidget | None:
        known = slot.record in self._workshops  # another field may have the same name
        return self._field if known and slot == self._slot(slot.record) else None

    def _parts(self, record: str) -> Mapping[str, str]:
        return self._unsent.parts(self._slot(record))

    def _put(self, record: str, parts: Mapping[str, str]) -> None:
        self._unsent.put(self._slot(record), parts)

    def _slot(self, record: str) -> Slot:
        workshop = self._workshops.setdefault(record, self.workshop)
        return field_slot(workshop, self._page, self._field.objectName(), record)
