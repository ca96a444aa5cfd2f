"""The section for the date and purpose of the next meeting.

In private mode it also asks for the expectation at the end of the contact, and for consent to the
next one.
"""

from __future__ import annotations

from ui.components.expectation import ExpectationFields
from ui.components.section import Section
from ui.forms.form import FieldText, Form, by_command
from ui.theme.theme import theme
from ui.widgets.boxes import NO_MARGINS, STRETCH, column
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import tr
from workshop_app.services.commands.workshops import PlanNextTime


class NextTimeSection(Section):
    """Enter moves from the date to the note; both are saved while typing."""

    NAME = "next_time"

    def build(self) -> None:
        self._form = Form(
            Workshop,
            {
                "next_date": FieldText(tr("wrap_up.next_time.day"), role="room"),
                "next_note": FieldText(tr("wrap_up.next_time.note"), role="room", lines=(3, 5)),
            },
            by_command(self.api, PlanNextTime),
        )
        self.day, self.note = self._form.fields.values()
        self.day.field.returned.connect(self._day_entered)
        self.end = ExpectationFields(self.api) if self.private else None
        column(
            self, self.day, self.note, self.end, STRETCH, gap=theme().metrics.gap, around=NO_MARGINS
        )
        self.setFocusProxy(self.day)

    def refresh(self, state: WorkshopState) -> None:
        self._form.show_record(state.workshop)
        if self.end is not None:
            self.end.show_contact(state.workshop)

    def _day_entered(self) -> None:
        if not self.day.error:
            self.note.setFocus()
