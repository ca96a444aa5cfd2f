"""Actions of step 5, Choose."""

from __future__ import annotations

from ui.actions.action_def import action, pair
from ui.actions.meanings import Meaning

ACTIONS = (
    action("choose.hand", "Enter", label="choose.count.next"),
    action("choose.field", Meaning.INPUT),
    action("choose.close", "Ctrl+Enter", label="choose.count.close"),
    action("choose.reopen", Meaning.TAKE_BACK, label="choose.rank.reopen", icon="undo"),
    action("choose.mark", "Space", "Alt+Space", label="choose.rank.mark", icon="check"),
    action("choose.top", Meaning.ACCEPT, label="choose.rank.top_do"),
    action("choose.way", "Ctrl+Shift+D", label="choose.dots.to_dots", icon="swap"),
    pair("choose.ballot", "Alt+Up", "Alt+Down"),
    action("choose.again", Meaning.AGAIN, label="choose.rank.again", icon="refresh"),
    action("choose.tied", Meaning.AGAIN_IN_PART, label="choose.rank.tied", icon="rules"),
    action("choose.find", Meaning.HOLD, label="choose.rank.find", icon="people"),
    action("choose.heard", "Ctrl+Shift+M", label="list.way", icon="speech"),
    pair("choose.round", "Alt+Left", "Alt+Right"),
)
