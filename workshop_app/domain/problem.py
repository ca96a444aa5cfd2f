"""Records of problems, themes and votes."""

from enum import StrEnum

from workshop_app.domain.contact import ContactKind
from workshop_app.domain.field_types import (
    Date,
    Id,
    Line,
    Note,
    OptionalId,
    PrivateNote,
    RequiredLine,
    SpeakerId,
    TechnicalLine,
)
from workshop_app.domain.record import Record


class Source(StrEnum):
    """Where a problem came from."""

    ROOM = "room"
    ADVANCE = "advance"
    """The list that was received before the session."""
    CONTEXT = "context"
    SPLIT = "split"
    EARLIER = "earlier"
    """It was taken over from an earlier workshop."""


RAISED = (Source.ROOM, Source.SPLIT)
"""The sources of what was said in the room while problems were listed."""


class FoundHow(StrEnum):
    """How the room found the answer to a problem."""

    ALONE = "alone"
    """Without help, told only where to look."""
    WITH_HINT = "with_hint"
    SHOWN = "shown"
    """The facilitator showed the answer."""

    @property
    def by_room(self) -> bool:
        """Whether the room found it, with or without a hint."""
        return self is not FoundHow.SHOWN


class Problem(Record):
    """One problem. `first_wording` is how it was said; `wording` is the concrete one, or empty.

    A merged problem remains a record with `merged_into`, so that its words and speaker are kept.
    """

    id: Id
    workshop_id: Id
    position: int
    number: int
    """The number shown to the room; never reassigned."""
    first_wording: RequiredLine
    wording: Line = ""
    first_wording_corrected: bool = False
    """Whether the first wording was corrected, such as for a typing error."""
    speaker_id: SpeakerId = None
    source: Source = Source.ROOM
    method: ContactKind = ContactKind.WORKSHOP
    """The way of listening; that of its contact unless it was corrected."""
    heard_at: TechnicalLine = ""
    theme_id: OptionalId = None
    merged_into: OptionalId = None
    split_from: OptionalId = None
    answer_id: OptionalId = None
    """The context answer from which it was created."""
    chosen: bool = False
    not_ours_reason: Line = ""
    """If not empty, the outcome is *not ours*."""
    discussion: Note = ""
    private_note: PrivateNote = ""
    held: bool = False
    """It is in the inbox: the room sees it only after it is released."""
    parked: bool = False
    """It is in the parking lot: kept and printed, but not worked on."""
    worksheet: int = 0
    """The number of the worksheet it was written on; 0 for none."""
    theme_position: int = 0
    """Its 1-based position in its theme. Problems with 0 come last, in order of entry."""
    found: FoundHow | None = None
    """How the room found its answer; None if not recorded."""
    origin_id: OptionalId = None
    """The id of the earlier workshop's problem that it was taken over from; may be deleted."""
    origin_date: Date = ""
    """The date of that workshop."""
    became: Line = ""
    """Its status as reported at the next visit."""
    gap_id: TechnicalLine = ""
    """The catalogue id of the known gap that was stated when it was worked on; empty if none."""

    @property
    def title(self) -> str:
        """The wording to show: the concrete one if there is one, else the first one."""
        return self.wording or self.first_wording

    @property
    def said(self) -> str:
        """The wording as it was said: the first one, or its own if it was split from another."""
        return self.title if self.source is Source.SPLIT else self.first_wording


class Theme(Record):
    """A group of problems."""

    id: Id
    workshop_id: Id
    position: int
    name: RequiredLine


class Tally(Record):
    """The number of hands raised for one problem in one round."""

    id: Id
    workshop_id: Id
    problem_id: Id
    votes: int
    round: int = 1
    set_aside: bool = False
    """Counted before a merge and replaced by a later count; restored when it is undone."""


class Dot(Record):
    """The dots that one ballot gives to one problem; `voter` numbers the ballots from 1.

    `voter` 0 is the blank ballot: its records, with 0 dots, list the candidates of a round that
    does not include all problems.
    """

    id: Id
    workshop_id: Id
    problem_id: Id
    round: int
    voter: int
    dots: int
