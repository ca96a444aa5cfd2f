"""Commands on the people in the room, and on whether they are named."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from workshop_app.domain.action import Action
from workshop_app.domain.context_questions import ContextAnswer
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.ids import new_id, person_code
from workshop_app.domain.problem import Problem
from workshop_app.domain.steps import Step
from workshop_app.domain.text import required_line
from workshop_app.domain.workshop import Attendance, Participant, Workshop
from workshop_app.services.command import Command, StepPlace, open_workshop
from workshop_app.services.commands.edit import LINE, NOTE, Edit, one_of
from workshop_app.store.store import Store


@dataclass(frozen=True)
class AddParticipant(Command):
    """Add a person at the end of the list; returns the id.

    A head count already made follows where more are listed as here than were counted; below
    that the name may be that of somebody counted.
    """

    name: str
    job: str = ""
    team: str = ""

    kind = "add_participant"
    step = Step.PREPARE

    def apply(self, store: Store, workshop_id: str) -> str:
        workshop = open_workshop(store, workshop_id)
        others = store.all(Participant, workshop_id)
        used = {other.code for other in others}
        number = next(n for n in range(len(others) + 1) if person_code(n) not in used)
        participant = Participant(
            id=new_id(),
            workshop_id=workshop_id,
            position=max((other.position for other in others), default=-1) + 1,
            name=required_line(self.name),
            code=person_code(number),
            honorific="様" if workshop.language == "ja" else "",
            job=LINE(self.job),
            team=LINE(self.team),
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
    fields = {  # noqa: RUF012
        "name": required_line,
        "reading": LINE,
        "honorific": LINE,
        "job": LINE,
        "team": LINE,
        "email": LINE,
        "attendance": one_of(Attendance),
        "private_note": NOTE,
        "ambassador": bool,
    }


@dataclass(frozen=True)
class EditSelfReliance(Edit):
    """Set what a participant can do alone from now on."""

    kind = "edit_self_reliance"
    step = Step.WRAP_UP
    record = Participant
    fields = {"can_do_alone": NOTE}  # noqa: RUF012


@dataclass(frozen=True)
class NoteArrival(Command):
    """Note that somebody came, or came back, at a time (ISO); a head count already made follows."""

    participant_id: str
    at: str

    kind = "note_arrival"
    step = Step.PREPARE

    def apply(self, store: Store, workshop_id: str) -> None:
        person = store.get(Participant, self.participant_id)
        store.update(replace(person, arrived=LINE(self.at), left=""))
        if not person.here:
            _recount(store, person, 1)

    @property
    def place(self) -> StepPlace:
        return StepPlace(self.step, self.participant_id)


@dataclass(frozen=True)
class NoteLeaving(Command):
    """Note that somebody left at a time (ISO); a head count already made follows."""

    participant_id: str
    at: str

    kind = "note_leaving"
    step = Step.PREPARE

    def apply(self, store: Store, workshop_id: str) -> None:
        person = store.get(Participant, self.participant_id)
        store.update(replace(person, left=LINE(self.at)))
        if person.here:
            _recount(store, person, -1)

    @property
    def place(self) -> StepPlace:
        return StepPlace(self.step, self.participant_id)


def _recount(store: Store, person: Participant, change: int) -> None:
    """Let the head count follow, where somebody counted; 0 means that nobody did."""
    workshop = store.get(Workshop, person.workshop_id)
    if workshop.present:
        store.update(replace(workshop, present=max(1, workshop.present + change)))


@dataclass(frozen=True)
class SetAnonymous(Command):
    """Name nobody from now on, and take the names off what was said so far; or name people again.

    The room sees no names then, and sees none either when people are named again.
    What was said so far loses its speakers in the action log too: undo cannot name them again.
    """

    anonymous: bool

    kind = "set_anonymous"
    step = Step.PREPARE

    @property
    def forgets(self) -> Mapping[str, str]:
        """Who said what."""
        said = {"problem": "speaker_id", "context_answer": "participant_id"}
        return said if self.anonymous else {}

    def apply(self, store: Store, workshop_id: str) -> None:
        workshop = open_workshop(store, workshop_id)
        store.update(replace(workshop, anonymous=self.anonymous, show_speakers=False))
        if not self.anonymous:
            return
        for problem in store.all(Problem, workshop_id):
            if problem.speaker_id is not None:
                store.update(replace(problem, speaker_id=None))
        for answer in store.all(ContextAnswer, workshop_id):
            if answer.participant_id is not None:
                store.update(replace(answer, participant_id=None))


@dataclass(frozen=True)
class ShowSpeakers(Command):
    """Let the room see in the list who said a problem, or not any more."""

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
    """Take a person off the list; what they said stays, without a speaker."""

    participant_id: str

    kind = "remove_participant"
    step = Step.PREPARE

    def apply(self, store: Store, workshop_id: str) -> None:
        participant = store.get(Participant, self.participant_id)
        mentions = (
            (Problem, "speaker_id"),
            (Action, "owner_id"),
            (ContextAnswer, "participant_id"),
        )
        for record, field in mentions:
            for row in store.all(record, participant.workshop_id):
                if getattr(row, field) == participant.id:
                    store.update(replace(row, **{field: None}))  # type: ignore[type-var]
        store.delete(participant)

    @property
    def place(self) -> StepPlace:
        return StepPlace(self.step, self.participant_id)
