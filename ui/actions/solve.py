"""What can be done in step 6, Solve."""

from __future__ import annotations

from ui.actions.action_def import action, numbered, pair

ACTIONS = (
    action("solve.search", "/"),
    numbered("solve.choose", "Alt+{n}", last=9),
    pair("solve.problem", "Alt+Up", "Alt+Down"),
    action("solve.all", "Alt+L"),
    action("solve.wording", "Alt+W"),
    action("solve.details", "Alt+D"),
    action("solve.trail", "Alt+R"),
    action("solve.card", "Alt+C"),
    numbered("solve.kind", "Alt+{n}", last=6),
    action("solve.answer", "Alt+A"),
    action("solve.request", "Alt+Q"),
    action("solve.not_ours", "Alt+N"),
    action("solve.note", "Alt+T"),
)
