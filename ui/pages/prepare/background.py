"""The customer's industry and systems: the background of every problem and request."""

from __future__ import annotations

from ui.components.section import Section
from ui.forms.form import FieldText, Form, by_command
from ui.widgets.boxes import NO_MARGINS, STRETCH, column
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Customer
from workshop_app.i18n import tr
from workshop_app.services.commands.workshops import EditCustomer


class BackgroundSection(Section):
    """Industry in one line, systems and business in several."""

    NAME = "background"

    def build(self) -> None:
        texts = {
            "industry": FieldText(tr("prepare.industry"), tr("prepare.industry_hint"), "list"),
            "architecture": FieldText(
                tr("prepare.architecture"), tr("prepare.architecture_hint"), "list", lines=(4, 9)
            ),
        }
        self.form = Form(Customer, texts, by_command(self.api, EditCustomer))
        column(self, *self.form.fields.values(), STRETCH, gap=12, around=NO_MARGINS)
        self.setFocusProxy(self.form.fields["industry"])

    def refresh(self, state: WorkshopState) -> None:
        self.form.show_record(state.customer)
