"""What may belong together by similar words: said, never done by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.search.alike import alike_pairs
from workshop_app.search.common_terms import common_terms


@dataclass(frozen=True)
class Hint:
    """``problems`` may be the same; with a ``term``, they may be a theme of that name."""

    problems: tuple[Problem, ...]
    term: str = ""

    @property
    def key(self) -> str:
        """By what it is known again once somebody said no."""
        if self.term:
            return f"= {self.term.casefold()}"
        return " ".join(str(problem.number) for problem in self.problems)

    @property
    def words(self) -> str:
        """The suggestion as one sentence."""
        numbers = [str(problem.number) for problem in self.problems]
        if self.term:
            listed = tr("sort.between").join(numbers)
            return tr("sort.hint.theme", term=self.term, numbers=listed, n=len(numbers))
        return tr("sort.hint.alike", first=numbers[0], second=numbers[1])


def first_that_holds(found: Sequence[Hint], state: WorkshopState) -> Hint | None:
    """Return the first hint about problems as they still are, to which nobody said no."""
    listed = {problem.id: problem for problem in state.listed}
    names = [theme.name.casefold() for theme in state.themes]

    def holds(hint: Hint) -> bool:
        now = [listed.get(problem.id) for problem in hint.problems]
        same = all(
            one is not None
            and one.title == problem.title
            and (one.theme_id is None or not hint.term)
            for one, problem in zip(now, hint.problems, strict=True)
        )
        named = hint.term and any(hint.term.casefold() in name for name in names)
        return same and not named and hint.key not in state.workshop.dismissed

    return next((hint for hint in found if holds(hint)), None)


def hints(state: WorkshopState) -> Iterator[Hint | None]:
    """Yield every suggestion: first what may be the same, then themes of the unsorted.

    Each None is a pause after a small piece of work.
    """
    known = {problem.id: problem for problem in state.listed}
    for pair in alike_pairs({key: problem.title for key, problem in known.items()}):
        if pair is None:
            yield None
        else:
            one, other = sorted((known[pair.first], known[pair.second]), key=lambda p: p.number)
            if other.split_from != one.id:  # somebody has just parted them
                yield Hint((one, other))
    for common in common_terms({one.id: one.title for one in state.in_theme(None)}):
        yield common and Hint(tuple(known[key] for key in common.keys), common.term)
