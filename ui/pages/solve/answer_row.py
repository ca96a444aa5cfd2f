"""The content of a row of the answer list."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.domain.outcome import OutcomeKind


@dataclass(frozen=True)
class DetailLine:
    """A line under the title: a step with its ``number``, or a remark with an ``icon``.

    ``marked`` are the start and end of words that matched the search; ``quiet`` draws the line in
    the second ink.
    """

    text: str
    number: str = ""
    icon: str = ""
    marked: tuple[tuple[int, int], ...] = ()
    quiet: bool = False


@dataclass(frozen=True)
class AnswerRow:
    """An outcome of the problem (``outcome`` is given), a candidate, or words alone (``note``).

    ``remark`` is at the right, as a badge unless the outcome is a solution; ``fit`` is 1 to 4 for
    candidates, ``evidence`` says in words why something may be one; ``action`` names the row's
    button, whose ``key`` is by default that of the row's position on the page. ``details`` are
    shown while the row is the current one, and ``badge`` says what they are. ``starts_group``
    begins another group.

    A row of the ``statement`` above the candidates has a ``label`` in a column of its own; it is
    ``strong`` or ``small``.

    ``held`` marks an answer that was chosen in its place among the candidates, and keeps its
    place and its size until the pointer and the keyboard have left the list.
    """

    id: str
    title: str
    outcome: OutcomeKind | None = None
    remark: str = ""
    fit: int = 0
    evidence: str = ""
    action: str = ""
    key: str = ""
    details: tuple[DetailLine, ...] = ()
    badge: str = ""
    note: bool = False
    starts_group: bool = False
    statement: bool = False
    label: str = ""
    strong: bool = False
    small: bool = False
    held: bool = False

    @property
    def chosen(self) -> bool:
        """Whether it is a chosen answer."""
        return self.outcome is OutcomeKind.SOLUTION

    @property
    def chosen_by_enter(self) -> bool:
        """Whether Enter and Space choose it or take it back.

        A card or a request contains what somebody wrote: only its button takes it back.
        """
        return self.chosen or (self.outcome is None and not self.note)

    @property
    def has_check_box(self) -> bool:
        """Whether a check box is drawn before it."""
        return self.chosen_by_enter and not self.statement
