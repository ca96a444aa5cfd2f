"""What can be done in step 7, Appraise."""

from __future__ import annotations

from ui.actions.action_def import action, numbered, pair

ACTIONS = (
    numbered("appraise.answer", "{n}", "Alt+{n}", last=3),
    action("appraise.ground", "Enter"),
    pair("appraise.problem", "Alt+Up", "Alt+Down"),
    action("appraise.wording", "Alt+W", label="widgets.problem.wording", icon="pen"),
    action("appraise.rules", "Alt+R", label="appraise.foot.rules"),
    action("appraise.more", "Alt+M", label="appraise.verdict.more"),
    action("appraise.overrule", "Alt+V", label="appraise.foot.overrule"),
    numbered("appraise.verdict", "{n}", "Alt+{n}", last=7),
    action("appraise.take_back", "Alt+X", label="appraise.overrule.take_back", icon="undo"),
    action("appraise.request_text", "Alt+D", label="appraise.foot.request"),
    action("appraise.request", "Alt+Q", label="appraise.foot.make_request", icon="plane"),
)
