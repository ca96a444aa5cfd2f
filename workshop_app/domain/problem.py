"""Problems: what somebody said hurts, in the first and in concrete words."""

from dataclasses import dataclass
from enum import StrEnum

from workshop_app.domain.workshop import Method


class Source(StrEnum):
    """Where a problem came from."""

    ROOM = "room"
    ADVANCE = "advance"
    """The list received before the session."""
    CONTEXT = "context"
    SPLIT = "split"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One problem. `first_wording` is kept for ever; `wording` is the concrete one, or empty.

    A merged problem stays as a row with `merged_into`, so that its words and speaker are kept.
    `private_note` never leaves private mode.
    """

    id: str
    workshop_id: str
    position: int
    number: int
    """The number by which the room calls it; never changes."""
    first_wording: str
    wording: str = ""
    first_wording_corrected: bool = False
    """A typing error in the first wording was corrected."""
    speaker_id: str | None = None
    source: Source = Source.ROOM
    method: Method = Method.WORKSHOP
    heard_at: str = ""
    theme_id: str | None = None
    merged_into: str | None = None
    split_from: str | None = None
    answer_id: str | None = None
    """The context answer it grew from."""
    chosen: bool = False
    not_ours_reason: str = ""
    """Not empty: the outcome is *not ours*."""
    discussion: str = ""
    private_note: str = ""
    held: bool = False
    """It waits in the inbox: the room sees it when it is released."""
    parked: bool = False
    """It is in the parking lot: kept and printed, not worked on now."""
    worksheet: int = 0
    """The number of the sheet of paper it was written on; 0 for none."""

    @property
    def title(self) -> str:
        """The words to show: the concrete wording, or the first one until there is any."""
        return self.wording or self.first_wording

    @property
    def said(self) -> str:
        """The words in which it was said: the first ones, or its own where it was split off."""
        return self.title if self.source is Source.SPLIT else self.first_wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A group of problems."""

    id: str
    workshop_id: str
    position: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A show of hands for one problem, typed in as a number."""

    id: str
    workshop_id: str
    problem_id: str
    votes: int
    round: int = 1
    set_aside: bool = False
    """Counted before problems were merged, and counted anew since: it waits for unmerging."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """The dots that one ballot gives to one problem; `voter` numbers the ballots from 1.

    `voter` 0 is the ballot paper as it is handed out: without dots it names the problems of a
    round that is not about all of them.
    """

    id: str
    workshop_id: str
    problem_id: str
    round: int
    voter: int
    dots: int
