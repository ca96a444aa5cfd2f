"""Keys for moving in lists and fields, which the widgets handle themselves."""

from __future__ import annotations

from ui.actions.action_def import action, pair

ACTIONS = (
    pair("moving.rows", "Up", "Down"),
    pair("moving.pages", "PgUp", "PgDown"),
    action("moving.more", "Alt+PgDown"),
    action("moving.enter", "Enter"),
    action("moving.escape", "Esc"),
    action("moving.tick", "Space"),
    action("moving.delete", "Delete"),
    action("moving.next", "Tab"),
)
