"""What may belong together by similar words: said, never done by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workshop_app.domain.alike import alike_pairs, theme_groups
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


@dataclass(frozen=True)
class Hint:
    """``problems`` may be the same; with a ``term``, they may be a theme of that name."""

    problems: tuple[Problem, ...]
    term: str = ""

    @property
    def key(self) -> str:
        """By what it is known again once somebody said no."""
        numbers = ",".join(str(problem.number) for problem in self.problems)
        return f"{self.term}:{numbers}" if not self.term else self.term.casefold()

    @property
    def words(self) -> str:
        """The suggestion as one sentence."""
        numbers = [str(problem.number) for problem in self.problems]
        listed = tr("sort.between").join(numbers)
        if self.term:
            return tr("sort.hint.theme", term=self.term, numbers=listed, n=len(numbers))
        return tr("sort.hint.alike", first=numbers[0], second=numbers[1])


def hints(state: WorkshopState) -> Iterator[Hint]:
    """Every suggestion there is: first what may be the same, then themes of the unsorted."""
    known = {problem.id: problem for problem in state.listed}
    for pair in alike_pairs({key: problem.title for key, problem in known.items()}):
        two = sorted((known[pair.first], known[pair.second]), key=lambda one: one.number)
        yield Hint(tuple(two))
    names = {theme.name.casefold() for theme in state.themes}
    for group in theme_groups({one.id: one.title for one in state.in_theme(None)}):
        if not any(group.term.casefold() in name for name in names):
            yield Hint(tuple(known[key] for key in group.ids), group.term)
