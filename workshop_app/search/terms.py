"""The index terms of a text: its words with their positions, and their synonym groups.

Japanese is cut into runs of one script, and runs into pairs of characters; this needs no dictionary
and finds words of two characters. English words are reduced to their stems.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from workshop_app.search.stems import stem
from workshop_app.search.synonyms import synonym_classes

_RUN = re.compile(
    r"[a-z0-9]+|[\u3041-\u309f]+|[\u30a1-\u30ff]+|(?:(?![a-z\u3041-\u30ff])[^\W\d_])+"
)
_LATIN = re.compile(r"[a-z0-9]+")
_HIRAGANA = "\u3041", "\u309f"
"""The first and the last character of a run in hiragana."""
_SHORTEST_FOREIGN = 3
_Phrase = tuple[tuple[str, ...], list[str]]
"""The stems of a term of one or several words, and its groups."""


class Term(NamedTuple):
    """An index term, its position in the folded text, and the number of terms in its run."""

    text: str
    start: int
    end: int
    run: int = 1
    open_ended: bool = False
    """Whether it is a single character, which matches every word that begins with it."""
    ending: bool = False
    """Whether it is a word in hiragana only: an ending or particle."""


def fold(text: str) -> str:
    """Return `text` normalised in width and case."""
    return unicodedata.normalize("NFKC", text).casefold()


def terms(folded: str) -> list[Term]:
    """Return the words of a folded text, including those in hiragana (endings and particles)."""
    words: list[Term] = []
    for run in _RUN.finditer(folded):
        found = run[0]
        start = run.start()
        if found[0].isascii():
            words.append(Term(stem(found), start, run.end()))
            continue
        ending = _HIRAGANA[0] <= found[0] <= _HIRAGANA[1]
        if found[-1] == "ー" and len(found) > _SHORTEST_FOREIGN:
            found = found[:-1]  # サーバー and サーバ are equal
        if len(found) == 1:
            words.append(Term(found, start, run.end(), open_ended=True, ending=ending))
        pairs = len(found) - 1
        for place in range(pairs):
            pair = found[place : place + 2]
            first = start + place
            words.append(Term(pair, first, first + 2, pairs, ending=ending))
    return words


def meanings(folded: str) -> list[Term]:
    """Return the synonym groups of the words in a folded text, as terms such as ``=cert``."""
    japanese, english = _tables()
    found: list[Term] = []
    for word in japanese.finditer(folded):
        groups = _groups_of()[word[0]]
        found += [Term(group, word.start(), word.end()) for group in groups]
    words = [(stem(word[0]), word.start(), word.end()) for word in _LATIN.finditer(folded)]
    for place, (first, start, _) in enumerate(words):
        for parts, groups in english.get(first, ()):
            phrase = words[place : place + len(parts)]
            if parts == tuple(part for part, _, _ in phrase):
                found += [Term(group, start, phrase[-1][2]) for group in groups]
    return found


def index_words(folded: str) -> list[str]:
    """Return the texts of `terms` and `meanings` without their positions, in half the time."""
    words: list[str] = []
    latin: list[str] = []
    for run in _RUN.findall(folded):
        if run[0].isascii():
            latin.append(stem(run))
            words.append(latin[-1])
            continue
        foreign = run[-1] == "ー" and len(run) > _SHORTEST_FOREIGN
        found = run[:-1] if foreign else run
        if len(found) == 1:
            words.append(found)
        words += [found[place : place + 2] for place in range(len(found) - 1)]
    japanese, english = _tables()
    if not folded.isascii():
        groups_of = _groups_of()
        for word in japanese.findall(folded):
            words += groups_of[word]
    for place, first in enumerate(latin):
        for parts, groups in english.get(first, ()):
            if parts == tuple(latin[place : place + len(parts)]):
                words += groups
    return words


@lru_cache(maxsize=256)
def words_of_meaning(group: str) -> tuple[str, ...]:
    """Return the words of a synonym group such as ``=cert``; English ones as stems."""
    found = (word for word, groups in _groups_of().items() if group in groups)
    spelled = (" ".join(map(stem, word.split("_"))) if word.isascii() else word for word in found)
    return tuple(dict.fromkeys(spelled))


@lru_cache(maxsize=1)
def _groups_of() -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for each in synonym_classes():
        for word in each.words:
            groups.setdefault(fold(word), []).append(f"={each.name}")
    return groups


@lru_cache(maxsize=1)
def _tables() -> tuple[re.Pattern[str], dict[str, list[_Phrase]]]:
    """Return a pattern of the Japanese words, and the English terms by their first stem."""
    japanese: list[str] = []
    english: dict[str, list[_Phrase]] = {}
    for word, groups in _groups_of().items():
        if word.isascii():
            parts = tuple(stem(part) for part in word.split("_"))
            english.setdefault(parts[0], []).append((parts, groups))
        else:
            japanese.append(word)
    return _any_of(japanese), english


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of the longest of some words at a place.

    The words are grouped by their first character, so that few are tried at each place.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        rests.setdefault(re.escape(word[0]), []).append(re.escape(word[1:]))
    return re.compile("|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items()))
