"""Undo and redo: go to where the step was, and say what it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ui.window.page_stack import PageStack
from workshop_app.domain.errors import UserError
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.history import UndoStep
from workshop_app.services.session import Session, load_place


class Console(Protocol):
    """What is asked of the facilitator's window."""

    session: Session
    shelf: PageStack

    @property
    def page_name(self) -> str:
        """The name of the page in front."""
        ...

    def go(self, page_name: str) -> None:
        """Show another page."""

    def toast(self, sentence: str) -> None:
        """Say in one sentence what was done."""

    def refuse(self, error: UserError) -> None:
        """Say in one sentence why something was refused."""


_ALSO_SEEN_IN = {"park_problem": (Step.SORT.value,)}
"""Steps beside the one an action belongs to in which its effect is seen: one stays there."""


class UndoNavigator:
    """Moves a window's session back and forth."""

    def __init__(self, window: Console) -> None:
        self._window = window

    def undo(self) -> None:
        """Take the last step back."""
        self._move(self._window.session.undo, "undone", "nothing_to_undo")

    def redo(self) -> None:
        """Do the step undone last again."""
        self._move(self._window.session.redo, "redone", "nothing_to_redo")

    def _move(self, move: Callable[[], UndoStep | None], done: str, nothing: str) -> None:
        window = self._window
        try:
            step = move()
        except UserError as error:
            window.refuse(error)
            return
        if step is None:
            window.toast(tr(f"undo.{nothing}"))
            return
        self._go_to(step)
        window.toast(tr(f"undo.{done}", what=tr(f"undo.kind.{step.kind}")))

    def _go_to(self, step: UndoStep) -> None:
        window, place = self._window, load_place(step.place)
        here = {place.step.value, *_ALSO_SEEN_IN.get(step.kind, ())}
        if window.session.state is not None and window.page_name not in here:
            window.go(place.step.value)
        if window.shelf.page is not None:
            window.shelf.page.show_record(place.record_id)
