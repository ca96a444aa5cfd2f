"""Values that a page keeps when it is rebuilt, such as for another mode or language."""

from __future__ import annotations

from typing import TypeVar
from weakref import WeakKeyDictionary

from ui.components.page import Page, WindowApi

T = TypeVar("T")

_memories: WeakKeyDictionary[object, dict[str, dict[str, object]]] = WeakKeyDictionary()


def memory(page: Page) -> dict[str, object]:
    """Return values by name that survive ``page``, per window, page and workshop."""
    return memory_of(page.api, page.NAME)


def memory_of(api: WindowApi, place: str) -> dict[str, object]:
    """Return the same for a component used on several pages, under its own name."""
    per_place = _memories.setdefault(api, {})
    return per_place.setdefault(f"{place}:{api.session.workshop_id}", {})


def lasting(page: Page, kind: type[T]) -> T:
    """Return the single object of this type that survives ``page``, created on first use."""
    found = memory(page).setdefault(kind.__name__, kind())
    if not isinstance(found, kind):
        raise TypeError(f"{kind.__name__} is kept as {type(found).__name__}")
    return found
