"""Actions of step 7, Appraise."""

from __future__ import annotations

from ui.actions.action_def import action, numbered, pair
from ui.actions.meanings import Meaning

ACTIONS = (
    numbered("appraise.answer", "{n}", "Alt+{n}", last=3),
    action("appraise.ground", "Enter"),
    pair("appraise.problem", "Alt+Up", "Alt+Down"),
    action("appraise.wording", Meaning.WORDING, label="widgets.problem.wording", icon="pen"),
    action("appraise.way", "Ctrl+Shift+M", label="list.way", icon="speech"),
    action("appraise.rules", Meaning.VIEW, label="appraise.foot.rules"),
    action("appraise.more", Meaning.DETAILS, label="appraise.verdict.more"),
    action("appraise.overrule", Meaning.CHANGE, label="appraise.foot.overrule"),
    action(
        "appraise.voices",
        Meaning.LIST,
        label="appraise.foot.voices",
        icon="people",
        private_only=True,
    ),
    action(
        "appraise.same",
        Meaning.ACCEPT,
        label="appraise.voices.same",
        icon="check",
        private_only=True,
    ),
    action(
        "appraise.not_same",
        "Alt+Del",
        label="appraise.voices.not_same",
        icon="close",
        private_only=True,
    ),
    numbered("appraise.verdict", "{n}", "Alt+{n}", last=7),
    action(
        "appraise.take_back", Meaning.TAKE_BACK, label="appraise.overrule.take_back", icon="undo"
    ),
    action("appraise.request_text", Meaning.WRITE, label="appraise.foot.request"),
    action("appraise.request", Meaning.REQUEST, label="appraise.foot.make_request", icon="plane"),
    action("appraise.handed_over", "Ctrl+Shift+H", label="promises.hand_over.do", icon="plane"),
)
