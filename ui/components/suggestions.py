"""The catalogue's best answer to a text, shown in lists and previews without a search."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from ui.rows.cells import Cell, Fit, Words, limit_words
from ui.widgets.fit import fit_word, is_limited
from workshop_app.i18n import language, tr

if TYPE_CHECKING:
    from workshop_app.services.answers import Answers

_CANDIDATES = 3
_LONGEST = 500
"""Maximum number of characters of a text that are searched for."""
_CACHED = 512


@dataclass(frozen=True)
class BestAnswer:
    """The name and fit, 1 to 4, of an answer; or why there is none, as the name of a known gap.

    ``limited``: one of its limits is about the problem.
    """

    name: str = ""
    fit: int = 0
    gap: str = ""
    limited: bool = False

    @property
    def fit_mark(self) -> tuple[str, int]:
        """The word for the fit, and the level of the bars after it, 0 for none."""
        return (fit_word(self.fit), self.fit) if self.fit else ("", 0)


def best_answer(answers: Answers, text: str) -> BestAnswer | None:
    """Return the best answer, or why there is none; None if the text says too little."""
    from workshop_app.services.judging import judge
    from workshop_app.services.match_quality import MatchQuality

    judgement = judge(answers, (text[:_LONGEST],), language(), _CANDIDATES)
    if judgement.gap is not None:
        return BestAnswer(gap=judgement.gap.headline)
    if judgement.quality is MatchQuality.NOTHING_NEAR:
        return BestAnswer(gap=tr("judging.nothing_near"))
    if judgement.quality is MatchQuality.TOO_LITTLE or not judgement.answers:
        return None
    best = max(judgement.answers, key=attrgetter("confidence"))
    name = best.solution.text(language()).name
    return BestAnswer(name, best.fit, limited=is_limited(best.fit, best.limit))


def answer_marks(answers: Callable[[], Answers]) -> Callable[[str], tuple[Cell, ...]]:
    """Return a cached function from a row's text to the marks of its best answer."""

    @lru_cache(maxsize=_CACHED)
    def marks(text: str) -> tuple[Cell, ...]:
        best = best_answer(answers(), text)
        if best is None:
            return (Words(tr("paste.too_little"), "circle-dashed"),)
        if best.gap:
            return (Words(best.gap, "circle-dashed"),)
        words = tr("paste.answer", name=best.name, fit=best.fit_mark[0])
        fit = Fit(best.fit, words)
        return (fit, limit_words()) if best.limited else (fit,)

    return marks
