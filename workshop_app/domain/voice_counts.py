"""How many said the same: customers, people, jobs and ways of hearing, counted apart."""

from dataclasses import dataclass

SEVERAL = 2
"""From so many customers on, something is said elsewhere, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceCounts:
    """Four counts that are never added into one number.

    `people` are those who are known; `people_unknown` tells that others said it, too.
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
