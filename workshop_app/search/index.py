"""The in-memory search index of the catalogues' entries and gaps, for both languages.

A document is found by its words and by their meanings (groups of synonyms), so that a query in one
language also finds texts in the other. It ranks higher if one of its sentences contains much of the
query, or if the query contains one of its names, and lower if the query does not mention its
subject, such as a product. Entries and gaps are ranked separately, but with the same word weights,
so that they can be compared.
"""

import math
import re
import unicodedata
from collections.abc import Callable, Generator, Iterable
from functools import lru_cache, partial
from typing import NamedTuple

from workshop_app.domain.gap import Gap
from workshop_app.domain.grouped import grouped
from workshop_app.domain.in_steps import BuiltInSteps
from workshop_app.domain.solution import Solution
from workshop_app.search.common_words import is_common_word, is_scene_word
from workshop_app.search.confidence import (
    EntryFeatures,
    GapFeatures,
    confidence,
    fit_of,
    gap_confidence,
    lead,
)
from workshop_app.search.documents import LANGUAGES, SAID, IndexedDocument, document_of
from workshop_app.search.negation import rejected
from workshop_app.search.postings import Postings
from workshop_app.search.query import Query, foreign_words, is_stop_word
from workshop_app.search.sentences import DocumentNames, SentenceOverlap, Sentences
from workshop_app.search.subjects import Subjects, is_elsewhere, is_mentioned
from workshop_app.search.terms import Term, fold, index_words

# Weights tuned on the tuning half of ``benchmarks/labelled`` and on problems of the
# catalogue that were left out of the index and searched for.
_OTHER_LANGUAGE = 0.5
_MEANING = 0.9
_SINGLE_CHARACTER = 0.7
_ENDING = 0.2
_COMMON = 0.25
"""A hiragana word in more than this share of the documents is an ending and is ignored."""
_UNKNOWN = 0.6
_UNKNOWN_COMMON = 0.15
"""Factor of common words that no document contains: they describe manner rather than content."""
_UNKNOWN_PAIR = 0.35
"""Factor of kanji pairs that no document contains, most of which are no names either."""
_COMMON_WORD = 0.65
_ALONE = 0.7
"""The part of a score that does not depend on how much of the query the document contains."""
_OFF_SUBJECT = 0.75
"""Factor of the score of a document whose subject the query does not mention."""
_NOT_FOR = 0.85
"""The same if one of its counter-examples is nearer to the query than its own sentences."""
_SENTENCE = 0.95
_NAME = 0.15
_OFTEN_SAID = 0.07
"""Factor of the logarithm of a document's number of problems or wishes, and the query's weight.

What is said in many ways is also asked for more often.
"""
_NEAR = 1.85
"""Below this score an entry is not near to a query without a word of monitoring."""
_ENOUGH = 1.0
"""Weight of a sufficiently specific query: that of one word of a single document."""
_SAYS_LITTLE = 0.6
"""Below this weight of a query its stop words are searched for, too: 対応 in 「誰が対応」."""
_LEAST_KNOWN = 0.6
"""Minimum total weight of known words when shares are computed."""
_ROUNDING = 1 + 1e-9
"""More than the rounding error of a score, which would make its upper bound too low."""
_AT_ONCE = 8
"""The number of documents that are scored exactly before the others are considered again."""
_CACHE_SIZE = 4096
_MOST_GAPS = 3
_KANJI = re.compile("[\u3005\u4e00-\u9fff]")
_HIRAGANA = re.compile("[\u3041-\u309f]+")
_PAIR = 0.6
"""Usual factor of a pair of characters, for sentences, in which the length of runs is unknown."""
_MOST_TOPICS = 20
_TOPIC_CONTRAST = 2.5
"""Exponent that emphasises the best topics. Both were tuned with ``benchmarks.likes``."""
_CLOSE = 0.3
"""A sentence that contains this share of a query is close to it."""
_LIMITS = 0.15
"""A limit that contains this share of a query may exclude what it asks for.

Few words are enough, since a limit is short and rarely uses the words in which people ask. About
half of the good answers to the labelled queries have such a limit.
"""


