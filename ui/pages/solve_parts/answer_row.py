"""The content of a row in the list of answers."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.domain.outcome import OutcomeKind


@dataclass(frozen=True)
class DetailLine:
    """A line under the open row: a step with its ``number``, or a remark with an ``icon``."""

    text: str
    number: str = ""
    icon: str = ""


@dataclass(frozen=True)
class AnswerRow:
    """An answer: played (``outcome`` is given), a candidate, or (``note``) only words.

    ``remark`` stands at the right, as a badge unless the outcome is a solution; ``fit`` is 1 to
    4 for candidates; ``action`` names the row's button. ``details`` show while the row is the
    current one, ``badge`` says what they are. ``leads`` begins another sheet.
    """

    id: str
    title: str
    outcome: OutcomeKind | None = None
    remark: str = ""
    fit: int = 0
    action: str = ""
    details: tuple[DetailLine, ...] = ()
    badge: str = ""
    note: bool = False
    leads: bool = False

    @property
    def chosen(self) -> bool:
        """Whether it is an answer that was chosen."""
        return self.outcome is OutcomeKind.SOLUTION
