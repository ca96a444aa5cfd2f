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


def memory_in(api: WindowApi, page: str, workshop_id: str) -> dict[str, object]:
    """The values of a page in a workshop that need not be open."""
    return _memories.setdefault(api, {}).setdefault(f"{page}:{workshop_id}", {})


def memories(api: WindowApi) -> dict[tuple[str, str], dict[str, object]]:
    """All that a window remembers, by page and workshop."""
    places = ((place.rpartition(":"), kept) for place, kept in _memories.get(api, {}).items())
    return {(page, workshop_id): kept for (page, _, workshop_id), kept in places}


def lasting(page: Page, kind: type[T]) -> T:
    """Return the one object of this kind that outlasts ``page``, made when first asked for."""
    found = memory(page).setdefault(kind.__name__, kind())
    if not isinstance(found, kind):
        raise TypeError(f"{kind.__name__} is kept as {type(found).__name__}")
    return found
