"""Who said a request: customers, people, jobs and ways of listening, as separate counts."""

from dataclasses import dataclass

from exports.material import Material
from workshop_app.domain.facts.voices import evidence_of
from workshop_app.domain.problem import Problem
from workshop_app.domain.voices import Voice, jobs_of, ways_of
from workshop_app.services.contact_words import way_name

CUSTOMERS = "customers"
PEOPLE = "people"
JOBS = "jobs"
WAYS = "ways"
KINDS = (CUSTOMERS, PEOPLE, JOBS, WAYS)


@dataclass(frozen=True, slots=True)
class EvidenceCount:
    """A count of one kind, with the names of the counted items if they may be printed.

    `here`: all of them belong to this workshop.
    """

    kind: str
    count: int
    names: tuple[str, ...] = ()
    here: bool = True

    @property
    def is_unknown(self) -> bool:
        """Whether nobody noted it, which is not the same as none."""
        return self.count == 0 and self.kind in KINDS


def evidence(material: Material, problem: Problem) -> tuple[EvidenceCount, ...]:
    """Return the counts of a problem: customers, people, their jobs, and the ways of listening.

    They cover all workshops known to say the same, including merged problems, or else this workshop
    only. Items of other workshops are not named.
    """
    found = evidence_of(material.state, problem)
    voices = found.voices
    counts = found.counts
    ways = tuple(way_name(material.words, *way) for way in ways_of(voices))
    here = not found.others
    unknown = any(not each.person and not each.own for each in voices)
    told = (material.words("papers.evidence.unknown"),) if unknown else ()
    return (
        EvidenceCount(CUSTOMERS, counts.customers, here=here),
        EvidenceCount(PEOPLE, counts.people, told, here),
        EvidenceCount(JOBS, counts.jobs, jobs_of(voices) if here else (), here),
        EvidenceCount(WAYS, counts.ways, ways, here),
    )


def customer_of(material: Material, voice: Voice) -> str:
    """Return how papers name the customer of a voice: a code, except for their own customer."""
    return material.own_customer if voice.ours else voice.customer


def way_of(material: Material, voice: Voice) -> str:
    """Return the name of the way in which a voice was heard."""
    return way_name(material.words, voice.way, voice.own_way)
