"""What a page remembers when it is built again, as for another mode or language."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from ui.pages.base import Page

_kept: WeakKeyDictionary[object, dict[str, dict[str, object]]] = WeakKeyDictionary()


def memory(page: Page) -> dict[str, object]:
    """Values by name that outlast ``page``: one dictionary per window, page and workshop."""
    per_page = _kept.setdefault(page.context, {})
    return per_page.setdefault(f"{page.NAME}:{page.session.workshop_id}", {})
