"""What Sort offers at present."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ui.actions.meanings import Meaning
from ui.actions.offered import BACK, PRIMARY, Beside, FootArea, Offered, Offers, back, primary
from ui.pages.sort.groups import KEYS, UNSORTED, Group
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_OF_PROBLEMS = (
    "sort.merge", "sort.reword", "sort.new", "sort.select", "sort.put", "sort.unsorted",
    "sort.unmerge", "sort.split", "sort.details", "sort.park",
)  # fmt: skip
_OF_THEMES = ("sort.rename", "sort.remove", "sort.new")
ROW_ACTIONS = ("sort.rename", "sort.remove", *_OF_PROBLEMS)
"""The actions on a row, which is a problem or a theme without problems, or on a head."""
_NEED_PROBLEM = ("sort.reword", "sort.split", "sort.details", "sort.unmerge", "sort.park")


class Sorting(NamedTuple):
    """What determines the actions besides the workshop.

    Args:
        groups: The unsorted problems, then the themes.
        group: The group of the current row.
        problem: The current problem; None at a theme without problems.
        chosen: The ticked problems, or else the current one.
        on_head: The row menu is about the theme.
        dragging: Rows are dragged.
        naming: A theme is being named.
        opened: Of many problems those of this theme are listed.

    """

    groups: Sequence[Group]
    group: Group
    problem: Problem | None
    chosen: Sequence[Problem]
    on_head: bool
    dragging: bool
    naming: bool
    opened: bool = False


def offered(state: WorkshopState, sorting: Sorting) -> Offers:
    """Return what moves, merges and rewords problems, and the way on."""
    listed = bool(state.listed)
    in_menu = _OF_THEMES if sorting.on_head else _useful(state, sorting)
    of_theme = sorting.on_head and _possible("sort.rename", sorting)
    of_row = ("sort.rename",) if of_theme else ("sort.reword", "sort.park")
    in_foot = ("sort.merge", *of_row) if listed else ()
    offers: Offers = {}
    if sorting.opened:
        offers[BACK] = back(tr("sort.overview"))
    if listed:
        how = tr(f"sort.drag.{'how' if sorting.dragging else 'rest'}")
        offers["how"] = Beside(FootArea.RIGHT, how)
    for each in (*_OF_PROBLEMS, *_OF_THEMES[:2]):
        area = FootArea.LEFT if each in in_foot else FootArea.NONE
        one = Offered(enabled=_possible(each, sorting), row=each in in_menu, area=area)
        if each == "sort.merge":
            reason = "" if one.enabled else tr("sort.merge_what")
            one = one._replace(key=Meaning.MERGE, reason=reason)
        if each != "sort.put":
            offers[each] = one
            continue
        for number in range(1, KEYS + 1):
            into = sorting.groups[number : number + 1]
            words = tr("sort.drag.into", name=into[0].name) if into else ""
            offers[each, number] = one._replace(text=words)
    offers["sort.skip"] = Offered(
        tr("sort.take_up" if state.workshop.sort_skipped else "sort.skip")
    )
    parked = len(state.parking_lot)
    offers["sort.parking"] = Offered(
        tr("list.parking.open", n=parked),
        enabled=bool(parked),
        reason="" if parked else tr("menu.nothing_parked"),
        area=FootArea.LEFT if parked and not listed else FootArea.NONE,
    )
    if listed:
        filled = not sorting.groups[0].problems and not sorting.naming
        offers[PRIMARY] = primary(tr("sort.next"), filled=filled)
    return offers


def _possible(action_id: str, sorting: Sorting) -> bool:
    if action_id in _OF_THEMES[:2]:
        return sorting.group.id != UNSORTED
    if action_id == "sort.merge":
        return len(sorting.chosen) > 1  # then they are ticked
    return action_id not in _NEED_PROBLEM or sorting.problem is not None


def _useful(state: WorkshopState, sorting: Sorting) -> tuple[str, ...]:
    """Return the actions on the current problem that would have an effect."""
    problem = sorting.problem
    merged = problem is not None and state.merging.counts[problem.id] > 0
    useless = {
        "sort.unsorted": all(one.theme_id is None for one in sorting.chosen),
        "sort.unmerge": not merged,
    }
    return tuple(one for one in _OF_PROBLEMS if not useless.get(one))
