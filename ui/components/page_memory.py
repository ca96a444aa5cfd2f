"""Values that a page keeps when it is built again, as for another mode or language."""

from __future__ import annotations

from typing import TypeVar
from weakref import WeakKeyDictionary

from ui.components.page import Page, WindowApi

T = TypeVar("T")

_memories: WeakKeyDictionary[object, dict[str, dict[str, object]]] = WeakKeyDictionary()


def memory(page: Page) -> dict[str, object]:
    """Values by name that outlast ``page``, per window, page and workshop."""
    return memory_of(page.api, page.NAME)


def memory_of(api: WindowApi, place: str) -> dict[str, object]:
    """The same for a part used on several pages, under a name of its own."""
    per_place = _memories.setdefault(api, {})
    return per_place.setdefault(f"{place}:{api.session.workshop_id}", {})


def lasting(page: Page, kind: type[T]) -> T:
    """Return the one object of this kind that outlasts ``page``, made when first asked for."""
    found = memory(page).setdefault(kind.__name__, kind())
    if not isinstance(found, kind):
        raise TypeError(f"{kind.__name__} is kept as {type(found).__name__}")
    return found
