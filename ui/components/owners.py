"""Possible owners of actions: participants, the facilitator, or the name of an existing owner."""

from __future__ import annotations

from ui.components.people import name_options, names_by_id
from ui.widgets.check_group import Option
from workshop_app.domain.action import Action
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts
from workshop_app.services.actions_to_do import all_actions

NAMED = "name:"
"""Begins the id of an owner who is only known by name."""


def owners(state: WorkshopState) -> list[Option]:
    """Return ids and names for the chips; people who are not participants have the name as id."""
    named = (*state.actions, *all_actions(state, texts()))
    names = [state.workshop.facilitator, *(action.owner_name for action in named)]
    others = [Option(f"{NAMED}{name}", name) for name in dict.fromkeys(names) if name]
    return [*name_options(state), *others]


def typed_names(state: WorkshopState) -> dict[object, tuple[str, ...]]:
    """Return the whole name and the reading of each participant, by id."""
    return {who.id: (who.name, who.reading) for who in state.participants}


def owner_id(action: Action) -> str | None:
    """Return the id of the chip of an action's owner; None without an owner."""
    return action.owner_id or (f"{NAMED}{action.owner_name}" if action.owner_name else None)


def owner_fields(owner: object | None) -> tuple[str | None, str]:
    """Return `owner_id` and `owner_name` of an action for the owner with this id."""
    if isinstance(owner, str) and owner.startswith(NAMED):
        return None, owner[len(NAMED) :]
    return str(owner) if owner else None, ""


def owner_name(state: WorkshopState, action: Action) -> str:
    """Return the name of an action's owner as addressed, or empty."""
    return names_by_id(state).get(action.owner_id or "") or action.owner_name
