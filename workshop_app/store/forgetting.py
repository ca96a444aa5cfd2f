"""Removes data that must be forgotten from copies, including those on media that return later.

The stores that a restore replaced and kept are cleaned too, if they are sound; a damaged one, which
a person may still want to have examined, is left as it is (`sidecars.set_aside`).

A list beside the store records what is to be forgotten, in order: a line holds the id of a
workshop, followed by that of a person if only the person is to be removed. A copy knows how many
lines it was made without. If no person is named, the whole workshop is removed from older copies,
since the newest copy holds what may remain. A customer deleted with its last workshop has a line,
too, so that its return from a file is noticed.
"""

import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Collection, Iterable
from contextlib import closing, suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from workshop_app.domain.errors import StoreError
from workshop_app.private_files import make_file, sync
from workshop_app.store import row_digests
from workshop_app.store.copies import (
    Copy,
    all_copies,
    digest_of,
    examined,
    read_description,
    remove,
    write_description,
)
from workshop_app.store.journal import folder_of, remove_naming
from workshop_app.store.rows import update_action
from workshop_app.store.sidecars import set_aside, written_whole

SUFFIX = ".forgotten"
_UNREADABLE = (sqlite3.Error, UnicodeDecodeError, StoreError)
_LONGEST = 64


def forgotten(store: Path) -> list[str]:
    """Return the ids of the workshops from which something was forgotten, skipping a cut line.

    Raises OSError.
    """
    try:
        text = _list_of(store).read_text(encoding="ascii", errors="replace")
    except FileNotFoundError:
        return []
    return text.split("\n")[:-1]


def note_forgotten(store: Path, workshop_id: str, person_id: str = "") -> None:
    """Record, before the action that forgets, what copies must remove; raises OSError.

    This is a workshop, or only a participant of it.
    """
    path = _list_of(store)
    new = not path.exists()
    handle = make_file(path) if new else os.open(path, os.O_RDWR)
    with os.fdopen(handle, "r+b") as file:
        kept = file.read()
        file.seek(kept.rfind(b"\n") + 1)  # overwrite a line that a crash cut short
        file.truncate()
        line = f"{workshop_id[:_LONGEST]} {person_id[:_LONGEST]}".rstrip()
        file.write(f"{line}\n".encode("ascii"))
        file.flush()
        os.fsync(file.fileno())
    if new:
        sync(path.parent)


def clean_copies(store: Path, folder: Path | None = None) -> int:
    """Remove what was forgotten from the copies in a folder; returns how many were changed.

    A copy that cannot be read is removed: it is useless for restoring, and may contain what must be
    forgotten. Raises OSError.
    """
    ids = forgotten(store)
    changed = 0
    for copy in all_copies(store, folder):
        late = ids[copy.about.forgotten :]
        if not late:
            continue
        held = copy.about.workshops
        if held and not any(each.split(" ")[0] in held for each in late):
            write_description(copy.path, replace(copy.about, forgotten=len(ids)))
            continue
        try:
            _take_out(copy, late, len(ids))
        except _UNREADABLE:
            remove(copy.path)
        changed += 1
    return changed if folder is not None else changed + _clean_set_aside(store, ids)


def _clean_set_aside(store: Path, ids: list[str]) -> int:
    """Remove what was forgotten from the replaced stores and their journals; raises OSError."""
    changed = 0
    for path in set_aside(store):
        copy = Copy(path, read_description(path))
        if late := ids[copy.about.forgotten :]:
            remove_naming(folder_of(path).glob("*"), {line.split(" ")[-1] for line in late})
            with suppress(*_UNREADABLE):
                _take_out(copy, late, len(ids))
                changed += 1
    return changed


def _take_out(copy: Copy, lines: Iterable[str], count: int) -> None:
    """Rewrite a copy without what these lines name."""
    path = copy.path
    was_as_checked = bool(copy.about.digest) and digest_of(path) == copy.about.digest
    with written_whole(path) as part:
        shutil.copyfile(path, part)
        with closing(sqlite3.connect(part, isolation_level=None)) as connection:
            changed = {""}
            for line in dict.fromkeys(lines):
                workshop_id, _, person_id = line.partition(" ")
                changed.add(workshop_id)
                if person_id:
                    _delete_person(connection, workshop_id, person_id)
                else:
                    _delete_workshop(connection, workshop_id)
            if row_digests.stored(connection):  # copies of earlier versions have no digests
                row_digests.begin(connection, changed)
            connection.execute("VACUUM")
        about = examined(part, replace(copy.about, forgotten=count))
        if not was_as_checked:
            about = replace(about, digest="")  # it may have been damaged before
    write_description(path, about)
    sync(path.parent)


