"""The customer's expectation at the end of a contact, and consent for the next one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.components.window_api import WindowApi
from ui.forms.form import FieldText, Form, by_command
from ui.widgets.boxes import column
from ui.widgets.check_group import CheckButtons, Option
from ui.widgets.text import Text
from workshop_app.domain.contact import Expectation
from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import tr
from workshop_app.services.commands.contacts import EditContact


class ExpectationFields(QWidget):
    """Fields for consent to the next contact, and the expectation; shown in private mode only.

    Each field is saved when it is left.
    """

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self._form = Form(
            Workshop,
            {
                "consent": _line("consent"),
                "expectation_words": _line("words"),
            },
            by_command(api, EditContact),
        )
        self.consent, self.words = self._form.fields.values()
        options = [Option(each, _words(each)) for each in Expectation]
        self.expectation = CheckButtons(tr("contacts.expects_name"), options)
        self.expectation.chosen.connect(lambda value: self._form.save("expectation", value))
        column(
            self,
            self.consent,
            Text("meta", tr("customer.expectation")),
            self.expectation,
            self.words,
            gap=8,
        )

    def show_contact(self, contact: Workshop) -> None:
        """Show what is noted of a contact."""
        self._form.show_record(contact)
        self.expectation.set_value(contact.expectation)

    def commit(self) -> None:
        """Save what was typed."""
        for field in self._form.fields.values():
            field.flush()


def _line(name: str) -> FieldText:
    return FieldText(tr(f"contacts.{name}_name"), tr(f"customer.{name}_hint"))


def _words(value: Expectation) -> str:
    return tr(f"contacts.expectation.{value}") if value else tr("customer.not_asked")
