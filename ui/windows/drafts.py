"""What was typed and is saved nowhere, while the pages it stands in are built anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ui.pages.base import Page
from ui.widgets.entry_line import EntryLine
from ui.widgets.labelled_field import LabelledField


class Drafts:
    """No widget: a private text waits here for private mode, out of the room's sight."""

    def __init__(self) -> None:
        self._typed: dict[tuple[str, str], str] = {}
        self._too_long: dict[tuple[str, str], dict[str, str]] = {}

    def forget_typed(self) -> None:
        """Throw away what was never entered: another workshop is open."""
        self._typed = {}

    def too_long(self, pages: Iterable[Page]) -> frozenset[str]:
        """Texts of records that are too long to be saved, here and on these pages."""
        shown = (field.unsaved() for page in pages for field in _records(page).values())
        return frozenset(
            text for kept in (*self._too_long.values(), *shown) for text in kept.values()
        )

    def keep(self, name: str, page: Page) -> None:
        """Take what stands in a page that is thrown away."""
        for place, field in _records(page).items():
            if field.unsaved():
                self._too_long[name, place] = field.unsaved()
        for entry in page.findChildren(EntryLine):
            if entry.objectName():
                self._typed[name, entry.objectName()] = entry.text()

    def restore(self, name: str, page: Page) -> None:
        """Give it to the page that takes its place."""
        for place, field in _records(page).items():
            field.bring_back(self._too_long.pop((name, place), {}))
        for entry in page.findChildren(EntryLine):
            text = self._typed.pop((name, entry.objectName()), "")
            if text and not entry.text():
                entry.set_text(text)


def _records(page: Page) -> dict[str, LabelledField]:
    """The fields of a page's records by a name that is the same when the page is built anew."""
    fields: dict[str, LabelledField] = {}
    counts: Counter[str] = Counter()
    for field in page.findChildren(LabelledField):
        kind = f"{type(field).__name__} {field.private}"
        counts[kind] += 1
        fields[f"{kind} {counts[kind]}"] = field
    return fields