_DOUBTED = 0.5
"""Maximum confidence in an entry whose own sentences, or the query, speak against it."""
_LIMIT_NAMES = 1.15
"""A limit that contains so much more of the query than any problem names the case."""
_IN_ONE_SENTENCE = 0.3
"""Factor of the weight in the best sentence, added to the words when asking who explains most.

The best entry is doubted if another one explains more of the query: it is then first by its name,
or because it is often asked for.
"""
_REJECTED = 0.5
"""From this share of the matching weight on, an entry is found by what the query rejects."""

Topics = dict[int, float]
"""Positions of entries and gaps, with the degree to which a text is about each, 0 to 1."""


class Hit(NamedTuple):
    """An entry or a gap that matches.

    `confidence` (0 to 1) is the probability that the entry solves the problem, or that the gap is
    what is asked for. `near` is the index of its problem or wish, in the language of the query,
    that is close to the query, or None; `limit` that of its limit about what the query says.
    """

    id: str
    score: float
    confidence: float
    matched: tuple[str, ...]
    asked: float = 0.0
    """Weight of the whole query: 1 is that of one word of a single document."""
    near: int | None = None
    limit: int | None = None
    covered: float = 0.0
    """Weight of the query words that it contains, as a share of the weight of the query."""
    mentioned: bool = False
    """Whether the query mentions its subject; for gaps only."""
    elsewhere: bool = False
    """Whether the query is about something else than monitoring."""

    @property
    def fit(self) -> int:
        """How well it fits, 1 to 4 (see `confidence.fit_of`)."""
        return fit_of(self.confidence)


class Found(NamedTuple):
    """The entries and the gaps that match a query, each best first."""

    entries: tuple[Hit, ...] = ()
    gaps: tuple[Hit, ...] = ()


class WordDocuments(NamedTuple):
    """The documents that contain a word, with its weight in each, and its rarity; 0 to 1."""

    weights: dict[int, float]
    rarity: float


class _QueryWord(NamedTuple):
    """A word of a query: its terms (none for endings), weight, and the documents with it."""

    terms: list[Term]
    weight: float
    documents: WordDocuments


