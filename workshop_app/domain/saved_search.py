"""The record of a search for a problem's answer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """The words of one search, and the answers that were opened.

    `looked_at` holds catalogue ids in the order in which they were opened.
    """

    id: str
    workshop_id: str
    position: int
    problem_id: str
    words: str
    looked_at: tuple[str, ...] = ()
