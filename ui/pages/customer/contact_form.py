"""The short form for one contact; each field is saved automatically."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.actions.table import key_of
from ui.components.expectation import ExpectationFields
from ui.components.method_heard import offer_methods
from ui.components.window_api import WindowApi
from ui.forms.form import FieldText, Form, by_command
from ui.pages.customer.contact_words import texts_of_people
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import STRETCH, beside, column, flow
from ui.widgets.check_button import SWITCH, CheckButton
from ui.widgets.date_field import DateField
from ui.widgets.entry_line import EntryLine
from ui.widgets.text import Text
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.participant_names import split_people
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.contacts import AddPeople, SetKind, edit_contact
from workshop_app.services.contact_words import kind_name, title_as
from workshop_app.services.imports.files import listed_in
from workshop_app.typed_day import WithoutYear

_WRITTEN = (ContactKind.SUPPORT, ContactKind.SURVEY, ContactKind.MAIL)
"""Kinds that are noted after they have happened; the others may be planned."""


class ContactForm(QWidget):
    """Kind, day, people, what was heard, no answer, score, consent, and the expectation.

    The page acts on two buttons: ``back`` shows the list again, and ``listed`` makes problems of
    the list in what was heard.
    """

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self._api = api
        self.contact_id = ""
        self._contact: Workshop | None = None
        self.kind = ActionButton("", "chevron-down", kind="secondary", size="small")
        self.kind.clicked.connect(self._ask_kind)
        self.back = ActionButton(
            tr("customer.to_list"), "arrow-left", key_of("moving.escape"), "note"
        )
        self._form = Form(
            Workshop,
            {
                "date": FieldText(tr("prepare.date")),
                "title": FieldText(tr("prepare.title")),
                "own_kind": FieldText(tr("prepare.own_kind"), tr("prepare.own_kind_hint")),
                "heard": FieldText(tr("contacts.heard_name"), lines=(3, 3)),
                "score": FieldText(tr("contacts.score_name"), tr("customer.score_hint")),
            },
            by_command(api, edit_contact),
        )
        self.date, self.title, self.own, self.heard, self.score = self._form.fields.values()
        self.listed = ActionButton("", "paste", kind="note", size="small")
        self.people = Text("body")
        self.new_people = EntryLine(
            tr("customer.people_entry"),
            tr("customer.people_entry"),
            icon="person",
            role="body",
            name="contact-people",
        )
        self.new_people.entered.connect(self._add_people)
        self.silent = CheckButton(tr("contacts.silent"), SWITCH)
        self.silent.clicked.connect(lambda: self._form.save("silent", self.silent.isChecked()))
        self.end = ExpectationFields(api)
        self._arrange()

    def show_contact(self, state: WorkshopState) -> None:
        contact = state.workshop
        self.contact_id = contact.id
        self._contact = contact
        self.kind.setText(tr("customer.kind", kind=kind_name(texts(), contact)))
        is_meeting = contact.kind not in _WRITTEN and not contact.silent
        if isinstance(self.date, DateField):
            self.date.without_year = WithoutYear.NEAREST if is_meeting else WithoutYear.PAST
        self.own.setVisible(contact.kind is ContactKind.OWN)
        self.people.setText(texts_of_people(state) or tr("customer.no_people"))
        self.silent.setChecked(contact.silent)
        lines = listed_in(contact.heard)
        self.listed.setText(tr("customer.heard_list", n=lines))
        self.listed.setVisible(lines > len(state.listed))
        self._form.show_record(contact)
        self.end.show_contact(contact)

    def focus_start(self) -> None:
        """Focus the field for what was heard."""
        self.heard.setFocus()

    def commit(self) -> bool:
        """Save what was typed; return whether all of it is valid, else focus the first error."""
        self.end.commit()
        return self._form.commit()

    def _arrange(self) -> None:
        head = QWidget()
        flow(head, self.back, self.kind, self.silent, gap=16)
        left = [
            self.date,
            self.title,
            self.own,
            self.people,
            self.new_people,
            self.heard,
            self.listed,
        ]
        right = [self.score, self.end]
        sides = [(column(None, *widgets, STRETCH, gap=8), 1) for widgets in (left, right)]
        column(self, head, (beside(None, *sides, gap=theme().metrics.gap), 1), gap=8)

    def _ask_kind(self) -> None:
        if self._contact is not None:
            set_kind = partial(self._set_kind, self._contact)
            now = self._contact.kind
            offer_methods(self.kind, set_kind, now=now, title=tr("customer.which_kind"))

    def _set_kind(self, contact: Workshop, kind: ContactKind) -> None:
        self._api.execute(SetKind(kind, contact.id, title_as(texts(), contact, kind)))

    def _add_people(self, text: str) -> None:
        people = split_people(text)
        names = tuple(person.name for person in people)
        teams = tuple(person.team for person in people)
        jobs = tuple(person.job for person in people)
        command = AddPeople(self.contact_id, names, teams, jobs)
        if people and self._api.execute(command) is not None:
            self.new_people.clear()