class SearchIndex(BuiltInSteps):
    """Finds entries and gaps by the words of a query, best first."""

    def fill(self, records: Iterable[Solution | Gap]) -> Generator[None, None, None]:
        """Add the records in steps; for a new index only."""
        documents = [document_of(record) for record in records]
        yield
        self._ids = [document.id for document in documents]
        self._prior = [_OFTEN_SAID * math.log1p(_times_said(each)) for each in documents]
        self._is_gap = [document.is_gap for document in documents]
        self._postings: dict[str, Postings] = {}
        self._sentences: dict[str, Sentences] = {}
        names = []
        for place, language in enumerate(LANGUAGES):
            parts = []
            for each in documents:
                parts.append([(part, index_words(fold(line))) for part, line in each.lines[place]])
                yield
            postings = yield from Postings.in_steps(parts, self._is_gap)
            weigh = partial(_weight_in_sentence, postings)
            self._postings[language] = postings
            self._sentences[language] = yield from Sentences.in_steps(parts, weigh)
            names.append(parts)
        self._names = yield from DocumentNames.in_steps(names, self._ids)
        yield
        self._subject = [document.subject for document in documents]
        self._subjects = Subjects(
            () if document.is_gap else document.subject for document in documents
        )
        katakana: set[str] = set()
        for each in documents:
            katakana |= _katakana_words(each)
            yield
        self._katakana = frozenset(katakana)
        self._cache: dict[tuple[str, str, bool], WordDocuments] = {}
        """The documents with a word, by the word, language, and whether it may be longer."""

    def search(self, text: str, language: str, limit: int = 10) -> Found:
        """Return at most `limit` entries and `limit` gaps for `text`; none if it has no words.

        Both languages are searched; a word in the texts of `language` counts more.
        """
        query = Query(text, self._katakana)
        asked = self._asked(query, language)
        total = sum([each.weight for each in asked.values()])
        if total < _SAYS_LITTLE:
            query = Query(text, self._katakana, with_stop_words=True)
            asked = self._asked(query, language)
        weights = {word: each.weight for word, each in asked.items()}
        total = sum(weights.values())
        sentences = self._sentences[language]
        named = self._names.weigh(weights)
        found, sums, contained = self._matches(asked.values())
        off_subject = self._subjects.not_said(query.folded)
        compared: dict[int, SentenceOverlap] = {}
        scores: dict[int, float] = {}

        def score(numbers: Iterable[int], similar: Callable[[int], float]) -> dict[int, float]:
            return {
                number: (
                    sums[number] * (_ALONE + contained[number] / total)
                    + _SENTENCE * similar(number)
                    + _NAME * named.get(number, 0.0)
                    + self._prior[number] * total
                )
                * (_OFF_SUBJECT if number in off_subject else 1.0)
                for number in numbers
            }

        def score_exactly(numbers: list[int]) -> None:
            found = sentences.compare(weights, numbers)
            compared.update(found)
            for number, exact in score(numbers, lambda n: found[n].similar).items():
                scores[number] = exact * (_NOT_FOR if found[number].is_not_for else 1.0)

        # No sentence is more similar than all that its document contains of the query.
        bounds = score(found, contained.__getitem__)
        entries = self._best(bounds, scores, score_exactly, limit, is_gap=False)
        gaps = self._best(bounds, scores, score_exactly, _MOST_GAPS, is_gap=True)
        best_entry = scores[entries[0]] if entries else 0.0
        best_gap = scores[gaps[0]] if gaps else 0.0
        enough = max(total, _ENOUGH)  # a single common word is weak evidence
        known = sum([each.weight for each in asked.values() if each.documents.weights])
        known = min(enough, max(known, _LEAST_KNOWN))

        def lead_of_best(ranked: list[int]) -> float:
            if not ranked:
                return 0.0
            return lead(scores[ranked[0]], scores[ranked[1]] if len(ranked) > 1 else 0.0)

        def hits(ranked: list[int], chances: list[float]) -> tuple[Hit, ...]:
            close = _CLOSE * enough
            limits = _LIMITS * enough
            shown: list[Hit] = []
            for number, chance in zip(ranked, chances, strict=True):
                terms = [t for each in asked.values() if number in each.documents.weights
                         for t in each.terms]  # fmt: skip
                own = compared[number]
                hit = Hit(
                    id=self._ids[number],
                    score=scores[number],
                    confidence=min(chance, shown[-1].confidence if shown else 1.0),
                    matched=query.typed(terms),
                    asked=total,
                    near=sentences.nearest(number, own, close) if own.said >= close else None,
                    limit=sentences.limit(number, own, limits) if own.limited >= limits else None,
                    covered=contained[number] / enough,
                    mentioned=self._is_gap[number]
                    and is_mentioned(self._subject[number], query.folded),
                    elsewhere=elsewhere,
                )
                shown.append(hit)
            return tuple(shown)

        set_aside = rejected(query.folded)
        explained = {n: sums[n] + _IN_ONE_SENTENCE * compared[n].said for n in entries}

        def speaks_against(number: int) -> bool:
            own = compared[number]
            return (
                own.is_not_for
                or own.limited > _LIMIT_NAMES * own.said
                or (number == entries[0] and explained[number] < max(explained.values()))
                or _rejected_share(number, asked.values(), set_aside) >= _REJECTED
            )

        best_lead = lead_of_best(entries)
        entry_features = [
            EntryFeatures(
                best_sentence=compared[number].said / known,
                own_limit=compared[number].limited / known,
                score=scores[number] / known,
                gap_score=best_gap / known,
                lead=best_lead if number == entries[0] else 0.0,
            )
            for number in entries[:limit]
        ]
        best_lead = lead_of_best(gaps)
        gap_features = [
            GapFeatures(
                contained=contained[number] / known,
                score=scores[number] / known,
                entry_score=best_entry / known,
                lead=best_lead if number == gaps[0] else 0.0,
            )
            for number in gaps[:_MOST_GAPS]
        ]
        entry_chances = [
            min(
                confidence(each) * scores[number] / best_entry,
                _DOUBTED if speaks_against(number) else 1.0,
            )
            for number, each in zip(entries, entry_features, strict=False)
        ]
        gap_chances = [
            gap_confidence(each) * scores[number] / best_gap
            for number, each in zip(gaps, gap_features, strict=False)
        ]
        is_weak = total > _ENOUGH and best_entry < _NEAR and max([*entry_chances, 0]) <= _DOUBTED
        elsewhere = is_elsewhere(
            query.folded,
            [self._subject[n] for n in (*entries[:1], *gaps[:_MOST_GAPS])],
            is_weak=is_weak,
        )
        return Found(hits(entries[:limit], entry_chances), hits(gaps[:_MOST_GAPS], gap_chances))

    def topics(self, text: str, language: str) -> Topics:
        """Return the entries and gaps that a text in either language is about (`Topics`).

        They are found by the text's words, as in `search`. Two texts about the same subject have a
        scalar product near 1, even in different languages or without a common word.
        """
        asked = self._asked(Query(text, self._katakana), language).values()
        found, scores, _ = self._matches(asked)
        best = sorted(found, key=lambda number: (-scores[number], number))[:_MOST_TOPICS]
        weights = {number: scores[number] ** _TOPIC_CONTRAST for number in best if scores[number]}
        length = math.hypot(*weights.values())
        return {number: weight / length for number, weight in weights.items()} if length else {}

    def _matches(self, asked: Iterable[_QueryWord]) -> tuple[set[int], list[float], list[float]]:
        """Return the matching documents, and by document their score and the matching weight.

        A document that contains only endings does not match.
        """
        found: set[int] = set()
        scores = [0.0] * len(self._ids)
        contained = scores.copy()
        for each in asked:
            if each.terms:
                found.update(each.documents.weights)
            weight = each.weight
            for number, share in each.documents.weights.items():
                scores[number] += weight * share
                contained[number] += weight
        return found, scores, contained

    def _best(
        self,
        bounds: dict[int, float],
        scores: dict[int, float],
        score_exactly: Callable[[list[int]], None],
        most: int,
        *,
        is_gap: bool,
    ) -> list[int]:
        """Return the entries, or the gaps, with the highest scores, and always two if there are.

        Documents are scored in the order of their upper bounds, a few at a time, until no other can
        be among the best: some forty of several hundred.
        """
        waiting = sorted([(-bound, n) for n, bound in bounds.items() if self._is_gap[n] == is_gap])
        most = max(most, 2)
        best: list[tuple[float, str, int]] = []
        place = 0
        while place < len(waiting) and (
            len(best) < most or waiting[place][0] * _ROUNDING <= best[-1][0]
        ):
            numbers = [number for _, number in waiting[place : place + _AT_ONCE]]
            place += _AT_ONCE
            score_exactly(numbers)
            best = sorted([*best, *[(-scores[n], self._ids[n], n) for n in numbers]])[:most]
        return [number for _, _, number in best]

    def share(self, word: str) -> float:
        """Return the share of the sentences that contain an index word."""
        return max([sentences.share(word) for sentences in self._sentences.values()])

    def _asked(self, query: Query, language: str) -> dict[str, _QueryWord]:
        terms_asked = (*query.words, *query.endings, *query.meanings)
        by_text = grouped(terms_asked, lambda term: term.text)
        endings = {term.text for term in query.endings}
        asked = {}
        for word, terms in by_text.items():
            first = terms[0]
            is_last = terms[-1].end == len(query.folded)
            cached = self._cache.get((word, language, first.open_ended))
            # most words are unchanged while the user types
            found = cached or self._documents(word, language, open_ended=first.open_ended)
            if not found.weights and is_last and word.isascii():  # may be an incomplete word
                found = self._documents(word, language, open_ended=True)
            if word in endings and len(found.weights) > _COMMON * len(self._ids):
                continue
            if found.weights or not word.startswith("="):
                factor = _factor(word, first.run, first.open_ended, first.ending)
                weight = found.rarity * factor * (1 if found.weights else _unknown(first))
                asked[word] = _QueryWord([] if word in endings else terms, weight, found)
        return asked

    def _documents(self, word: str, language: str, *, open_ended: bool) -> WordDocuments:
        """Return the documents with a word, or with a word that begins with it; cached."""
        key = (word, language, open_ended)
        cached = self._cache.get(key)
        if cached is not None:
            return cached
        weights: dict[int, float] = {}
        for each, postings in self._postings.items():
            factor = 1.0 if each == language else _OTHER_LANGUAGE
            found = postings.with_prefix(word) if open_ended else postings.holding(word)
            for number, share in found.items():
                weights[number] = max(weights.get(number, 0.0), share * factor)
        if len(self._cache) >= _CACHE_SIZE:
            self._cache.clear()
        made = WordDocuments(weights, self._postings[language].rarity(len(weights)))
        self._cache[key] = made
        return made


