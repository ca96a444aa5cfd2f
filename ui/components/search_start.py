"""The problem and words with which the catalogue opens: those of the page that was left."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary


@dataclass(frozen=True, eq=False)
class SearchStart:
    """A problem's id, or empty; and the words that were being typed about it, or of their own.

    Two of them are never equal: for each one the search begins again.
    """

    problem_id: str = ""
    words: str = ""


_by_window: WeakKeyDictionary[object, SearchStart] = WeakKeyDictionary()


def keep_search_start(api: object, start: SearchStart | None) -> None:
    """Remember a page's search start for its window; None changes nothing."""
    if start is not None:
        _by_window[api] = start


def last_search_start(api: object) -> SearchStart | None:
    """Return the search start of the page that was left last."""
    return _by_window.get(api)
