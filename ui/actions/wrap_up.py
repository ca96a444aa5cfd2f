"""Actions of step 8, Wrap up."""

from __future__ import annotations

from ui.actions.action_def import action, numbered, pair
from ui.actions.meanings import Meaning
from workshop_app.domain.workshop import COMMUNITY_LINKS

ACTIONS = (
    pair("wrap_up.section", "PgUp", "PgDown"),
    numbered("wrap_up.person", "Alt+{n}", last=9),
    action("wrap_up.nobody", "Alt+0"),
    action("wrap_up.proposals", Meaning.LIST, icon="chevron-down"),
    action("wrap_up.problem", "Ctrl+Shift+N", icon="chevron-down"),
    action("wrap_up.insert", Meaning.ACCEPT, label="wrap_up.alone.insert", icon="plus"),
    action("wrap_up.more", Meaning.DETAILS, label="wrap_up.alone.more"),
    numbered("wrap_up.pointer", "{n}", "Alt+{n}", last=len(COMMUNITY_LINKS)),
    action(
        "wrap_up.export",
        "Ctrl+Shift+E",
        label="wrap_up.papers.start",
        icon="document",
        private_only=True,
    ),
    action("wrap_up.pass_on", "Ctrl+Shift+R", label="promises.pass_on.do", icon="plane"),
    action("wrap_up.handed_over", "Ctrl+Shift+H", label="promises.hand_over.do", icon="plane"),
)
