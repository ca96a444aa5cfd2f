"""Voices: who said a request, over all workshops, and how they are counted."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workshop_app.domain.field_types import Choice, Date, Id, Line, RequiredLine
from workshop_app.domain.voice_counts import VoiceCounts

CUSTOMER_CODE = "K-{number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One problem as it was heard once, by the code of its customer: no name of anybody.

    `person` is an id that the same person has in all workshops, empty if nobody knows who said
    it. `words` is how it was said, `concrete` the concrete wording, or empty.
    """

    problem_id: Id
    workshop_id: Id
    request_id: Id = ""
    customer: Line
    person: Id = ""
    job: Line = ""
    way: Choice
    date: Date = ""
    words: RequiredLine
    concrete: Line = ""
    own: bool = False
    """It is of the workshop that asks."""
    ours: bool = False
    """It is of the customer of the workshop that asks."""
    about: Id = ""
    """The problem of the workshop that asks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The voices of one request, the earliest first, with their counts."""

    voices: tuple[Voice, ...] = ()

    @property
    def counts(self) -> VoiceCounts:
        """Customers, people, jobs and ways, each counted for itself."""
        return count_voices(self.voices)

    @property
    def others(self) -> tuple[Voice, ...]:
        """The voices of other workshops."""
        return tuple(voice for voice in self.voices if not voice.own)


def count_voices(voices: Sequence[Voice]) -> VoiceCounts:
    """Count customers, people, jobs and ways of hearing, each of them once."""
    return VoiceCounts(
        customers=_number(voice.customer for voice in voices),
        people=_number(voice.person for voice in voices),
        jobs=len(jobs_of(voices)),
        ways=len(ways_of(voices)),
        people_unknown=any(not voice.person for voice in voices),
    )


def jobs_of(voices: Iterable[Voice]) -> tuple[str, ...]:
    """Return the jobs in order; the same in another width, case or spacing is one job."""
    jobs: dict[str, str] = {}
    for voice in voices:
        if voice.job:
            jobs.setdefault(_folded(voice.job), voice.job)
    return tuple(jobs.values())


def ways_of(voices: Iterable[Voice]) -> tuple[str, ...]:
    """Return the ways of hearing in order, each once."""
    return tuple(dict.fromkeys(voice.way for voice in voices))


def _number(values: Iterable[str]) -> int:
    return len({value for value in values if value})


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
