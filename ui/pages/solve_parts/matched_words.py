"""The words of a search that led to an answer, as they are shown to the room."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_ENDS = re.compile("^[\u3041-\u309f\\s]+|[\u3041-\u309f\\s]+$")  # hiragana tells little by itself
_CUT_VERB = re.compile("[\u3041-\u309f]+[\u4e00-\u9fff]$")  # が鳴 of が鳴る
_RUN = re.compile("[A-Za-z0-9]|[\u30a0-\u30ff]")
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


def shown_words(query: str, matched: Sequence[str], most: int = _MOST) -> tuple[str, ...]:
    """Return the telling ones of ``matched``, written as in ``query``, each once.

    A search finds pieces of words; half a word in katakana or Latin letters is left out.
    """
    text = unicodedata.normalize("NFKC", query)
    folded = text.casefold()
    if len(folded) != len(text):
        text = folded
    found: list[str] = []
    for piece in matched:
        word = _whole_word(text, folded, unicodedata.normalize("NFKC", piece).casefold())
        if word and word.casefold() not in (other.casefold() for other in found):
            found.append(word)
    return tuple(found[:most])


def _whole_word(text: str, folded: str, piece: str) -> str:
    start = folded.find(piece)
    if start < 0:
        return ""
    while start >= 0:
        end = start + len(piece)
        if not (_splits_run(text, start) or _splits_run(text, end)):
            word = _CUT_VERB.sub("", _ENDS.sub("", text[start:end]))
            return word if _tells(word) else ""
        start = folded.find(piece, start + 1)
    return ""


def _splits_run(text: str, place: int) -> bool:
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    if not (_RUN.match(before) and _RUN.match(after)):
        return False
    return before.isascii() == after.isascii()


def _tells(word: str) -> bool:
    return len(word) > 1 and not word.isdigit() and word.casefold() not in _TELL_NOTHING
