"""The search index of the catalogues' entries and gaps, in memory, for both languages.

A document is found by its words and by their meanings (groups of synonyms), by which a query in one
language also finds the texts of the other. It ranks higher if one of its sentences contains much of
the query, and if the query contains one of its names. Entries and gaps are ranked apart, but words
weigh the same for both, so that they can be compared.
"""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from workshop_app.domain.gap import Gap
from workshop_app.domain.solution import Solution
from workshop_app.search.common_words import is_common_word, is_scene_word
from workshop_app.search.confidence import (
    RAISING_TERMS,
    EntryFeatures,
    GapFeatures,
    confidence,
    fit_of,
    gap_confidence,
)
from workshop_app.search.documents import LANGUAGES, Document, document_of
from workshop_app.search.postings import Postings, words_of
from workshop_app.search.query import Query, foreign_words
from workshop_app.search.sentences import Names, Sentences
from workshop_app.search.terms import Term, is_ending

# These weights were chosen on the tuning half of ``benchmarks/labelled`` and on problems of the
# catalogue that were left out of the index and searched for.
_OTHER_LANGUAGE = 0.5
_MEANING = 0.9
_SINGLE_CHARACTER = 0.7
_ENDING = 0.2
_COMMON = 0.25
"""A word in hiragana of more than this share of the documents is an ending and is ignored."""
_UNKNOWN = 0.6
_COMMON_WORD = 0.6
_ALONE = 0.4
"""The part of a score that does not depend on how much of the query the document contains."""
_SENTENCE = 0.35
_NAME = 0.35
_ENOUGH = 1.0
"""The weight of a query that says enough: that of one word of a single document."""
_CACHE_SIZE = 4096
_MOST_GAPS = 3
_CLOSE = 0.3
"""A sentence that contains this share of a query is close to it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry or a gap that matches.

    `confidence` (0 to 1) is the probability that the entry solves the problem, or that the gap is
    what is wished for. `near` is the index of its problem or wish, in the language of the query,
    that is close to the query, or None.
    """

    id: str
    score: float
    confidence: float
    matched: tuple[str, ...]
    asked: float = 0.0
    """The weight of the whole query: 1 is that of one word of a single document."""
    near: int | None = None

    @property
    def fit(self) -> int:
        """How well it fits, 1 to 4 (`confidence.fit_of`)."""
        return fit_of(self.confidence)


@dataclass(frozen=True, slots=True)
class Found:
    """The entries and the gaps that match a query, each best first."""

    entries: tuple[Hit, ...] = ()
    gaps: tuple[Hit, ...] = ()


@dataclass(slots=True)
class _Match:
    """What a document contains of a query."""

    score: float = 0.0
    weight: float = 0.0
    words: list[Term] = field(default_factory=list)


_Ranked = tuple[int, _Match]
"""The number of a document, and what it contains."""


@dataclass(frozen=True, slots=True)
class _QueryWord:
    """A word of a query: its places (none for endings), weight, and the documents with it."""

    places: list[Term]
    weight: float
    documents: dict[int, float]


