"""What can be done in step 5, Choose."""

from __future__ import annotations

from ui.actions.action_def import action, pair

ACTIONS = (
    action("choose.hand", "Enter"),
    action("choose.field", "Alt+H"),
    action("choose.close", "Alt+C"),
    action("choose.reopen", "Alt+O"),
    action("choose.mark", "Alt+X", "Space"),
    action("choose.top", "Alt+T"),
    action("choose.way", "Alt+D"),
    pair("choose.ballot", "Alt+Up", "Alt+Down"),
    action("choose.again", "Alt+N"),
    action("choose.tied", "Alt+R"),
    pair("choose.round", "Alt+Left", "Alt+Right"),
)
