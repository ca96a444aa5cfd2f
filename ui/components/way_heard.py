"""A menu to correct the way of hearing of problems."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.components.page import WindowApi
from ui.widgets.menu import MenuEntry, MenuGroup, window_menu
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.problem import Problem
from workshop_app.i18n import texts, tr
from workshop_app.services.command import Command
from workshop_app.services.commands.problems import CorrectMethod
from workshop_app.services.contact_words import way_name

WAY_ICONS = {
    ContactKind.SUPPORT: "support",
    ContactKind.SURVEY: "chart",
    ContactKind.MAIL: "mail",
    ContactKind.INTERVIEW: "speech",
    ContactKind.WORKSHOP: "people",
    ContactKind.MEETUP: "teach",
    ContactKind.OWN: "note",
}
"""The icon of each way of hearing."""


def offer_ways(
    anchor: QWidget,
    then: Callable[[ContactKind], object],
    *,
    now: ContactKind | None = None,
    own: str = "",
    title: str = "",
) -> None:
    """Open a menu of all ways next to ``anchor``, with a tick at ``now``."""
    entries = tuple(
        MenuEntry(
            way_name(texts(), way, own),
            partial(then, way),
            "check" if way is now else WAY_ICONS[way],
        )
        for way in ContactKind
    )
    window_menu(anchor).open_beside([MenuGroup(entries, title)], anchor)


def correct_way(api: WindowApi, anchor: QWidget, problems: Sequence[Problem]) -> bool:
    """Ask for the way of hearing of these problems and set it; return False if there are none."""
    state = api.session.state
    if state is None or not problems:
        return False
    ways = {problem.method for problem in problems}
    own = state.workshop.own_kind
    ids = tuple(problem.id for problem in problems)

    def correct(way: ContactKind) -> None:
        command: Command = CorrectMethod(ids, way)
        if api.execute(command) is not None:
            api.toast(tr("list.way_done", way=way_name(texts(), way, own)), undo=True)

    now = next(iter(ways)) if len(ways) == 1 else None
    offer_ways(anchor, correct, now=now, own=own, title=tr("list.way_title", n=len(ids)))
    return True
