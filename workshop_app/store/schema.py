"""Compares the schema of a file with the one that a store must have."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import fields
from functools import cache

from workshop_app.store.checking import Finding, awaited
from workshop_app.store.migrations import migrations
from workshop_app.store.rows import CHECKSUM
from workshop_app.store.tables import TABLES

_OTHERS = {
    "action_log": {
        "seq": "INTEGER",
        "step": "INTEGER",
        "target": "INTEGER",
        "version": "INTEGER",
        CHECKSUM: "INTEGER",
    }
    | dict.fromkeys(
        ("workshop_id", "at", "kind", "merge_key", "place", "payload", "digest"), "TEXT"
    ),
    "problem_key": {"key": "INTEGER", "problem_id": "TEXT"},
    "problem_text": {"words": ""},
    "row_digest": {"workshop_id": "TEXT", "seq": "INTEGER", "digest": "TEXT"},
}
"""The columns of the tables that hold no records."""
_COLUMNS = (
    "SELECT s.name, c.name, c.type FROM sqlite_schema s JOIN pragma_table_info(s.name) c "
    "WHERE s.type = 'table'"
)
_PARTS = (
    """SELECT 'table', s.name, s.name, c.name, c.type, c."notnull", c.dflt_value, c.pk
       FROM sqlite_schema s JOIN pragma_table_info(s.name) c WHERE s.type = 'table'""",
    """SELECT 'table', s.name, s.name, f."from", f."table", f."to", f.on_delete
       FROM sqlite_schema s JOIN pragma_foreign_key_list(s.name) f WHERE s.type = 'table'""",
    """SELECT 'table', name, name, type, strict
       FROM pragma_table_list WHERE schema = 'main' AND type <> 'view'""",
    """SELECT 'index', s.name, s.tbl_name, c.seqno, c.name, c."desc", c.coll, c.key, l."unique",
              l.partial
       FROM sqlite_schema s JOIN pragma_index_xinfo(s.name) c
       JOIN pragma_index_list(s.tbl_name) l ON l.name = s.name WHERE s.type = 'index'""",
    """SELECT type, name, tbl_name, sql
       FROM sqlite_schema WHERE type NOT IN ('table', 'index') OR sql LIKE 'CREATE VIRTUAL%'""",
)
_OF_SQLITE = "sqlite_stat"
"""Tables with statistics that SQLite creates for ``ANALYZE``."""

Structure = dict[tuple[str, str], tuple[str, frozenset[tuple[object, ...]]]]
"""The items of a schema by kind and name: the table of each, and its definition."""


def first_missing(connection: sqlite3.Connection) -> str:
    """Return a table that is incomplete, or a missing trigger; empty if the schema is complete.

    Fast enough for each start: only the columns of tables are compared. Raises sqlite3.Error.
    """
    found: dict[str, dict[str, str]] = {}
    for table, column, kind in connection.execute(_COLUMNS):
        found.setdefault(table, {})[column] = kind
    for table, columns in _needed().items():
        if not columns.items() <= found.get(table, {}).items():
            return table
    trigger = "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    return next((_short(name) for (name,) in connection.execute(trigger)), "")


@cache
def _needed() -> dict[str, dict[str, str]]:
    records = {table.name: _columns_of(table.record) for table in TABLES}
    return records | _OTHERS


def _columns_of(record: type) -> dict[str, str]:
    """Return the columns of a record's table; the types are read without their metadata.

    `get_type_hints` would take several milliseconds for all records.
    """
    whole = (int, bool, int | None)
    kinds = {each.name: getattr(each.type, "__origin__", each.type) for each in fields(record)}
    return {name: "INTEGER" if kind in whole else "TEXT" for name, kind in kinds.items()}


def differences(connection: sqlite3.Connection) -> list[Finding]:
    """Return all differences from the schema of the file's version.

    Raises sqlite3.Error.
    """
    return [finding for found in compared(connection) for finding in found]


def compared(connection: sqlite3.Connection) -> Iterator[list[Finding]]:
    """Compare in steps, as `differences`; the last one yields the result."""
    has = _structure(connection)
    applied = tuple(migrations.applied(connection))
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    yield []
    wanted = yield from awaited(lambda: _structure_after(applied, version))
    if wanted is None:
        yield [Finding("_sqlite_migrations", "differs")]
    else:
        yield [*_found(has, wanted)]


@cache
def _structure_after(applied: tuple[str, ...], version: int) -> Structure | None:
    """Return the schema that these migrations create; None if they are not those of the version.

    Importing their library and applying them takes some tenths of a second.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        known = (*migrations.pending(memory),)
        if len(applied) < version or applied != known[: len(applied)]:
            return None
        migrations.apply(memory, stop_before=next(iter(known[len(applied) :]), None))
        return _structure(memory)


def harmful(finding: Finding) -> bool:
    """Return whether a difference makes a store unusable, as opposed to an additional item."""
    return finding.reason != "not ours" or finding.table.startswith("trigger")


def _structure(connection: sqlite3.Connection) -> Structure:
    parts: dict[tuple[str, str], tuple[str, set[tuple[object, ...]]]] = {}
    for sql in _PARTS:
        for kind, name, table, *details in connection.execute(sql):
            parts.setdefault((kind, name), (table, set()))[1].add(tuple(details))
    return {
        place: (table, frozenset(details))
        for place, (table, details) in parts.items()
        if not place[1].startswith((_OF_SQLITE, "sqlite_schema"))
    }


def _found(has: Structure, wanted: Structure) -> Iterable[Finding]:
    for kind, name in sorted(has.keys() | wanted.keys()):
        place = (kind, name)
        if place not in has:
            yield Finding(f"{kind} {name}", "missing")
        elif place not in wanted:
            yield Finding(f"{kind} {_short(name)}", "not ours")
        elif has[place] != wanted[place]:
            yield Finding(f"{kind} {name}", "differs")


def _short(name: str) -> str:
    return "".join(letter for letter in name if letter.isprintable())[:40]
