"""Reads a table from a CSV file or pasted cells, and assigns a role to each column."""

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.problem import Problem
from workshop_app.domain.workshop import Participant
from workshop_app.services.imports.read import LARGEST
from workshop_app.services.imports.text import (
    ListLine,
    ListPreview,
    mark_repeats,
    with_plain_breaks,
    with_speakers,
    without_bullets,
)

_NOTHING = "\x1f"
"""A delimiter that does not occur in cleaned text."""
_BRACKETS = re.compile(r"[（(\[［].*?[)）\]］]")


class ColumnRole(StrEnum):
    """The role of a column."""

    WORDING = "wording"
    SPEAKER = "speaker"
    TEAM = "team"
    DAY = "day"
    SCORE = "score"
    NOTE = "note"
    UNUSED = "unused"


# Headings by role, more specific ones first.
_HEADINGS: dict[ColumnRole, tuple[str, ...]] = {
    ColumnRole.SPEAKER: (
        "発言者", "話者", "話した人", "氏名", "名前", "お名前", "記入者", "提出者", "起票者",
        "担当", "担当者", "speaker", "name", "who", "person", "author", "reporter", "owner",
        "from", "raised by", "requested by", "reported by", "said by", "who said it",
    ),
    ColumnRole.TEAM: (
        "部署", "部門", "所属", "部署名", "所属部署", "チーム", "課", "team", "department", "dept",
        "dept.", "division", "group", "unit",
    ),
    ColumnRole.DAY: (
        "日付", "日時", "受付日", "回答日", "記入日", "起票日", "date", "day", "time", "timestamp",
        "タイムスタンプ",
    ),
    ColumnRole.SCORE: ("点数", "スコア", "評価", "推奨度", "nps", "score", "rating"),
    ColumnRole.NOTE: (
        "備考", "メモ", "補足", "コメント", "背景", "note", "notes", "remark", "remarks", "comment",
        "comments", "background",
    ),
    ColumnRole.WORDING: (
        "課題", "要望", "困りごと", "困っていること", "問題", "内容", "質問", "依頼", "課題内容",
        "要望内容", "本文", "件名", "タイトル", "problem", "problems", "request", "requests",
        "issue", "wording", "description", "text", "content", "question", "summary", "title",
        "subject",
    ),
}  # fmt: skip
_ALIKE: tuple[tuple[ColumnRole, re.Pattern[str]], ...] = tuple(
    (role, re.compile(said))
    for role, said in (
        (
            ColumnRole.UNUSED,
            r"番号|通番|項番|メール|電話|対応|状態|ステータス|優先|期限|分類",
        ),
        (
            ColumnRole.UNUSED,
            r"\b(?:no|id|status|priority|due|deadline|category)\b|e-?mail|phone",
        ),
        (ColumnRole.TEAM, r"部署|部門|所属|チーム名?$|\bteam\b|department|division"),
        (ColumnRole.DAY, r"[日月]付?$|日時|\b(?:date|when)\b"),
        (ColumnRole.SPEAKER, r"[者名]$|氏名|名前|(?:した|する|いた)人|どなた|だれ"),
        (ColumnRole.SPEAKER, r"\b(?:by|who|name|person)\b"),
        (ColumnRole.SCORE, r"点数|スコア|\bscore\b"),
        (ColumnRole.NOTE, r"備考|メモ|補足|コメント|背景|\bnotes?\b|comment|remark"),
        (
            ColumnRole.WORDING,
            r"課題|要望|困|問題|内容|質問|依頼|悩み|相談|したいこと|ほしい|不満",
        ),
        (
            ColumnRole.WORDING,
            r"problem|request|issue|trouble|wish|need|hurt|pain|question|意見",
        ),
    )
)
"""What headings contain that are not among `_HEADINGS`; the first that matches decides."""
_FIRST = ("no", "no.", "#", "番号", "項番", "通番", "id")
"""Headings of a first column that identify a row of headings, regardless of the others."""
_LAST_HEADINGS = 10
"""Headings are searched in this many rows: a title, or who sent it, may be above them."""
_SERIAL = re.compile(r"[2-6]\d{4}(?:\.\d+)?")
"""A day in a workbook: the days since the end of 1899."""
_DAY_ZERO = date(1899, 12, 30)


