"""A customer over time: contacts, the next kind of contact, requests and people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.actions.binding import bind, bind_button
from ui.actions.offered import BACK, PRIMARY, Offers, back, left, primary
from ui.components.foot_buttons import Offering
from ui.components.page_column import PageColumn
from ui.components.section import Section, SectionedPage
from ui.components.side_layout import roomy
from ui.forms.unsent import Slot
from ui.pages.customer.advice_panel import AdvicePanel
from ui.pages.customer.contact_words import day_words
from ui.pages.customer.contacts import BEGINNINGS, ContactsSection
from ui.pages.customer.line_section import LineSection
from ui.theme.theme import theme
from ui.widgets.boxes import beside, column, row
from ui.widgets.key_action import key_action
from ui.widgets.spaced import spaced
from ui.widgets.text import Text
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import language, texts, tr
from workshop_app.services.commands.workshops import CreateWorkshop
from workshop_app.services.contact_words import way_name
from workshop_app.services.customer_line import CustomerLine, customer_line

if TYPE_CHECKING:
    from ui.pages.customer.customers import CustomersList


class CustomerPage(SectionedPage):
    """The customer of the open contact; without one, or on demand, a list of all customers."""

    NAME = "customer"
    GOES_BACK = True
    SECTIONS: ClassVar[Mapping[str, str]] = {
        "contacts": "ui.pages.customer.contacts:ContactsSection",
        "requests": "ui.pages.customer.requests:CustomerRequestsSection",
        "people": "ui.pages.customer.people:CustomerPeopleSection",
    }

    def build(self) -> None:
        self.line: CustomerLine | None = None
        self._choosing = False
        self._name = Text("title")
        self._counts = Text("meta")
        self.build_sections()
        self.panel = AdvicePanel(
            self.api,
            bind(self, "customer.other_way", self._ask_other_method),
            bind(self, "customer.follow", self._follow_rules),
        )
        bind_button(self, "customer.others", self._show_customers)
        self._begin_elsewhere = [
            bind_button(self, f"customer.{name}", partial(self._begin, name)) for name in BEGINNINGS
        ]
        key_action("Ctrl+Z", self, self.api.undo)  # the rail has its button in the steps only
        self._arrange()
        self.set_section(self.last_section)

    @cached_property
    def customers(self) -> CustomersList:
        from ui.pages.customer.customers import CustomersList  # on use

        customers = CustomersList(self.api)
        customers.chosen.connect(self._choose_customer)
        customers.named.connect(self._ask_first_kind)
        self._around_customers.addWidget(customers)
        self.part_built.emit(customers)
        return customers

    def section_built(self, section: Section) -> None:
        if isinstance(section, LineSection):
            section.line = self.line
        if isinstance(section, ContactsSection):
            section.foot_changed.connect(self._fit)
        else:
            section.addActions(self._begin_elsewhere)

    def subject_id(self, state: WorkshopState) -> str:
        return state.customer.id

    def refresh(self) -> None:
        if self.session.state is None or self._choosing:
            self._layers.setCurrentIndex(0)
            self.customers.refresh()
            return
        self._layers.setCurrentIndex(1)
        line = customer_line(self.session, self.state.customer.id, date.today().isoformat())
        self.line = line
        for section in self.sections.built:
            if isinstance(section, LineSection):
                section.line = line
        self._name.setText(line.customer.name or tr("steps.missing.customer"))
        self._counts.setText(_counts(line))
        self.panel.show_line(line)
        super().refresh()

    def offered(self) -> Offers:
        to_leave: Offers = {BACK: back()}
        if self._layers.currentIndex() == 0:
            return to_leave
        on: Offers = {}
        if self.line is not None and (kind := self.line.to_prepare) is not None:
            agreed = self.line.agreed if kind.is_talk else None
            day = day_words(agreed.next_date) if agreed is not None else ""
            words = tr("customer.prepare_day", day=day) if day else tr("customer.prepare")
            on = {PRIMARY: primary(words)}
        following = {} if self._noting else {**self.turning(), **on}
        return {**to_leave, "customer.others": left(), **following}

    def parts(self) -> Sequence[Offering]:
        return super().parts() if self._layers.currentIndex() else (self,)

    def focus_start(self) -> None:
        if self._layers.currentIndex() == 0:
            self.customers.focus_start()
        else:
            super().focus_start()

    def handle_escape(self) -> bool:
        if self._layers.currentIndex() == 0:
            if self._choosing and self.session.state is not None:
                self._choosing = False
                self._show_again()
            else:
                self.api.go_back()
            return True
        return self.panel.leave() or super().handle_escape()

    def show_record(self, record_id: str) -> None:
        if self._layers.currentIndex() == 1:
            super().show_record(record_id)

    def show_unsent(self, slot: Slot) -> None:
        super().show_unsent(slot)
        if slot.name == "new-customer":
            self._show_customers()
        elif slot.is_of_field or slot.name == "contact-people":  # those of the form for a contact
            self.show_section(ContactsSection.NAME)
            self._contacts.note(slot.record or str(self._contacts.list.current_id()))

    def set_section(self, name: str) -> None:
        super().set_section(name)
        self._fit()

    def open_files(self, paths: Sequence[Path]) -> bool:
        """Import a dropped list into a new contact, after asking for its kind."""
        if self._layers.currentIndex() == 0:
            return False
        self.show_section(ContactsSection.NAME)
        self._contacts.ask_kind(lambda kind: self._open_files_in(kind, paths), self.choice)
        return True

    @property
    def _noting(self) -> bool:
        return isinstance(self.section, ContactsSection) and self.section.noting

    @property
    def _contacts(self) -> ContactsSection:
        section = self.sections[ContactsSection.NAME]
        if not isinstance(section, ContactsSection):
            raise TypeError("the page has a section of contacts")
        return section

    def _begin(self, name: str) -> None:
        self.show_section(ContactsSection.NAME)
        self._contacts.begin(name)

    def _ask_other_method(self) -> bool:
        if self._layers.currentIndex() == 0:
            return False
        if self.panel.isHidden():
            self._contacts.handle_escape()
            self.show_section(ContactsSection.NAME)
        return self.panel.ask()

    def _follow_rules(self) -> bool:
        return self.panel.follow_rules()

    def _show_customers(self) -> None:
        self._choosing = True
        self._show_again()

    def _choose_customer(self, contact_id: str) -> None:
        self._choosing = False
        if self.session.workshop_id != contact_id:
            self.session.open(contact_id)
        self._show_again()

    def _ask_first_kind(self, name: str) -> None:
        """Ask for the kind of the first contact with a new customer, and create both."""
        self._contacts.ask_kind(lambda kind: self._add_customer(name, kind), self.customers.entry)

    def _add_customer(self, name: str, kind: ContactKind) -> None:
        now = datetime.now()
        command = CreateWorkshop(
            way_name(texts(), kind),
            now.isoformat(timespec="seconds"),
            customer_name=name,
            language=language(),
            date=now.date().isoformat(),
            facilitator=self.api.settings.facilitator,
            is_sample=self.api.in_sample,
            contact=kind,
        )
        done = self.api.execute(command)
        if done is not None:
            self.customers.entry.clear()
            self._choose_customer(str(done.result))
            self.show_section(ContactsSection.NAME)
            self._contacts.note(str(done.result))

    def _show_again(self) -> None:
        self.refresh()
        self.show_front()

    def do_primary(self) -> None:
        """Open the planned contact of the recommended kind, or create one, with what came.

        A list that is only in notes is checked first if it leaves open whom a name means. Without
        an agreed day, today's is shown as a proposal.
        """
        line = self.line
        kind = line.to_prepare if line is not None else None
        if line is None or kind is None:
            return
        if line.unclear:
            self._contacts.import_heard(line.unclear)
            self.api.toast(tr("customer.unclear"), done=False)
            return
        planned = (
            [] if line.agreed else [one.id for one in line.history.planned if one.kind is kind]
        )
        contact = planned[0] if planned else self._contacts.add(kind, follows=True)
        if planned and ((along := line.along_to(planned[0])).problems or along.heard):
            self.api.execute(along)
        if contact is not None:
            self.api.open_workshop(contact)
            self.api.go_to(Step.PREPARE.value, "" if planned or line.agreed else "date")

    def _open_files_in(self, kind: ContactKind, paths: Sequence[Path]) -> None:
        contact = self._contacts.add(kind)
        if contact is not None:
            self.api.open_workshop(contact)
            self.api.go(Step.LIST.value)
            self.api.open_files(paths)

    def _arrange(self) -> None:
        self._layers = QStackedLayout(self)
        metrics = theme().metrics
        choosing = QWidget()
        self._around_customers = column(choosing, around=(0, metrics.top, 0, metrics.top))
        self._layers.addWidget(choosing)
        work = QWidget()
        gap = 8 if metrics.rather_low else metrics.gap
        head = column(None, self._name, self._counts, gap=0)
        work_column = PageColumn(None, head, self.choice, gap=gap, above=metrics.top)
        self._below = row(None, (self.stack, 1), gap=0)
        work_column.place((self._below, 1), spans=True)
        self._outer = beside(work, (work_column, 1), gap=0)
        self._outer.setContentsMargins(0, 0, 0, metrics.top)
        self._layers.addWidget(work)
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        """Place the panel at the edge of a wide window, else beside the list of contacts only."""
        if not hasattr(self, "_outer"):
            return
        wide = roomy()
        place = self._outer if wide or theme().stacked else self._below
        if place.indexOf(self.panel) < 0:
            place.addWidget(self.panel)
        contacts = self.section if isinstance(self.section, ContactsSection) else None
        self.panel.setVisible(wide or (contacts is not None and not contacts.noting))


def _counts(line: CustomerLine) -> str:
    parts = (
        line.customer.industry,
        tr("customer.contacts", n=len(line.contacts)),
        tr("customer.problems", n=line.problems),
        tr("customer.requests", n=len(line.requests)),
    )
    return spaced(*parts)
