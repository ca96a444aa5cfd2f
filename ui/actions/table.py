"""All declared actions by place, in the order of the cheat sheet."""

from __future__ import annotations

from ui.actions import (
    appraise,
    backups,
    choose,
    context,
    customer,
    everywhere,
    hand_outs,
    last_time,
    list,  # noqa: A004 - the name of the place
    moving,
    paper_look,
    prepare,
    preview,
    requests,
    rest,
    row,
    settings,
    setup,
    solve,
    sort,
    start,
    wrap_up,
)
from ui.actions.action_def import ActionDef

ACTIONS: dict[str, tuple[ActionDef, ...]] = {
    "everywhere": everywhere.ACTIONS,
    "moving": moving.ACTIONS,
    "row": row.ACTIONS,
    "rest": rest.ACTIONS,
    "start": start.ACTIONS,
    "customer": customer.ACTIONS,
    "requests": requests.ACTIONS,
    "settings": settings.ACTIONS,
    "backups": backups.ACTIONS,
    "paper_look": paper_look.ACTIONS,
    "prepare": prepare.ACTIONS,
    "last_time": last_time.ACTIONS,
    "setup": setup.ACTIONS,
    "context": context.ACTIONS,
    "list": list.ACTIONS,
    "sort": sort.ACTIONS,
    "choose": choose.ACTIONS,
    "solve": solve.ACTIONS,
    "appraise": appraise.ACTIONS,
    "wrap_up": wrap_up.ACTIONS,
    "hand_outs": hand_outs.ACTIONS,
    "preview": preview.ACTIONS,
}

_BY_ID = {definition.id: definition for place in ACTIONS.values() for definition in place}


def find(action_id: str) -> ActionDef:
    """Return the declared action with this id; raises KeyError."""
    return _BY_ID[action_id]


def key_of(action_id: str) -> str:
    """Return the first key of a declared action, which buttons show; raises KeyError."""
    return _BY_ID[action_id].keys[0]
