"""The list of contacts: opening, adding, editing and deleting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.actions.binding import button_for
from ui.components.delete_question import DeleteQuestion
from ui.components.list_paste import clipboard_text
from ui.components.method_heard import offer_methods
from ui.components.page_column import PageColumn
from ui.components.section import turn_list
from ui.components.task_row import task_row
from ui.forms.record_list import RecordList
from ui.pages.customer.contact_words import day_words, outcome_words, texts_of_people
from ui.pages.customer.line_section import LineSection
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.rows.style import paper_table
from ui.widgets.boxes import flow
from ui.widgets.spaced import spaced
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import language, texts, tr
from workshop_app.services.contact_words import kind_name, title_of_next
from workshop_app.services.customer_line import CustomerLine

if TYPE_CHECKING:
    from ui.pages.customer.contact_form import ContactForm

BEGINNINGS = ("add", "paste", "file")
"""How a contact can be added: empty, or with a list."""


class ContactsSection(LineSection):
    """Enter opens a contact at its steps, F2 edits what was heard, Delete asks and deletes."""

    NAME = "contacts"

    def build(self) -> None:
        self.list = PagedList(
            tr("customer.section.contacts"), style=paper_table, role="list", paging_keys=False
        )
        self._question = DeleteQuestion(
            self.api, self.list, "customer.delete", self._title, self._let_go
        )
        self._question.emptied.connect(self.list.setFocus)
        self.records = RecordList(self.api, self.list, count="customer.contacts")
        self.records.offer(
            {
                "row.open": self.api.open_workshop,
                "customer.edit": self._note,
                "row.remove": self._question.ask,
            },
            delete_anywhere=False,
        )
        self._bind()
        self._arrange()
        self.setFocusProxy(self.list)

    @cached_property
    def form(self) -> ContactForm:
        """The form for what was heard in a contact."""
        from ui.pages.customer.contact_form import ContactForm  # on use

        form = ContactForm(self.api)
        form.back.clicked.connect(self._leave_form)
        form.listed.clicked.connect(lambda: self.import_heard(form.contact_id))
        holder = QWidget()
        PageColumn(holder, (form, 1))
        self._layers.addWidget(holder)
        self.part_built.emit(form)
        return form

    def show_line(self, line: CustomerLine) -> None:
        rows = contact_rows(line)
        self.records.show(rows)
        if self.noting:
            found = [one for one in line.contacts if one.workshop.id == self.form.contact_id]
            if found:
                self.form.show_contact(found[0])
            else:
                self._close_form()

    @property
    def noting(self) -> bool:
        """Whether the form for a contact is open."""
        return self._layers.currentIndex() > 0

    def show_record(self, record_id: str) -> bool:
        return self.records.select(record_id)

    def focus_start(self) -> bool:
        if self.noting:
            self.form.focus_start()
        else:
            self.list.setFocus()
        return True

    def turn(self, by: int) -> bool:
        return self.noting or turn_list(self.list, by)

    def handle_escape(self) -> bool:
        if self._question.leave():
            return True
        noting = self.noting
        if noting:
            self._leave_form()
        return noting

    def add(self, kind: ContactKind, *, follows: bool = False) -> str | None:
        """Add a contact and return its id; None if refused.

        One that follows from the others is on the day that was agreed, and takes along what came.
        """
        line = self.line
        if line is None:
            return None
        from workshop_app.services.commands.contacts import AddContact  # on use

        now = datetime.now()
        agreed = line.agreed if follows and kind.is_talk else None
        command = AddContact(
            line.customer.id,
            kind,
            title_of_next(texts(), kind, (one.workshop for one in line.contacts)),
            now.isoformat(timespec="seconds"),
            language=language(),
            facilitator=self.api.settings.facilitator,
            date=agreed.next_date if agreed is not None else now.date().isoformat(),
            start_time=agreed.next_time if agreed is not None else "",
            venue=agreed.next_place if agreed is not None else "",
            along=line.along_to() if follows else None,
        )
        done = self.api.execute(command)
        return None if done is None else str(done.result)

    def begin(self, name: str) -> None:
        """Ask for the kind of a new contact: for ``add``, or for a list to ``paste`` or a file."""
        self._close_form()
        then = self._add_and_note if name == "add" else partial(self._bring, name)
        self.ask_kind(then, self._buttons[name])

    def import_heard(self, contact_id: str) -> None:
        """Import the list in what was heard in a contact, with a preview."""
        self.api.open_workshop(contact_id)
        self.api.go_to(Step.LIST.value, "heard")

    def _bring(self, source: str, kind: ContactKind) -> None:
        """Import a list from the clipboard or a file into a new contact, with a preview."""
        text = clipboard_text() if source == "paste" else ""
        if source == "paste" and not text.strip():
            self.api.toast(tr("paste.nothing"), done=False)
        elif contact := self.add(kind):
            self.api.open_workshop(contact)
            self.api.go_to(Step.LIST.value, source)

    def ask_kind(self, then: Callable[[ContactKind], object], anchor: QWidget) -> None:
        """Ask for the kind of a contact."""
        offer_methods(anchor, then, title=tr("customer.which_kind"))

    def note(self, contact_id: str) -> None:
        """Edit what was heard in a contact."""
        line = self.line
        if line is None:
            return
        self._question.hide()
        self.form.show_contact(line.contact(contact_id))
        self._layers.setCurrentIndex(1)
        self.setFocusProxy(self.form.back)  # Tab enters at the proxy, even if that is hidden
        self.foot_changed.emit()
        self.form.focus_start()

    def _bind(self) -> None:
        begun = {name: partial(self.begin, name) for name in BEGINNINGS}
        self._buttons = {
            name: button_for(self, f"customer.{name}", begin) for name, begin in begun.items()
        }

    def _arrange(self) -> None:
        listed = QWidget()
        head = flow(None, *self._buttons.values(), gap=10)
        PageColumn(listed, head, (self.list, 1), self._question, gap=10)
        self._layers = QStackedWidget()
        self._layers.addWidget(listed)
        PageColumn(self, (self._layers, 1))

    def _add_and_note(self, kind: ContactKind) -> None:
        made = self.add(kind)
        if made is not None:
            self.list.set_current(made)
            self.note(made)

    def _note(self, contact_id: str) -> bool:
        if self.noting:
            return False
        self.note(contact_id)
        return True

    def _title(self, contact_id: str) -> str:
        return self.line.contact(contact_id).workshop.title if self.line is not None else ""

    def _let_go(self, contact_id: str) -> None:
        """Open another contact of the customer instead, or none."""
        if self.line is None or self.api.session.workshop_id != contact_id:
            return
        others = [one.workshop.id for one in self.line.contacts if one.workshop.id != contact_id]
        if others:
            self.api.session.open(others[-1])
        else:
            self.api.session.close()

    def _leave_form(self) -> None:
        """Go back to the list, unless a text could not be saved: the form then stays open."""
        if self.form.commit():
            self._close_form()

    def _close_form(self) -> None:
        if not self.noting:
            return
        self.form.commit()
        self._layers.setCurrentIndex(0)
        self.setFocusProxy(self.list)
        self.foot_changed.emit()
        self.list.setFocus()


def contact_rows(line: CustomerLine) -> list[Row]:
    """Return the contacts of a customer, newest first."""
    return [_row(line, state) for state in reversed(line.contacts)]


def _row(line: CustomerLine, state: WorkshopState) -> Row:
    contact = state.workshop
    planned = contact.id in {one.id for one in line.history.planned}
    kind = kind_name(texts(), contact)
    said = outcome_words(state, planned=planned)
    title = "" if contact.title == kind else contact.title
    heard = contact.heard.split("\n")[0]
    return task_row(
        contact.id,
        spaced(kind, title, said),
        who=spaced(texts_of_people(state), heard),
        due=day_words(contact.date or contact.created_at[:10]),
    )
