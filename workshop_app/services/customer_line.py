"""The contacts with one customer over time, for the customer's page and for Prepare."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from workshop_app.domain.contact import ContactKind
from workshop_app.domain.context_questions import AnswerMark, ContextAnswer
from workshop_app.domain.facts.people import PersonFacts, people_facts
from workshop_app.domain.listening_rules import Advice, ContactHistory, advise, line_of
from workshop_app.domain.problem import Problem, Source
from workshop_app.domain.request import Request
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.i18n import Texts
from workshop_app.services.commands.contacts import TakeAlong
from workshop_app.services.commands.problems import AddProblems
from workshop_app.services.imports.files import list_in, listed_in
from workshop_app.services.imports.speakers import Speakers, addition
from workshop_app.services.imports.text import ListLine
from workshop_app.services.known_people import age
from workshop_app.services.session import Session


class GivenUp(NamedTuple):
    """A feature that the customer stopped using: the answer, its date, and what followed."""

    answer: ContextAnswer
    contact: WorkshopState
    problem: Problem | None
    """The problem made from the answer."""


@dataclass(frozen=True)
class CustomerLine:
    """A customer with all contacts as complete snapshots, earliest first."""

    customer: Customer
    contacts: tuple[WorkshopState, ...]
    today: str
    planned: str = ""
    """The id of the contact that is judged as before it took place, if any."""

    @cached_property
    def history(self) -> ContactHistory:
        """The history evaluated by the rules for the next contact."""
        heard = {one.workshop.id: listed_in(one.workshop.heard) for one in self.contacts}
        history = line_of(self.contacts, self.today, heard)
        return history.before(self.planned) if self.planned else history

    @cached_property
    def advice(self) -> Advice:
        """The next contact recommended by the rules."""
        return advise(self.history)

    def before(self, contact_id: str) -> "CustomerLine":
        """Return the data as it was before a contact; all, if the contact is still to come."""
        if contact_id in {one.id for one in self.history.planned}:
            return self
        earlier = self.history.before(contact_id)
        kept = {one.id for one in earlier.contacts}
        contacts = tuple(one for one in self.contacts if one.workshop.id in kept)
        return CustomerLine(self.customer, contacts, earlier.today, contact_id)

    @property
    def overruled(self) -> Workshop | None:
        """The latest contact, if a person overruled the rules after it."""
        held = self.history.held
        last = self.contact(held[-1].id).workshop if held else None
        return last if last is not None and last.next_kind is not None else None

    @property
    def way(self) -> ContactKind | None:
        """The next kind of contact: a person's choice, else that of the rules."""
        chosen = self.overruled
        return chosen.next_kind if chosen is not None else self.advice.way

    @property
    def agreed(self) -> Workshop | None:
        """The contact in which a day from today on was agreed that has no contact yet."""
        taken = ("", *(one.day for one in self.history.planned))
        found = (one.workshop for one in reversed(self.contacts))
        days = (one for one in found if one.next_date >= self.today and one.next_date not in taken)
        return next(days, None)

    @property
    def to_prepare(self) -> ContactKind | None:
        """The kind of contact to prepare next: what was agreed on needs no advice."""
        return self.way or (self.history.last_talk if self.agreed is not None else None)

    def along_to(self, contact_id: str = "") -> TakeAlong:
        """Return what a contact, by default a new one, takes along.

        These are the people of the contact that brought a list, or of the last one, and, to a
        meeting, what is open of the list and no contact has taken over. What only the notes of that
        contact list is read first.
        """
        bulk = self.history.bulk
        held = self.history.held
        origin = bulk.id if bulk is not None else held[-1].id if held else ""
        if origin in ("", contact_id):
            return TakeAlong(contact_id)
        if bulk is None or self.way is None or not self.way.is_talk:
            return TakeAlong(contact_id, origin)
        source = self.contact(origin)
        taken = {problem.origin_id for one in self.contacts for problem in one.problems}
        problems = (one.id for one in source.listed if source.is_open(one) and one.id not in taken)
        return TakeAlong(contact_id, origin, tuple(problems), self._heard_in(source))

    def _heard_in(self, source: WorkshopState) -> AddProblems | None:
        """Return the command that adds the list in the notes of a contact; None without one."""
        if listed_in(source.workshop.heard) <= len(source.listed):
            return None
        lines, speakers = self._noted(source)
        return addition(lines, speakers, Texts(source.workshop.language), source=Source.ROOM)

    def _noted(self, source: WorkshopState) -> tuple[list[ListLine], Speakers | None]:
        """Return the list in the notes of a contact, and who said it unless that is not kept."""
        lines = list_in(source.workshop.heard, source.problems, source.participants)
        people = (one.who for one in self.people)
        named = not source.workshop.anonymous
        return lines, Speakers(lines, source.participants, people) if named else None

    @property
    def unclear(self) -> str:
        """The id of the contact whose notes list what is taken along but not whom they mean."""
        along = self.along_to()
        speakers = along.heard and self._noted(self.contact(along.origin))[1]
        return along.origin if speakers and speakers.undecided else ""

    def contact(self, contact_id: str) -> WorkshopState:
        """Return the contact with this id."""
        return next(one for one in self.contacts if one.workshop.id == contact_id)

    @property
    def consent(self) -> Workshop | None:
        """The latest contact in which somebody agreed to the next one."""
        found = (one.workshop for one in reversed(self.contacts) if one.workshop.consent)
        return next(found, None)

    @property
    def problems(self) -> int:
        """The number of problems heard in all contacts; one that was taken over is the same."""
        known = {problem.id for one in self.contacts for problem in one.problems}
        return sum(each.origin_id not in known for one in self.contacts for each in one.listed)

    @cached_property
    def requests(self) -> tuple[tuple[Request, WorkshopState], ...]:
        """All requests with their contacts, latest contact first."""
        return tuple((one, state) for state in reversed(self.contacts) for one in state.requests)

    @cached_property
    def given_up(self) -> tuple[GivenUp, ...]:
        """The features that the customer stopped using, latest first."""
        return tuple(
            GivenUp(answer, state, made_of(state, answer))
            for state in reversed(self.contacts)
            for answer in state.answers
            if answer.mark is AnswerMark.GIVEN_UP
        )

    @cached_property
    def people(self) -> tuple[PersonFacts, ...]:
        """All people of the customer, in the order of their first contact."""
        return people_facts(
            [who for one in self.contacts for who in one.participants],
            [problem for one in self.contacts for problem in one.problems],
            [action for one in self.contacts for action in one.actions],
        )


def made_of(state: WorkshopState, answer: ContextAnswer) -> Problem | None:
    """Return the problem that was made from a context answer."""
    found = (problem for problem in state.unmerged if problem.answer_id == answer.id)
    return next(found, None)


def customer_line(session: Session, customer_id: str, today: str) -> CustomerLine:
    """Return the contacts with a customer as of `today` (ISO)."""
    store = session.store
    own = [each for each in store.all(Workshop) if each.customer_id == customer_id]
    contacts = tuple(session.state_of(each.id) for each in sorted(own, key=age))
    return CustomerLine(store.get(Customer, customer_id), contacts, today)
