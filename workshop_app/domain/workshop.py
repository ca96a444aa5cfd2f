"""Records of the workshop, its customer, the participants and the agenda."""

from enum import StrEnum

from workshop_app.domain.contact import ContactKind, Expectation
from workshop_app.domain.field_types import (
    Choice,
    Date,
    EmailAddress,
    Id,
    Ids,
    Line,
    Lines,
    Moment,
    Note,
    OptionalId,
    PersonCode,
    PersonLine,
    PersonName,
    PrivateExpectation,
    PrivateFlag,
    PrivateIds,
    PrivateKind,
    PrivateNote,
    PrivateNumber,
    RequiredLine,
    TechnicalLine,
    Time,
)
from workshop_app.domain.record import Record

MOST_DISMISSED = 1_000
"""Maximum number of dismissed hints that a workshop stores; the oldest ones are dropped first."""
MOST_SCORE = 10
"""The highest score of "how likely would you recommend it"."""
COMMUNITY_LINKS: tuple[str, ...] = ("help", "blog", "meetup", "ambassador", "labs", "support")
"""Ids of the links to the Mackerel community that the handout may contain.

Their texts are ``community.<id>.name``, ``.what`` and ``.url``.
"""


class Attendance(StrEnum):
    """Whether a participant is in the room."""

    PRESENT = "present"
    LATE = "late"
    ABSENT = "absent"


class Customer(Record):
    """An organisation."""

    id: Id
    name: Line
    honorific: Line = "御中"
    industry: Line = ""
    architecture: Note = ""
    """The customer's systems and business: the background of every request."""
    private_note: PrivateNote = ""


class Workshop(Record):
    """One contact with one customer: a workshop, or another `ContactKind`.

    Dates are ISO ``YYYY-MM-DD``, times ``HH:MM``, or empty.
    """

    id: Id
    customer_id: Id
    title: RequiredLine
    created_at: Moment
    language: Choice = "ja"
    date: Date = ""
    start_time: Time = ""
    end_time: Time = ""
    place: Line = ""
    facilitator: Line = ""
    method_reason: Note = ""
    context_skipped: bool = False
    sort_skipped: bool = False
    present: int = 0
    """The number of people in the room at the vote; 0 means not counted."""
    vote_closed: bool = False
    next_date: Date = ""
    next_note: Note = ""
    community: Ids = ()
    """The ids from `COMMUNITY_LINKS` that the handout contains."""
    private_note: PrivateNote = ""
    exported_at: Moment = ""
    is_sample: bool = False
    round: int = 1
    """The number of the current voting round; earlier rounds are kept."""
    dots: int = 0
    """The dots that each person may give in a round; 0 means a show of hands."""
    dots_each: int = 0
    """Maximum number of dots of one person on one problem; 0 means no limit."""
    anonymous: bool = False
    """No speaker is stored."""
    ground_rules: Note = ""
    """The workshop's own ground rules, one per line; empty means the built-in ones."""
    last_problem: int = 0
    """The highest number of a removed problem; it is not reused."""
    last_request: int = 0
    """The highest number of a removed request; it is not reused."""
    dismissed: Lines = ()
    """Dismissed hints: the numbers of a similar pair, ``3 12``, a term, ``= term``, or a person of
    the customer who is no longer there, ``- person_id``.
    """
    show_speakers: bool = False
    """The list in the audience display shows who said a problem."""
    shown_later: bool = False
    """The room sees only the number of problems, in every step."""
    holding: bool = False
    """New problems that are typed in private mode go to the inbox."""
    key_message: Note = ""
    """The conclusion of the workshop, written by a person; if empty, papers generate it."""
    kind: ContactKind = ContactKind.WORKSHOP
    """Decides the steps (`steps.steps_of`) and the way of listening of problems entered here."""
    own_kind: Line = ""
    """The name of a user-defined kind."""
    heard: PrivateNote = ""
    """A short summary of what was heard."""
    silent: PrivateFlag = False
    """Nobody answered."""
    score: PrivateNumber = None
    """How likely they would recommend the product, from 0 to 10; None if not asked."""
    consent: PrivateNote = ""
    """Who agreed to the next contact, and to what."""
    expectation: PrivateExpectation = Expectation.NOT_ASKED
    """What they expect at the end, compared with before."""
    expectation_words: PrivateNote = ""
    """The expectation in the customer's own words."""
    next_kind: PrivateKind = None
    """The next kind of contact, if a person overrules the rules (`listening_rules`)."""
    next_reason: PrivateNote = ""
    """The reason for overruling."""
    next_time: Time = ""
    """When the next meeting begins on its day."""
    next_place: Line = ""

    @property
    def own_rules(self) -> tuple[str, ...]:
        """The workshop's own ground rules; empty means the built-in ones."""
        lines = (line.strip() for line in self.ground_rules.splitlines())
        return tuple(line for line in lines if line)


class Participant(Record):
    """A person who takes part in one workshop, with the team and notes recorded there.

    The same person in several workshops of a customer has the same `person_id`. There is no other
    record of a person: papers of an earlier workshop use its data, and nothing is left of somebody
    after the last workshop with that person is deleted.
    """

    id: Id
    workshop_id: Id
    position: int
    name: PersonName
    code: PersonCode
    reading: PersonLine = ""
    honorific: PersonLine = "様"
    job: Line = ""
    team: Line = ""
    email: EmailAddress = ""
    attendance: Attendance = Attendance.PRESENT
    can_do_alone: Note = ""
    """What this person can do without help from now on, one item per line."""
    private_note: PrivateNote = ""
    ambassador: PrivateFlag = False
    arrived: TechnicalLine = ""
    """When somebody arrived late, ISO; empty for those present from the beginning."""
    left: TechnicalLine = ""
    """When somebody left early, ISO, or empty."""
    person_id: OptionalId = None
    """Shared by participants of one customer that are known to be the same person."""
    can_do_ids: PrivateIds = ()
    """The lines of the can-do check that this person can do, as ticked by the facilitator.

    Stored here rather than in the line, so that they are removed together with the person.
    """
    thanks: Line = ""
    """What this person did for the community, as one line in the person's own handout."""

    @property
    def here(self) -> bool:
        """Whether this person is in the room: present from the start or arrived, and not left."""
        return self.came and not self.left

    @property
    def came(self) -> bool:
        """Whether this person was in the room at any time."""
        return bool(self.arrived) or self.attendance is Attendance.PRESENT

    @property
    def attended(self) -> bool:
        """Whether this person came, or was only expected later: nobody noted otherwise."""
        return self.came or self.attendance is Attendance.LATE

    @property
    def alone(self) -> tuple[str, ...]:
        """What this person can do alone, one item each."""
        lines = (line.strip() for line in self.can_do_alone.splitlines())
        return tuple(line for line in lines if line)


class AgendaItem(Record):
    """The planned minutes of one step; `step` is a value of `steps.Step`."""

    id: Id
    workshop_id: Id
    position: int
    step: Choice
    minutes: int
    spent: int = 0
    """The seconds that the timer has measured in the step."""
