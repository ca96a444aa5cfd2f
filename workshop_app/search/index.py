"""The search index of the catalogue entries, in memory, for both languages.

An entry is found by its words and by their meanings (groups of synonyms), by which a query in one
language also finds the texts of the other. An entry ranks higher if one of its sentences contains
much of the query, and if the query contains one of its names.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from workshop_app.domain.solution import Solution, SolutionText
from workshop_app.search.common_words import is_common_word
from workshop_app.search.confidence import RAISING_TERMS, Evidence, confidence, fit_of
from workshop_app.search.postings import Postings, lines_of, words_of
from workshop_app.search.query import Query, foreign_words
from workshop_app.search.sentences import Names, Sentences
from workshop_app.search.terms import Term, is_ending

LANGUAGES = ("ja", "en")
# These weights were chosen on the tuning half of ``benchmarks/labelled`` and on problems of the
# catalogue that were left out of the index and searched for.
_OTHER_LANGUAGE = 0.5
_MEANING = 0.9
_SINGLE_CHARACTER = 0.7
_ENDING = 0.2
_COMMON = 0.25
"""A word in hiragana of more than this share of the entries is an ending and is ignored."""
_UNKNOWN = 0.6
_COMMON_WORD = 0.6
_ALONE = 0.4
"""The part of an entry's score that does not depend on how much of the query it contains."""
_SENTENCE = 0.35
_NAME = 0.35
_ENOUGH = 1.0
"""The weight of a query that says enough: that of one word of a single entry."""
_CACHE_SIZE = 4096
_CLOSE = 0.3
"""A sentence that contains this share of a query is close to it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that matches; `confidence` (0 to 1) is the probability that it solves the problem.

    `asked` is the weight of the whole query: 1 is that of one word of a single entry. `near` is the
    index of the entry's problem, in the language of the query, that is close to it, or None.
    """

    solution_id: str
    score: float
    confidence: float
    matched: tuple[str, ...]
    asked: float = 0.0
    near: int | None = None

    @property
    def fit(self) -> int:
        """How well it fits, 1 to 4 (`confidence.fit_of`)."""
        return fit_of(self.confidence)


@dataclass(slots=True)
class _EntryMatch:
    """What an entry contains of a query."""

    score: float = 0.0
    weight: float = 0.0
    words: list[Term] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _QueryWord:
    """A word of a query: its places (none for endings), weight, and the entries with it."""

    places: list[Term]
    weight: float
    entries: dict[int, float]


