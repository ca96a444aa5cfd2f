"""Actions while a break covers the window."""

from __future__ import annotations

from ui.actions.action_def import action, numbered
from ui.actions.meanings import Meaning

ACTIONS = (
    numbered("rest.minutes", "{n}", last=3),
    action("rest.end", "Esc", "Ctrl+B"),
    action("rest.black", Meaning.BLACK, "B", "."),
)
