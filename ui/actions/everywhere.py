"""Actions available everywhere in the window."""

from __future__ import annotations

from ui.actions.action_def import action, each, numbered, pair
from ui.actions.meanings import Meaning

ACTIONS = (
    action("everywhere.keys", Meaning.HELP, "?", label="menu.keys", icon="keyboard"),
    action("everywhere.palette", "Ctrl+K", label="menu.palette", icon="search"),
    action("everywhere.menu", "Ctrl+Shift+K", icon="more"),
    action("everywhere.row_menu", "Menu", "Shift+F10"),
    action(
        "everywhere.customer", "Ctrl+U", label="menu.customer", icon="building", private_only=True
    ),
    action("everywhere.catalogue", "Ctrl+F", label="menu.catalogue", icon="book"),
    action("everywhere.last_time", "Ctrl+R", label="menu.last_time", icon="undo"),
    action("everywhere.settings", "Ctrl+,", label="menu.settings", icon="sliders"),
    action("everywhere.setup", "Ctrl+M", label="menu.setup", icon="server"),
    action(
        "everywhere.requests",
        "Ctrl+Shift+J",
        label="menu.requests",
        icon="plane",
        private_only=True,
    ),
    action(
        "everywhere.backups",
        "Ctrl+Shift+B",
        label="menu.backups",
        icon="archive",
        private_only=True,
    ),
    action("everywhere.primary", "Ctrl+Enter"),
    pair("everywhere.neighbour", "Ctrl+PgUp", "Ctrl+PgDown", when_locked=True),
    numbered("everywhere.step", "Ctrl+{n}", last=8),
    action("everywhere.papers", "Ctrl+E", label="menu.papers", icon="document"),
    action("everywhere.undo", "Ctrl+Z", icon="undo"),
    action("everywhere.redo", "Ctrl+Shift+Z", "Ctrl+Y", icon="redo"),
    action(
        "everywhere.freeze",
        Meaning.FREEZE,
        "F",
        label="menu.freeze",
        icon="pause",
        when_locked=True,
    ),
    action(
        "everywhere.black",
        Meaning.BLACK,
        "B",
        ".",
        label="menu.black",
        icon="black",
        when_locked=True,
    ),
    action("everywhere.swap", "S"),
    action("everywhere.later", "R", label="menu.reveal", icon="reveal", when_locked=True),
    action("everywhere.audience_display", "W", label="menu.audience_display", icon="screen"),
    action(
        "everywhere.timer",
        Meaning.TIMER,
        "T",
        label="menu.timer",
        icon="timer",
        when_locked=True,
    ),
    each("everywhere.longer", "Ctrl+Alt+1", "Ctrl+Alt+5", when_locked=True),
    action("everywhere.sleep", "Ctrl+Alt+C"),
    action("everywhere.shorten", "Ctrl+Alt+X"),
    action("everywhere.next_problem", "Ctrl+Alt+N"),
    action("everywhere.rest", "Ctrl+B", label="menu.rest", icon="sun"),
    action("everywhere.script", Meaning.GUIDE, label="menu.script", icon="speech"),
    action(
        "everywhere.lock",
        "Ctrl+L",
        Meaning.PRESENT,
        label="menu.lock",
        icon="keyboard",
        when_locked=True,
    ),
    each("everywhere.text_size", "Ctrl++", "Ctrl+-"),
    each("everywhere.audience_text_size", "Ctrl+Alt++", "Ctrl+Alt+-"),
    action("everywhere.private", "Ctrl+Shift+P", label="menu.private", icon="lock"),
)
