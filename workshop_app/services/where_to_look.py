"""Tells a room that searches by itself where to look for an answer, without revealing its name."""

import re
from collections.abc import Sequence

from workshop_app.domain.search_path import WhereToLook
from workshop_app.domain.solution import Solution, SolutionText
from workshop_app.domain.text import match_key
from workshop_app.services.answers import Suggestion
from workshop_app.services.search_advice import contains_name, names, search_advice

_STEP = " → "
"""Separates the steps of a path in the help, which begins with the help itself."""
_SEARCHING = re.compile("^ヘルプ内検索|search box$|^Search$")
"""A step that is a search; the search words are given separately."""
_HELP = re.compile(r"https://mackerel\.io/(?:ja/)?(?:api-)?docs(?=/)")


def where_to_look(
    solution: Solution,
    language: str,
    *,
    typed: str = "",
    hit: Suggestion | None = None,
    texts: Sequence[str] = (),
) -> WhereToLook:
    """Return where to look for `solution`.

    The search words are the `typed` ones, unless they name the answer, else those of `hit` for the
    problem's `texts` (`search_advice`), else those of the entry.
    """
    entry = solution.text(language)
    if typed and not names(typed, entry):
        words = typed
    elif hit is not None:
        words = search_advice(hit, texts, language, unnamed=True)
    else:
        words = " ".join([word for word in entry.search_words if not names(word, entry)][:2])
    front = "" if solution.catalogue else _front_page(entry)
    section, hint = _path(entry, with_section=bool(front or solution.catalogue))
    return WhereToLook(words, section, hint, solution.catalogue, front)


def _front_page(entry: SolutionText) -> str:
    """Return the address of the front page of Mackerel's help; empty if the entry is not there."""
    found = _HELP.match(entry.help_url)
    return f"{found[0]}/" if found else ""


def _path(entry: SolutionText, *, with_section: bool) -> tuple[str, tuple[str, ...]]:
    """Return the first step that does not name the answer, and the steps after it."""
    steps = _steps(entry)
    for place, step in enumerate(steps[:-1]):
        if with_section and not contains_name(step, entry):
            return step, tuple(steps[place + 1 :])
    return "", tuple(steps)


def _steps(entry: SolutionText) -> list[str]:
    """Return the distinct steps after the help itself, without searches."""
    steps = (step.strip() for step in entry.help_path.split(_STEP)[1:])
    return list({match_key(step): step for step in steps if not _SEARCHING.search(step)}.values())
