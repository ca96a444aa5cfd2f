"""An index of catalogue entries: FTS5 in memory, one table a language, columns weighted.

English words are stemmed by SQLite's Porter tokenizer; Japanese is indexed by pairs of characters,
which finds words of two characters and needs no dictionary.
"""

import math
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from workshop_app.domain.solution import Solution, SolutionText
from workshop_app.domain.words import index_words
from workshop_app.search.query import QueryWord, fold, matched_spans, query_words

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
_OTHER_LANGUAGE = 0.5
_FIT_STEPS = (0.22, 0.4, 0.6)


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that matched; `coverage` (0 to 1) is the share of the query's weight it holds."""

    solution_id: str
    score: float
    coverage: float
    matched: tuple[str, ...]

    @property
    def fit(self) -> int:
        """How well it fits, 1 to 4."""
        return 1 + sum(self.coverage >= step for step in _FIT_STEPS)


class SearchIndex:
    """Finds entries by any words of a query, best first."""

    def __init__(self, solutions: Iterable[Solution]) -> None:
        self._ids: list[str] = []
        self._db = sqlite3.connect(":memory:")
        names = ", ".join(_COLUMNS)
        for language in ("ja", "en"):
            self._db.execute(
                f"CREATE VIRTUAL TABLE {language} USING fts5({names}, tokenize='porter unicode61')"
            )
        for number, solution in enumerate(solutions):
            self._ids.append(solution.id)
            for language in ("ja", "en"):
                self._add(language, number, solution.text(language))

    def search(self, text: str, language: str, limit: int = 10) -> tuple[Hit, ...]:
        """Return at most `limit` entries for `text`, written in `language`; none for no words."""
        folded = fold(text)
        words = query_words(folded)
        if not words:
            return ()
        other = "en" if language == "ja" else "ja"
        found = self._search_in(language, folded, words)
        for hit in self._search_in(other, folded, words).values():
            weaker = Hit(hit.solution_id, hit.score * _OTHER_LANGUAGE, hit.coverage, hit.matched)
            best = found.get(hit.solution_id)
            if best is None or best.score < weaker.score:
                found[hit.solution_id] = weaker
        ranked = sorted(found.values(), key=lambda hit: (-hit.score, hit.solution_id))
        return tuple(ranked[:limit])

    def _search_in(self, table: str, folded: str, words: list[QueryWord]) -> dict[str, Hit]:
        rows = {word: self._rows_with(table, word) for word in {w.word for w in words}}
        weight = {word: _idf(len(self._ids), len(holding)) for word, holding in rows.items()}
        total = sum(weight.values())
        expression = " OR ".join(f'"{word}"' for word in rows)
        weights = ", ".join(str(value) for value in _COLUMNS.values())
        sql = f"SELECT rowid, -bm25({table}, {weights}) FROM {table} WHERE {table} MATCH ?"  # noqa: S608
        found: dict[str, Hit] = {}
        for number, score in self._db.execute(sql, [expression]):
            matched = [w for w in words if number in rows[w.word]]
            coverage = sum(weight[word] for word in {w.word for w in matched}) / total
            spans = matched_spans(folded, matched)
            solution_id = self._ids[number]
            found[solution_id] = Hit(solution_id, score * (0.4 + coverage), coverage, spans)
        return found

    def _rows_with(self, table: str, word: str) -> set[int]:
        sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ?"  # noqa: S608
        return {row[0] for row in self._db.execute(sql, [f'"{word}"'])}

    def _add(self, table: str, number: int, text: SolutionText) -> None:
        values = [_indexed(getattr(text, column)) for column in _COLUMNS]
        marks = ", ".join("?" for _ in values)
        sql = f"INSERT INTO {table}(rowid, {', '.join(_COLUMNS)}) VALUES (?, {marks})"  # noqa: S608
        self._db.execute(sql, [number, *values])


def _indexed(value: str | tuple[str, ...]) -> str:
    parts = (value,) if isinstance(value, str) else value
    return " ".join(word for part in parts for word in index_words(part))


def _idf(entries: int, holding: int) -> float:
    """Return how telling a word is; one that no entry holds counts like the rarest."""
    return math.log(1 + (entries - holding + 0.5) / (holding + 0.5))
