"""Actions of step 6, Solve."""

from __future__ import annotations

from ui.actions.action_def import action, numbered, pair
from ui.actions.meanings import Meaning

ACTIONS = (
    action("solve.search", "/"),
    numbered("solve.choose", "Alt+{n}", last=9),
    pair("solve.problem", "Alt+Up", "Alt+Down"),
    pair("solve.gap", "Alt+Left", "Alt+Right"),
    action("solve.all", Meaning.LIST),
    action("solve.wording", Meaning.WORDING, label="widgets.problem.wording", icon="pen"),
    action("solve.way", "Ctrl+Shift+M", label="list.way", icon="speech"),
    action("solve.details", Meaning.DETAILS, label="solve.foot.details"),
    action("solve.more", "Ctrl+Shift+D", label="solve.list.more"),
    action("solve.find", Meaning.HOLD, label="solve.find.begin", icon="people"),
    action("solve.hint", Meaning.REVEAL, label="solve.find.give", icon="lightbulb"),
    numbered("solve.found", "Alt+{n}", last=3),
    action("solve.trail", Meaning.VIEW, label="solve.foot.trail", icon="route"),
    action("solve.card", Meaning.CARD, label="solve.foot.card", icon="card"),
    numbered("solve.kind", "Alt+{n}", last=6),
    action("solve.answer", Meaning.INPUT, label="solve.foot.answer", icon="pen"),
    action("solve.edit_card", Meaning.EDIT, label="solve.edit_card.heading", icon="pen"),
    action("solve.request", Meaning.REQUEST, label="solve.foot.request", icon="plane"),
    action("solve.not_ours", Meaning.NOT_OURS, label="solve.foot.not_ours", icon="circle-slash"),
    action("solve.note", Meaning.WRITE, label="solve.foot.notes", icon="note"),
)