def _katakana_words(document: IndexedDocument) -> set[str]:
    lines = (unicodedata.normalize("NFKC", line) for _, line in document.lines[0])
    return {word for line in lines for word in foreign_words(line)}


def _times_said(document: IndexedDocument) -> int:
    """Return the number of problems or wishes of a document, in both languages."""
    return sum([part in SAID for lines in document.lines for part, _ in lines])


def _rejected_share(
    number: int, asked: Iterable[_QueryWord], parts: list[tuple[int, int]]
) -> float:
    """Return the share of a document's matching weight in words that are within `parts`."""
    total = inside = 0.0
    for each in asked if parts else ():
        weight = each.weight * each.documents.weights.get(number, 0.0)
        if each.terms and weight:
            total += weight
            if all(any(a <= term.start and term.end <= b for a, b in parts) for term in each.terms):
                inside += weight
    return inside / total if total else 0.0


def _weight_in_sentence(postings: Postings, word: str) -> float:
    """Return the weight of an index word in a sentence, roughly that which it has in a query."""
    if is_stop_word(word) or _HIRAGANA.fullmatch(word):
        return 0.0
    factor = 1.0 if word.isascii() else _PAIR
    if word.startswith("="):
        factor = _MEANING
    elif is_common_word(word) or is_scene_word(word):
        factor *= _COMMON_WORD
    return postings.rarity(len(postings.holding(word))) * factor


def _unknown(term: Term) -> float:
    """Return the factor of a word that no document contains."""
    if is_common_word(term.text) or is_scene_word(term.text):
        return _UNKNOWN_COMMON
    return _UNKNOWN_PAIR if _KANJI.match(term.text) else _UNKNOWN


@lru_cache(maxsize=_CACHE_SIZE)
def _factor(word: str, run: int, open_ended: bool, ending: bool) -> float:
    """Return the factor of a word: pairs of a long run, common words and hiragana count less."""
    if word.startswith("="):
        return _MEANING
    if ending:
        return _ENDING * run**-0.5
    factor = _SINGLE_CHARACTER if open_ended else run**-0.5
    common = is_common_word(word) or is_scene_word(word)
    return factor * _COMMON_WORD if common else factor
