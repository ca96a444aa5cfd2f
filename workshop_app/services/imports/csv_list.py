"""Reads a list from a CSV file: finds the delimiter and the columns of wording and speaker."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.problem import Problem
from workshop_app.domain.text import match_key
from workshop_app.services.imports.read import LARGEST
from workshop_app.services.imports.text import (
    ListEntry,
    ListPreview,
    mark_repeats,
    with_plain_breaks,
    without_bullet,
)

# Headings of the columns, the more specific ones first.
_WORDING = (
    "課題", "要望", "困りごと", "問題", "内容", "質問", "依頼", "課題内容",
    "要望内容", "本文", "件名", "タイトル", "problem", "problems",
    "request", "requests", "issue", "wording",
    "description", "text", "content", "question", "summary",
    "title", "subject",
)  # fmt: skip
_SPEAKER = (
    "発言者", "話者", "氏名", "名前", "お名前", "記入者", "提出者", "起票者",
    "担当", "担当者", "speaker", "name", "who", "person",
    "author", "reporter", "owner",
)  # fmt: skip
_NOTHING = "\x1f"
"""A delimiter that no cleaned text contains."""
_BRACKETS = re.compile(r"[（(\[［].*?[)）\]］]")


class CsvRow(NamedTuple):
    """A row that is not empty: its first line, its cells, and how many cells it had in the file."""

    line: int
    cells: list[str]
    width: int

    def cell(self, column: int | None) -> str:
        """Return the text in a column; empty if the row is too short."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""


def parse_csv(text: str, existing: Iterable[Problem] = ()) -> ListPreview:
    """Return the lines of a CSV list, compared with the `existing` problems.

    The column of the wording is found by its heading; else it is the one with the longest texts.
    Raises InvalidInput with the line when a quote is not closed or a row has too many cells.
    """
    rows = _rows(with_plain_breaks(text))
    if not rows:
        return ListPreview(())
    headings = _headings(rows[0])
    body = rows[1:] if headings else rows
    wording, speaker = _columns(headings, body)
    entries = [
        ListEntry(words, row.line, " ".join(row.cell(speaker).split()))
        for row in body
        if (words := without_bullet(row.cell(wording)))
    ]
    left = [name for number, name in enumerate(headings) if number not in (wording, speaker)]
    return ListPreview(mark_repeats(entries, existing), tuple(name for name in left if name))


def _headings(first: CsvRow) -> list[str]:
    """Return the cells of the first row if one of them is the heading of a known column."""
    known = any(_heading(cell) in (*_WORDING, *_SPEAKER) for cell in first.cells)
    return [cell.strip() for cell in first.cells] if known else []


def _heading(cell: str) -> str:
    return match_key(_BRACKETS.sub("", cell))


def _columns(headings: list[str], body: list[CsvRow]) -> tuple[int, int | None]:
    names = [_heading(cell) for cell in headings]
    speaker = next((names.index(name) for name in _SPEAKER if name in names), None)
    wording = next((names.index(name) for name in _WORDING if name in names), None)
    if wording is not None:
        return wording, speaker
    columns = range(max((len(row.cells) for row in body), default=1))
    lengths = {n: sum(len(row.cell(n)) for row in body) for n in columns if n != speaker}
    return max(lengths, key=lambda n: lengths[n], default=0), speaker


def _rows(text: str) -> list[CsvRow]:
    """Return the rows, with the delimiter that gives the most even table."""
    broken: list[int] = []
    divided: list[list[CsvRow]] = []
    for sign in ",;\t":
        try:
            divided.append(_divide(text, sign))
        except csv.Error as error:
            broken += [error.args[0]] if sign in text else []
    best = max(divided, key=_evenness, default=[])
    if _evenness(best)[0] > 0:
        return _checked(best)
    if [] in divided:
        return []  # only delimiters
    if broken:
        raise InvalidInput("imports.csv_quote", line=min(broken))
    try:
        return _divide(text, _NOTHING)
    except csv.Error as error:
        raise InvalidInput("imports.csv_quote", line=error.args[0]) from error


def _divide(text: str, sign: str) -> list[CsvRow]:
    """Return the rows of `text`; raises csv.Error with the line of an invalid row."""
    reader = csv.reader(io.StringIO(text), delimiter=sign, strict=True)
    rows: list[CsvRow] = []
    line = 1
    try:
        with _large_fields():
            for cells in reader:
                kept = [*cells]
                while kept and not kept[-1].strip():
                    kept.pop()
                if kept:
                    rows.append(CsvRow(line, kept, len(cells)))
                line = reader.line_num + 1
    except csv.Error as error:
        raise csv.Error(line) from error
    return rows


def _evenness(rows: list[CsvRow]) -> tuple[float, int]:
    """Return the share of rows with the most common number of columns (if > 1), and that."""
    if not rows:
        return 0.0, 0
    width, count = Counter(row.width for row in rows).most_common(1)[0]
    return (count / len(rows), width) if width > 1 else (0.0, 0)


def _checked(rows: list[CsvRow]) -> list[CsvRow]:
    """Raise InvalidInput for a row with too many cells: a delimiter in a text is not quoted."""
    expected = max(rows[0].width, _evenness(rows)[1])
    for row in rows:
        if len(row.cells) > expected:
            values = {"line": row.line, "count": len(row.cells), "expected": expected}
            raise InvalidInput("imports.csv_columns", **values)
    return rows


@contextmanager
def _large_fields() -> Iterator[None]:
    """Allow cells as long as a file may be; the limit of the csv module is global."""
    before = csv.field_size_limit(LARGEST)
    try:
        yield
    finally:
        csv.field_size_limit(before)
