"""The workshop itself, its customer, the people in the room and the agenda."""

from dataclasses import dataclass
from enum import StrEnum

MOST_DISMISSED = 1_000
"""Dismissed hints that a workshop keeps; beyond, the oldest are forgotten."""


class Method(StrEnum):
    """How a problem was heard (the ways of hearing a customer)."""

    SUPPORT = "support"
    SURVEY = "survey"
    INTERVIEW = "interview"
    WORKSHOP = "workshop"


class Attendance(StrEnum):
    """Whether a participant is in the room."""

    PRESENT = "present"
    LATE = "late"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """An organisation. `private_note` never leaves private mode."""

    id: str
    name: str
    honorific: str = "御中"
    industry: str = ""
    architecture: str = ""
    """The customer's systems and business in the room's words: background of every request."""
    private_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """One session with one customer. Dates are ISO ``YYYY-MM-DD``, times ``HH:MM``, or empty."""

    id: str
    customer_id: str
    title: str
    created_at: str
    language: str = "ja"
    date: str = ""
    start_time: str = ""
    end_time: str = ""
    place: str = ""
    facilitator: str = ""
    method: Method = Method.WORKSHOP
    method_reason: str = ""
    context_skipped: bool = False
    sort_skipped: bool = False
    present: int = 0
    """Number of people in the room at the show of hands; 0 means not yet counted."""
    vote_closed: bool = False
    next_date: str = ""
    next_note: str = ""
    community: tuple[str, ...] = ()
    """Ids of the community pointers that go into the handout."""
    private_note: str = ""
    exported_at: str = ""
    is_sample: bool = False
    round: int = 1
    """The round of choosing in hand; earlier ones are kept."""
    dots: int = 0
    """Dots that each person may give in a round; 0 means a show of hands."""
    dots_each: int = 0
    """The most dots of one person on one problem; 0 means no limit but their number."""
    anonymous: bool = False
    """No speaker is stored."""
    ground_rules: str = ""
    """One's own ground rules, one a line; empty means the usual ones."""
    last_problem: int = 0
    """The highest number that a removed problem had; no other one gets it."""
    last_request: int = 0
    """The same for requests."""
    dismissed: tuple[str, ...] = ()
    """Hints of similar words that somebody said no to: ``3 12``, or ``= term``."""
    show_speakers: bool = False
    """The room sees in the list who said a problem."""
    shown_later: bool = False
    """The room sees only how many problems there are, in every step."""
    holding: bool = False
    """What is typed next in the list, in private mode, goes to the inbox."""

    @property
    def own_rules(self) -> tuple[str, ...]:
        """One's own ground rules, empty where the usual ones hold."""
        lines = (line.strip() for line in self.ground_rules.splitlines())
        return tuple(line for line in lines if line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A person in the room. `private_note` and `ambassador` never leave private mode."""

    id: str
    workshop_id: str
    position: int
    name: str
    code: str
    reading: str = ""
    honorific: str = "様"
    job: str = ""
    team: str = ""
    email: str = ""
    attendance: Attendance = Attendance.PRESENT
    can_do_alone: str = ""
    """What this person can do alone from now on, one thing a line."""
    private_note: str = ""
    ambassador: bool = False
    arrived: str = ""
    """When somebody who was late came, ISO; empty for those here from the beginning."""
    left: str = ""
    """When somebody left before the end, ISO."""

    @property
    def here(self) -> bool:
        """Whether this person is in the room: came, or was there from the beginning, and stayed."""
        came = bool(self.arrived) or self.attendance is Attendance.PRESENT
        return came and not self.left


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """The minutes planned for one step; `step` is a value of `steps.Step`."""

    id: str
    workshop_id: str
    position: int
    step: str
    minutes: int
    spent: int = 0
    """Seconds that the step has taken so far, by the timer."""
