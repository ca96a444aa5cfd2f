"""How a page is looked at, for when it is rebuilt; it is on no disk, and gone with the program.

Current rows and sections, filters, words searched for, and the options of an export with its
password. What was typed or chosen to be saved is in `ui.forms.unsent`.
"""

from __future__ import annotations

from weakref import WeakKeyDictionary

from ui.components.page import Page
from ui.components.window_api import WindowApi

_memories: WeakKeyDictionary[object, dict[str, dict[str, object]]] = WeakKeyDictionary()


def memory(page: Page) -> dict[str, object]:
    """Return values by name that survive ``page``, per window, page and workshop."""
    return memory_of(page.api, page.NAME)


def memory_of(api: WindowApi, name: str) -> dict[str, object]:
    """Return the same for a component used on several pages, under its own name."""
    by_name = _memories.setdefault(api, {})
    return by_name.setdefault(f"{name}:{api.session.workshop_id}", {})
