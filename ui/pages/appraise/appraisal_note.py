"""The private note on an appraisal."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.edit_area import EditArea
from ui.widgets.text import Text
from workshop_app.domain.appraisal import Appraisal
from workshop_app.i18n import tr


class AppraisalNote(QWidget):
    """A field for the note, and a sentence that only the facilitator sees it.

    In a low window the sentence is in the tool tip of the field.

    Signals:
        note_edited: The note was edited; carries the id of the problem and the text.
    """

    note_edited = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._problem_id = ""
        least, most = (2, 3) if theme().metrics.tight else (3, 7)
        label = tr("appraise.private.note")
        self.note = EditArea(label, lines=least, most_lines=most, private=True, name="private_note")
        self.note.edited.connect(lambda text: self.note_edited.emit(self._problem_id, text))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.note)
        self._where = Text("hint", tr("appraise.private.where"))
        column.addWidget(self._where)
        theme().changed.connect(self._fit)
        self._fit()

    def show_appraisal(self, problem_id: str, appraisal: Appraisal) -> None:
        """Show the note on a problem, after saving the text typed for another one."""
        if problem_id != self._problem_id:
            self.note.flush()
        self._problem_id = problem_id
        self.note.set_text(appraisal.private_note, problem_id)

    def _fit(self) -> None:
        low = theme().metrics.low
        self._where.setVisible(not low)
        self.note.setToolTip(tr("appraise.private.where") if low else "")
