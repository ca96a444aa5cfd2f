"""Reads the product team's answers from exported files that they filled in: Markdown, Excel, CSV.

Only the documented headings and columns are read; requests are identified by their stable code.
Other changes in such a file are ignored.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.request_news import ANSWER_FIELDS
from workshop_app.encryption import suffix_of
from workshop_app.i18n import LANGUAGES, Texts
from workshop_app.services.imports.read import read_text_file
from workshop_app.services.imports.xlsx import is_workbook, read_workbook

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CODE = re.compile(r"r-\d{1,9}-[0-9a-z]{1,16}")
_SUFFIXES = (".md", ".markdown", ".csv", ".tsv", ".xlsx", ".xlsm")
_FENCE = re.compile(r" {0,3}(```|~~~)")


class FileAnswer(NamedTuple):
    """The answer to one request: texts by the names of `ANSWER_FIELDS`."""

    code: str
    texts: dict[str, str]


@dataclass(slots=True)
class AnswersRead:
    """The content of a file: answers that are not empty, and unknown headings."""

    answers: list[FileAnswer] = field(default_factory=list)
    unknown_headings: list[str] = field(default_factory=list)
    answerable: int = 0
    """The number of requests with fields for an answer, filled in or not."""


def read_answers(path: Path) -> AnswersRead:
    """Return the answers in a file; raises InvalidInput if it has no fields for answers."""
    read = AnswersRead()
    if is_workbook(path):
        for rows in read_workbook(path):
            _read_table(rows, read)
    else:
        text = read_text_file(path)
        if _is_table(path):
            _read_table(_csv_rows(text), read)
        else:
            _read_markdown(text, read)
    if not read.answerable:
        raise InvalidInput("imports.answers.none", file=path.name)
    return read


def is_answers_file(path: Path) -> bool:
    """Return whether a file has fields for answers of the product team.

    False if the file cannot be read; the reader that is tried next reports why.
    """
    if suffix_of(path) not in _SUFFIXES:
        return False
    try:
        return bool(read_answers(path).answerable)
    except InvalidInput:
        return False


def _is_table(path: Path) -> bool:
    return suffix_of(path) in (".csv", ".tsv")


def _csv_rows(text: str) -> list[list[str]]:
    first = text.partition("\n")[0]
    try:
        return list(csv.reader(StringIO(text), delimiter="\t" if "\t" in first else ","))
    except csv.Error:
        return []


def _read_table(rows: list[list[str]], read: AnswersRead) -> None:
    """Read a table whose first row has the documented headings; other tables are ignored."""
    head = [_plain(cell) for cell in rows[0]] if rows else []
    code = next((place for place, name in enumerate(head) if name in _code_columns()), None)
    columns = {place: _columns()[name] for place, name in enumerate(head) if name in _columns()}
    if code is None or not columns:
        return
    for row in rows[1:]:
        found = _plain(row[code]) if code < len(row) else ""
        if not found:
            continue
        texts = {name: row[place].strip() for place, name in columns.items() if place < len(row)}
        _add(read, found, texts)


def _read_markdown(text: str, read: AnswersRead) -> None:
    code = ""
    level = 0
    name = ""
    texts: dict[str, list[str]] = {}
    fenced = False

    def end() -> None:
        if code:
            joined = {key: "\n".join(lines).strip() for key, lines in texts.items()}
            _add(read, code, joined)

    for line in _COMMENT.sub("", text).splitlines():
        fenced ^= bool(_FENCE.match(line))
        heading = None if fenced else _HEADING.fullmatch(line)
        if heading is None:
            if code and name:
                texts[name].append(line)
            continue
        words = _plain(heading[2])
        found = _answer_code(words)
        if found:
            end()
            code = found
            level = len(heading[1])
            name = ""
            texts = {}
        elif code and len(heading[1]) <= level:
            end()
            code = ""
            name = ""
            texts = {}
        elif code:
            name = _headings().get(words, "")
            if not name:
                read.unknown_headings.append(heading[2])
            elif name in texts:
                name = ""  # the first occurrence counts
            else:
                texts[name] = []
    end()


def _add(read: AnswersRead, code: str, texts: dict[str, str]) -> None:
    read.answerable += 1
    filled = {name: text for name, text in texts.items() if text}
    if filled:
        read.answers.append(FileAnswer(f"R{code[1:]}", filled))


def _answer_code(words: str) -> str:
    """Return the code in the heading of an answer, or empty."""
    for before, after in _titles():
        if words.startswith(before) and words.endswith(after):
            code = words[len(before) : len(words) - len(after) or None].strip()
            if _CODE.fullmatch(code):
                return code
    return ""


def _plain(text: str) -> str:
    """Return a heading without escapes, normalised in width, case and spaces."""
    text = unicodedata.normalize("NFKC", text.replace("\\", "").replace("\u200b", ""))
    return " ".join(text.split()).casefold()


@cache
def _titles() -> tuple[tuple[str, str], ...]:
    parts = (Texts(one)("request_news.answer.title", code="\x00") for one in LANGUAGES)
    return tuple((_plain(a), _plain(b)) for a, _, b in (part.partition("\x00") for part in parts))


@cache
def _headings() -> dict[str, str]:
    return {
        _plain(Texts(language)(f"request_news.{name}")): name
        for language in LANGUAGES
        for name in ANSWER_FIELDS
    }


@cache
def _columns() -> dict[str, str]:
    found = {}
    for language in LANGUAGES:
        words = Texts(language)
        for name in ANSWER_FIELDS:
            column = words("request_news.answer.column", name=words(f"request_news.{name}"))
            found[_plain(column)] = name
    return found


@cache
def _code_columns() -> frozenset[str]:
    return frozenset(_plain(Texts(one)("papers.table.column.code")) for one in LANGUAGES)


def unknown_heading_words(words: Texts, headings: Iterable[str]) -> list[str]:
    """Return a sentence for each unknown heading of an answer."""
    return [words("imports.answers.heading", name=name) for name in dict.fromkeys(headings)]
