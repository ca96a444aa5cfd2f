"""Remembers from where each place outside the steps was opened, such as the settings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from ui.components import places


class Origin(NamedTuple):
    """Where a place was opened: the page, the workshop open there, and what had the keyboard."""

    page: str = "start"
    workshop: str = ""
    focus: QWidget | None = None
    asked: bool = False
    """Whether the question before private mode was in front of the page."""


class ReturnLinks:
    """A place may be opened from another one; going back never forms a loop."""

    def __init__(self) -> None:
        self._origins: dict[str, Origin] = {}

    def open(self, place: str, origin: Origin) -> None:
        """Record where ``place`` is opened."""
        if _has_return_link(place) and place not in self.way_back(origin.page):
            self._origins[place] = origin

    def forget(self) -> None:
        """Clear it, since the pages belong to another workshop."""
        self._origins.clear()

    def origin(self, place: str) -> Origin:
        """Return where ``place`` was opened, to which going back leads."""
        return self._origins.get(place, Origin())

    def way_back(self, page: str) -> Iterator[str]:
        """Yield a page, and those to which going back from it leads."""
        yield page
        while _has_return_link(page):
            page = self.origin(page).page
            yield page


def _has_return_link(name: str) -> bool:
    return name != "start" and places.find(name).step is None
