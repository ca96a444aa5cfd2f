"""Values that a page keeps when it is rebuilt, such as for another mode or language."""

from __future__ import annotations

from typing import TypeVar, cast
from weakref import WeakKeyDictionary

from ui.components.page import Page, WindowApi

T = TypeVar("T")

FORMS = "forms"

_memories: WeakKeyDictionary[object, dict[str, dict[str, object]]] = WeakKeyDictionary()


def memory(page: Page) -> dict[str, object]:
    """Return values by name that survive ``page``, per window, page and workshop."""
    return memory_of(page.api, page.NAME)


def memory_of(api: WindowApi, place: str) -> dict[str, object]:
    """Return the same for a component used on several pages, under its own name."""
    per_place = _memories.setdefault(api, {})
    return per_place.setdefault(f"{place}:{api.session.workshop_id}", {})


def memory_in(api: WindowApi, page: str, workshop_id: str) -> dict[str, object]:
    """Return the values of a page in a workshop that need not be open."""
    return _memories.setdefault(api, {}).setdefault(f"{page}:{workshop_id}", {})


def memories(api: WindowApi) -> dict[tuple[str, str], dict[str, object]]:
    """Return all values that a window stores, by page and workshop."""
    places = ((place.rpartition(":"), kept) for place, kept in _memories.get(api, {}).items())
    return {(page, workshop_id): kept for (page, _, workshop_id), kept in places}


def forms(api: WindowApi, page: str) -> dict[tuple[str, str, str], dict[str, str]]:
    """Return the unsaved texts by field of a page's forms, whichever workshop is open.

    The keys are the ids of a form's workshop and of its record, and what it is about, which may be
    empty. They are on disk shortly after typing.
    """
    kept = memory_in(api, page, "").setdefault(FORMS, {})
    return cast("dict[tuple[str, str, str], dict[str, str]]", kept)


def lasting(page: Page, kind: type[T]) -> T:
    """Return the single object of this type that survives ``page``, created on first use."""
    found = memory(page).setdefault(kind.__name__, kind())
    if not isinstance(found, kind):
        raise TypeError(f"{kind.__name__} is kept as {type(found).__name__}")
    return found
