"""Base of what opens in place of the criteria: rules, another verdict, the request, a wording."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from ui.components.page import FootContent, WindowApi
from ui.widgets.action_button import ActionButton
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class Panel(QWidget):
    """One task about one problem. ``closed`` when it is to make room for the criteria again.

    ``foot_changed`` when it wants other widgets in the foot bar. What was typed and not yet
    used is handed out by ``typed`` and taken back by ``open``.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.Pane
    NAME: ClassVar[str] = ""
    HIDES_WORDS: ClassVar[bool] = False
    """Whether the problem's large words make room for it."""

    closed = Signal()
    foot_changed = Signal()

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self.api = api
        self.problem: Problem | None = None
        self.back = ActionButton(
            tr("appraise.back"), "arrow-left", "Esc", keyless=True, parent=self
        )
        self.back.hide()
        self.back.clicked.connect(self.closed)
        self.build()

    @property
    def state(self) -> WorkshopState:
        """The open workshop."""
        state = self.api.session.state
        if state is None:
            raise RuntimeError("no workshop is open")
        return state

    def build(self) -> None:
        """Create the widgets, once."""

    def open(self, state: WorkshopState, problem: Problem, typed: dict[str, str]) -> None:
        """Begin with a problem, with what was typed before."""
        self.show_problem(state, problem)

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        """Show the problem after a change."""
        self.problem = problem

    def typed(self) -> dict[str, str]:
        """What was typed and not yet used, by field."""
        return {}

    def foot(self) -> FootContent:
        """What stands in the foot bar while the panel is open."""
        return FootContent(left=[self.back])

    def focus_start(self) -> None:
        """Put the cursor where work begins."""
        self.setFocus()

    def make_primary(self, words: str) -> ActionButton:
        """A filled button for the foot bar."""
        button = ActionButton(words, key="Ctrl+Enter", kind="primary", parent=self)
        button.hide()
        return button
