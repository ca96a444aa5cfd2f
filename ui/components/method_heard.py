"""A menu to correct the method of problems."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.components.window_api import WindowApi
from ui.widgets.menu import MenuEntry, MenuGroup, window_menu
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.problem import Problem
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.problems import CorrectMethod
from workshop_app.services.contact_words import way_name

METHOD_ICONS = {
    ContactKind.SUPPORT: "support",
    ContactKind.SURVEY: "chart",
    ContactKind.MAIL: "mail",
    ContactKind.INTERVIEW: "speech",
    ContactKind.WORKSHOP: "people",
    ContactKind.MEETUP: "teach",
    ContactKind.OWN: "note",
}
"""The icon of each method."""


def offer_methods(
    anchor: QWidget,
    then: Callable[[ContactKind], object],
    *,
    now: ContactKind | None = None,
    own: str = "",
    title: str = "",
) -> None:
    """Open a menu of all methods next to ``anchor``, with a tick at ``now``."""
    entries = tuple(
        MenuEntry(
            way_name(texts(), method, own),
            partial(then, method),
            "check" if method is now else METHOD_ICONS[method],
        )
        for method in ContactKind
    )
    window_menu(anchor).open_beside([MenuGroup(entries, title)], anchor)


def correct_method(api: WindowApi, anchor: QWidget, problems: Sequence[Problem]) -> bool:
    """Ask for the method of these problems and set it; return False if there are none."""
    if not problems:
        return False
    methods = {problem.method for problem in problems}
    own = api.session.open_state.workshop.own_kind
    ids = tuple(problem.id for problem in problems)

    def correct(method: ContactKind) -> None:
        done = tr("list.way_done", way=way_name(texts(), method, own))
        api.execute(CorrectMethod(ids, method), done=done)

    now = next(iter(methods)) if len(methods) == 1 else None
    offer_methods(anchor, correct, now=now, own=own, title=tr("list.way_title", n=len(ids)))
    return True
