"""Base class of the panels that a page shows instead of its work area."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible

from ui.actions.binding import bind_button
from ui.actions.offered import BACK, PRIMARY, Offers, back, primary
from ui.components.foot_buttons import Offering
from ui.components.window_api import WindowApi
from ui.widgets.error_line import ErrorLine
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState


class TaskPanel(Offering):
    """One task about one problem, such as writing a card or changing a verdict.

    Subclasses create their fields in ``build`` and do the task in ``do``. ``back`` is the text of
    the button that leaves the panel, by default "Back".

    Signals:
        finished: The task is done.
        cancelled: The panel is to be closed without doing the task.
        foot_changed: ``offered`` returns something else than before.
    """

    SPOKEN_ROLE = QAccessible.Role.Pane
    FOCUS_AREA: ClassVar[str] = "around"
    HAS_FOOT: ClassVar[bool] = True

    problem: Problem
    """What it is about, once it was opened."""

    KEEPS_DRAFT: ClassVar[bool] = True
    """Whether typed text is kept for the same problem when the panel is cancelled."""
    REOPENS: ClassVar[bool] = True
    """Whether the panel is reopened when the page is rebuilt."""

    finished = Signal()
    cancelled = Signal()
    foot_changed = Signal()

    def __init__(self, api: WindowApi, back: str = "") -> None:
        super().__init__()
        self.api = api
        self.hides_wording = False
        """Whether the problem's large wording is hidden while the panel is open."""
        self.primary_words = ""
        """The text of the primary button; empty without one."""
        self.error = ErrorLine(parent=self)
        self._back = back
        bind_button(self, BACK, self.cancelled.emit, listens=False)
        self.build()

    def build(self) -> None:
        """Create the fields, once."""

    def open(self, state: WorkshopState, problem: Problem, draft: Mapping[str, str]) -> None:
        """Open the panel for a problem; ``draft`` is the previous result of ``typed`` for it."""
        self.show_problem(state, problem)
        self.restore(draft)

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        """Show the problem, initially and after each change."""
        self.problem = problem

    def do(self) -> None:
        """Do the task and emit ``finished``, or show in ``error`` what is missing."""

    def go_on(self) -> None:
        """Do the task by the primary button."""
        self.do()

    def offered(self) -> Offers:
        """Return what is offered while the panel is open."""
        on = {PRIMARY: primary(self.primary_words)} if self.primary_words else {}
        return {BACK: back(self._back), **on}

    def focus_start(self) -> None:
        """Give the keyboard focus to the first field."""
        self.setFocus()

    def typed(self) -> dict[str, str]:
        """Return the unsaved text by field; empty if there is none."""
        return {}

    def restore(self, draft: Mapping[str, str]) -> None:
        """Fill the fields with a draft; fields that are not in it begin with what is saved."""
        self.error.show_sentence("")

    def add_primary(self, words: str) -> None:
        """Bind the primary button of the foot bar, with the text ``words``."""
        self.primary_words = words
        bind_button(self, PRIMARY, self.go_on)
