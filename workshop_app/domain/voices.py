"""Voices: who said a request, over all workshops, and how they are counted."""

from collections.abc import Iterable, Sequence

from workshop_app.domain.contact import ContactKind
from workshop_app.domain.field_types import Date, Id, Line, RequiredLine
from workshop_app.domain.record import Record
from workshop_app.domain.text import match_key
from workshop_app.domain.voice_counts import VoiceCounts

CUSTOMER_CODE = "C-{number}"


class Voice(Record):
    """One occurrence of a problem, with the code of its customer and without names.

    `person` is an id that the same person has in all workshops, empty if the speaker is unknown.
    `words` is how it was said, `concrete` the concrete wording, or empty.
    """

    problem_id: Id
    workshop_id: Id
    request_id: Id = ""
    customer: Line
    person: Id = ""
    job: Line = ""
    way: ContactKind
    own_way: Line = ""
    """The name of a user-defined way of listening."""
    date: Date = ""
    words: RequiredLine
    concrete: Line = ""
    own: bool = False
    """It belongs to the current workshop."""
    ours: bool = False
    """It belongs to the customer of the current workshop."""
    about: Id = ""
    """It is the problem in question."""


class Evidence(Record):
    """The voices of one request, earliest first, with their counts."""

    voices: tuple[Voice, ...] = ()

    @property
    def counts(self) -> VoiceCounts:
        """The numbers of distinct customers, people, jobs and ways."""
        return count_voices(self.voices)

    @property
    def others(self) -> tuple[Voice, ...]:
        """The voices of other workshops."""
        return tuple(voice for voice in self.voices if not voice.own)


def count_voices(voices: Sequence[Voice]) -> VoiceCounts:
    """Count distinct customers, people, jobs and ways of listening."""
    return VoiceCounts(
        customers=_number(voice.customer for voice in voices),
        people=_number(voice.person for voice in voices),
        jobs=len(jobs_of(voices)),
        ways=len(ways_of(voices)),
        people_unknown=any(not voice.person for voice in voices),
    )


def jobs_of(voices: Iterable[Voice]) -> tuple[str, ...]:
    """Return the distinct jobs in order, ignoring differences in width, case and spacing."""
    jobs: dict[str, str] = {}
    for voice in voices:
        if voice.job:
            jobs.setdefault(match_key(voice.job), voice.job)
    return tuple(jobs.values())


def ways_of(voices: Iterable[Voice]) -> tuple[tuple[ContactKind, str], ...]:
    """Return the distinct ways of listening in order, with the names of user-defined ones."""
    return tuple(dict.fromkeys((voice.way, voice.own_way) for voice in voices))


def _number(values: Iterable[str]) -> int:
    return len({value for value in values if value})
