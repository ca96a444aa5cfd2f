"""CSV text that spreadsheets show as it was typed: no cell of it is ever taken for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_ACTING = "=+\\-@＝＋－＠"
_BEGINNING = re.compile(rf"[\s\ufeff\u200b-\u200f]*(?:[{_ACTING}]|[\t\r\n])")
# A program that takes the semicolon for the separator cuts a cell at one, and at its line ends.
_AFTER_CUT = re.compile(rf"([;\t\r\n][\s\"']*)(?=[{_ACTING}])")
MARK = "'"
"""Stands before what could act; spreadsheets take the rest for text."""


def to_csv(header: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> bytes:
    """Return a table as CSV (RFC 4180) in UTF-8 with the mark by which spreadsheets know it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([cell(name) for name in header])
    writer.writerows([cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def cell(value: str | int | None) -> str:
    """Return a value as it stands in a cell: numbers plain, texts so that none can act."""
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    text = _AFTER_CUT.sub(rf"\1{MARK}", value)
    return MARK + text if _BEGINNING.match(text) else text
