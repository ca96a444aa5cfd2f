"""What only the facilitator may see of a problem, in private mode."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.components.side_layout import roomy
from ui.theme.theme import theme
from ui.widgets.edit_area import EditArea
from ui.widgets.text import Text
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr

_WIDEST = 16_777_215  # Qt's own way to say: no limit


class ProblemSide(QWidget):
    """The private note of the problem, and who said it. ``noted(text)`` when it was edited.

    With ``in_panel`` it stands in a panel that says who said it, and has a width of its own.
    """

    noted = Signal(str)

    def __init__(self, *, in_panel: bool = False) -> None:
        super().__init__()
        self._in_panel = in_panel
        self._speakers = Text("body", "")
        self.note = EditArea(tr("widgets.problem_side.note"), lines=2, most_lines=14, private=True)
        self.note.edited.connect(self.noted)
        self._said_by = Text("meta", tr("widgets.problem_side.speakers"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.note, self._said_by, self._speakers):
            column.addWidget(widget)
        column.addStretch(1)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """A column at the right; in a narrow window one low row under the work area."""
        metrics = theme().metrics
        low, within = metrics.compact, self._in_panel and roomy()
        self.setMinimumWidth(0 if low or within else metrics.panel)
        self.setMaximumWidth(_WIDEST if low or within else metrics.panel)
        for widget in (self._said_by, self._speakers):
            widget.setVisible(not low and not within)

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        """Show what is known of a problem."""
        self.note.set_text(problem.private_note, problem.id)
        people = state.speakers_of(problem)
        names = [texts().person(who.name, who.honorific) for who in people]
        self._speakers.setText(
            tr("widgets.problem_side.and").join(names) or tr("widgets.problem_side.nobody")
        )