class SearchIndex:
    """Finds entries and gaps by the words of a query, best first."""

    def __init__(self, records: Iterable[Solution | Gap]) -> None:
        documents = [document_of(record) for record in records]
        self._ids = [document.id for document in documents]
        self._is_gap = [document.is_gap for document in documents]
        self._postings: dict[str, Postings] = {}
        self._sentences: dict[str, Sentences] = {}
        names = []
        for place, language in enumerate(LANGUAGES):
            parts = [[(part, words_of(line)) for part, line in d.lines[place]] for d in documents]
            self._postings[language] = Postings(parts, self._is_gap)
            self._sentences[language] = Sentences(parts)
            names.append(parts)
        self._names = Names(names, self._ids)
        self._katakana = frozenset(
            word for document in documents for word in _katakana_words(document)
        )
        self._cache: dict[tuple[str, str, bool], dict[int, float]] = {}

    def search(self, text: str, language: str, limit: int = 10) -> Found:
        """Return at most `limit` entries and gaps each for `text`; none if it has no words.

        They are searched in both languages; a word in the texts of `language` counts more.
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
        for number, match in found.items():
            match.score *= _ALONE + match.weight / total
            match.score += _SENTENCE * similar.get(number, 0.0) + _NAME * named.get(number, 0.0)
        entries = self._ranked(found, is_gap=False)
        gaps = self._ranked(found, is_gap=True)
        enough = max(total, _ENOUGH)  # one common word alone is weak evidence
        asks_to_raise = not RAISING_TERMS.isdisjoint(asked)
        entry_score, gap_score = (_best_score(each) / enough for each in (entries, gaps))

        def entry_confidence(number: int, match: _Match) -> float:
            features = EntryFeatures(
                best_sentence=said.get(number, 0.0) / enough,
                own_limit=limited.get(number, 0.0) / enough,
                score=match.score / enough,
                gap_score=gap_score,
                asks_to_raise=asks_to_raise,
            )
            return confidence(features)

        def confidence_of_gap(_number: int, match: _Match) -> float:
            features = GapFeatures(
                contained=match.weight / enough,
                score=match.score / enough,
                entry_score=entry_score,
                asks_to_raise=asks_to_raise,
            )
            return gap_confidence(features)

        def hits(ranked: list[_Ranked], confidence_of: Callable[[int, _Match], float]) -> list[Hit]:
            best = _best_score(ranked)
            return [
                Hit(
                    id=self._ids[number],
                    score=match.score,
                    confidence=confidence_of(number, match) * match.score / best,
                    matched=query.typed(match.words),
                    asked=total,
                    near=sentences.nearest(number, by_sentence, _CLOSE * enough),
                )
                for number, match in ranked
            ]

        return Found(
            _falling(hits(entries[:limit], entry_confidence)),
            _falling(hits(gaps[:_MOST_GAPS], confidence_of_gap)),
        )

    def _ranked(self, found: dict[int, _Match], *, is_gap: bool) -> list[_Ranked]:
        """Return the entries, or the gaps, that were found, the highest score first."""
        ranked = [
            (-match.score, self._ids[number], number)
            for number, match in found.items()
            if self._is_gap[number] == is_gap
        ]
        return [(number, found[number]) for _, _, number in sorted(ranked)]

    def share(self, word: str) -> float:
        """Return the share of the sentences that contain an index word."""
        return max([sentences.share(word) for sentences in self._sentences.values()])

    def _asked(self, query: Query, language: str) -> dict[str, _QueryWord]:
        places: dict[str, list[Term]] = {}
        for term in (*query.words, *query.endings, *query.meanings):
            places.setdefault(term.text, []).append(term)
        endings = {term.text for term in query.endings}
        asked = {}
        for word, terms in places.items():
            found = self._documents_with(terms[0], language)
            if word in endings and len(found) > _COMMON * len(self._ids):
                continue
            rarity = self._postings[language].rarity(len(found))
            weight = rarity * _factor(terms[0]) * (1 if found else _UNKNOWN)
            if found or not word.startswith("="):
                asked[word] = _QueryWord([] if word in endings else terms, weight, found)
        return asked

    def _documents_with(self, term: Term, language: str) -> dict[int, float]:
        found = self._look_up(term.text, language, open_ended=term.open_ended)
        if not found and term.text.isascii():  # it may still be being typed
            found = self._look_up(term.text, language, open_ended=True)
        return found

    def _look_up(self, word: str, language: str, *, open_ended: bool) -> dict[int, float]:
        """Return the documents with a word, cached: most words stay the same while one types."""
        key = (word, language, open_ended)
        if key not in self._cache:
            if len(self._cache) >= _CACHE_SIZE:
                self._cache.clear()
            self._cache[key] = self._found_under(word, language, open_ended=open_ended)
        return self._cache[key]

    def _found_under(self, word: str, language: str, *, open_ended: bool) -> dict[int, float]:
        documents: dict[int, float] = {}
        for each, postings in self._postings.items():
            factor = 1.0 if each == language else _OTHER_LANGUAGE
            found = postings.with_prefix(word) if open_ended else postings.holding(word)
            for number, share in found.items():
                documents[number] = max(documents.get(number, 0.0), share * factor)
        return documents


def _katakana_words(document: Document) -> set[str]:
    lines = (unicodedata.normalize("NFKC", line) for _, line in document.lines[0])
    return {word for line in lines for word in foreign_words(line)}


def _matches(asked: Iterable[_QueryWord]) -> dict[int, _Match]:
    """Return what each document contains of a query, without those that contain endings only."""
    found: dict[int, _Match] = {}
    for each in asked:
        for number, share in each.documents.items():
            match = found.get(number)
            if match is None:
                match = found[number] = _Match()
            match.score += each.weight * share
            match.weight += each.weight
            match.words += each.places
    return {number: match for number, match in found.items() if match.words}


def _best_score(ranked: list[_Ranked]) -> float:
    return ranked[0][1].score if ranked else 0.0


def _falling(hits: list[Hit]) -> tuple[Hit, ...]:
    """Return hits whose confidence is never higher than that of one before."""
    falling: list[Hit] = []
    for hit in hits:
        most = falling[-1].confidence if falling else 1.0
        falling.append(replace(hit, confidence=min(most, hit.confidence)))
    return tuple(falling)


def _factor(term: Term) -> float:
    """Return the factor of a word: pairs of a long run, common words and hiragana count less."""
    if term.text.startswith("="):
        return _MEANING
    if is_ending(term):
        return _ENDING * term.run**-0.5
    factor = _SINGLE_CHARACTER if term.open_ended else term.run**-0.5
    common = is_common_word(term.text) or is_scene_word(term.text)
    return factor * _COMMON_WORD if common else factor
