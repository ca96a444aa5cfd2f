"""The available samples."""

from enum import StrEnum


class Sample(StrEnum):
    """A sample, opened in a separate store."""

    FIRST_VISIT = "first_visit"
    """One workshop, completed through all steps."""
    SECOND_VISIT = "second_visit"
    """The next visit to the same customer, after many contacts."""
