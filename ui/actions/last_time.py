"""Actions of the review of the previous visit."""

from __future__ import annotations

from ui.actions.action_def import action, numbered, pair
from ui.actions.meanings import Meaning

ACTIONS = (
    pair("last_time.section", "PgUp", "PgDown"),
    numbered("last_time.answer", "{n}", last=3),
    numbered("last_time.person", "Alt+{n}", last=9),
    action("last_time.everybody", "Alt+0", label="last_time.add_all", icon="plus"),
    action("last_time.note", Meaning.WRITE, label="last_time.write", icon="pen"),
    action("last_time.entry", Meaning.CARD, label="last_time.problems.entry_do", icon="book"),
    action("last_time.take", Meaning.ACCEPT, label="last_time.problems.take", icon="plus"),
    action(
        "last_time.request",
        Meaning.DETAILS,
        label="last_time.requests.open",
        icon="arrow-right",
        private_only=True,
    ),
)
