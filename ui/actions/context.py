"""What can be done in step 2, Context."""

from __future__ import annotations

from ui.actions.action_def import action, each, numbered, pair

ACTIONS = (
    pair("context.question", "Alt+Up", "Alt+Down"),
    numbered("context.speaker", "Alt+{n}", last=9),
    action("context.nobody", "Alt+0"),
    each("context.mark", "Alt+G", "Alt+B", "Alt+U"),
    action("context.problem", "Alt+P"),
    action("context.told", "Alt+F"),
    action("context.look", "Alt+L"),
    action("context.correct", "F2"),
    action("context.remove", "Alt+Del"),
    action("context.own", "Alt+N"),
    action("context.skip", "Alt+K"),
)
