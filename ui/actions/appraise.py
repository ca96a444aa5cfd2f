"""What can be done in step 7, Appraise."""

from __future__ import annotations

from ui.actions.action_def import action, numbered, pair

ACTIONS = (
    numbered("appraise.answer", "{n}", "Alt+{n}", last=3),
    action("appraise.ground", "Enter"),
    pair("appraise.problem", "Alt+Up", "Alt+Down"),
    action("appraise.all", "Alt+L"),
    action("appraise.wording", "Alt+W"),
    action("appraise.rules", "Alt+R"),
    action("appraise.more", "Alt+M"),
    action("appraise.overrule", "Alt+V"),
    numbered("appraise.verdict", "Alt+{n}", last=7),
    action("appraise.take_back", "Alt+X"),
    action("appraise.request_text", "Alt+D"),
    action("appraise.request", "Alt+Q"),
)
