"""Finds pairs of texts that may say the same, by the words and meanings they share.

It is a heuristic: its results are suggestions for a person.
"""

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from workshop_app.search.common_words import is_common_word
from workshop_app.search.query import Query
from workshop_app.search.stems import stem

LEAST_SIMILARITY = 0.42
"""Minimum share of the weight of two texts' words that they must have in common."""
LEAST_IN_COMMON = 1.8
"""Minimum number of shared words: one word alone makes a theme, not the same problem."""
MOST_PAIRS = 200
_BACKGROUND_TEXTS = 40.0
"""Virtual texts added to the total, so that a word in half of a few texts does not count as
rare.
"""
_MOST_HOLDERS = 60
"""A word in more texts than this is not used to form pairs, to limit the running time."""
_SINGLE_CHARACTER = 0.5
_OTHER_SPELLING = 0.85
_MEANINGLESS = frozenset("分誰人日者的")
_WISHES = frozenset(("知りた", "気づ", "気付", "教えて", "notic", "tell"))
"""Spellings of `=notify` with which anything may be wished for."""
_HEADING = re.compile(
    r"(?!\d+[：:])\s*(?:[^：:]{1,20}：|[^:]{1,40}: |[^-–—]{1,40} [-–—] "
    r"|【[^】]{1,40}】|\[[^]]{1,40}\])\s*"
)
"""What stands before a text to tell whose it is: 「東京の倉庫：」, "Shop: ", 「【本社】」."""
_OF_HEADING = 0.2
"""The weight of a heading's words where less than `_SAYS_ENOUGH` stands after it, else 0."""
_SAYS_ENOUGH = 1.5
_SAME = 0.999
"""From this similarity on, texts have the same words, however few."""
_NEAR_BEST = 0.75
"""A pair is left out if both of its texts are much more similar to others."""
_KATAKANA = re.compile("[\u30a1-\u30ff]{2,}")


class WordWeight(NamedTuple):
    """The weight of a word, 0 to 1 (less for parts of a long run), and its spelling."""

    weight: float
    spelling: str


class DuplicatePair(NamedTuple):
    """Two texts that may say the same, by key; `similarity` is 0 to 1."""

    first: str
    second: str
    similarity: float


def possible_duplicates(texts: Mapping[str, str]) -> Iterator[DuplicatePair | None]:
    """Yield the pairs of `texts` that may say the same, most similar first.

    None is yielded after each small piece of work before them, so that a caller can pause.
    """
    found: list[DuplicatePair] = []
    kept: list[DuplicatePair] = []
    words: dict[str, dict[str, WordWeight]] = {}
    first_with: dict[str, str] = {}
    for key, text in texts.items():
        plain = "".join(unicodedata.normalize("NFKC", text).casefold().split())
        first = first_with.setdefault(plain, key)
        if first != key and plain:
            found.append(DuplicatePair(first, key, 1.0))
        elif plain:
            words[key] = _compared_words(text)
        yield None
    comparison = _Comparison(words)
    shared: Counter[tuple[str, str]] = Counter()
    for keys in comparison.holders.values():
        if len(keys) <= _MOST_HOLDERS:
            shared.update(combinations(keys, 2))
            yield None
    for (one, other), times in shared.items():
        if times > 1:
            pair = comparison.pair(one, other)
            if pair is not None:
                found.append(pair)
            yield None
    found.sort(key=lambda pair: -pair.similarity)
    best: dict[str, float] = {}
    for pair in found:
        least = min(best.setdefault(key, pair.similarity) for key in (pair.first, pair.second))
        if pair.similarity >= _NEAR_BEST * least:
            kept.append(pair)
    yield from kept[:MOST_PAIRS]


