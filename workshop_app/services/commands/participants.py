"""Commands on participants, and on whether they are named."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.field_types import Privacy, fields_with, typed_texts, without
from workshop_app.domain.ids import new_id, person_code
from workshop_app.domain.steps import Step
from workshop_app.domain.text import clean_line
from workshop_app.domain.workshop import Participant, Workshop
from workshop_app.domain.workshop_fields import references_to_people
from workshop_app.services.command import Command, dismiss, open_workshop
from workshop_app.services.commands.edit import Edit, cleaned, cleaners
from workshop_app.services.known_people import gone, known_people, person_named
from workshop_app.store.store import Store
from workshop_app.store.tables import TABLES


class AddParticipant(Command):
    """Add a person at the end of the list; returns the id.

    A stored head count is raised if it is lower than the number of people listed as present;
    otherwise the new person is assumed to be included in it.
    """

    name: str
    job: str = ""
    team: str = ""

    step = Step.PREPARE

    def apply(self, store: Store, workshop_id: str) -> str:
        workshop = open_workshop(store, workshop_id)
        others = store.all(Participant, workshop_id)
        participant = Participant(
            id=new_id(),
            workshop_id=workshop_id,
            position=0,
            code="",
            honorific="様" if workshop.language == "ja" else "",
            person_id=new_id(),
            **cleaned(self, Participant),
        )
        return insert_participant(store, workshop, participant, others)


class AddParticipants(Command):
    """Add several people in this order, by their names, teams and jobs; returns the ids.

    The only known person of a name is taken over as by `AddKnownPerson`, with the team and job
    given. A stored head count is raised as by `AddParticipant`.
    """

    names: tuple[str, ...]
    teams: tuple[str, ...] = ()
    """The team of each, which may be empty; an empty tuple means no teams."""
    jobs: tuple[str, ...] = ()
    """The job of each, likewise."""

    step = Step.PREPARE

    def apply(self, store: Store, workshop_id: str) -> tuple[str, ...]:
        if not self.names:
            raise InvalidInput("errors.empty")
        none = ("",) * len(self.names)
        typed = zip(self.names, self.teams or none, self.jobs or none, strict=True)
        return tuple(_add_typed(store, workshop_id, *each) for each in typed)


def _add_typed(store: Store, workshop_id: str, name: str, team: str, job: str) -> str:
    workshop = open_workshop(store, workshop_id)
    here = store.all(Participant, workshop_id)
    person = person_named(known_people(store, workshop), here, name)
    if person is None:
        return AddParticipant(name, job, team).apply(store, workshop_id)
    added = AddKnownPerson(person).apply(store, workshop_id)
    who = store.get(Participant, added)
    store.update(who, team=clean_line(team) or who.team, job=clean_line(job) or who.job)
    return added


def insert_participant(
    store: Store, workshop: Workshop, participant: Participant, others: Sequence[Participant]
) -> str:
    """Store `participant` as the last one, with the next code; returns the id."""
    used = {other.code for other in others}
    number = next(n for n in range(len(others) + 1) if person_code(n) not in used)
    position = max((other.position for other in others), default=-1) + 1
    participant = replace(participant, position=position, code=person_code(number))
    store.insert(participant)
    here = sum(person.here for person in (*others, participant))
    if 0 < workshop.present < here:
        store.update(workshop, present=here)
    return participant.id


class AddKnownPerson(Command):
    """Add a person from another workshop of the customer; returns the id of the participant.

    Name, team and notes of the latest such workshop are taken over; attendance and what the person
    can do alone belong to one workshop. People who are listed already are not added again.
    """

    person_id: str

    step = Step.PREPARE

    def apply(self, store: Store, workshop_id: str) -> str:
        workshop = open_workshop(store, workshop_id)
        others = store.all(Participant, workshop_id)
        listed = next((one.id for one in others if one.person_id == self.person_id), None)
        if listed is not None:
            return listed
        earlier = _known(store, workshop, self.person_id)
        participant = Participant(
            id=new_id(),
            workshop_id=workshop_id,
            position=0,
            name=earlier.name,
            code="",
            honorific=earlier.honorific,
            person_id=earlier.person_id,
            **{name: getattr(earlier, name) for name in _lasting_fields()},
        )
        return insert_participant(store, workshop, participant, others)


class AddKnownPeople(Command):
    """Add several people from other workshops of the customer, in this order; returns their ids."""

    person_ids: tuple[str, ...]

    step = Step.PREPARE

    def apply(self, store: Store, workshop_id: str) -> tuple[str, ...]:
        return tuple(AddKnownPerson(one).apply(store, workshop_id) for one in self.person_ids)


class JoinPerson(Command):
    """Record that a participant is a person known from another workshop of the customer.

    Empty fields of the participant are filled from there.
    """

    participant_id: str
    person_id: str

    step = Step.PREPARE
    placed = "participant_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        earlier = _known(store, open_workshop(store, workshop_id), self.person_id)
        participant = store.get(Participant, self.participant_id)
        lasting = {
            name: getattr(participant, name) or getattr(earlier, name) for name in _lasting_fields()
        }
        store.update(participant, person_id=self.person_id, **lasting)


def _known(store: Store, workshop: Workshop, person_id: str) -> Participant:
    """Return a person as in the latest other workshop of the customer; raises InvalidInput."""
    found = known_people(store, workshop).get(person_id)
    if found is None:
        raise InvalidInput("errors.other_customer")
    return found


class EditParticipant(Edit):
    """Set one field of a participant."""

    step = Step.PREPARE
    record = Participant
    fields = cleaners(
        Participant,
        *(name for name in typed_texts(Participant) if name != "can_do_alone"),
        "attendance",
        "ambassador",
    )


_NOT_LASTING = ("name", "honorific", "attendance", "thanks")


def _lasting_fields() -> tuple[str, ...]:
    """Return the fields taken over from one workshop to the next if they are empty there."""
    return tuple(name for name in EditParticipant.fields if name not in _NOT_LASTING)


class EditSelfReliance(Edit):
    """Set what a participant can do alone from now on."""

    step = Step.WRAP_UP
    record = Participant
    fields = cleaners(Participant, "can_do_alone")


class NoteArrival(Command):
    """Record that somebody came at a time (ISO), or not late if it is empty, and is here.

    A stored head count is adjusted.
    """

    participant_id: str
    at: str

    step = Step.PREPARE
    placed = "participant_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        person = store.get(Participant, self.participant_id)
        arrived = replace(person, arrived=clean_line(self.at), left="")
        store.update(arrived)
        _recount(store, person, arrived.here - person.here)


class NoteLeaving(Command):
    """Record that somebody left at a time (ISO); adjusts a stored head count."""

    participant_id: str
    at: str

    step = Step.PREPARE
    placed = "participant_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        person = store.get(Participant, self.participant_id)
        store.update(person, left=clean_line(self.at))
        _recount(store, person, -person.here)


def _recount(store: Store, person: Participant, change: int) -> None:
    """Add `change` to the head count unless it is 0, which means not counted."""
    workshop = store.get(Workshop, person.workshop_id)
    if workshop.present:
        store.update(workshop, present=max(1, workshop.present + change))


class SetAnonymous(Command):
    """Make the workshop anonymous, or not; removes the speakers of everything said so far.

    Who can do which line of the can-do check is removed, too. The audience display shows no names
    afterwards, even when the workshop is not anonymous any more. The speakers are also removed from
    the action log: undo cannot restore them.
    """

    anonymous: bool

    step = Step.PREPARE

    @property
    def forgets(self) -> Mapping[str, str]:
        """The fields that name who said something, or who can do what."""
        if not self.anonymous:
            return {}
        said = {table.name: name for table in TABLES for name in _speaker_fields(table.record)}
        return said | {"participant": "can_do_ids"}

    def apply(self, store: Store, workshop_id: str) -> None:
        workshop = open_workshop(store, workshop_id)
        store.update(workshop, anonymous=self.anonymous, show_speakers=False)
        if not self.anonymous:
            return
        for table in TABLES:
            if _speaker_fields(table.record):
                for record in store.all(table.record, workshop_id):
                    store.update(without(record, Privacy.SPEAKER))
        for who in store.all(Participant, workshop_id):
            store.update(who, can_do_ids=())


def _speaker_fields(record: type) -> frozenset[str]:
    return fields_with(record, Privacy.SPEAKER)


class ShowSpeakers(Command):
    """Show or hide on the audience display who said a problem."""

    shown: bool

    step = Step.PREPARE

    def apply(self, store: Store, workshop_id: str) -> None:
        workshop = open_workshop(store, workshop_id)
        if self.shown and workshop.anonymous:
            raise InvalidInput("errors.nobody_named")
        store.update(workshop, show_speakers=self.shown)


class RemoveParticipant(Command):
    """Remove a person; what they said is kept, without a speaker."""

    participant_id: str

    step = Step.PREPARE
    placed = "participant_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        participant = store.get(Participant, self.participant_id)
        if participant.person_id in known_people(store, open_workshop(store, workshop_id)):
            dismiss(store, workshop_id, gone(participant.person_id))
        for record, name in references_to_people():
            for row in store.all(record, participant.workshop_id):
                if getattr(row, name) == participant.id:
                    store.update(row, **{name: None})
        store.delete(participant)
