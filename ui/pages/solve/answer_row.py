"""The content of a row in the list of answers."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.domain.outcome import OutcomeKind


@dataclass(frozen=True)
class DetailLine:
    """A line under the open row: a step with its ``number``, or a remark with an ``icon``.

    ``marked`` are the places of words that matched the search.
    """

    text: str
    number: str = ""
    icon: str = ""
    marked: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class AnswerRow:
    """An answer: played (``outcome`` is given), a candidate, or (``note``) only words.

    ``remark`` stands at the right, as a badge unless the outcome is a solution; ``fit`` is 1 to
    4 for candidates; ``action`` names the row's button, which has the key of its place on the
    page, or ``key``. ``details`` show while the row is the current one, ``badge`` says what they
    are. ``leads`` begins another sheet.
    """

    id: str
    title: str
    outcome: OutcomeKind | None = None
    remark: str = ""
    fit: int = 0
    action: str = ""
    key: str = ""
    details: tuple[DetailLine, ...] = ()
    badge: str = ""
    note: bool = False
    leads: bool = False

    @property
    def chosen(self) -> bool:
        """Whether it is an answer that was chosen."""
        return self.outcome is OutcomeKind.SOLUTION

    @property
    def ticks(self) -> bool:
        """Whether it has a box to tick: Enter and Space choose it or take it back.

        A card or a request carries what somebody wrote: only its button takes it back.
        """
        return self.chosen or (self.outcome is None and not self.note)
