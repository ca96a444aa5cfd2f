"""Two simple searches over the text of the catalogue, as baselines."""

import math
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable

from workshop_app.domain.solution import Solution

Ranked = list[tuple[str, float]]
"""Ids of answers with their scores, best first."""
Search = Callable[[str, str], Ranked]
"""Returns the answers to a text in a language."""


def trigrams(solutions: Iterable[Solution]) -> Search:
    """FTS5 with its trigram tokenizer: any trigram of the text, ranked by plain BM25."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE entry USING fts5(id UNINDEXED, words, tokenize=trigram)")
    rows = [(solution.id, _text(solution)) for solution in solutions]
    database.executemany("INSERT INTO entry VALUES (?, ?)", rows)

    def search(text: str, _language: str) -> Ranked:
        pieces = sorted(
            {folded[i : i + 3] for folded in [_fold(text)] for i in range(len(folded) - 2)}
        )
        quoted = ['"' + piece.replace('"', '""') + '"' for piece in pieces]
        if not quoted:
            return []
        sql = "SELECT id, -rank FROM entry WHERE entry MATCH ? ORDER BY rank, id"
        return database.execute(sql, [" OR ".join(quoted)]).fetchall()

    return search


def bigrams(solutions: Iterable[Solution]) -> Search:
    """Cosine between TF-IDF vectors of pairs of characters."""
    counts = {solution.id: _pairs(_text(solution)) for solution in solutions}
    document_counts = Counter(pair for count in counts.values() for pair in count)
    weights = {pair: math.log(len(counts) / n) for pair, n in document_counts.items()}

    def vector(count: Counter[str]) -> dict[str, float]:
        raw = {p: (1 + math.log(n)) * weights[p] for p, n in count.items() if p in weights}
        length = math.sqrt(sum(value**2 for value in raw.values())) or 1
        return {pair: value / length for pair, value in raw.items()}

    vectors = {solution_id: vector(count) for solution_id, count in counts.items()}

    def search(text: str, _language: str) -> Ranked:
        query = vector(_pairs(text))
        scores = {
            solution_id: sum(value * other.get(pair, 0.0) for pair, value in query.items())
            for solution_id, other in vectors.items()
        }
        return sorted(
            ((key, score) for key, score in scores.items() if score > 0),
            key=lambda item: (-item[1], item[0]),
        )

    return search


def _text(solution: Solution) -> str:
    parts = []
    for text in (solution.ja, solution.en):
        several = (
            text.problems,
            text.other_names,
            text.limits,
            text.first_steps,
            text.search_words,
        )
        parts += [text.name, text.what, *(line for lines in several for line in lines)]
    return _fold("\n".join(parts))


def _pairs(text: str) -> Counter[str]:
    folded = _fold(text)
    return Counter(folded[i : i + 2] for i in range(len(folded) - 1))


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
