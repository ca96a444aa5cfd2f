"""Which samples there are."""

from enum import StrEnum


class Sample(StrEnum):
    """A sample that is opened apart from the own records."""

    FIRST_VISIT = "first_visit"
    """One workshop, carried through all steps."""
    SECOND_VISIT = "second_visit"
    """The next visit to the same customer, after many contacts."""
