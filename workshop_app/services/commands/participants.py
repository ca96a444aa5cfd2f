"""Commands on participants, and on whether they are named."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.field_types import Privacy, fields_with, without
from workshop_app.domain.ids import new_id, person_code
from workshop_app.domain.steps import Step
from workshop_app.domain.text import clean_line, required_line
from workshop_app.domain.workshop import Participant, Workshop
from workshop_app.domain.workshop_fields import references_to
from workshop_app.services.command import Command, StepPlace, open_workshop
from workshop_app.services.commands.edit import Edit, cleaners
from workshop_app.store.store import Store
from workshop_app.store.tables import TABLES


@dataclass(frozen=True)
class AddParticipant(Command):
    """Add a person at the end of the list; returns the id.

    A stored head count is raised if fewer people were counted than are listed as present; up to
    that number the new name may be that of somebody counted.
    """

    name: str
    job: str = ""
    team: str = ""

    kind = "add_participant"
    step = Step.PREPARE

    def apply(self, store: Store, workshop_id: str) -> str:
        job = clean_line(self.job)
        return _add(store, workshop_id, self.name, job=job, team=clean_line(self.team))


@dataclass(frozen=True)
class AddParticipants(Command):
    """Add several people in this order, by their names alone; returns the ids.

    A stored head count is raised as by `AddParticipant`.
    """

    names: tuple[str, ...]

    kind = "add_participants"
    step = Step.PREPARE

    def apply(self, store: Store, workshop_id: str) -> tuple[str, ...]:
        if not self.names:
            raise InvalidInput("errors.empty")
        return tuple(_add(store, workshop_id, name) for name in self.names)


def _add(store: Store, workshop_id: str, name: str, *, job: str = "", team: str = "") -> str:
    workshop = open_workshop(store, workshop_id)
    others = store.all(Participant, workshop_id)
    used = {other.code for other in others}
    number = next(n for n in range(len(others) + 1) if person_code(n) not in used)
    participant = Participant(
        id=new_id(),
        workshop_id=workshop_id,
        position=max((other.position for other in others), default=-1) + 1,
        name=required_line(name),
        code=person_code(number),
        honorific="様" if workshop.language == "ja" else "",
        job=job,
        team=team,
    )
    store.insert(participant)
    here = sum(person.here for person in (*others, participant))
    if 0 < workshop.present < here:
        store.update(replace(workshop, present=here))
    return participant.id


@dataclass(frozen=True)
class EditParticipant(Edit):
    """Set one field of a participant."""

    kind = "edit_participant"
    step = Step.PREPARE
    record = Participant
    fields = cleaners(
        Participant,
        "name",
        "reading",
        "honorific",
        "job",
        "team",
        "email",
        "attendance",
        "private_note",
        "ambassador",
    )


@dataclass(frozen=True)
class EditSelfReliance(Edit):
    """Set what a participant can do alone from now on."""

    kind = "edit_self_reliance"
    step = Step.WRAP_UP
    record = Participant
    fields = cleaners(Participant, "can_do_alone")


@dataclass(frozen=True)
class NoteArrival(Command):
    """Note that somebody came, or came back, at a time (ISO); adjusts a stored head count."""

    participant_id: str
    at: str

    kind = "note_arrival"
    step = Step.PREPARE

    def apply(self, store: Store, workshop_id: str) -> None:
        person = store.get(Participant, self.participant_id)
        store.update(replace(person, arrived=clean_line(self.at), left=""))
        if not person.here:
            _recount(store, person, 1)

    @property
    def place(self) -> StepPlace:
        return StepPlace(self.step, self.participant_id)


@dataclass(frozen=True)
class NoteLeaving(Command):
    """Note that somebody left at a time (ISO); adjusts a stored head count."""

    participant_id: str
    at: str

    kind = "note_leaving"
    step = Step.PREPARE

    def apply(self, store: Store, workshop_id: str) -> None:
        person = store.get(Participant, self.participant_id)
        store.update(replace(person, left=clean_line(self.at)))
        if person.here:
            _recount(store, person, -1)

    @property
    def place(self) -> StepPlace:
        return StepPlace(self.step, self.participant_id)


def _recount(store: Store, person: Participant, change: int) -> None:
    """Add `change` to the head count unless it is 0, which means that nobody counted."""
    workshop = store.get(Workshop, person.workshop_id)
    if workshop.present:
        store.update(replace(workshop, present=max(1, workshop.present + change)))


@dataclass(frozen=True)
class SetAnonymous(Command):
    """Make the workshop anonymous, or not; removes the speakers of everything said so far.

    The audience display shows no names afterwards, also when the workshop is not anonymous again.
    The speakers are removed from the action log too: undo cannot restore them.
    """

    anonymous: bool

    kind = "set_anonymous"
    step = Step.PREPARE

    @property
    def forgets(self) -> Mapping[str, str]:
        """The fields that name who said something."""
        if not self.anonymous:
            return {}
        return {table.name: name for table in TABLES for name in _speaker_fields(table.record)}

    def apply(self, store: Store, workshop_id: str) -> None:
        workshop = open_workshop(store, workshop_id)
        store.update(replace(workshop, anonymous=self.anonymous, show_speakers=False))
        if not self.anonymous:
            return
        for table in TABLES:
            if _speaker_fields(table.record):
                for record in store.all(table.record, workshop_id):
                    store.update(without(record, Privacy.SPEAKER))


def _speaker_fields(record: type) -> frozenset[str]:
    return fields_with(record, Privacy.SPEAKER)


@dataclass(frozen=True)
class ShowSpeakers(Command):
    """Show or hide on the audience display who said a problem."""

    shown: bool

    kind = "show_speakers"
    step = Step.PREPARE

    def apply(self, store: Store, workshop_id: str) -> None:
        workshop = open_workshop(store, workshop_id)
        if self.shown and workshop.anonymous:
            raise InvalidInput("errors.nobody_named")
        store.update(replace(workshop, show_speakers=self.shown))


@dataclass(frozen=True)
class RemoveParticipant(Command):
    """Remove a person; what they said stays, without a speaker."""

    participant_id: str

    kind = "remove_participant"
    step = Step.PREPARE

    def apply(self, store: Store, workshop_id: str) -> None:
        participant = store.get(Participant, self.participant_id)
        for record, name in references_to("participants"):
            for row in store.all(record, participant.workshop_id):
                if getattr(row, name) == participant.id:
                    store.update(replace(row, **{name: None}))
        store.delete(participant)

    @property
    def place(self) -> StepPlace:
        return StepPlace(self.step, self.participant_id)
