"""Reads a table from a CSV file or pasted cells, and assigns a role to each column."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.problem import Problem
from workshop_app.domain.text import match_key
from workshop_app.domain.workshop import Participant
from workshop_app.services.imports.read import LARGEST
from workshop_app.services.imports.text import (
    ListEntry,
    ListPreview,
    mark_repeats,
    with_plain_breaks,
    with_speakers,
    without_bullets,
)

# Headings of columns, more specific ones first.
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
_DAY = (
    "日付", "日時", "受付日", "回答日", "記入日", "起票日", "date", "day", "time", "timestamp",
    "タイムスタンプ",
)  # fmt: skip
_SCORE = ("点数", "スコア", "評価", "推奨度", "nps", "score", "rating")
_FIRST = (
    "no", "no.", "#", "番号", "項番", "通番", "id", "日付", "日時", "記入日", "起票日",
    "部署", "部門", "所属", "date", "time", "team", "department", "timestamp",
    "タイムスタンプ",
)  # fmt: skip
"""Headings of a first column that identify a row of headings, regardless of the others."""
_NOTHING = "\x1f"
"""A delimiter that does not occur in cleaned text."""
_BRACKETS = re.compile(r"[（(\[［].*?[)）\]］]")


class ColumnRole(StrEnum):
    """The role of a column."""

    WORDING = "wording"
    SPEAKER = "speaker"
    DAY = "day"
    SCORE = "score"
    UNUSED = "unused"


_USED = tuple(role for role in ColumnRole if role is not ColumnRole.UNUSED)
"""The roles of which a table has at most one column each, in fields of that name."""


class TableRow(NamedTuple):
    """A row that is not empty: its first line, its cells, and its number of cells in the file."""

    line: int
    cells: list[str]
    width: int

    def cell(self, column: int | None) -> str:
        """Return the text in a column; empty if the row is too short."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class ImportedTable:
    """Rows of cells, and the role of each column; columns are counted from 0."""

    rows: tuple[TableRow, ...]
    """All rows, including that of the headings."""
    has_headings: bool
    """Whether the first row names the columns."""
    wording: int
    speaker: int | None = None
    day: int | None = None
    score: int | None = None

    @property
    def body(self) -> tuple[TableRow, ...]:
        """The rows below the headings."""
        return self.rows[1:] if self.has_headings else self.rows

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns that hold any text."""
        width = max((len(row.cells) for row in self.rows), default=0)
        return tuple(n for n in range(width) if any(row.cell(n).strip() for row in self.rows))

    def heading(self, column: int) -> str:
        """Return the heading of a column; empty without one."""
        return self.rows[0].cell(column).strip() if self.has_headings else ""

    def sample(self, column: int) -> str:
        """Return the first text in a column below its heading, as one line, or empty."""
        cells = (" ".join(row.cell(column).split()) for row in self.body)
        return next((cell for cell in cells if cell), "")

    def role(self, column: int) -> ColumnRole:
        """Return the role of a column."""
        found = (role for role in _USED if getattr(self, role.value) == column)
        return next(found, ColumnRole.UNUSED)

    def with_role(self, column: int, role: ColumnRole) -> "ImportedTable":
        """Return the table with another role for a column.

        There is exactly one column of wordings, and at most one of each other role: a column that
        becomes the column of wordings swaps roles with the former one, and the latter cannot become
        unused.
        """
        before = self.role(column)
        if role is before or (before is ColumnRole.WORDING and role is ColumnRole.UNUSED):
            return self
        free = {before.value: None} if before is not ColumnRole.UNUSED else {}
        if role is ColumnRole.WORDING:
            return replace(self, **dict.fromkeys(free, self.wording), wording=column)
        if role is ColumnRole.UNUSED:
            return replace(self, **free)
        if before is not ColumnRole.WORDING:
            return replace(self, **(free | {role.value: column}))
        others = [n for n in self.columns if n != column]
        if not others:
            return self
        former = getattr(self, role.value)
        wording = former if former is not None else _longest(self.body, others)
        taken = self.role(wording)
        freed = {taken.value: None} if taken not in (ColumnRole.UNUSED, role) else {}
        return replace(self, **(freed | {role.value: column, "wording": wording}))

    def without(self, *roles: ColumnRole) -> "ImportedTable":
        """Return the table with the columns of some roles unused."""
        return replace(self, **{role.value: None for role in roles})

    def with_headings(self, has_headings: bool) -> "ImportedTable":
        """Return the table with or without its first row as headings."""
        return replace(self, has_headings=has_headings)

    def preview(
        self, existing: Iterable[Problem] = (), people: Sequence[Participant] = ()
    ) -> ListPreview:
        """Return the wordings as lines of a list, compared with the `existing` problems.

        Without a column of speakers, brackets at the end of a wording may name one of the `people`.
        """
        wordings = without_bullets(row.cell(self.wording) for row in self.body)
        entries = [
            ListEntry(
                words,
                row.line,
                " ".join(row.cell(self.speaker).split()),
                row.cell(self.day).strip(),
                row.cell(self.score).strip(),
            )
            for row, words in zip(self.body, wordings, strict=True)
            if words
        ]
        if self.speaker is None:
            entries = with_speakers(entries, people)
        left = [self.heading(n) for n in self.columns if self.role(n) is ColumnRole.UNUSED]
        return ListPreview(mark_repeats(entries, existing), tuple(name for name in left if name))


def read_csv(text: str) -> ImportedTable:
    """Return the table in a CSV text.

    The column of the wording is found by its heading; else it is the one with the longest texts.
    Raises InvalidInput with the line if a quote is not closed or a row has too many cells.
    """
    return _with_guessed_columns(_rows(with_plain_breaks(text)))


def read_cells(text: str) -> ImportedTable | None:
    """Return the table that a spreadsheet put on the clipboard; None for any other text.

    Its cells are separated by tabs, and most rows have several that are not empty. Never raises.
    """
    text = with_plain_breaks(text)
    if "\t" not in text:
        return None
    try:
        rows = _divide(text, "\t")
    except csv.Error:  # a quotation mark that is part of a text
        rows = [
            TableRow(number, cells, len(cells))
            for number, line in enumerate(text.split("\n"), 1)
            if any(cells := _without_empty_end(line.split("\t")))
        ]
    several = [row for row in rows if sum(bool(cell.strip()) for cell in row.cells) > 1]
    return _with_guessed_columns(rows) if 2 * len(several) > len(rows) else None


def _with_guessed_columns(rows: list[TableRow]) -> ImportedTable:
    has_headings = bool(rows) and _are_headings(rows[0])
    names = [_key(cell) for cell in rows[0].cells] if has_headings else []
    body = rows[1:] if has_headings else rows
    speaker = next((names.index(name) for name in _SPEAKER if name in names), None)
    wording = next((names.index(name) for name in _WORDING if name in names), None)
    day, score = (
        next((names.index(name) for name in known if name in names), None)
        for known in (_DAY, _SCORE)
    )
    if wording is None:
        width = max((len(row.cells) for row in rows), default=0)
        wording = _longest(body, [n for n in range(width) if n not in (speaker, day, score)])
        day, score = (None if found == wording else found for found in (day, score))
    return ImportedTable(tuple(rows), has_headings, wording, speaker, day, score)


def _are_headings(first: TableRow) -> bool:
    """Return whether a first row names columns."""
    keys = [_key(cell) for cell in first.cells]
    known = any(key in _WORDING or key in _SPEAKER for key in keys)
    return known or next((key for key in keys if key), "") in _FIRST


def _key(heading: str) -> str:
    return match_key(_BRACKETS.sub("", heading))


def _longest(body: Iterable[TableRow], columns: list[int]) -> int:
    rows = tuple(body)
    return max(columns, key=lambda n: sum(len(row.cell(n)) for row in rows), default=0)


def _rows(text: str) -> list[TableRow]:
    """Return the rows, with the delimiter that gives the most even table."""
    broken: list[int] = []
    divided: list[list[TableRow]] = []
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


def _divide(text: str, sign: str) -> list[TableRow]:
    """Return the rows of `text`; raises csv.Error with the line of an invalid row."""
    reader = csv.reader(io.StringIO(text), delimiter=sign, strict=True)
    rows: list[TableRow] = []
    line = 1
    try:
        with _large_fields():
            for cells in reader:
                kept = _without_empty_end(cells)
                if kept:
                    rows.append(TableRow(line, kept, len(cells)))
                line = reader.line_num + 1
    except csv.Error as error:
        raise csv.Error(line) from error
    return rows


def _without_empty_end(cells: Iterable[str]) -> list[str]:
    kept = [*cells]
    while kept and not kept[-1].strip():
        kept.pop()
    return kept


def _evenness(rows: list[TableRow]) -> tuple[float, int]:
    """Return the share of rows with the most common number of columns (if > 1), and that number."""
    if not rows:
        return 0.0, 0
    width, count = Counter(row.width for row in rows).most_common(1)[0]
    return (count / len(rows), width) if width > 1 else (0.0, 0)


def _checked(rows: list[TableRow]) -> list[TableRow]:
    """Raise InvalidInput for a row with too many cells, caused by an unquoted delimiter."""
    expected = max(rows[0].width, _evenness(rows)[1])
    for row in rows:
        if len(row.cells) > expected:
            values = {"line": row.line, "count": len(row.cells), "expected": expected}
            raise InvalidInput("imports.csv_columns", **values)
    return rows


@contextmanager
def _large_fields() -> Iterator[None]:
    """Raise the csv module's limit on cell length to the file limit; the setting is global."""
    before = csv.field_size_limit(LARGEST)
    try:
        yield
    finally:
        csv.field_size_limit(before)
