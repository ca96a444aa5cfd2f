"""A switch for a declared action."""

from __future__ import annotations

from ui.actions.binding import bind
from ui.actions.table import find
from ui.widgets.check_button import SWITCH, CheckButton
from workshop_app.i18n import tr


def action_switch(action_id: str) -> CheckButton:
    """Return a switch with the text and the key of an action without argument, bound to it."""
    definition = find(action_id)
    key = definition.keys[0] if definition.keys else None
    switch = CheckButton(tr(definition.short_words), SWITCH, key)
    bind(switch, action_id, switch.click)
    return switch
