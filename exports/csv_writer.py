"""Writes CSV in which spreadsheets never interpret typed text as a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA_STARTS = "=+\\-@＝＋－＠"
_FORMULA = re.compile(rf"[\s\ufeff\u200b-\u200f]*(?:[{_FORMULA_STARTS}]|[\t\r\n])")
# Programs that use the semicolon as separator split cells at it and at line ends.
_FORMULA_AFTER_SEPARATOR = re.compile(rf"([;\t\r\n][\s\"']*)(?=[{_FORMULA_STARTS}])")
FORMULA_GUARD = "'"
"""Prepended to a possible formula, so that spreadsheets treat the cell as text."""


def to_csv(header: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> bytes:
    """Return a table as CSV (RFC 4180) in UTF-8 with a byte order mark, as spreadsheets need it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([cell(name) for name in header])
    writer.writerows([cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def cell(value: str | int | None) -> str:
    """Return a value as the text of a cell; a text that could be a formula gets FORMULA_GUARD."""
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    text = _FORMULA_AFTER_SEPARATOR.sub(rf"\1{FORMULA_GUARD}", value)
    return FORMULA_GUARD + text if _FORMULA.match(text) else text
