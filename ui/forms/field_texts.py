"""The refused content of a field, in the window's unsaved content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping

from ui.forms.unsent import Slot, Unsent

_FIELD = "field "


class FieldTexts(MutableMapping[str, Mapping[str, str]]):
    """What one field of a page refused, by record id and part.

    ``workshop`` is that of records not seen before; a record stays with its workshop.
    """

    def __init__(self, unsent: Unsent, page: str, name: str, workshop: str) -> None:
        self._unsent = unsent
        self._page = page
        self._editor = _FIELD + name
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
        return iter(self._unsent.records(self.workshop, self._page, self._editor))

    def __len__(self) -> int:
        return len(list(iter(self)))

    def _slot(self, record: str) -> Slot:
        workshop = self._workshops.setdefault(record, self.workshop)
        return Slot(workshop, self._page, self._editor, record)


def is_of_field(slot: Slot) -> bool:
    """Return whether a slot has refused content of a field of a record."""
    return slot.editor.startswith(_FIELD)
