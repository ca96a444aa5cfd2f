"""The private note on a problem and its speakers, shown in private mode only."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.components.pieces import Piece
from ui.components.side_layout import roomy
from ui.forms.form import Executor, FieldText, Form, by_command
from ui.theme.theme import theme
from ui.widgets.boxes import NO_MARGINS, STRETCH, column
from ui.widgets.text import Text
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.problems import EditProblem

_WIDEST = 16_777_215  # px; Qt's QWIDGETSIZE_MAX


class ProblemNotes(QWidget):
    """The private note on a problem, and who said it.

    ``in_panel``: in the ``SidePanel``, whose details name the speakers, only the note is shown.
    """

    def __init__(self, api: Executor, *, in_panel: bool = False) -> None:
        super().__init__()
        self._in_panel = in_panel
        self._speakers = Text("body", "")
        text = FieldText(tr("widgets.problem_side.note"), lines=(2, 14))
        self._form = Form(Problem, {"private_note": text}, by_command(api, EditProblem))
        self.note = self._form.fields["private_note"]
        self._said_by = Text("meta", tr("widgets.problem_side.speakers"))
        column(self, self.note, self._said_by, self._speakers, STRETCH, gap=10, around=NO_MARGINS)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Use a column at the right or, in a narrow window, a low row below the work area."""
        metrics = theme().metrics
        narrow = metrics.narrow
        within = self._in_panel and roomy()
        self.setMinimumWidth(0 if narrow or within else metrics.panel)
        self.setMaximumWidth(_WIDEST if narrow or within else metrics.panel)
        for widget in (self._said_by, self._speakers):
            widget.setVisible(not narrow and not within)

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        """Show note and speakers of a problem."""
        self._form.show_record(problem)
        self._speakers.setText(_speakers(state, problem) or tr("widgets.problem_side.nobody"))


def speaker_pieces(state: WorkshopState, problem: Problem) -> list[Piece]:
    """Return who said a problem as the last pieces of a side panel; none if unknown."""
    names = _speakers(state, problem)
    if not names:
        return []
    words = tr("widgets.problem_side.speakers_of", number=problem.number)
    return [Piece(words, "meta-bold", line=True), Piece(names)]


def _speakers(state: WorkshopState, problem: Problem) -> str:
    names = [texts().person(who.name, who.honorific) for who in state.speakers_of(problem)]
    return tr("widgets.problem_side.and").join(names)
