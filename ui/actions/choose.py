"""What can be done in step 5, Choose."""

from __future__ import annotations

from ui.actions.action_def import action, pair

ACTIONS = (
    action("choose.hand", "Enter", label="choose.count.next"),
    action("choose.field", "Alt+H"),
    action("choose.close", "Alt+C"),
    action("choose.reopen", "Alt+O", label="choose.rank.reopen", icon="undo"),
    action("choose.mark", "Alt+X", "Space", label="choose.rank.mark", icon="check"),
    action("choose.top", "Alt+T", label="choose.rank.top_do"),
    action("choose.way", "Alt+D", label="choose.dots.to_dots", icon="swap"),
    pair("choose.ballot", "Alt+Up", "Alt+Down"),
    action("choose.again", "Alt+N", label="choose.rank.again", icon="refresh"),
    action("choose.tied", "Alt+R", label="choose.rank.tied", icon="rules"),
    pair("choose.round", "Alt+Left", "Alt+Right"),
)
