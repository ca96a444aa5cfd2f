"""What can be done everywhere in the window."""

from __future__ import annotations

from ui.actions.action_def import action, each, numbered, pair

ACTIONS = (
    action("everywhere.keys", "?", "F1", icon="keyboard"),
    action("everywhere.palette", "Ctrl+K"),
    action("everywhere.catalogue", "Ctrl+F"),
    action("everywhere.settings", "Ctrl+,"),
    action("everywhere.setup", "Ctrl+M"),
    action("everywhere.primary", "Ctrl+Enter"),
    pair("everywhere.neighbour", "Ctrl+PgUp", "Ctrl+PgDown", when_locked=True),
    numbered("everywhere.step", "Ctrl+{n}", last=8),
    action("everywhere.papers", "Ctrl+E", icon="document"),
    action("everywhere.undo", "Ctrl+Z", icon="undo"),
    action("everywhere.redo", "Ctrl+Shift+Z", "Ctrl+Y"),
    action("everywhere.freeze", "F", when_locked=True),
    action("everywhere.black", "B", ".", when_locked=True),
    action("everywhere.swap", "S"),
    action("everywhere.later", "R", when_locked=True),
    action("everywhere.wall", "W"),
    action("everywhere.timer", "T", when_locked=True),
    each("everywhere.longer", "Ctrl+Alt+1", "Ctrl+Alt+5", when_locked=True),
    action("everywhere.sleep", "Ctrl+Alt+C"),
    action("everywhere.shorten", "Ctrl+Alt+X"),
    action("everywhere.rest", "Ctrl+B"),
    action("everywhere.script", "F4"),
    action("everywhere.lock", "Ctrl+L", "F5", when_locked=True),
    each("everywhere.text_size", "Ctrl++", "Ctrl+-"),
    each("everywhere.wall_letters", "Ctrl+Alt++", "Ctrl+Alt+-"),
    action("everywhere.private", "Ctrl+Shift+P"),
)
