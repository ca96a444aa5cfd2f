"""What only the facilitator may see of a problem, in private mode."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.edit_area import EditArea
from ui.widgets.text import Text
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr


class PrivateSide(QWidget):
    """The private note of the problem, and who said it. ``noted(text)`` when it was edited."""

    noted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(theme().metrics.panel)
        self._speakers = Text("body", "")
        self.note = EditArea(tr("solve.private.note"), lines=6, most_lines=14, private=True)
        self.note.edited.connect(self.noted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Text("section", tr("solve.private.heading")))
        column.addWidget(self.note)
        column.addWidget(Text("meta", tr("solve.private.speakers")))
        column.addWidget(self._speakers)
        column.addStretch(1)

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        """Show what is known of a problem."""
        self.note.set_text(problem.private_note)
        people = state.speakers_of(problem)
        names = [texts().person(who.name, who.honorific) for who in people]
        self._speakers.setText(tr("solve.list.and").join(names) or tr("solve.private.nobody"))
