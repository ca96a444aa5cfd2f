"""Undo and redo: the window shows where the step was, and a toast names the step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ui.components import places
from ui.components.problem_commands import numbers_of
from ui.components.window_api import WindowApi
from ui.window.page_stack import PageStack
from workshop_app.domain.errors import UserError
from workshop_app.domain.ids import request_code
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.history import NEWS_OF_REQUESTS, UndoStep
from workshop_app.services.queries import request_of_any
from workshop_app.services.session import load_place

_REMEMBERED = 500
"""Number of recent steps whose page is remembered."""
_BOARD = "requests"
_SEEN_AT: dict[str, str] = dict.fromkeys(
    (
        "answer_earlier",
        "note_on_earlier_action",
        "count_can_do_again",
        "tick_can_do_again",
        "take_over_problem",
        "note_what_became",
        "edit_earlier_delivery",
    ),
    "last_time",
)
"""The page that shows the effect of an action, if that is not the page of its step."""
_OUTCOMES = ("make_request", "decide_not_ours")
"""The actions of Solve that Appraise does, too, and shows where it did them."""


class UndoNavigator:
    """Undoes and redoes steps in the session of a window.

    Steps done on the current page are visible there, so the page stays. Others are shown in the
    step that they belong to, and the toast names it and the problem. News recorded on the board of
    requests about other workshops are only undone on the board, where they are visible and named.
    """

    def __init__(self, api: WindowApi, page_stack: PageStack) -> None:
        self._api = api
        self._page_stack = page_stack
        self._done_on: dict[tuple[str, int], str] = {}
        """The page on which a step was done, by workshop and the step's number."""
        self._before: tuple[int, int] | None = None
        self._made: tuple[int, int] | None = None
        """The step of the last command; None if it changed nothing that can be undone."""
        self._offered: tuple[int, int] | None = None
        """The step that a message offers to undo."""

    @property
    def _last(self) -> tuple[int, int] | None:
        """The number of the last step, and how often it was added to; None if there is none."""
        step = self._api.session.next_undo(others=True)
        return None if step is None else (step.number, len(step.seqs))

    def begin(self) -> None:
        """Prepare for a command, before it is executed."""
        self._before = self._last

    def remember(self) -> None:
        """Record that the last step was done on the current page."""
        self._made = self._last if self._last != self._before else None
        step = self._api.session.next_undo(others=True)
        if step is None:
            return
        self._done_on[self._key(step)] = self._api.page_name
        if len(self._done_on) > _REMEMBERED:
            del self._done_on[next(iter(self._done_on))]

    def offer(self, wanted: bool) -> bool:
        """Record that a message offers to undo the last command, if ``wanted``.

        Returns False if that command changed nothing that can be undone.
        """
        self._offered = self._made if wanted else None
        return self._offered is not None

    @property
    def keeps_offer(self) -> bool:
        """Whether undo would undo the step that a message offers to undo."""
        return self._offered is not None and self._offered == self._last

    def undo(self) -> None:
        """Undo the last step."""
        self._move(self._api.session.undo, "undone", "nothing_to_undo")

    def redo(self) -> None:
        """Redo the last undone step."""
        self._move(self._api.session.redo, "redone", "nothing_to_redo")

    def _move(self, move: Callable[..., UndoStep | None], done: str, nothing: str) -> None:
        state = self._api.session.state
        try:
            step = move(others=self._api.page_name == _BOARD)
        except UserError as error:
            self._api.refuse(error)
            return
        if step is None:
            self._api.toast(tr(f"undo.{nothing}"), done=False)
            return
        before = self._api.page_name
        self._go_to(step)
        words = tr(f"undo.{done}", what=self._words(step, state))
        if self._api.page_name != before:
            page = tr(places.find(self._api.page_name).title_key)
            words = tr("undo.shown_at", done=words, page=page)
        self._api.toast(words)

    def _words(self, step: UndoStep, before: WorkshopState | None) -> str:
        """Return the name of a step, with its problems; for news on the board with the request."""
        what = tr(f"undo.kind.{step.kind}")
        record_id = load_place(step.place).record_id
        state = self._api.session.state
        problem = state.problem(record_id) if state is not None else None
        if problem is not None:
            changed = _changed(before, state)
            numbers = numbers_of(changed if problem in changed else [problem])
            return tr("undo.of_problem", what=what, number=numbers)
        if self._api.page_name != _BOARD or step.kind not in NEWS_OF_REQUESTS or not record_id:
            return what
        request = request_of_any(self._api.session, record_id)
        if request is None:
            return what
        code = request_code(request.number)
        return tr("undo.of_request", what=what, code=code, title=request.title)

    def _go_to(self, step: UndoStep) -> None:
        place = load_place(step.place)
        page = _SEEN_AT.get(step.kind, place.step.value)
        if self._api.session.is_of_others(step):
            page = _BOARD
        done_on = self._done_on.get(self._key(step))
        seen_on = (place.step.value, page, done_on)
        if step.kind in _OUTCOMES and done_on == Step.APPRAISE:
            page = done_on
        if self._api.session.state is not None and self._api.page_name not in seen_on:
            self._api.go(page)
        if self._page_stack.page is not None:
            self._page_stack.page.show_record(place.record_id)
            self._api.update_foot()  # whose ways are those of the row that is current now

    def _key(self, step: UndoStep) -> tuple[str, int]:
        return (self._api.session.workshop_id or "", step.number)


def _changed(before: WorkshopState | None, after: WorkshopState | None) -> list[Problem]:
    """Return the problems of a workshop that are not as before, apart from their order."""
    if before is None or after is None:
        return []
    known = {one.id: one for one in before.problems}

    def same(one: Problem) -> bool:
        was = known.get(one.id)
        return was is None or replace(was, theme_position=one.theme_position) == one

    return [one for one in after.problems if known.get(one.id) is not one and not same(one)]
