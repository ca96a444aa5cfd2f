"""Commands on the workshop, its customer and the minutes of its agenda."""

from dataclasses import replace

from workshop_app.domain.agenda import Plan, plan_of, usual_plan
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.customer_names import customer_key
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.field_types import typed_texts
from workshop_app.domain.ids import new_id
from workshop_app.domain.steps import Step
from workshop_app.domain.text import clean_line, clean_note, required_line
from workshop_app.domain.workshop import AgendaItem, Customer, Participant, Workshop
from workshop_app.services.command import Command, open_workshop
from workshop_app.services.commands.edit import Edit, cleaners, iso_date
from workshop_app.store.likes import likes_about
from workshop_app.store.store import Store
from workshop_app.store.tables import TABLES


class CreateWorkshop(Command):
    """Create a contact with its customer and the default agenda of its kind; returns its id."""

    title: str
    created_at: str
    """ISO date and time; orders the records."""
    customer_name: str = ""
    customer_id: str | None = None
    """An existing customer; None makes a new one."""
    language: str = "ja"
    date: str = ""
    facilitator: str = ""
    is_sample: bool = False
    """Records of a sample's customer are marked as sample, too."""
    contact: ContactKind = ContactKind.WORKSHOP

    step = Step.PREPARE

    def apply(self, store: Store, workshop_id: str) -> str:
        customer_id = self.customer_id or self._new_customer(store)
        workshop = Workshop(
            id=new_id(),
            customer_id=customer_id,
            title=required_line(self.title),
            created_at=self.created_at,
            language=self.language,
            date=iso_date(self.date),
            facilitator=clean_line(self.facilitator),
            is_sample=self.is_sample or _is_of_sample(store, self.customer_id),
            kind=self.contact,
        )
        store.insert(workshop)
        plan = _last_plan(store, workshop) or usual_plan(self.contact)
        for step, minutes in plan.items():
            store.add(AgendaItem, workshop.id, step=step.value, minutes=minutes)
        return workshop.id

    def _new_customer(self, store: Store) -> str:
        customer = Customer(id=new_id(), name=clean_line(self.customer_name))
        store.insert(customer)
        return customer.id


def _last_plan(store: Store, contact: Workshop) -> Plan:
    """Return the plan of the customer's last contact of the same kind; empty if there is none."""
    of_customer = store.some(Workshop, None, "customer_id", [contact.customer_id])
    others = [one for one in of_customer if one.kind is contact.kind and one.id != contact.id]
    last = max(others, key=lambda one: one.created_at, default=None)
    return plan_of(store.all(AgendaItem, last.id)) if last is not None else {}


def _is_of_sample(store: Store, customer_id: str | None) -> bool:
    own = [each for each in store.all(Workshop) if each.customer_id == customer_id]
    return bool(own) and all(each.is_sample for each in own)


class EditWorkshop(Edit):
    """Set one field of the workshop."""

    step = Step.PREPARE
    record = Workshop
    fields = cleaners(
        Workshop,
        "title",
        "language",
        "date",
        "start_time",
        "end_time",
        "place",
        "facilitator",
        "method_reason",
        "private_note",
        "ground_rules",
    )


class PlanNextTime(Edit):
    """Set day, time, place or note of the next meeting, or the links to the community."""

    step = Step.WRAP_UP
    record = Workshop
    fields = cleaners(Workshop, "next_date", "next_time", "next_place", "next_note", "community")


class WriteKeyMessage(Edit):
    """Set the conclusion of the workshop; if empty, papers generate it by rules."""

    step = Step.WRAP_UP
    record = Workshop
    fields = cleaners(Workshop, "key_message")


class SkipStep(Edit):
    """Set whether a step is skipped on purpose."""

    step = Step.CONTEXT
    record = Workshop
    fields = cleaners(Workshop, "context_skipped", "sort_skipped")


class SwitchList(Edit):
    """Set when problems are shown, or whether new ones go to the inbox. It is not an undo step."""

    step = Step.LIST
    record = Workshop
    fields = cleaners(Workshop, "shown_later", "holding")


class EditCustomer(Edit):
    """Set one field of the customer."""

    step = Step.PREPARE
    record = Customer
    fields = cleaners(Customer, *typed_texts(Customer))


class UseCustomer(Command):
    """Change the workshop's customer to one that is in the store.

    A former customer of the same name without any other workshop is treated as a duplicate: it is
    removed, and its texts are added to the other one.
    """

    customer_id: str

    step = Step.PREPARE

    def apply(self, store: Store, workshop_id: str) -> None:
        workshop = open_workshop(store, workshop_id)
        customer = store.get(Customer, self.customer_id)
        former = store.get(Customer, workshop.customer_id)
        store.update(workshop, customer_id=customer.id)
        if former.id == customer.id:
            return
        if customer_key(former.name) != customer_key(customer.name):
            _part_from_people_of(store, former, workshop)
            return
        if all(other.customer_id != former.id for other in store.all(Workshop)):
            store.update(_with_words_of(customer, former))
            store.delete(former)


def _part_from_people_of(store: Store, former: Customer, workshop: Workshop) -> None:
    """Make the participants of `workshop` different people from those of the `former` customer."""
    others = [each for each in store.all(Workshop) if each.customer_id == former.id]
    known = {who.person_id for other in others for who in store.all(Participant, other.id)}
    for who in store.all(Participant, workshop.id):
        if who.person_id in known:
            store.update(who, person_id=new_id())


def _with_words_of(customer: Customer, former: Customer) -> Customer:
    """Return `customer` with the texts about `former` added; raises InvalidInput if too long."""
    return replace(
        customer,
        industry=customer.industry or former.industry,
        architecture=_both(customer.architecture, former.architecture),
        private_note=_both(customer.private_note, former.private_note),
    )


def _both(first: str, second: str) -> str:
    return first if second in first else clean_note(f"{first}\n\n{second}")


class SetMinutes(Edit):
    """Set the minutes planned for a step; `record_id` is the agenda item."""

    step = Step.PREPARE
    record = AgendaItem
    fields = cleaners(AgendaItem, "minutes")


class MarkExported(Command):
    """Record when the papers were written."""

    at: str

    step = Step.WRAP_UP

    def apply(self, store: Store, workshop_id: str) -> None:
        store.update(open_workshop(store, workshop_id), exported_at=self.at)


class DeleteWorkshop(Command):
    """Delete a workshop with its action log; cannot be undone.

    Its customer is deleted too unless it has another workshop.
    """

    workshop_id: str

    step = Step.PREPARE
    logged = False

    @property
    def copied_before(self) -> str:
        return "delete"

    def apply(self, store: Store, workshop_id: str) -> None:
        if workshop_id == self.workshop_id:
            raise InvalidInput("errors.close_first")
        workshop = store.get(Workshop, self.workshop_id)
        for decided in store.read(likes_about, workshop.id):
            store.delete(decided)
        for table in reversed(TABLES):
            if table.owner == "workshop_id":
                for record in store.all(table.record, workshop.id):
                    store.delete(record)
        store.delete(workshop)
        if all(other.customer_id != workshop.customer_id for other in store.all(Workshop)):
            store.delete(store.get(Customer, workshop.customer_id))
        store.forget_log(workshop.id)
