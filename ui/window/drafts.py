"""What was typed and is saved nowhere, while the pages it stands in are built anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ui.components.page import Page
from ui.widgets.entry_line import EntryLine
from ui.widgets.labelled_field import LabelledField


@dataclass(frozen=True)
class EntryText:
    """What stood in a line, and whether it would be missed."""

    text: str
    begun: bool


class Drafts:
    """No widget: a private text waits here for private mode, out of the room's sight."""

    def __init__(self) -> None:
        self._typed: dict[tuple[str, str, str], EntryText] = {}
        self._too_long: dict[tuple[str, str], dict[str, str]] = {}

    def begun(self, pages: Iterable[Page]) -> frozenset[str]:
        """What was typed and not entered, here and where it is seen on these pages."""
        waiting = {one.text for one in self._typed.values() if one.begun}
        lines = ((page, line) for page in pages for line in page.findChildren(EntryLine))
        shown = {line.text() for page, line in lines if line.begun and line.isVisibleTo(page)}
        return frozenset(waiting | shown)

    def too_long(self, pages: Iterable[Page]) -> frozenset[str]:
        """Texts of records that are too long to be saved, here and on these pages."""
        shown = (field.unsaved() for page in pages for field in _records(page).values())
        return frozenset(
            text for kept in (*self._too_long.values(), *shown) for text in kept.values()
        )

    def keep(self, workshop_id: str, name: str, page: Page) -> None:
        """Take what stands in a page of a workshop, which is thrown away or shows another one."""
        for place, field in _records(page).items():
            if field.unsaved():
                self._too_long[name, place] = field.unsaved()
        for entry in page.findChildren(EntryLine):
            if entry.objectName():
                place = (workshop_id, name, entry.objectName())
                self._typed[place] = EntryText(entry.text(), entry.begun)

    def restore(self, workshop_id: str, name: str, page: Page) -> None:
        """Give it to the page that takes its place, or shows its workshop again."""
        for place, field in _records(page).items():
            field.bring_back(self._too_long.pop((name, place), {}))
        for entry in page.findChildren(EntryLine):
            typed = self._typed.pop((workshop_id, name, entry.objectName()), None)
            if typed is not None and typed.text and not entry.text():
                entry.bring_back(typed.text)


def _records(page: Page) -> dict[str, LabelledField]:
    """The fields of a page's records by a name that is the same when the page is built anew."""
    fields: dict[str, LabelledField] = {}
    counts: Counter[str] = Counter()
    for field in page.findChildren(LabelledField):
        kind = f"{type(field).__name__} {field.private}"
        counts[kind] += 1
        fields[f"{kind} {counts[kind]}"] = field
    return fields
