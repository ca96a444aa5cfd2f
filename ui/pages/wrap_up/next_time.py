"""The section for day, time, place and purpose of the next meeting.

In private mode it also asks for the expectation at the end of the contact, and for consent to the
next one.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import cast

from ui.components.expectation import ExpectationFields
from ui.components.section import Section
from ui.components.timestamps import day_of
from ui.forms.form import FieldText, Form, by_command
from ui.pages.wrap_up.action_rows import days_in_weeks
from ui.theme.theme import theme
from ui.widgets.boxes import STRETCH, beside, column
from ui.widgets.date_field import DateField
from ui.widgets.error_line import ErrorLine
from ui.widgets.labelled_field import LabelledField
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import tr
from workshop_app.services.commands.workshops import PlanNextTime


class NextTimeSection(Section):
    """Enter moves from field to field; all are saved while typing."""

    NAME = "next_time"

    def build(self) -> None:
        texts = {
            name: FieldText(tr(f"wrap_up.next_time.{key}"), role="room")
            for name, key in (("next_date", "day"), ("next_time", "time"), ("next_place", "place"))
        }
        note = FieldText(tr("wrap_up.next_time.note"), role="room", lines=(3, 5))
        self._form = Form(Workshop, texts | {"next_note": note}, by_command(self.api, PlanNextTime))
        self.day, self.time, self.place, self.note = self._form.fields.values()
        for field, following in pairwise(self._form.fields.values()):
            field.field.returned.connect(partial(self._entered, field, following))
        self._wrong = ErrorLine()
        self._wrong.keep_height()
        for field in (self.day, self.time, self.place):
            field.says_errors = False
            field.refused.connect(self._show_wrong)
        self.end = ExpectationFields(self.api) if self.private else None
        gap = theme().metrics.gap
        when, where = ((self.day, 14), (self.time, 4)), ((self.place, 9),)
        apart = theme().metrics.narrow and not self.private  # room text is wide
        lines = (when, where) if apart else ((*when, *where),)
        fields = (beside(None, *line, gap=gap) for line in lines)
        column(self, *fields, self._wrong, self.note, self.end, STRETCH, gap=gap)
        self.setFocusProxy(self.day)

    def refresh(self, state: WorkshopState) -> None:
        day = cast("DateField", self.day)
        day.today, day.near = day_of(state), days_in_weeks(state, 1, 2, 4)
        self._form.show_record(state.workshop)
        if self.end is not None:
            self.end.show_contact(state.workshop)

    def can_leave(self) -> bool:
        wrong = self._form.wrong
        if wrong is not None:
            wrong.setFocus()
        return wrong is None

    def _show_wrong(self) -> None:
        wrong = self._form.wrong
        self._wrong.show_sentence(wrong.error if wrong is not None else "")

    def _entered(self, field: LabelledField, following: LabelledField) -> None:
        if not field.error:
            following.setFocus()
