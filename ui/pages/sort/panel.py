"""Base of the panels that take the place of the themes: rewording, splitting, wordings."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.components.page import WindowApi
from ui.widgets.error_line import ErrorLine
from ui.widgets.long_text import LongText
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState


class SortPanel(QWidget):
    """One task about one problem; ``closed`` when it was done or given up.

    ``drafts`` holds what was typed and not used, by problem id; it outlasts the page.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.Pane

    done_words: ClassVar[str] = ""
    """Key of the words on the button that does what the panel is for; empty for none."""

    closed = Signal()

    def __init__(self, api: WindowApi, drafts: dict[str, list[str]]) -> None:
        super().__init__()
        self.api = api
        self.drafts = drafts
        self.problem: Problem | None = None
        self.error = ErrorLine()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.build()

    def build(self) -> None:
        """Create the widgets, once."""

    def open(self, state: WorkshopState, problem: Problem) -> None:
        """Show a problem, with what was typed for it before."""

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        """Show the problem after a change."""
        self.problem = problem

    def keep(self) -> None:
        """Keep what was typed and not used."""

    def do(self) -> bool:
        """Do what the panel is for; False when it was refused."""
        return True

    def focus_start(self) -> None:
        """Put the cursor where work begins."""

    def leave(self) -> bool:
        """Leave something open inside; False when there is nothing."""
        return False


def first_wording(most_lines: int) -> LongText:
    """The first wording of a problem, a few lines at a time."""
    return LongText("room-quiet", most_lines=most_lines)
