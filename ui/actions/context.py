"""What can be done in step 2, Context."""

from __future__ import annotations

from ui.actions.action_def import action, each, numbered, pair

ACTIONS = (
    pair("context.question", "Alt+Up", "Alt+Down"),
    numbered("context.speaker", "Alt+{n}", last=9),
    action("context.nobody", "Alt+0"),
    each("context.mark", "Alt+G", "Alt+B", "Alt+U"),
    action("context.problem", "Alt+P", label="context.make_problem", icon="arrow-right"),
    action("context.told", "Alt+F", label="setup.answers.take", icon="plus"),
    action("context.others", "Alt+L", label="context.open_others", icon="chevron-down"),
    action("context.correct", "F2", label="context.correct", icon="pen"),
    action("context.remove", "Alt+Del", label="context.remove", icon="trash"),
    action("context.own", "Alt+N", label="context.own", icon="plus"),
    action("context.skip", "Alt+K", label="context.skip", icon="arrow-right"),
)
