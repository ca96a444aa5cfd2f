"""Reads the records of a damaged file page by page, each as far as possible.

SQLite reads nothing of a table whose place in the schema, or whose upper page, is lost. The schema
is known, so here the table of such pages is found by the shape of their rows
(https://www.sqlite.org/fileformat2.html).
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import fields
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, NamedTuple, get_type_hints

from workshop_app.domain.workshop_fields import LISTS, REFERENCES
from workshop_app.store import row_digests
from workshop_app.store.migrations import migrations
from workshop_app.store.tables import TABLES, Row, readable, table_of

_PAGE = 4096
"""The size of a page in bytes: SQLite's default, which a store always has."""
_HEADER = 100
_LEAF = 0x0D
_INTERIOR = 0x05
_MOST_LOCAL = _PAGE - 35
_LEAST_LOCAL = (_PAGE - 12) * 32 // 255 - 23
"""Most and least bytes of a row on its page; the others are on overflow pages."""
_FIRST_TEXT = 13
"""The lowest type of a text; the odd ones above it are texts, the even ones from 12 are blobs."""
_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
"""Bytes of the values of the lower types: null, integers, a float, and the integers 0 and 1."""
_FLOAT = 7
_LOG = "action_log"
_TABLES_OF = {part: table_of(record).name for part, record in LISTS.items()}
Rows = dict[tuple[str, str], Row]
"""Rows by table and id."""
_Values = list[Any]


class Salvaged(NamedTuple):
    """What can be read in a damaged file."""

    rows: Rows
    """In an order in which they can be inserted."""
    digests: Mapping[str, tuple[int, str]]
    """As `row_digests.stored`."""
    actions: Mapping[str, Mapping[int, Row]]
    """The rows of the log by workshop and number."""
    is_current: bool
    """Whether the records have the fields of today."""


def salvaged(path: Path | None) -> Salvaged:
    """Return what can be read in a damaged store; nothing without a path.

    Rows that need a missing row are omitted, and other references to missing rows are cleared,
    except those to workshops and customers. The file is not changed, but should be a copy. Raises
    OSError.
    """
    found: dict[str, dict[str, Row]] = {table.name: {} for table in TABLES}
    records = {table.name: table.record for table in TABLES}
    digests: dict[str, tuple[int, str]] = {}
    actions: dict[str, dict[int, Row]] = {}
    for name, row in _rows(path.read_bytes()) if path is not None else ():
        if name == _LOG:
            actions.setdefault(row["workshop_id"], {})[row["seq"]] = row
        elif name == row_digests.TABLE:
            digests[row["workshop_id"]] = row["seq"], row["digest"]
        elif _is_record(records[name], row):
            found[name].setdefault(row["id"], row)
    _part_from_what_is_missing(found)
    rows = {(name, row_id): row for name, each in found.items() for row_id, row in each.items()}
    is_current = all(row.keys() == _fields(records[name]) for (name, _), row in rows.items())
    return Salvaged(rows, digests, actions, is_current)


@cache
def _fields(record: type[Any]) -> frozenset[str]:
    return frozenset(each.name for each in fields(record))


class _Shape(NamedTuple):
    """The columns of a table."""

    names: list[str]
    kinds: list[tuple[type, ...]]
    """The types that the values of each column may have."""
    defaults: _Values
    """The values of the columns that a row was written without."""


def _shapes(statements: Mapping[str, str]) -> dict[str, _Shape]:
    """Return the tables that can be read: as these statements create them, by name, or as today."""
    wanted = [*(table.name for table in TABLES), _LOG, row_digests.TABLE]
    found = {}
    with (
        closing(sqlite3.connect(":memory:", isolation_level=None)) as today,
        closing(sqlite3.connect(":memory:", isolation_level=None)) as own,
    ):
        migrations.apply(today)
        for name in wanted:
            with suppress(sqlite3.Error, sqlite3.Warning):
                own.execute(statements.get(name, ""))
            info = own.execute(f"PRAGMA table_info({name})").fetchall()
            info = info or today.execute(f"PRAGMA table_info({name})").fetchall()
            found[name] = _Shape(
                [each[1] for each in info],
                [_types(each[2], required=each[3]) for each in info],
                [today.execute(f"SELECT {each[4] or 'NULL'}").fetchone()[0] for each in info],
            )
    return found


def _types(declared: str, *, required: int) -> tuple[type, ...]:
    if declared == "INTEGER":  # a row's own number is not stored
        return (int, type(None))
    return (str,) if required else (str, type(None))


def _rows(data: bytes) -> Iterator[tuple[str, Row]]:
    """Yield the rows of all tables with their names, those of lost pages' tables last."""
    pages = _Pages(data)
    leaves = {page: [*pages.rows(page)] for page in pages.of_kind(_LEAF)}
    entries = [values for rows in leaves.values() for _, values in rows if _is_of_schema(values)]
    names = {values[3]: values[1] for values in entries if values[0] == "table"}
    shapes = _shapes(
        {name: sql for _, name, _, _, sql in entries if sql.startswith("CREATE TABLE")}
    )
    above = {below: page for page in pages.of_kind(_INTERIOR) for below in pages.below(page)}
    lost = []
    for page, rows in leaves.items():
        name = names.get(_root_of(page, above))
        if name in shapes:
            yield from _named(name, shapes[name], rows)
        elif name is None:
            lost.append(rows)
    for rows in lost:
        fitting = [name for name in shapes if rows and _fit(shapes[name], rows)]
        # The rows of two tables may look alike: then it is the one that is nowhere else.
        fitting.sort(key=lambda name: (len(shapes[name].names), name in names.values()))
        for name in fitting[:1]:
            yield from _named(name, shapes[name], rows)


