"""What can be done in step 6, Solve."""

from __future__ import annotations

from ui.actions.action_def import action, numbered, pair

ACTIONS = (
    action("solve.search", "/"),
    numbered("solve.choose", "Alt+{n}", last=9),
    pair("solve.problem", "Alt+Up", "Alt+Down"),
    action("solve.all", "Alt+L"),
    action("solve.wording", "Alt+W", label="widgets.problem.wording", icon="pen"),
    action("solve.details", "Alt+D", label="solve.foot.details"),
    action("solve.trail", "Alt+R", label="solve.foot.trail", icon="route"),
    action("solve.card", "Alt+C", label="solve.foot.card", icon="card"),
    numbered("solve.kind", "Alt+{n}", last=6),
    action("solve.answer", "Alt+A", label="solve.foot.answer", icon="pen"),
    action("solve.request", "Alt+Q", label="solve.foot.request", icon="plane"),
    action("solve.not_ours", "Alt+N", label="solve.foot.not_ours", icon="circle-slash"),
    action("solve.note", "Alt+T", label="solve.foot.notes", icon="note"),
)
