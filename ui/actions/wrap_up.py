"""What can be done in step 8, Wrap up."""

from __future__ import annotations

from ui.actions.action_def import action, numbered, pair

ACTIONS = (
    pair("wrap_up.section", "PgUp", "PgDown"),
    numbered("wrap_up.person", "Alt+{n}", last=9),
    action("wrap_up.nobody", "Alt+0"),
    action("wrap_up.insert", "Alt+I"),
    action("wrap_up.more", "Alt+M"),
    numbered("wrap_up.pointer", "{n}", "Alt+{n}", last=6),
    action("wrap_up.export", "Alt+E", private_only=True),
)
