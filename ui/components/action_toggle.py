"""A switch for a declared action."""

from __future__ import annotations

from ui.actions.binding import bind
from ui.actions.table import find
from ui.widgets.toggle import Toggle
from workshop_app.i18n import tr


def action_toggle(action_id: str) -> Toggle:
    """Return a switch with the text and the key of an action without argument, bound to it."""
    definition = find(action_id)
    key = definition.keys[0] if definition.keys else None
    toggle = Toggle(tr(definition.label or definition.words), key=key, keyless=True)
    bind(toggle, action_id, toggle.click)
    return toggle
