"""The problem and words of the previous page, with which the catalogue opens."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary


@dataclass(frozen=True, eq=False)
class SearchStart:
    """A problem's id, or empty; and the words being typed, about it or independent of it.

    Instances are never equal: each one starts a new search.
    """

    problem_id: str = ""
    words: str = ""


_by_window: WeakKeyDictionary[object, SearchStart] = WeakKeyDictionary()


def keep_search_start(api: object, start: SearchStart | None) -> None:
    """Store a page's search start in its window; None changes nothing."""
    if start is not None:
        _by_window[api] = start


def last_search_start(api: object) -> SearchStart | None:
    """Return the search start of the previous page."""
    return _by_window.get(api)
