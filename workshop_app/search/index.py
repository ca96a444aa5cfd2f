"""An index of catalogue entries in memory, for both languages.

An entry is found by its words and by what they mean (groups of synonyms), which also carries a
query in one language to an entry's text in the other. It ranks higher when one of its sentences
holds much of the query at once, and when the query says one of its names whole.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from workshop_app.domain.solution import Solution, SolutionText
from workshop_app.search.common_words import is_common_word
from workshop_app.search.confidence import LIFTING, Evidence, confidence, fit_of
from workshop_app.search.postings import Postings, lines_of, words_of
from workshop_app.search.query import Query, foreign_words
from workshop_app.search.sentences import Names, Sentences
from workshop_app.search.terms import Term, is_ending

LANGUAGES = ("ja", "en")
# What counts how much, chosen on the tuning half of ``benchmarks/labelled`` and on problems of the
# catalogue that were left out and asked for.
_OTHER_LANGUAGE = 0.5
_MEANING = 0.9
_LONE = 0.7
_ENDING = 0.2
_COMMON = 0.25
"""The share of entries from which on a word in hiragana is an ending, not worth the time."""
_UNKNOWN = 0.6
_LIGHT = 0.6
_ALONE = 0.4
"""What is left of an entry's score if it holds next to nothing of a query."""
_SENTENCE = 0.35
_NAME = 0.35
_ENOUGH = 1.0
"""What a query weighs that says enough: as much as one word of a single entry."""
_REMEMBERED = 4096
_CLOSE = 0.3
"""The share of a query that a sentence holds which may be called close to it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that matched; `confidence` (0 to 1) is the chance that it really solves the problem.

    `asked` is what the whole query weighs: 1 is as much as one word of a single entry. `near` is
    the place of the entry's problem, in the query's language, that is close to it; None for none.
    """

    solution_id: str
    score: float
    confidence: float
    matched: tuple[str, ...]
    asked: float = 0.0
    near: int | None = None

    @property
    def fit(self) -> int:
        """How well it fits, 1 to 4."""
        return fit_of(self.confidence)


@dataclass(slots=True)
class _Found:
    """What an entry has of a query."""

    score: float = 0.0
    weight: float = 0.0
    words: list[Term] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A word of a query: its places if it tells, what it counts, and the entries that hold it."""

    places: list[Term]
    weight: float
    entries: dict[int, float]


class SearchIndex:
    """Finds entries by any words of a query, best first."""

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
        self._foreign = frozenset(
            word for solution in entries for word in _foreign(solution.text("ja"))
        )
        self._known: dict[tuple[str, str, bool], dict[int, float]] = {}

    def search(self, text: str, language: str, limit: int = 10) -> tuple[Hit, ...]:
        """Return at most `limit` entries for `text`, best first; none for no words.

        Entries are searched in both languages; a word found in the texts of `language` counts
        more.
        """
        query = Query(text, self._foreign)
        asked = self._asked(query, language)
        weights = {word: each.weight for word, each in asked.items()}
        total = sum(weights.values())
        found = _found(asked.values())
        sentences = self._sentences[language]
        held = sentences.held(weights)
        said, limited = sentences.best(held)
        alike = sentences.alike(held)
        named = self._names.said(weights)
        for number, entry in found.items():
            entry.score *= _ALONE + entry.weight / total
            entry.score += _SENTENCE * alike.get(number, 0.0) + _NAME * named.get(number, 0.0)
        best = sorted(found.items(), key=lambda item: (-item[1].score, self._ids[item[0]]))
        enough = max(total, _ENOUGH)  # one common word alone says little
        limit_said = max(limited.values(), default=0.0) / enough
        unknown = sum(each.weight for each in asked.values() if not each.entries) / enough
        lifting = not LIFTING.isdisjoint(asked)
        hits: list[Hit] = []
        for number, entry in best[:limit]:
            evidence = Evidence(
                said=said.get(number, 0.0) / enough,
                limited=limit_said,
                own_limit=limited.get(number, 0.0) / enough,
                held=entry.weight / enough,
                unknown=unknown,
                strength=entry.score / enough,
                lifting=lifting,
            )
            chance = confidence(evidence) * entry.score / best[0][1].score
            if hits:  # who ranks lower is believed no more, so that both tell one order
                chance = min(chance, hits[-1].confidence)
            matched = query.typed(entry.words)
            near = sentences.nearest(number, held, _CLOSE * enough)
            hits.append(Hit(self._ids[number], entry.score, chance, matched, total, near))
        return tuple(hits)

    def share(self, word: str) -> float:
        """Return how common an index word is: the share of the entries' sentences that hold it."""
        return max(sentences.share(word) for sentences in self._sentences.values())

    def _asked(self, query: Query, language: str) -> dict[str, _Asked]:
        places: dict[str, list[Term]] = {}
        for term in (*query.words, *query.endings, *query.meanings):
            places.setdefault(term.text, []).append(term)
        silent = {term.text for term in query.endings}
        asked = {}
        for word, terms in places.items():
            entries = self._entries_with(terms[0], language)
            if word in silent and len(entries) > _COMMON * len(self._ids):
                continue
            rarity = self._postings[language].rarity(len(entries))
            weight = rarity * _counts(terms[0]) * (1 if entries else _UNKNOWN)
            if entries or not word.startswith("="):
                asked[word] = _Asked([] if word in silent else terms, weight, entries)
        return asked

    def _entries_with(self, term: Term, language: str) -> dict[int, float]:
        entries = self._look_up(term.text, language, open_ended=term.open_ended)
        if not entries and term.text.isascii():  # a word that is still being typed
            entries = self._look_up(term.text, language, open_ended=True)
        return entries

    def _look_up(self, word: str, language: str, *, open_ended: bool) -> dict[int, float]:
        """Return the entries that hold a word, remembered: most words stay while one types."""
        key = (word, language, open_ended)
        if key not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[key] = self._found_under(word, language, open_ended=open_ended)
        return self._known[key]

    def _found_under(self, word: str, language: str, *, open_ended: bool) -> dict[int, float]:
        entries: dict[int, float] = {}
        for each, postings in self._postings.items():
            factor = 1.0 if each == language else _OTHER_LANGUAGE
            found = postings.beginning(word) if open_ended else postings.holding(word)
            for number, share in found.items():
                entries[number] = max(entries.get(number, 0.0), share * factor)
        return entries


def _foreign(text: SolutionText) -> set[str]:
    lines = (unicodedata.normalize("NFKC", line) for _, line in lines_of(text))
    return {word for line in lines for word in foreign_words(line)}


def _found(asked: Iterable[_Asked]) -> dict[int, _Found]:
    """Return what each entry has of a query; one that has only endings has nothing."""
    found: dict[int, _Found] = {}
    for each in asked:
        for number, share in each.entries.items():
            entry = found.setdefault(number, _Found())
            entry.score += each.weight * share
            entry.weight += each.weight
            entry.words += each.places
    return {number: entry for number, entry in found.items() if entry.words}


def _counts(term: Term) -> float:
    """Return what a word counts: pairs of a long run less each, light words and hiragana less."""
    if term.text.startswith("="):
        return _MEANING
    if is_ending(term):
        return _ENDING * term.run**-0.5
    if is_common_word(term.text):
        return _LIGHT
    return _LONE if term.open_ended else term.run**-0.5
