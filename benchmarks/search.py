"""One search over the whole catalogue; the baseline is one FTS5 query over the same text."""

import sqlite3

from benchmarks.measure import report, time_calls
from workshop_app.domain.words import index_words, match_expression
from workshop_app.services.answers import Answers

_QUERIES = {
    "ja": "プロトコル(HTTP/HTTPS以外)を指定して外形監視ができない",
    "en": "Cannot monitor internal network devices",
}


def run() -> None:
    """Measure loading, indexing and a query in each language."""
    first = time_calls("read and index the catalogue, first answer", _first, 1)
    answers = Answers()
    bare = _bare(answers)
    for language, text in _QUERIES.items():
        ours = time_calls(
            f"answers to a sentence, {language}, {answers.count} entries",
            lambda: answers.search(text, language, 5),  # noqa: B023
            200,
        )
        expression = match_expression(text).replace(" AND ", " OR ")
        sql = "SELECT rowid FROM bare WHERE bare MATCH ? ORDER BY rank LIMIT 5"
        query = lambda: bare.execute(sql, [expression]).fetchall()  # noqa: E731, B023
        floor = time_calls("bare FTS5 query", query, 200)
        report(ours, floor)
    print(f"{first.name}: {first.median:.0f} ms")


def _first() -> None:
    Answers().search("監視", "ja", 5)


def _bare(answers: Answers) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE bare USING fts5(words)")
    for solution in answers.catalogue.solutions.values():
        for text in (solution.ja, solution.en):
            words = " ".join(index_words(f"{text.name} {text.what} {' '.join(text.problems)}"))
            connection.execute("INSERT INTO bare VALUES (?)", [words])
    return connection
