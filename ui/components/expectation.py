"""The customer's expectation at the end of a contact, and consent for the next one."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.components.page import WindowApi
from ui.widgets.choice import Choice
from ui.widgets.edit_line import EditLine
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
        self._api = api
        self.contact_id = ""
        self.consent = self._line("consent", "consent")
        options = [(each, _words(each)) for each in Expectation]
        self.expectation = Choice(tr("contacts.expects_name"), options, role="body")
        self.expectation.chosen.connect(lambda value: self._edit("expectation", value))
        self.words = self._line("expectation_words", "words")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.consent)
        column.addWidget(Text("meta", tr("customer.expectation")))
        column.addWidget(self.expectation)
        column.addWidget(self.words)

    def show_contact(self, contact: Workshop) -> None:
        """Show what is noted of a contact."""
        self.contact_id = contact.id
        self.consent.set_text(contact.consent, contact.id)
        self.expectation.set_value(contact.expectation)
        self.words.set_text(contact.expectation_words, contact.id)

    def commit(self) -> None:
        """Save what was typed."""
        for field in (self.consent, self.words):
            field.flush()

    def _line(self, field: str, name: str) -> EditLine:
        line = EditLine(
            tr(f"contacts.{name}_name"), tr(f"customer.{name}_hint"), private=True, name=name
        )
        line.edited.connect(lambda text: self._edit(field, text))
        return line

    def _edit(self, field: str, value: object) -> None:
        self._api.execute(EditContact(self.contact_id, field, value))


def _words(value: Expectation) -> str:
    return tr(f"contacts.expectation.{value}") if value else tr("customer.not_asked")
