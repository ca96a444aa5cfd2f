"""The most important actions of each place: some twenty, listed first in the cheat sheet."""

from __future__ import annotations

from ui.actions.action_def import ActionDef
from ui.actions.table import ACTIONS, find

_EVERYWHERE = (
    "everywhere.primary",
    "everywhere.undo",
    "everywhere.menu",
    "everywhere.palette",
    "everywhere.neighbour",
    "everywhere.freeze",
    "everywhere.black",
    "everywhere.timer",
    "everywhere.rest",
    "everywhere.papers",
    "everywhere.private",
)
_MOVING = ("moving.rows", "moving.pages", "moving.enter", "moving.escape")
_OF_PLACE = {
    "context": (
        "context.speaker",
        "context.nobody",
        "context.question",
        "context.mark",
        "context.problem",
        "context.correct",
        "context.others",
        "context.own",
    ),
    "list": (
        "list.speaker",
        "list.paste",
        "list.correct",
        "list.writing",
        "list.sheet",
        "list.nameless",
        "list.later",
        "list.park",
    ),
    "sort": (
        "sort.put",
        "sort.new",
        "sort.select",
        "sort.merge",
        "sort.take_hint",
        "sort.reword",
        "sort.park",
        "sort.theme",
    ),
    "choose": (
        "choose.hand",
        "choose.close",
        "choose.mark",
        "choose.top",
        "choose.reopen",
        "choose.again",
        "choose.tied",
        "choose.find",
    ),
    "solve": (
        "solve.choose",
        "solve.problem",
        "solve.all",
        "solve.details",
        "solve.request",
        "solve.answer",
        "solve.edit_card",
        "solve.card",
        "solve.not_ours",
        "solve.wording",
        "solve.note",
        "solve.find",
    ),
    "appraise": (
        "appraise.answer",
        "appraise.ground",
        "appraise.problem",
        "appraise.request",
        "appraise.request_text",
        "appraise.overrule",
        "appraise.rules",
        "appraise.all",
        "appraise.wording",
    ),
    "prepare": (
        "prepare.section",
        "prepare.paste",
        "prepare.plans",
        "prepare.moved",
        "prepare.rules",
    ),
    "wrap_up": (
        "wrap_up.section",
        "row.edit",
        "wrap_up.person",
        "wrap_up.nobody",
        "wrap_up.insert",
        "wrap_up.proposals",
        "wrap_up.problem",
        "wrap_up.pass_on",
        "wrap_up.handed_over",
    ),
    "hand_outs": ("hand_outs.paper", "hand_outs.preview", "hand_outs.codes", "hand_outs.again"),
}
"""Places that are not listed have few keys, all of which are important."""


def main_actions(place: str) -> dict[str, tuple[ActionDef, ...]]:
    """Return the actions to show first at ``place``, by their part of the cheat sheet."""
    own = ACTIONS.get(place, ())
    if place in _OF_PLACE:
        own = tuple(find(action_id) for action_id in _OF_PLACE[place])
    parts = {place: own} if own and place not in ("everywhere", "moving") else {}
    parts["everywhere"] = tuple(find(action_id) for action_id in _EVERYWHERE)
    parts["moving"] = tuple(find(action_id) for action_id in _MOVING)
    return parts