class SearchIndex:
    """Finds entries by the words of a query, best first."""

    def __init__(self, solutions: Iterable[Solution]) -> None:
        entries = list(solutions)
        self._ids = [solution.id for solution in entries]
        self._postings: dict[str, Postings] = {}
        self._sentences: dict[str, Sentences] = {}
        names = []
        for language in LANGUAGES:
            texts = [solution.text(language) for solution in entries]
            parts = [[(part, words_of(line)) for part, line in lines_of(text)] for text in texts]
            self._postings[language] = Postings(parts)
            self._sentences[language] = Sentences(parts)
            names.append(parts)
        self._names = Names(names, self._ids)
        self._katakana = frozenset(
            word for solution in entries for word in _katakana_words(solution.text("ja"))
        )
        self._cache: dict[tuple[str, str, bool], dict[int, float]] = {}

    def search(self, text: str, language: str, limit: int = 10) -> tuple[Hit, ...]:
        """Return at most `limit` entries for `text`, best first; none if it has no words.

        Entries are searched in both languages; a word in the texts of `language` counts more.
        """
        query = Query(text, self._katakana)
        asked = self._asked(query, language)
        weights = {word: each.weight for word, each in asked.items()}
        total = sum(weights.values())
        found = _matches(asked.values())
        sentences = self._sentences[language]
        by_sentence = sentences.weigh(weights)
        said, limited = sentences.best(by_sentence)
        similar = sentences.most_similar(by_sentence)
        named = self._names.weigh(weights)
        for number, entry in found.items():
            entry.score *= _ALONE + entry.weight / total
            entry.score += _SENTENCE * similar.get(number, 0.0) + _NAME * named.get(number, 0.0)
        ranked = sorted(
            [(-entry.score, self._ids[number], number) for number, entry in found.items()]
        )
        best = [(number, found[number]) for _, _, number in ranked]
        enough = max(total, _ENOUGH)  # one common word alone is weak evidence
        best_limit = max(limited.values(), default=0.0) / enough
        unknown = sum([each.weight for each in asked.values() if not each.entries]) / enough
        asks_to_raise = not RAISING_TERMS.isdisjoint(asked)
        hits: list[Hit] = []
        for number, entry in best[:limit]:
            evidence = Evidence(
                best_sentence=said.get(number, 0.0) / enough,
                best_limit=best_limit,
                own_limit=limited.get(number, 0.0) / enough,
                contained=entry.weight / enough,
                unknown=unknown,
                score=entry.score / enough,
                asks_to_raise=asks_to_raise,
            )
            chance = confidence(evidence) * entry.score / best[0][1].score
            if hits:  # the order by confidence is never another than that by rank
                chance = min(chance, hits[-1].confidence)
            matched = query.typed(entry.words)
            near = sentences.nearest(number, by_sentence, _CLOSE * enough)
            hits.append(Hit(self._ids[number], entry.score, chance, matched, total, near))
        return tuple(hits)

    def share(self, word: str) -> float:
        """Return the share of the entries' sentences that contain an index word."""
        return max([sentences.share(word) for sentences in self._sentences.values()])

    def _asked(self, query: Query, language: str) -> dict[str, _QueryWord]:
        places: dict[str, list[Term]] = {}
        for term in (*query.words, *query.endings, *query.meanings):
            places.setdefault(term.text, []).append(term)
        endings = {term.text for term in query.endings}
        asked = {}
        for word, terms in places.items():
            entries = self._entries_with(terms[0], language)
            if word in endings and len(entries) > _COMMON * len(self._ids):
                continue
            rarity = self._postings[language].rarity(len(entries))
            weight = rarity * _factor(terms[0]) * (1 if entries else _UNKNOWN)
            if entries or not word.startswith("="):
                asked[word] = _QueryWord([] if word in endings else terms, weight, entries)
        return asked

    def _entries_with(self, term: Term, language: str) -> dict[int, float]:
        entries = self._look_up(term.text, language, open_ended=term.open_ended)
        if not entries and term.text.isascii():  # it may still be being typed
            entries = self._look_up(term.text, language, open_ended=True)
        return entries

    def _look_up(self, word: str, language: str, *, open_ended: bool) -> dict[int, float]:
        """Return the entries with a word from a cache: most words stay the same while one types."""
        key = (word, language, open_ended)
        if key not in self._cache:
            if len(self._cache) >= _CACHE_SIZE:
                self._cache.clear()
            self._cache[key] = self._found_under(word, language, open_ended=open_ended)
        return self._cache[key]

    def _found_under(self, word: str, language: str, *, open_ended: bool) -> dict[int, float]:
        entries: dict[int, float] = {}
        for each, postings in self._postings.items():
            factor = 1.0 if each == language else _OTHER_LANGUAGE
            found = postings.with_prefix(word) if open_ended else postings.holding(word)
            for number, share in found.items():
                entries[number] = max(entries.get(number, 0.0), share * factor)
        return entries


def _katakana_words(text: SolutionText) -> set[str]:
    lines = (unicodedata.normalize("NFKC", line) for _, line in lines_of(text))
    return {word for line in lines for word in foreign_words(line)}


def _matches(asked: Iterable[_QueryWord]) -> dict[int, _EntryMatch]:
    """Return what each entry contains of a query, without entries that contain endings only."""
    found: dict[int, _EntryMatch] = {}
    for each in asked:
        for number, share in each.entries.items():
            entry = found.get(number)
            if entry is None:
                entry = found[number] = _EntryMatch()
            entry.score += each.weight * share
            entry.weight += each.weight
            entry.words += each.places
    return {number: entry for number, entry in found.items() if entry.words}


def _factor(term: Term) -> float:
    """Return the factor of a word: pairs of a long run, common words and hiragana count less."""
    if term.text.startswith("="):
        return _MEANING
    if is_ending(term):
        return _ENDING * term.run**-0.5
    if is_common_word(term.text):
        return _COMMON_WORD
    return _SINGLE_CHARACTER if term.open_ended else term.run**-0.5
