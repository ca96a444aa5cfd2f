"""The words of a search that led to an answer, as they are shown to the room."""

from __future__ import annotations

from collections.abc import Sequence

_MOST = 4
_LITTLE_WORDS = """
about after again all also and any are because been before but can cannot could did does doing
down each even every few for from get gets had has have her here his how into its just know known
like made make many may more most much must need needs not nothing now off once one only other our
out over own run runs same see seen she some still such take than that the their them then there
these they this those too two under until use used uses very want wants was way were what when
where which while who why will with without would you your
"""
_TELL_NOTHING = frozenset(_LITTLE_WORDS.split())


def shown_words(matched: Sequence[str], most: int = _MOST) -> tuple[str, ...]:
    """Return the telling ones of the words that matched, in their order, each once.

    Single characters, bare numbers and little words led to nothing by themselves.
    """
    found: dict[str, str] = {}
    for word in filter(_tells, matched):
        found.setdefault(word.casefold(), word)
    return tuple(found.values())[:most]


def _tells(word: str) -> bool:
    return len(word) > 1 and not word.isdigit() and word.casefold() not in _TELL_NOTHING
