"""The refused content of a field, in the window's unsaved content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping

from PySide6.QtWidgets import QWidget

from ui.forms.unsent import Slot, Unsent, field_slot
from ui.widgets.labelled_field import LabelledField


class FieldTexts(MutableMapping[str, Mapping[str, str]]):
    """What one field of a page refused, by record id and part.

    ``workshop`` is that of records not seen before; a record stays with its workshop.
    """

    def __init__(self, unsent: Unsent, page: str, field: LabelledField, workshop: str) -> None:
        self._unsent = unsent
        self._page = page
        self._field = field
        self._workshops: dict[str, str] = {}
        self.workshop = workshop

    def __getitem__(self, record: str) -> Mapping[str, str]:
        parts = self._unsent.parts(self._slot(record))
        if not parts:
            raise KeyError(record)
        return parts

    def __setitem__(self, record: str, parts: Mapping[str, str]) -> None:
        self._unsent.put(self._slot(record), parts)

    def __delitem__(self, record: str) -> None:
        self._unsent.drop(self._slot(record))

    def __iter__(self) -> Iterator[str]:
        return iter(self._unsent.records(*self._slot_in(self.workshop)[:3]))

    def __len__(self) -> int:
        return len(list(iter(self)))

    def keep(self) -> None:
        self._field.keep()

    def field_of(self, slot: Slot) -> QWidget | None:
        known = slot.record in self._workshops  # another field may have the same name
        return self._field if known and slot == self._slot(slot.record) else None

    def _slot(self, record: str) -> Slot:
        return self._slot_in(self._workshops.setdefault(record, self.workshop), record)

    def _slot_in(self, workshop: str, record: str = "") -> Slot:
        return field_slot(workshop, self._page, self._field.objectName(), record)