def without_person(payload: list[list[Any]], person_id: str) -> list[list[Any]]:
    """Return the changes of a log row without a participant, and without references to it."""
    kept = []
    for table, row_id, *values in payload:
        if table == "participant" and row_id == person_id:
            continue
        for row in values:
            for name in row or ():
                if name in _columns_of_people() and row[name] == person_id:
                    row[name] = None
        if values[0] != values[1]:
            kept.append([table, row_id, *values])
    return kept


def rewrite_log(
    connection: sqlite3.Connection,
    change: Callable[[list[list[Any]]], list[list[Any]]],
    workshop_id: str | None = None,
) -> None:
    """Replace the row changes of each action, of one workshop or of all, by what `change` returns.

    Damaged ones, which cannot be undone anyway, stay. Raises sqlite3.Error.
    """
    sql = "SELECT seq, payload FROM action_log WHERE workshop_id = coalesce(?, workshop_id)"
    for seq, text in connection.execute(sql, [workshop_id]).fetchall():
        try:
            kept = json.dumps(change(json.loads(text)), ensure_ascii=False)
        except (ValueError, TypeError, IndexError):
            continue
        if kept != text:
            update_action(connection, seq, {"payload": kept})


def forget_rows(connection: sqlite3.Connection, gone: Collection[str]) -> None:
    """Remove the changes of these rows from the whole log; raises sqlite3.Error."""
    rewrite_log(connection, lambda payload: [each for each in payload if each[1] not in gone])


def _begin(connection: sqlite3.Connection) -> list[tuple[str, set[str]]]:
    """Begin a transaction in a copy of any version; returns its tables with their columns."""
    connection.execute("PRAGMA secure_delete=1")
    connection.execute("PRAGMA journal_mode=MEMORY")
    connection.execute("PRAGMA foreign_keys=0")
    connection.execute("BEGIN")
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    return [
        (name, {row[1] for row in connection.execute(f"PRAGMA table_info({name})")})
        for (name,) in names
    ]


def _delete_person(connection: sqlite3.Connection, workshop_id: str, person_id: str) -> None:
    """Delete a participant from a copy of any version; raises sqlite3.Error."""
    for table, columns in _begin(connection):
        for name in _columns_of_people() & columns:
            sql = f"UPDATE {table} SET {name} = NULL WHERE {name} = ?"  # noqa: S608
            connection.execute(sql, [person_id])
    connection.execute("DELETE FROM participant WHERE id = ?", [person_id])
    log = "SELECT seq, payload FROM action_log WHERE workshop_id = ?"
    for seq, text in connection.execute(log, [workshop_id]).fetchall():
        if person_id in text:
            try:
                kept = without_person(json.loads(text), person_id)
            except (ValueError, TypeError):
                kept = []
            written = json.dumps(kept, ensure_ascii=False)
            update_action(connection, seq, {"payload": written})
    connection.execute("COMMIT")


def _delete_workshop(connection: sqlite3.Connection, workshop_id: str) -> None:
    """Delete a workshop from a copy of any version, with everything that belongs only to it.

    Raises sqlite3.Error.
    """
    tables = _begin(connection)
    gone = {workshop_id}
    for name, columns in tables:
        if {"id", "workshop_id"} <= columns:
            sql = f"SELECT id FROM {name} WHERE workshop_id = ?"  # noqa: S608
            gone |= {row[0] for row in connection.execute(sql, [workshop_id])}
    of_it = "SELECT id FROM problem WHERE workshop_id = ?"
    keys = f"SELECT key FROM problem_key WHERE problem_id IN ({of_it})"  # noqa: S608
    connection.execute(f"DELETE FROM problem_text WHERE rowid IN ({keys})", [workshop_id])  # noqa: S608
    connection.execute(f"DELETE FROM problem_key WHERE problem_id IN ({of_it})", [workshop_id])  # noqa: S608
    for name, columns in tables:
        if "workshop_id" in columns:
            connection.execute(f"DELETE FROM {name} WHERE workshop_id = ?", [workshop_id])  # noqa: S608
    connection.execute("DELETE FROM workshop WHERE id = ?", [workshop_id])
    forget_rows(connection, gone)
    connection.execute("DELETE FROM customer WHERE id NOT IN (SELECT customer_id FROM workshop)")
    connection.execute("INSERT INTO problem_text(problem_text) VALUES ('rebuild')")
    connection.execute("COMMIT")


def _list_of(store: Path) -> Path:
    return store.with_name(store.name + SUFFIX)


@cache
def _columns_of_people() -> frozenset[str]:
    from workshop_app.domain.workshop_fields import references_to_people  # not on the start path

    return frozenset(name for _, name in references_to_people())
