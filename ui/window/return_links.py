"""Remembers from where each place outside the steps was opened, such as the settings."""

from __future__ import annotations

from collections.abc import Iterator

from ui.components import places


class ReturnLinks:
    """A place may be opened from another one; going back never forms a loop."""

    def __init__(self) -> None:
        self._opened_from: dict[str, str] = {}
        self._workshops: dict[str, str] = {}

    def open(self, place: str, here: str, workshop_id: str = "") -> None:
        """Record that ``place`` is opened from the page ``here`` with that workshop open."""
        if _has_return_link(place) and place not in self.way_back(here):
            self._opened_from[place] = here
            self._workshops[place] = workshop_id

    def forget(self) -> None:
        """Clear it, since the pages belong to another workshop."""
        self._opened_from.clear()
        self._workshops.clear()

    def workshop(self, place: str) -> str:
        """Return the workshop that was open where ``place`` was opened; empty for none."""
        return self._workshops.get(place, "")

    def back(self, place: str) -> str:
        """Return the page to which going back from ``place`` leads."""
        return self._opened_from.get(place, "start")

    def way_back(self, page: str) -> Iterator[str]:
        """Yield a page, and those to which going back from it leads."""
        yield page
        while _has_return_link(page):
            page = self.back(page)
            yield page


def _has_return_link(name: str) -> bool:
    return name != "start" and places.find(name).step is None