_NAMING = (ColumnRole.WORDING, ColumnRole.SPEAKER)
"""The roles of which one known heading makes a row of headings."""
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


class ImportedTable(NamedTuple):
    """Rows of cells, and the role of each column; columns are counted from 0."""

    rows: tuple[TableRow, ...]
    """All rows, including that of the headings."""
    has_headings: bool
    """Whether the first row names the columns."""
    wording: int
    speaker: int | None = None
    day: int | None = None
    score: int | None = None
    team: int | None = None
    note: int | None = None

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
            return self._replace(**dict.fromkeys(free, self.wording), wording=column)
        if role is ColumnRole.UNUSED:
            return self._replace(**free)
        if before is not ColumnRole.WORDING:
            return self._replace(**(free | {role.value: column}))
        others = [n for n in self.columns if n != column]
        if not others:
            return self
        former = getattr(self, role.value)
        wording = former if former is not None else _longest(self.body, others)
        taken = self.role(wording)
        freed = {taken.value: None} if taken not in (ColumnRole.UNUSED, role) else {}
        return self._replace(**(freed | {role.value: column, "wording": wording}))

    def without(self, *roles: ColumnRole) -> "ImportedTable":
        """Return the table with the columns of some roles unused."""
        return self._replace(**{role.value: None for role in roles})

    def with_headings(self, has_headings: bool) -> "ImportedTable":
        """Return the table with or without its first row as headings."""
        return self._replace(has_headings=has_headings)

    def preview(
        self, existing: Iterable[Problem] = (), people: Sequence[Participant] = ()
    ) -> ListPreview:
        """Return the wordings as lines of a list, compared with the `existing` problems.

        Without a column of speakers, a wording itself may name who said it (`with_speakers`).
        """
        wordings = without_bullets(row.cell(self.wording) for row in self.body)
        entries = [
            ListLine(
                words,
                row.line,
                " ".join(row.cell(self.speaker).split()),
                _written_day(row.cell(self.day).strip()),
                row.cell(self.score).strip(),
                " ".join(row.cell(self.team).split()),
                row.cell(self.note).strip(),
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


def read_rows(sheets: Iterable[Sequence[Sequence[str]]]) -> ImportedTable:
    """Return the table in the first sheet of a workbook that has one below known headings.

    Without such a sheet it is the first one that is not empty.
    """
    tables = [
        _with_guessed_columns(
            [
                TableRow(number, kept, len(kept))
                for number, cells in enumerate(sheet, 1)
                if (kept := _without_empty_end(map(with_plain_breaks, cells)))
            ]
        )
        for sheet in sheets
    ]
    named = (table for table in tables if table.has_headings and table.body)
    full = (table for table in tables if table.rows)
    return next(named, None) or next(full, None) or ImportedTable((), False, 0)


def read_cells(text: str) -> ImportedTable | None:
    """Return the table in a text; None for any other text. Never raises.

    Its cells are separated by tabs, as a spreadsheet puts them on the clipboard, or by vertical
    lines, and most rows have several that are not empty. In a mail, what is before and after the
    table is left out, if known headings begin it. Below known headings, commas may separate cells.
    """
    text = with_plain_breaks(text)
    for sign in "\t|｜":
        if sign in text and (rows := _cells(text, sign)):
            several = [row for row in rows if _filled(row) > 1]
            rows = _without_text_below(rows, several)
            table = _with_guessed_columns(rows if 2 * len(several) > len(rows) else several)
            if table.has_headings or 2 * len(several) > len(rows):
                return table if several else None
    table = _with_commas(text) if "," in text else None
    return table if table is not None and table.has_headings else None


def _without_text_below(rows: list[TableRow], several: list[TableRow]) -> list[TableRow]:
    """Return the rows without lines of text that follow the table after an empty line."""
    last = rows.index(several[-1]) + 1 if several else len(rows)
    apart = last < len(rows) and rows[last].line > rows[last - 1].line + 1
    return rows[:last] if apart else rows


def _with_commas(text: str) -> ImportedTable | None:
    """Return a table below at least two known headings, divided by commas."""
    lines = text.split("\n")
    for number, line in enumerate(lines[:_LAST_HEADINGS]):
        keys = [_key(cell) for cell in line.split(",")]
        if "" in keys or sum(key in known for key in keys for known in _HEADINGS.values()) < 2:
            continue
        below = "\n".join(lines[number:]).partition("\n\n")[0]  # a signature follows a mail's table
        try:
            rows = _divide(below, ",")
        except csv.Error:
            return None
        if all(1 < len(row.cells) <= len(keys) for row in rows):
            return _with_guessed_columns(rows)
    return None


def _cells(text: str, sign: str) -> list[TableRow]:
    try:
        rows = _divide(text, sign)
    except csv.Error:  # a quotation mark that is part of a text
        rows = [
            TableRow(number, cells, len(cells))
            for number, line in enumerate(text.split("\n"), 1)
            if any(cells := _without_empty_end(line.split(sign)))
        ]
    if sign == "\t":
        return rows
    stripped = [row._replace(cells=[cell.strip() for cell in row.cells]) for row in rows]
    return [row for row in stripped if not all(set(cell) <= set("-:=+") for cell in row.cells)]


def _filled(row: TableRow) -> int:
    return sum(bool(cell.strip()) for cell in row.cells)


def _with_guessed_columns(rows: list[TableRow]) -> ImportedTable:
    first = next((n for n, row in enumerate(rows[:_LAST_HEADINGS]) if _are_headings(row)), None)
    if first and any(_filled(row) > 1 for row in rows[:first]):
        first = None  # what is above it belongs to the table
    rows = rows[first:] if first else rows
    names = [_key(cell) for cell in rows[0].cells] if first is not None else []
    body = rows[1:] if names else rows
    roles = _roles(names)
    wording = roles.pop(ColumnRole.WORDING, None)
    if wording is None:
        width = max((len(row.cells) for row in rows), default=0)
        taken = {*roles.values(), *(n for n, name in enumerate(names) if name in _FIRST)}
        wording = _longest(body, [n for n in range(width) if n not in taken])
    others = {role.value: column for role, column in roles.items() if column != wording}
    return ImportedTable(tuple(rows), bool(names), wording, **others)


def _roles(names: Sequence[str]) -> dict[ColumnRole, int]:
    """Return the columns by role, as their headings say, each heading counting once."""
    found = {
        role: names.index(next(name for name in known if name in names))
        for role, known in _HEADINGS.items()
        if any(name in names for name in known)
    }
    for column, name in enumerate(names):
        alike = next((role for role, said in _ALIKE if said.search(name)), ColumnRole.UNUSED)
        exact = any(name in known for known in _HEADINGS.values())
        if name and not exact and alike is not ColumnRole.UNUSED:
            found.setdefault(alike, column)
    return found


def _are_headings(row: TableRow) -> bool:
    """Return whether a row names columns: with a known heading, or several that are alike."""
    keys = [key for cell in row.cells if (key := _key(cell))]
    known = any(key in _HEADINGS[role] for key in keys for role in _NAMING)
    alike = sum(len(key) < 30 and any(p.search(key) for _, p in _ALIKE) for key in keys)
    listed = any(key in each for key in keys[:1] for each in (*_HEADINGS.values(), _FIRST))
    return known or listed or (alike > 1 and alike == len(keys))


def _key(heading: str) -> str:
    """Return a heading without brackets, case and surrounding spaces."""
    plain = unicodedata.normalize("NFKC", _BRACKETS.sub("", heading)).casefold()
    words = " ".join(plain.split())
    return words if words.isascii() else words.replace(" ", "")


def _written_day(cell: str) -> str:
    if not _SERIAL.fullmatch(cell):
        return cell
    return (_DAY_ZERO + timedelta(days=int(float(cell)))).isoformat()


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
