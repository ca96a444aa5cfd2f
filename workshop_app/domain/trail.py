"""The search trail: with which words the room looked for an answer, and what it looked at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """One search for a problem's answer: the words, and the answers that were looked at.

    `looked_at` are catalogue ids in the order in which they were opened.
    """

    id: str
    workshop_id: str
    position: int
    problem_id: str
    words: str
    looked_at: tuple[str, ...] = ()
