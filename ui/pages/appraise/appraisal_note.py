"""The private note on an appraisal."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.forms.form import Executor, FieldText, Form, by_command
from ui.theme.theme import theme
from ui.widgets.boxes import NO_MARGINS, column
from ui.widgets.text import Text
from workshop_app.domain.appraisal import Appraisal
from workshop_app.i18n import tr
from workshop_app.services.commands.appraising import NoteOnAppraisal


class AppraisalNote(QWidget):
    """A field for the note, and a sentence that only the facilitator sees it.

    In a low window the sentence is in the tool tip of the field.
    """

    def __init__(self, api: Executor) -> None:
        super().__init__()
        text = FieldText(
            tr("appraise.private.note"), lines=(2, 3) if theme().metrics.rather_low else (3, 7)
        )
        save = by_command(api, lambda problem, _field, note: NoteOnAppraisal(problem, note))
        self._form = Form(Appraisal, {"private_note": text}, save)
        self.note = self._form.fields["private_note"]
        self._where = Text("hint", tr("appraise.private.where"))
        column(self, self.note, self._where, gap=6, around=NO_MARGINS)
        theme().changed.connect(self._fit)
        self._fit()

    def show_appraisal(self, problem_id: str, appraisal: Appraisal) -> None:
        """Show the note on a problem, after saving the text typed for another one."""
        self._form.show_record(appraisal, problem_id)

    def _fit(self) -> None:
        low = theme().metrics.low
        self._where.setVisible(not low)
        self.note.setToolTip(tr("appraise.private.where") if low else "")
