"""Reads the cells of an Excel workbook as text, using only the standard library.

Workbooks are untrusted. A library would also parse formulas, styles and pictures; this module only
reads the shared strings and the sheets. It refuses parts that exceed their stated size or contain a
document type, which allows exponential entity expansion.
"""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile, ZipInfo

from workshop_app.domain.errors import InvalidInput
from workshop_app.encryption import suffix_of
from workshop_app.services.imports.read import read_bytes

LARGEST = 10_000_000
"""Maximum size of a workbook in bytes."""
_LARGEST_PART = 40_000_000
"""Maximum uncompressed size of all parts that are read, in bytes."""
_MOST_PARTS = 2_000
_MOST_CELLS = 500_000
_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SHEET = re.compile(r"xl/worksheets/sheet\d+\.xml")
_SHARED = "xl/sharedStrings.xml"
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")

_DAMAGE = (
    BadZipFile, zlib.error, ET.ParseError, LookupError, ValueError, RuntimeError, EOFError, OSError
)  # fmt: skip
"""Exceptions that reading a damaged workbook may raise."""

Rows = list[list[str]]


def is_workbook(path: Path) -> bool:
    """Return whether a file is a workbook according to its name."""
    return suffix_of(path) in (".xlsx", ".xlsm")


def read_workbook(path: Path) -> list[Rows]:
    """Return the sheets of a workbook, each as rows of texts; raises InvalidInput."""
    data = read_bytes(path, largest=LARGEST)
    try:
        with ZipFile(BytesIO(data)) as parts:
            return sheets_of(parts, path.name)
    except _DAMAGE as error:
        raise InvalidInput("imports.answers.broken", file=path.name) from error


def sheets_of(parts: ZipFile, name: str) -> list[Rows]:
    """Return the sheets of a workbook of this name; raises InvalidInput or one of `_DAMAGE`."""
    infos = parts.infolist()
    wanted = [each for each in infos if each.filename == _SHARED or _SHEET.fullmatch(each.filename)]
    too_much = sum(each.file_size for each in wanted) > _LARGEST_PART
    if len(infos) > _MOST_PARTS or too_much:
        raise InvalidInput("imports.answers.too_large", file=name)
    if not any(_SHEET.fullmatch(each.filename) for each in wanted):
        raise InvalidInput("imports.answers.broken", file=name)
    shared: list[str] = []
    for each in wanted:
        if each.filename == _SHARED:
            shared = [_text(item) for item in _root(parts, each).iter(f"{_NS}si")]
    sheets = [each for each in wanted if each.filename != _SHARED]
    sheets.sort(key=lambda each: (len(each.filename), each.filename))
    budget = _MOST_CELLS
    found = []
    for each in sheets:
        rows = list(_rows(_root(parts, each), shared, budget))
        budget -= sum(map(len, rows))
        found.append(rows)
    return found


def _root(parts: ZipFile, part: ZipInfo) -> ET.Element:
    """Return a part as XML; raises ValueError if it is too large or has a document type."""
    with parts.open(part) as file:
        data = file.read(part.file_size + 1)
    if len(data) > part.file_size or b"\x00" in data or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ValueError(part.filename)
    return ET.fromstring(data)  # noqa: S314 - without a document type there are no entities


def _rows(root: ET.Element, shared: list[str], budget: int) -> Iterator[list[str]]:
    for row in root.iter(f"{_NS}row"):
        cells: list[str] = []
        for place, cell in enumerate(row.iter(f"{_NS}c")):
            found = _REFERENCE.fullmatch(cell.get("r", ""))
            column = _column(found[1]) if found else place
            budget -= max(1, column + 1 - len(cells))
            if budget < 0:
                raise ValueError("cells")
            cells += [""] * (column + 1 - len(cells))
            cells[column] = _value(cell, shared)
        yield cells


def _column(letters: str) -> int:
    """Return the number of a column, from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _value(cell: ET.Element, shared: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text(cell)
    value = cell.findtext(f"{_NS}v") or ""
    return shared[int(value)] if kind == "s" and value else value


def _text(item: ET.Element) -> str:
    """Return the text of an item without the phonetic readings of Japanese cells."""
    readings = {id(each) for run in item.iter(f"{_NS}rPh") for each in run.iter(f"{_NS}t")}
    return "".join(each.text or "" for each in item.iter(f"{_NS}t") if id(each) not in readings)
