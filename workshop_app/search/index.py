"""An index of catalogue entries: FTS5 in memory, one table a language, columns weighted.

Japanese is indexed by pairs of characters, which finds words of two characters and needs no
dictionary. English words are stemmed by SQLite's own Porter tokenizer, which treats entries and
queries alike and leaves Japanese untouched; a lighter stemmer would miss monitor/monitoring.
"""

import math
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field

from workshop_app.domain.solution import Solution, SolutionText
from workshop_app.domain.words import index_words
from workshop_app.search.query import Query, QueryWord

LANGUAGES = ("ja", "en")
_COLUMNS = {
    "name": 5.0,
    "other_names": 4.0,
    "problems": 3.0,
    "search_words": 3.0,
    "what": 2.0,
    "first_steps": 0.7,
    "limits": 0.5,
}
"""Weight of each part of an entry: what users say and call it counts more than how it is done."""
_WEIGHTS = ", ".join(str(weight) for weight in _COLUMNS.values())
_OTHER_LANGUAGE = 0.5
_FIT_STEPS = (0.25, 0.45, 0.7)
_ENOUGH = 3.0
"""The weight of one word that only a few entries hold; less than that is a weak sign."""
_MOST_KEPT = 5_000


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that matched; `coverage` (0 to 1) is the share of the query's weight it holds.

    A query of few or common words covers less: finding 監視 alone says little.
    """

    solution_id: str
    score: float
    coverage: float
    matched: tuple[str, ...]

    @property
    def fit(self) -> int:
        """How well it fits, 1 to 4."""
        return 1 + sum(self.coverage >= step for step in _FIT_STEPS)


@dataclass(slots=True)
class _Found:
    """What an entry has of a query so far."""

    score: float = 0.0
    weight: float = 0.0
    words: list[QueryWord] = field(default_factory=list)


class SearchIndex:
    """Finds entries by any words of a query, best first."""

    def __init__(self, solutions: Iterable[Solution]) -> None:
        self._ids: list[str] = []
        self._kept: dict[tuple[str, str, bool], dict[int, float]] = {}
        self._db = sqlite3.connect(":memory:")
        names = ", ".join(_COLUMNS)
        for language in LANGUAGES:
            self._db.execute(
                f"CREATE VIRTUAL TABLE {language} "
                f"USING fts5({names}, tokenize='porter unicode61 remove_diacritics 0')"
            )
        for number, solution in enumerate(solutions):
            self._ids.append(solution.id)
            for language in LANGUAGES:
                self._add(language, number, solution.text(language))

    def search(self, text: str, language: str, limit: int = 10) -> tuple[Hit, ...]:
        """Return at most `limit` entries for `text`, best first; none for no words.

        Entries are searched in both languages; a word found in the texts of `language` counts
        twice as much. The score is the sum of each word's BM25, raised by the coverage.
        """
        query = Query(text)
        found: dict[int, _Found] = {}
        total = 0.0
        for same in _by_text(query.words):
            rows = self._rows_with(same[0], language)
            weight = self._telling(len(rows))
            total += weight
            for row, score in rows.items():
                entry = found.setdefault(row, _Found())
                entry.score += score
                entry.weight += weight
                entry.words += same
        for entry in found.values():
            entry.score *= 0.4 + entry.weight / total
        best = sorted(found.items(), key=lambda item: (-item[1].score, self._ids[item[0]]))
        return tuple(self._hit(row, entry, total, query) for row, entry in best[:limit])

    def _hit(self, row: int, entry: _Found, total: float, query: Query) -> Hit:
        coverage = entry.weight / total * min(1.0, entry.weight / _ENOUGH)
        return Hit(self._ids[row], entry.score, coverage, query.typed(entry.words))

    def _rows_with(self, word: QueryWord, language: str) -> dict[int, float]:
        """Return BM25 by entry for one word; kept, since typing asks for the same words again."""
        key = (word.text, language, word.open_ended)
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            rows = self._look_up(word.text, language, open_ended=word.open_ended)
            if not rows and word.text.isascii():  # a word that is still being typed
                rows = self._look_up(word.text, language, open_ended=True)
            self._kept[key] = rows
        return self._kept[key]

    def _look_up(self, word: str, language: str, *, open_ended: bool) -> dict[int, float]:
        expression = f'"{word}"*' if open_ended else f'"{word}"'
        rows: dict[int, float] = {}
        for table in LANGUAGES:
            factor = 1.0 if table == language else _OTHER_LANGUAGE
            sql = f"SELECT rowid, -bm25({table}, {_WEIGHTS}) FROM {table} WHERE {table} MATCH ?"  # noqa: S608
            for row, score in self._db.execute(sql, [expression]):
                rows[row] = max(rows.get(row, 0.0), score * factor)
        return rows

    def _telling(self, holding: int) -> float:
        """Return how telling a word is; one that no entry holds counts like the rarest."""
        return math.log(1 + (len(self._ids) - holding + 0.5) / (holding + 0.5))

    def _add(self, table: str, number: int, text: SolutionText) -> None:
        values = [_indexed(getattr(text, column)) for column in _COLUMNS]
        marks = ", ".join("?" for _ in values)
        sql = f"INSERT INTO {table}(rowid, {', '.join(_COLUMNS)}) VALUES (?, {marks})"  # noqa: S608
        self._db.execute(sql, [number, *values])


def _by_text(words: list[QueryWord]) -> list[list[QueryWord]]:
    """Return the words grouped by their text: a word said twice counts once."""
    groups: dict[str, list[QueryWord]] = {}
    for word in words:
        groups.setdefault(word.text, []).append(word)
    return list(groups.values())


def _indexed(value: str | tuple[str, ...]) -> str:
    parts = (value,) if isinstance(value, str) else value
    return " ".join(word for part in parts for word in index_words(part))