def _root_of(page: int, above: Mapping[int, int]) -> int:
    seen = set()
    while page in above and page not in seen:
        seen.add(page)
        page = above[page]
    return page


def _is_of_schema(values: Sequence[Any]) -> bool:
    """Return whether a row is one of the schema: kind, name, table, first page, and statement."""
    return [type(each) for each in values] == [str, str, str, int, str] and values[4].startswith(
        "CREATE "
    )


def _fit(shape: _Shape, rows: Sequence[tuple[int, _Values]]) -> bool:
    """Return whether rows may be those of a table; the last columns may be missing."""
    return all(
        len(values) <= len(shape.kinds)
        and all(isinstance(each, kinds) for each, kinds in zip(values, shape.kinds, strict=False))
        for _, values in rows
    )


def _named(
    name: str, shape: _Shape, rows: Sequence[tuple[int, _Values]]
) -> Iterator[tuple[str, Row]]:
    for number, values in rows:
        if not _fit(shape, [(number, values)]):
            continue
        row = dict(zip(shape.names, [*values, *shape.defaults[len(values) :]], strict=True))
        yield name, row | {"seq": number} if name == _LOG else row


class _Pages:
    """The pages of a file, by number, and the rows on them as far as they are valid."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._count = len(data) // _PAGE

    def of_kind(self, kind: int) -> list[int]:
        """Return the numbers of the pages of this kind."""
        return [page for page in range(1, self._count + 1) if self._data[self._begin(page)] == kind]

    def below(self, page: int) -> Iterator[int]:
        """Yield the pages below an interior page."""
        begin = self._begin(page)
        yield int.from_bytes(self._data[begin + 8 : begin + 12])
        for cell in self._cells(page, 12):
            yield int.from_bytes(self._data[cell : cell + 4])

    def rows(self, page: int) -> Iterator[tuple[int, _Values]]:
        """Yield the numbers and values of the rows on a leaf page."""
        end = page * _PAGE
        for cell in self._cells(page, 8):
            with suppress(IndexError, ValueError):
                size, place = _varint(self._data, cell)
                number, place = _varint(self._data, place)
                local = _local(size)
                if place + local <= end:
                    yield number, _values(self._payload(place, local, size))

    def _begin(self, page: int) -> int:
        return (page - 1) * _PAGE + (_HEADER if page == 1 else 0)

    def _cells(self, page: int, header: int) -> Iterator[int]:
        """Yield the offsets of the cells of a page with a header of this size."""
        begin = self._begin(page)
        count = int.from_bytes(self._data[begin + 3 : begin + 5])
        first = begin + header
        for place in range(first, min(first + 2 * count, page * _PAGE - 1), 2):
            yield (page - 1) * _PAGE + int.from_bytes(self._data[place : place + 2])

    def _payload(self, place: int, local: int, size: int) -> bytes:
        """Return the bytes of a row; raises ValueError if an overflow page is not there."""
        pieces = [self._data[place : place + local]]
        left = size - local
        following = int.from_bytes(self._data[place + local : place + local + 4])
        while left > 0:
            if not 1 < following <= self._count:
                raise ValueError(following)
            begin = (following - 1) * _PAGE
            pieces.append(self._data[begin + 4 : begin + 4 + min(left, _PAGE - 4)])
            left -= _PAGE - 4
            following = int.from_bytes(self._data[begin : begin + 4])
        return b"".join(pieces)


def _local(size: int) -> int:
    """Return how many bytes of a row of this size are on its own page."""
    if size <= _MOST_LOCAL:
        return size
    local = _LEAST_LOCAL + (size - _LEAST_LOCAL) % (_PAGE - 4)
    return local if local <= _MOST_LOCAL else _LEAST_LOCAL


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """Return an integer of variable length and the place after it; raises IndexError."""
    value = 0
    for number in range(8):
        byte = data[place + number]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + number + 1
    return value << 8 | data[place + 8], place + 9


def _values(payload: bytes) -> _Values:
    """Return the values of a row; raises ValueError or IndexError unless it is complete."""
    end, place = _varint(payload, 0)
    kinds = []
    while place < end:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    values: _Values = []
    for kind in kinds:
        size = _SIZES[kind] if kind < len(_SIZES) else (kind - 12) // 2
        values.append(_value(kind, payload[place : place + size]))
        place += size
    if place != len(payload):
        raise ValueError(place)
    return values


def _value(kind: int, data: bytes) -> object:
    if kind >= _FIRST_TEXT and kind % 2:
        return data.decode("utf-8", "replace")
    if not kind or kind == _FLOAT or kind >= len(_SIZES):
        return data if kind else None  # no column of a record has blobs or floats
    return int.from_bytes(data, signed=True) if data else kind - 8


def _is_record(record: type[Any], row: Row) -> bool:
    if not isinstance(row.get("id"), str):
        return False
    try:
        return readable(record, row) is not None
    except (KeyError, TypeError, ValueError):
        return False


def _part_from_what_is_missing(found: dict[str, dict[str, Row]]) -> None:
    """Remove rows that need a missing row, and other references to missing rows."""
    for table in TABLES:
        rows = found[table.name]
        for row_id, row in [*rows.items()]:
            if not _repair(table.record, row, found):
                del rows[row_id]


def _repair(record: type[Any], row: Row, found: dict[str, dict[str, Row]]) -> bool:
    """Clear the references of a row to missing rows; return False if it requires one of them."""
    for name, part in REFERENCES.items():
        value = row.get(name)
        if value is not None and name in row and value not in found[_TABLES_OF[part]]:
            if not isinstance(get_type_hints(record)[name], UnionType):
                return False
            row[name] = None
    return True