def _compared_words(text: str) -> dict[str, WordWeight]:
    """Return the words of a text; those of its heading only count if little else is said."""
    heading = _HEADING.match(text)
    if heading is None:
        return weighted_words(text)
    words = weighted_words(text[heading.end() :])
    if sum(word.weight for word in words.values()) >= _SAYS_ENOUGH:
        return words
    above = weighted_words(heading[0]).items()
    return {key: word._replace(weight=word.weight * _OF_HEADING) for key, word in above} | words


class _Comparison:
    """Compares texts by their words, given by key; rare words count more."""

    def __init__(self, words: Mapping[str, Mapping[str, WordWeight]]) -> None:
        self._words = words
        self.holders: dict[str, list[str]] = defaultdict(list)
        """The keys of the texts that hold each word."""
        for key, each in words.items():
            for word in each:
                self.holders[word].append(key)
        self._rarity = {
            word: math.log((len(words) + _BACKGROUND_TEXTS) / (len(keys) + 1))
            for word, keys in self.holders.items()
        }
        self._totals = {
            key: sum(self._rarity[word] * each_word.weight for word, each_word in each.items())
            for key, each in words.items()
        }

    def pair(self, one: str, other: str) -> DuplicatePair | None:
        """Return the pair of two texts, or None if they are not similar enough."""
        rarity = self._rarity.__getitem__
        common, weight = shared_weight(self._words[one], self._words[other], rarity)
        similarity = 2 * weight / (self._totals[one] + self._totals[other])
        says_little = common < LEAST_IN_COMMON and similarity < _SAME
        if says_little or similarity < LEAST_SIMILARITY:
            return None
        return DuplicatePair(one, other, similarity)


@lru_cache(maxsize=2_000)
def weighted_words(text: str) -> dict[str, WordWeight]:
    """Return the meanings in a text, and its words without a known meaning.

    A katakana word counts as one word, a run of kanji, which is cut into pairs of characters, as
    slightly more than one.
    """
    query = Query(text)
    covered: list[Span] = []
    words: dict[str, WordWeight] = {}
    foreign = _katakana_words(query.folded)
    for meaning in query.meanings:
        span = Span(meaning.start, meaning.end)
        if _outside(span, covered):  # the first of several meanings of a word
            spelling = stem(query.folded[meaning.start : meaning.end])
            if spelling not in _WISHES:
                words[meaning.text] = WordWeight(1.0, spelling)
            covered += [span, *(word for word in foreign if not _outside(word, [span]))]
    for word in foreign:
        if _outside(word, covered):
            spelling = query.folded[word.start : word.end].rstrip("ー")
            words[spelling] = WordWeight(1.0, spelling)
            covered.append(word)
    for term in query.words:
        if _outside(Span(term.start, term.end), covered) and not _says_little(term.text):
            weight = (_SINGLE_CHARACTER if term.open_ended else 1.0) * term.run**-0.5
            weighed = WordWeight(weight, term.text)
            words[term.text] = max(weighed, words.get(term.text, weighed))
    return words


class Span(NamedTuple):
    """A part of a text, from `start` up to `end`."""

    start: int
    end: int


def _katakana_words(folded: str) -> list[Span]:
    return [Span(*found.span()) for found in _KATAKANA.finditer(folded)]


def _outside(span: Span, others: Iterable[Span]) -> bool:
    """Return whether `span` overlaps with none of the others."""
    return all(other.end <= span.start or span.end <= other.start for other in others)


def shared_weight(
    one: Mapping[str, WordWeight], other: Mapping[str, WordWeight], rarity: Callable[[str], float]
) -> tuple[float, float]:
    """Return the weight of the words that two texts share, without and with their rarity.

    It is less for a word that they spell differently.
    """
    common = weight = 0.0
    for word, here in one.items():
        there = other.get(word)
        if there is not None:
            shared = min(here.weight, there.weight)
            shared *= 1 if here.spelling == there.spelling else _OTHER_SPELLING
            common += shared
            weight += rarity(word) * shared
    return common, weight


def _says_little(word: str) -> bool:
    return is_common_word(word) or word in _MEANINGLESS
