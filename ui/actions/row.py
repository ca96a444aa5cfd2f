"""Actions on a row of a list; the lists handle these keys themselves."""

from __future__ import annotations

from ui.actions.action_def import action

ACTIONS = (
    action("row.open", "Enter", label="menu.row.open", icon="arrow-right"),
    action("row.edit", "Enter", label="menu.row.edit", icon="pen"),
    action("row.choose", "Enter", label="menu.row.choose", icon="check"),
    action("row.take", "Enter", label="menu.row.take", icon="undo"),
    action("row.tick", "Space", label="menu.row.tick", icon="check"),
    action("row.remove", "Delete", label="menu.row.remove", icon="trash"),
)
