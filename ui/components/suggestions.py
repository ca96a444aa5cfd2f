"""The catalogue's best answer to a text, where nobody searches: beside lists and pasted lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ui.widgets.fit_bars import fit_word
from ui.widgets.rows import Mark
from workshop_app.i18n import language, tr

if TYPE_CHECKING:
    from workshop_app.services.answers import Answers

_CANDIDATES = 3
_LONGEST = 500
"""Characters of a text that are searched for."""
_CACHED = 512


@dataclass(frozen=True)
class BestAnswer:
    """The answer's name and fit, 1 to 4; without a name nothing seems to fit."""

    name: str = ""
    fit: int = 0


def best_answer(answers: Answers, text: str) -> BestAnswer | None:
    """Return the best answer if it is worth showing; None while the text says too little."""
    from workshop_app.services.match_quality import MatchQuality, match_quality
    from workshop_app.services.multi_search import search_phrasings

    found = search_phrasings(answers, (text[:_LONGEST],), language(), _CANDIDATES)
    trusted = match_quality(found)
    if trusted is MatchQuality.SAYS_LITTLE:
        return None
    if trusted is MatchQuality.NOTHING:
        return BestAnswer()
    best = max(found, key=lambda hit: hit.confidence)
    return BestAnswer(best.solution.text(language()).name, best.fit)


def answer_marks(answers: Callable[[], Answers]) -> Callable[[str], tuple[Mark, ...]]:
    """Return a function from a row's text to the mark of its best answer, with a cache."""

    @lru_cache(maxsize=_CACHED)
    def marks(text: str) -> tuple[Mark, ...]:
        best = best_answer(answers(), text)
        if best is None or not best.name:
            return (Mark(tr("paste.no_answer"), "circle-dashed"),)
        words = tr("paste.answer", name=best.name, fit=fit_word(best.fit))
        return (Mark(words, fit=best.fit),)

    return marks
