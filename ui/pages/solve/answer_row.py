"""The content of a row of the answer list."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.domain.outcome import OutcomeKind


@dataclass(frozen=True)
class DetailLine:
    """A line below the title: a step with its ``number``, or a remark with an ``icon``.

    ``marked`` are the start and end of words that matched the search; ``quiet`` paints the line in
    the second ink. ``monospaced`` is for what is to be typed.
    """

    text: str
    number: str = ""
    icon: str = ""
    marked: tuple[tuple[int, int], ...] = ()
    quiet: bool = False
    monospaced: bool = False


@dataclass(frozen=True)
class AnswerRow:
    """An outcome of the problem (``outcome`` is set), a candidate, or only text (``note``).

    ``remark`` is at the right, as a badge unless the outcome is a solution; ``fit`` is 1 to 4 for
    candidates, ``limited`` adds the mark of a limit; ``evidence`` is the reason in
    words for an uncertain candidate; ``action`` is the text of the row's button, whose ``key`` is
    by default that of the row's number. A row with a ``key`` of its own shows something else, and
    is pressed as a whole.
    ``details`` are shown while the row is the current one, and ``badge`` describes them.
    ``starts_group`` begins another group.

    A row of the ``statement`` above the candidates has a ``label`` in a separate column; it is
    ``strong`` or ``small``.

    ``kept`` marks an answer that was chosen among the candidates, and keeps its position and size
    until the pointer and the focus have left the list. ``brief`` shows the mark of a limit without
    its words, ``keyless`` the button without its key.
    """

    id: str
    title: str
    outcome: OutcomeKind | None = None
    remark: str = ""
    fit: int = 0
    limited: bool = False
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
    kept: bool = False
    brief: bool = False
    keyless: bool = False

    @property
    def is_answer(self) -> bool:
        """Whether it is an outcome or can become one; such rows are counted and have numbers."""
        return not self.note and not self.key

    @property
    def chosen(self) -> bool:
        """Whether it is a chosen answer."""
        return self.outcome is OutcomeKind.SOLUTION

    @property
    def chosen_by_enter(self) -> bool:
        """Whether Enter and Space choose or remove it.

        A card or a request contains text that somebody wrote: only its button removes it.
        """
        return self.chosen or (self.outcome is None and not self.note)

    @property
    def has_check_box(self) -> bool:
        """Whether a check box is painted before it."""
        return self.chosen_by_enter and not self.statement
