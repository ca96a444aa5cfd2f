"""Commands on contacts: adding a short one, its kind, what was heard, and the next kind."""

from collections.abc import Iterable
from dataclasses import replace

from workshop_app.domain.agenda import plan_for, plan_of, usual_plan
from workshop_app.domain.contact import ContactKind, Expectation
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.participant_names import TypedPerson, name_key
from workshop_app.domain.problem import Problem
from workshop_app.domain.steps import Step, chooses
from workshop_app.domain.text import clean_line, clean_note
from workshop_app.domain.workshop import MOST_SCORE, AgendaItem, Participant, Workshop
from workshop_app.services.command import Command, open_workshop
from workshop_app.services.commands.edit import Cleaner, Edit, cleaners, clock_time, count
from workshop_app.services.commands.participants import (
    AddKnownPeople,
    AddKnownPerson,
    AddParticipant,
)
from workshop_app.services.commands.problems import AddProblems
from workshop_app.services.commands.visits import TakeOverProblem
from workshop_app.services.commands.workshops import CreateWorkshop, EditWorkshop
from workshop_app.services.known_people import known_people
from workshop_app.store.store import Store


class TakeAlong(Command):
    """Take the people and problems of an earlier contact along to another one, each only once."""

    contact_id: str
    origin: str = ""
    """The earlier contact; empty for none."""
    problems: tuple[str, ...] = ()
    heard: AddProblems | None = None
    """What the notes of the earlier contact list, to be added there first."""

    step = Step.PREPARE
    placed = "contact_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        if not self.origin:
            return
        heard = self.heard.apply(store, self.origin) if self.heard is not None else ()
        people = (who.person_id for who in store.all(Participant, self.origin))
        AddKnownPeople(tuple(filter(None, people))).apply(store, self.contact_id)
        for problem in (*self.problems, *heard):
            TakeOverProblem(problem).apply(store, self.contact_id)


class AddContact(Command):
    """Add a contact with a customer of the store at once; returns its id.

    `people` are names; names that are known for this customer refer to the known person. What was
    said is added as problems by further commands on the opened contact.
    """

    customer_id: str
    contact: ContactKind
    title: str
    created_at: str
    """ISO date and time; orders the records."""
    language: str = "ja"
    facilitator: str = ""
    own_kind: str = ""
    date: str = ""
    start_time: str = ""
    venue: str = ""
    people: tuple[str, ...] = ()
    heard: str = ""
    silent: bool = False
    score: int | None = None
    consent: str = ""
    expectation: Expectation = Expectation.NOT_ASKED
    expectation_words: str = ""
    along: TakeAlong | None = None
    """What it takes along from an earlier contact; the id in it does not matter."""

    step = Step.PREPARE

    def apply(self, store: Store, workshop_id: str) -> str:
        made = CreateWorkshop(
            self.title,
            self.created_at,
            customer_id=self.customer_id,
            language=self.language,
            date=self.date,
            facilitator=self.facilitator,
            contact=self.contact,
        ).apply(store, "")
        contact = replace(
            store.get(Workshop, made),
            start_time=clock_time(self.start_time),
            place=clean_line(self.venue),
            own_kind=clean_line(self.own_kind),
            heard=clean_note(self.heard),
            silent=self.silent,
            score=_score(self.score),
            consent=clean_note(self.consent),
            expectation=self.expectation,
            expectation_words=clean_note(self.expectation_words),
        )
        store.update(contact)
        add_people(store, contact, map(TypedPerson, self.people))
        if self.along is not None:
            replace(self.along, contact_id=made).apply(store, made)
        return made


def add_people(store: Store, contact: Workshop, people: Iterable[TypedPerson]) -> None:
    """Add people to a contact by their names, with team and job if given.

    People who are listed already are not added again, but get what they had none of.
    """
    here = {name_key(who.name): who.id for who in reversed(store.all(Participant, contact.id))}
    earlier = reversed(known_people(store, contact).values())
    # of several with the same name the last one is used
    known = {name_key(who.name): who.person_id for who in earlier}
    for name, team, job in people:
        key = name_key(name)
        listed = key in here
        if not listed:
            person = known.get(key)
            add = AddKnownPerson(person) if person else AddParticipant(name)
            here[key] = add.apply(store, contact.id)
        who = store.get(Participant, here[key])
        told = {"team": clean_line(team), "job": clean_line(job)}
        new = {
            field: text
            for field, text in told.items()
            if text and not (listed and getattr(who, field))
        }
        if new:
            store.update(who, **new)


class AddPeople(Command):
    """Add people to a contact, which need not be the open one, by names, teams and jobs."""

    contact_id: str
    names: tuple[str, ...]
    teams: tuple[str, ...] = ()
    """The team of each, which may be empty; an empty tuple means no teams."""
    jobs: tuple[str, ...] = ()
    """The job of each, likewise."""

    step = Step.PREPARE
    placed = "contact_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        none = ("",) * len(self.names)
        told = zip(self.names, self.teams or none, self.jobs or none, strict=True)
        people = [TypedPerson(*each) for each in told]
        add_people(store, store.get(Workshop, self.contact_id), people)


def _score(value: object) -> int | None:
    """Return a score from 0 to 10, or None for an empty value; raises InvalidInput."""
    return None if value in (None, "") else count(value, MOST_SCORE)


_CLEANERS: dict[str, Cleaner] = {"score": _score}


class EditContact(Edit):
    """Set one field of a contact, which need not be the open one."""

    step = Step.PREPARE
    record = Workshop
    fields = _CLEANERS | cleaners(
        Workshop, "own_kind", "heard", "silent", "consent", "expectation", "expectation_words"
    )


def edit_contact(contact_id: str, field: str, value: object) -> Edit:
    """Return the command that sets one of the fields of a contact, those of its head included."""
    command = EditContact if field in EditContact.fields else EditWorkshop
    return command(contact_id, field, value)


class SetKind(Command):
    """Change the kind of a contact, by default the open one, and so its steps.

    The way of listening of its problems changes too, if it was the former kind. An agenda that was
    never edited is replaced by the default of the new kind; in an edited one the minutes of steps
    it does not have are added to Solve. If the kind has no step Choose, all problems count as
    chosen. A `title` replaces that of the former kind.
    """

    contact: ContactKind
    contact_id: str = ""
    title: str = ""

    step = Step.PREPARE
    placed = "contact_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        named = self.contact_id
        workshop = store.get(Workshop, named) if named else open_workshop(store, workshop_id)
        former = workshop.kind
        if former is self.contact:
            return
        title = clean_line(self.title) or workshop.title
        store.update(workshop, kind=self.contact, title=title)
        agenda = store.all(AgendaItem, workshop.id)
        before = plan_of(agenda)
        untouched = before == dict(usual_plan(former))
        plan = usual_plan(self.contact) if untouched else plan_for(self.contact, before)
        for item in agenda:
            store.update(item, minutes=plan[Step(item.step)])
        for problem in store.all(Problem, workshop.id):
            method = self.contact if problem.method is former else problem.method
            chosen = problem.chosen or not chooses(self.contact)
            store.update(problem, method=method, chosen=chosen)


class ChooseNextWay(Command):
    """Overrule the rules on the next kind of contact; None follows the rules again."""

    contact_id: str
    way: ContactKind | None
    reason: str = ""

    step = Step.PREPARE
    placed = "contact_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        contact = store.get(Workshop, self.contact_id)
        reason = clean_note(self.reason)
        if self.way is not None and not reason:
            raise InvalidInput("errors.reason_needed")
        reason = reason if self.way is not None else ""
        store.update(contact, next_kind=self.way, next_reason=reason)
