"""Keeps unentered text while the pages that contain it are rebuilt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from ui.components.page import Page
from ui.widgets.labelled_field import LabelledField


class Drafts:
    """Not a widget, so that private text stored here cannot be visible in projected mode."""

    def __init__(self) -> None:
        self._too_long: dict[tuple[str, str, str], dict[str, str]] = {}

    def too_long(self, pages: Iterable[Page]) -> frozenset[str]:
        """Return texts of records that are too long to be saved, stored here and in ``pages``."""
        shown = (field.unsaved() for page in pages for field in _records(page).values())
        return frozenset(
            text for kept in (*self._too_long.values(), *shown) for text in kept.values()
        )

    def keep(self, workshop_id: str, name: str, page: Page) -> None:
        """Store a page's texts before it is discarded or shows another workshop."""
        for place, field in _records(page).items():
            if field.unsaved():
                self._too_long[workshop_id, name, place] = field.unsaved()

    def restore(self, workshop_id: str, name: str, page: Page) -> None:
        """Restore the texts in a page that replaces it or shows the workshop again."""
        for place, field in _records(page).items():
            field.bring_back(self._too_long.pop((workshop_id, name, place), {}))


def _records(page: Page) -> dict[str, LabelledField]:
    """Return the fields of a page by names that are stable when the page is rebuilt.

    They are numbered within their section, since private mode has further fields in some.
    """
    fields: dict[str, LabelledField] = {}
    counts: Counter[str] = Counter()
    for field in page.findChildren(LabelledField):
        kind = f"{getattr(section_of(field), 'NAME', '')} {type(field).__name__} {field.private}"
        counts[kind] += 1
        fields[f"{kind} {counts[kind]}"] = field
    return fields


def section_of(widget: QWidget) -> QWidget | None:
    """Return the section that contains a widget, or its page if that has no sections."""
    around = widget.parentWidget()
    while around is not None and not getattr(around, "NAME", ""):
        around = around.parentWidget()
    return around
