"""What was in hand on the page that was left: the catalogue opens with it."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary


@dataclass(frozen=True, eq=False)
class SearchStart:
    """A problem's id, or empty; and the words that were being typed about it, or of their own.

    Each is another one, even with the same content: a search begins anew for it.
    """

    problem_id: str = ""
    words: str = ""


_kept: WeakKeyDictionary[object, SearchStart] = WeakKeyDictionary()


def keep_search_start(api: object, start: SearchStart | None) -> None:
    """Remember what a page of this window had in hand; nothing in hand changes nothing."""
    if start is not None:
        _kept[api] = start


def kept(api: object) -> SearchStart | None:
    """What the page had in hand that was left last."""
    return _kept.get(api)
