"""Base class of the panels that a page opens in place of its work area."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from ui.actions.table import key_of
from ui.components.page import FootContent, WindowApi
from ui.widgets.action_button import ActionButton
from ui.widgets.error_line import ErrorLine
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class TaskPanel(QWidget):
    """One task about one problem, such as writing a card or changing a verdict.

    Subclasses create their fields in ``build`` and do the task in ``do``. ``back`` is the text of
    the button that leaves the panel, by default "Back".

    Signals:
        finished: The task is done.
        cancelled: The panel is to be closed without doing the task.
        foot_changed: ``foot`` returns other widgets than before.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.Pane
    FOCUS_AREA: ClassVar[str] = "around"

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
        self.problem: Problem | None = None
        self.hides_wording = False
        """Whether the problem's large wording is hidden while the panel is open."""
        self.primary: ActionButton | None = None
        self.error = ErrorLine(parent=self)
        words = back or tr("solve.foot.back")
        self.back = ActionButton(
            words, "arrow-left", key_of("moving.escape"), keyless=True, parent=self
        )
        self.back.hide()
        self.back.clicked.connect(self.cancelled)
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

    def foot(self) -> FootContent:
        """Return the content of the foot bar while the panel is open."""
        return FootContent(left=[self.back], primary=self.primary)

    def focus_start(self) -> None:
        """Give the keyboard focus to the first field."""
        self.setFocus()

    def typed(self) -> dict[str, str]:
        """Return the unsaved text by field; empty if there is none."""
        return {}

    def restore(self, draft: Mapping[str, str]) -> None:
        """Fill the fields with a draft; fields that are not in it begin with what is saved."""
        self.error.show_sentence("")

    def add_primary(self, words: str) -> ActionButton:
        """Create the primary button of the foot bar, which calls ``do``."""
        self.primary = ActionButton(
            words, key=key_of("everywhere.primary"), kind="primary", parent=self
        )
        self.primary.hide()
        self.primary.clicked.connect(self.do)
        return self.primary
