"""Undo and redo: the page goes to where the step was, and a toast names the step."""

from __future__ import annotations

from collections.abc import Callable

from ui.components.page import WindowApi
from ui.window.page_stack import PageStack
from workshop_app.domain.errors import UserError
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.history import UndoStep
from workshop_app.services.session import load_place

_ON_THE_BOARD = (
    "add_request_news",
    "change_request_news",
    "remove_request_news",
    "take_answers",
    "tell_request_news",
)
_ALSO_VISIBLE_IN = {
    "park_problem": (Step.SORT.value,),
    **dict.fromkeys(
        ("add_people", "choose_next_way", "edit_contact", "set_kind", "edit_workshop"),
        ("customer",),
    ),
    "add_known_person": ("last_time",),
    **dict.fromkeys(_ON_THE_BOARD, ("requests",)),
}
"""Pages, beside the one an action belongs to, that show its effect: the page stays there."""
_SEEN_AT: dict[str, str] = dict.fromkeys(
    (
        "answer_earlier",
        "note_on_earlier_action",
        "count_can_do_again",
        "take_over_problem",
        "note_what_became",
        "edit_earlier_delivery",
    ),
    "last_time",
)
"""The page that shows the effect of an action, where that is not the page of its step."""


class UndoNavigator:
    """Takes steps back and does them again, in the session of a window."""

    def __init__(self, api: WindowApi, page_stack: PageStack) -> None:
        self._api = api
        self._page_stack = page_stack

    def undo(self) -> None:
        """Take the last step back."""
        self._move(self._api.session.undo, "undone", "nothing_to_undo")

    def redo(self) -> None:
        """Do the step undone last again."""
        self._move(self._api.session.redo, "redone", "nothing_to_redo")

    def _move(self, move: Callable[[], UndoStep | None], done: str, nothing: str) -> None:
        try:
            step = move()
        except UserError as error:
            self._api.refuse(error)
            return
        if step is None:
            self._api.toast(tr(f"undo.{nothing}"))
            return
        self._go_to(step)
        self._api.toast(tr(f"undo.{done}", what=tr(f"undo.kind.{step.kind}")))

    def _go_to(self, step: UndoStep) -> None:
        place = load_place(step.place)
        page = _SEEN_AT.get(step.kind, place.step.value)
        visible_in = {place.step.value, page, *_ALSO_VISIBLE_IN.get(step.kind, ())}
        if self._api.session.state is not None and self._api.page_name not in visible_in:
            self._api.go(page)
        if self._page_stack.page is not None:
            self._page_stack.page.show_record(place.record_id)
