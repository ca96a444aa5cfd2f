"""What Sort offers at present."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ui.actions.meanings import Meaning
from ui.actions.offered import PRIMARY, Beside, FootArea, Offered, Offers, primary
from ui.pages.sort.groups import KEYS, UNSORTED, Group
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_OF_PROBLEMS = (
    "sort.reword", "sort.select", "sort.put", "sort.unsorted", "sort.new", "sort.merge",
    "sort.unmerge", "sort.split", "sort.details", "sort.park",
)  # fmt: skip
_OF_THEMES = ("sort.rename", "sort.remove", "sort.new")
ROW_ACTIONS = ("sort.rename", "sort.remove", *_OF_PROBLEMS)
"""The actions on a row of the board, which is a theme or a problem."""
_NEED_PROBLEMS = (
    "sort.merge", "sort.reword", "sort.split", "sort.details", "sort.unmerge", "sort.park",
)  # fmt: skip


class Board(NamedTuple):
    """What determines the actions besides the workshop.

    Args:
        groups: The unsorted problems, then the themes.
        group: The group of the current row.
        problem: The current problem; None at the name of a theme.
        chosen: The ticked problems, or else the current one.
        on_name: The row menu is about the theme.
        dragging: Rows are dragged.
        far_themes: Not all themes are visible, so the foot bar has targets for them.

    """

    groups: Sequence[Group]
    group: Group
    problem: Problem | None
    chosen: Sequence[Problem]
    on_name: bool
    dragging: bool
    far_themes: bool


def offered(state: WorkshopState, board: Board) -> Offers:
    """Return a new theme, merging, pages, and moving on; drop targets while rows are dragged."""
    in_theme = board.group.id != UNSORTED
    listed = bool(state.listed)
    in_menu = _OF_THEMES if board.on_name else _useful(state, board)
    offers: Offers = {}
    for each in ROW_ACTIONS:
        possible = listed if each in _NEED_PROBLEMS else in_theme or each not in _OF_THEMES[:2]
        one = Offered(enabled=possible, row=each in in_menu)
        if each in ("sort.new", "sort.merge") and listed and not board.dragging:
            one = one._replace(area=FootArea.LEFT, key=Meaning.MERGE if "merge" in each else "")
        if each != "sort.put":
            offers[each] = one
            continue
        for number in range(1, KEYS + 1):
            into = board.groups[number : number + 1]
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
        emphasis="note",
    )
    return offers | (_beside(board) if listed else {})


def _beside(board: Board) -> Offers:
    """Return drop targets, and the way on."""
    offers: Offers = {"places": Beside(FootArea.LEFT)} if board.dragging else {}
    if not (board.dragging and board.far_themes):  # their names need the room of the way on
        offers[PRIMARY] = primary(tr("sort.next"))
    return offers


def _useful(state: WorkshopState, board: Board) -> tuple[str, ...]:
    """Return the actions on the current problem that would have an effect."""
    unsorted = {one.id for one in board.groups[0].problems}
    merged = board.problem is not None and any(
        one.merged_into == board.problem.id for one in state.problems
    )
    useless = {
        "sort.unsorted": all(one.id in unsorted for one in board.chosen),
        "sort.unmerge": not merged,
    }
    return tuple(one for one in _OF_PROBLEMS if not useless.get(one))
