"""Which texts may say the same, by the words and meanings they share: a guess, no more."""

import math
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from workshop_app.search.common_words import is_common_word
from workshop_app.search.query import Query
from workshop_app.search.spans import Span, foreign_words, outside
from workshop_app.search.stems import stem

LIKENESS = 0.42
"""Share of what two texts' words weigh that they must have in common."""
LEAST_IN_COMMON = 1.8
"""Words they must share: one alone makes a theme, not the same problem."""
MOST_PAIRS = 200
_USUAL = 40.0
"""Texts that nobody sees, so that in a short list too a word of half of them tells little."""
_TOO_COMMON = 60  # texts with one word: to compare them all would take long and say little
_LONE = 0.5
_IN_OTHER_WORDS = 0.85
_SAY_LITTLE = frozenset("分誰人日者的")


class WordWeight(NamedTuple):
    """A word of a text: how much of a word it is, 0 to 1, and how it was put."""

    much: float
    spelling: str


class DuplicatePair(NamedTuple):
    """Two texts that may say the same, by key; `likeness` is 0 to 1."""

    first: str
    second: str
    likeness: float


def possible_duplicates(texts: Mapping[str, str]) -> Iterator[DuplicatePair | None]:
    """Yield the pairs of `texts` that may say the same, the most alike first.

    Each None before them is a pause after a small piece of work, for whoever has others to do.
    """
    equal: dict[str, str] = {}
    words: dict[str, dict[str, WordWeight]] = {}
    found: list[DuplicatePair] = []
    for key, text in texts.items():
        plain = "".join(unicodedata.normalize("NFKC", text).casefold().split())
        first = equal.setdefault(plain, key)
        if first != key and plain:
            found.append(DuplicatePair(first, key, 1.0))
        elif plain:
            words[key] = weighted_words(text)
        yield None
    having: dict[str, list[str]] = defaultdict(list)
    for key, each in words.items():
        for word in each:
            having[word].append(key)
    rare = {
        word: math.log((len(words) + _USUAL) / (len(keys) + 1)) for word, keys in having.items()
    }
    whole = {
        key: sum(rare[w] * said.much for w, said in each.items()) for key, each in words.items()
    }
    near: Counter[tuple[str, str]] = Counter()
    for keys in having.values():
        if len(keys) <= _TOO_COMMON:
            near.update(combinations(keys, 2))
            yield None
    for (one, other), times in near.items():
        if times > 1:
            shared = {
                word: _both(here, words[other][word])
                for word, here in words[one].items()
                if word in words[other]
            }
            weight = sum(rare[word] * much for word, much in shared.items())
            likeness = 2 * weight / (whole[one] + whole[other])
            if sum(shared.values()) >= LEAST_IN_COMMON and likeness >= LIKENESS:
                found.append(DuplicatePair(one, other, likeness))
            yield None
    yield from sorted(found, key=lambda pair: -pair.likeness)[:MOST_PAIRS]


@lru_cache(maxsize=2_000)
def weighted_words(text: str) -> dict[str, WordWeight]:
    """Return what a text speaks of: meanings, and the words that have none.

    A foreign word counts as one word, and a run of kanji, which is cut into pairs of characters,
    as somewhat more than one.
    """
    query = Query(text)
    told: list[Span] = []
    words: dict[str, WordWeight] = {}
    foreign = foreign_words(query.folded)
    for meaning in query.meanings:
        span = Span(meaning.start, meaning.end)
        if outside(span, told):  # of several meanings of a word the first
            words[meaning.text] = WordWeight(1.0, stem(query.folded[meaning.start : meaning.end]))
            told += [span, *(word for word in foreign if not outside(word, [span]))]
    for word in foreign:
        if outside(word, told):
            spelling = query.folded[word.start : word.end].rstrip("ー")
            words[spelling] = WordWeight(1.0, spelling)
            told.append(word)
    for term in query.words:
        if outside(Span(term.start, term.end), told) and not _says_little(term.text):
            said = WordWeight((_LONE if term.open_ended else 1.0) * term.run**-0.5, term.text)
            words[term.text] = max(said, words.get(term.text, said))
    return words


def _both(here: WordWeight, there: WordWeight) -> float:
    """Return how much two texts share that say the same word, or mean the same by other words."""
    much = min(here.much, there.much)
    return much if here.spelling == there.spelling else much * _IN_OTHER_WORDS


def _says_little(word: str) -> bool:
    return is_common_word(word) or word in _SAY_LITTLE
