"""How many said the same: customers, people, jobs and ways of listening, counted separately."""

from workshop_app.domain.record import Record

SEVERAL = 2
"""From this many customers on, something counts as said elsewhere, too."""


class VoiceCounts(Record):
    """Four separate counts; they are never added up.

    `people` are those who are known; `people_unknown`: others said it, too.
    """

    customers: int = 0
    people: int = 0
    jobs: int = 0
    ways: int = 0
    people_unknown: bool = False

    @property
    def elsewhere(self) -> bool:
        """Whether several customers said it."""
        return self.customers >= SEVERAL
