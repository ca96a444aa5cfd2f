"""Keeps unentered text while the pages that contain it are rebuilt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ui.components.page import Page
from ui.widgets.entry_line import EntryLine
from ui.widgets.labelled_field import LabelledField
from workshop_app.services.draft_file import Draft


class EntryText(NamedTuple):
    """The text of an entry line, and whether losing it would matter."""

    text: str
    begun: bool


class Drafts:
    """Not a widget, so that private text stored here cannot be visible in projected mode."""

    def __init__(self) -> None:
        self._typed: dict[tuple[str, str, str], EntryText] = {}
        self._too_long: dict[tuple[str, str, str], dict[str, str]] = {}

    def begun(self, pages: Iterable[Page]) -> frozenset[str]:
        """Return unentered texts, stored here and in visible lines of ``pages``."""
        waiting = {one.text for one in self._typed.values() if one.begun}
        lines = ((page, line) for page in pages for line in page.findChildren(EntryLine))
        shown = {line.text() for page, line in lines if line.begun and line.isVisibleTo(page)}
        return frozenset(waiting | shown)

    def too_long(self, pages: Iterable[Page]) -> frozenset[str]:
        """Return texts of records that are too long to be saved, stored here and in ``pages``."""
        shown = (field.unsaved() for page in pages for field in _records(page).values())
        return frozenset(
            text for kept in (*self._too_long.values(), *shown) for text in kept.values()
        )

    def all(self, workshop_id: str, pages: Mapping[str, Page]) -> Iterator[Draft]:
        """Return all unentered texts of lines: stored here, and in the pages of a workshop."""
        for (workshop, name, place), typed in self._typed.items():
            if typed.begun:
                yield Draft("line", workshop, name, place, "", "", typed.text, False)
        for name, page in pages.items():
            for entry in page.findChildren(EntryLine):
                if entry.objectName() and entry.begun:
                    place = entry.objectName()
                    text = entry.text()
                    yield Draft("line", workshop_id, name, place, "", "", text, False)

    def take(self, draft: Draft) -> None:
        """Store text of a line that was typed before the program was started."""
        self._typed[draft.workshop, draft.page, draft.place] = EntryText(draft.text, begun=True)

    def forget(self, workshop_id: str) -> None:
        """Drop the stored texts of a workshop, except those on the current page."""
        for kept in (self._typed, self._too_long):
            for place in [place for place in kept if place[0] == workshop_id]:
                del kept[place]  # type: ignore[attr-defined]

    def keep(self, workshop_id: str, name: str, page: Page) -> None:
        """Store a page's texts before it is discarded or shows another workshop."""
        for place, field in _records(page).items():
            if field.unsaved():
                self._too_long[workshop_id, name, place] = field.unsaved()
        for entry in page.findChildren(EntryLine):
            if entry.objectName():
                place = (workshop_id, name, entry.objectName())
                self._typed[place] = EntryText(entry.text(), entry.begun)

    def restore(self, workshop_id: str, name: str, page: Page) -> None:
        """Restore the texts in a page that replaces it or shows the workshop again."""
        for place, field in _records(page).items():
            field.bring_back(self._too_long.pop((workshop_id, name, place), {}))
        for entry in page.findChildren(EntryLine):
            typed = self._typed.pop((workshop_id, name, entry.objectName()), None)
            if typed is not None and typed.text and not entry.text():
                entry.bring_back(typed.text)


def _records(page: Page) -> dict[str, LabelledField]:
    """Return the fields of a page by names that are stable when the page is rebuilt.

    They are numbered within their section, since private mode has further fields in some.
    """
    fields: dict[str, LabelledField] = {}
    counts: Counter[str] = Counter()
    for field in page.findChildren(LabelledField):
        kind = f"{_section_of(field)} {type(field).__name__} {field.private}"
        counts[kind] += 1
        fields[f"{kind} {counts[kind]}"] = field
    return fields


def _section_of(field: LabelledField) -> str:
    """Return the name of the section, or of the page, that contains a field."""
    around = field.parentWidget()
    while around is not None and not getattr(around, "NAME", ""):
        around = around.parentWidget()
    return getattr(around, "NAME", "")
