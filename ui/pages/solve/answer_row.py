"""The content of a row of the answer list."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.domain.outcome import OutcomeKind


@dataclass(frozen=True)
class DetailLine:
    """A line under the title: a step with its ``number``, or a remark with an ``icon``.

    ``marked`` are the start and end of words that matched the search.
    """

    text: str
    number: str = ""
    icon: str = ""
    marked: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class AnswerRow:
    """An outcome of the problem (``outcome`` is given), a candidate, or only words (``note``).

    ``remark`` is at the right, as a badge unless the outcome is a solution; ``fit`` is 1 to 4 for
    candidates; ``action`` names the row's button, whose key is that of the row's position on the
    page, or ``key``. ``details`` are shown while the row is the current one, and ``badge`` says
    what they are. ``starts_group`` begins another group.
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
    starts_group: bool = False

    @property
    def chosen(self) -> bool:
        """Whether it is a chosen answer."""
        return self.outcome is OutcomeKind.SOLUTION

    @property
    def has_check_box(self) -> bool:
        """Whether it has a check box, so that Enter and Space choose it or take it back.

        A card or a request contains what somebody wrote: only its button takes it back.
        """
        return self.chosen or (self.outcome is None and not self.note)
