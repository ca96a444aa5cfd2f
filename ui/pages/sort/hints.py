"""Suggestions of what may belong together, based on similar words."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from ui.widgets.menu import shortened
from ui.widgets.timers import call_after
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.search.common_terms import common_terms
from workshop_app.search.duplicates import possible_duplicates

_LONGEST = 28
"""Maximum number of letters of a problem in a suggestion."""


@dataclass(frozen=True)
class Hint:
    """``problems`` may be the same one or, with a ``term``, a theme of that name."""

    problems: tuple[Problem, ...]
    term: str = ""

    @property
    def key(self) -> str:
        """The identifier of a dismissed suggestion."""
        if self.term:
            return f"= {self.term.casefold()}"
        return " ".join(str(problem.number) for problem in self.problems)

    @property
    def words(self) -> str:
        """Return the suggestion as one sentence."""
        numbers = [str(problem.number) for problem in self.problems]
        if self.term:
            listed = tr("sort.between").join(numbers)
            return tr("sort.hint.theme", term=self.term, numbers=listed, n=len(numbers))
        # one of them may be on another page
        first, second = (
            tr("sort.hint.problem", number=each.number, title=shortened(each.title, _LONGEST))
            for each in self.problems
        )
        return tr("sort.hint.alike", first=first, second=second)


def first_valid(found: Sequence[Hint], state: WorkshopState) -> Hint | None:
    """Return the first hint that still matches its problems and was not dismissed."""
    names = [theme.name.casefold() for theme in state.themes]

    def holds(hint: Hint) -> bool:
        now = [state.problem(problem.id) for problem in hint.problems]
        same = all(
            one is not None
            and any(each is one for each in state.listed)
            and one.title == problem.title
            and (one.theme_id is None or not hint.term)
            for one, problem in zip(now, hint.problems, strict=True)
        )
        named = hint.term and any(hint.term.casefold() in name for name in names)
        return same and not named and hint.key not in state.workshop.dismissed

    return next((hint for hint in found if holds(hint)), None)


def hints(state: WorkshopState) -> Iterator[Hint | None]:
    """Yield every suggestion: first what may be the same, then themes of the unsorted problems.

    Each None marks the end of a small piece of work.
    """
    known = {problem.id: problem for problem in state.listed}
    for pair in possible_duplicates({key: problem.title for key, problem in known.items()}):
        if pair is None:
            yield None
        else:
            one, other = sorted((known[pair.first], known[pair.second]), key=lambda p: p.number)
            if other.split_from != one.id:  # the user has just unmerged them
                yield Hint((one, other))
    for common in common_terms({one.id: one.title for one in state.in_theme(None)}):
        name = common.term[:1].upper() + common.term[1:] if common else ""
        yield common and Hint(tuple(known[key] for key in common.keys), name)


_DELAY = 120
"""Milliseconds after the last change before the search begins."""
_SLICE = 0.004
"""Seconds of work after which events are handled."""


class HintSearch(QObject):
    """Searches in small pieces between events; ``done``: ``hints`` are the result of ``look``."""

    done = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hints: list[Hint] = []
        self._searched: object = None
        self._work: Iterator[Hint | None] = iter(())
        self._found: list[Hint] = []
        self._timer = call_after(self, 0, self._go_on)

    @property
    def busy(self) -> bool:
        """Whether the search is running."""
        return self._timer.isActive()

    def start(self, state: WorkshopState) -> None:
        """Search a state, unless its problems are those of the last search."""
        if state.listed != self._searched:
            self._searched = state.listed
            self._work = hints(state)
            self._found = []
            self._timer.start(_DELAY)

    def _go_on(self) -> None:
        until = time.perf_counter() + _SLICE
        for hint in self._work:
            if hint is not None:
                self._found.append(hint)
            if time.perf_counter() > until:
                self._timer.start(0)
                return
        self.hints = self._found
        self.done.emit()
