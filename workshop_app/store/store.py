"""The store: typed access to records; writing is possible within an action only."""

import glob
import json
import os
import sqlite3
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from workshop_app.domain.errors import NotFound, StoreError, StoreMoved, told_as
from workshop_app.domain.ids import new_id
from workshop_app.domain.words import at_most, index_words, match_expression
from workshop_app.paths import real_store
from workshop_app.private_files import make_file, make_folder
from workshop_app.store import row_digests
from workshop_app.store.auto_backup import COMPARED, free_enough, same
from workshop_app.store.backup import BACKUPS, check_connection, drop_if_repeated, verified_copy
from workshop_app.store.checking import (
    INDEX,
    SPOILT_INDEX,
    Finding,
    damage,
    damaged_beside,
    damaged_structure,
    reindex,
    steps,
    unreadable_rows,
)
from workshop_app.store.connection import (
    may_pass,
    name_of,
    opening_error,
    read_error,
    store_error,
    transaction,
)
from workshop_app.store.contents import WorkshopContents, contents
from workshop_app.store.creation import migrate
from workshop_app.store.forgetting import (
    forget_rows,
    forgotten,
    note_forgotten,
    rewrite_log,
    without_person,
)
from workshop_app.store.header import unreadable
from workshop_app.store.migrations import SCHEMA_VERSION, migrations
from workshop_app.store.opening import open_again, open_or_create
from workshop_app.store.recorder import RowChange
from workshop_app.store.recording import Recording
from workshop_app.store.rows import (
    CHECKSUM,
    FORGOTTEN,
    checksum_of,
    delete_row,
    fetch,
    insert_row,
    update_action,
    update_row,
)
from workshop_app.store.schema import compared, differences, first_missing, harmful
from workshop_app.store.sidecars import free_name
from workshop_app.store.store_file import Stamp, StoreFile, stamp_of
from workshop_app.store.tables import (
    TABLES,
    Row,
    Table,
    readable,
    records,
    table_named,
    table_of,
    to_row,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

R = TypeVar("R")
T = TypeVar("T")
P = ParamSpec("P")

_MANY_PIECES = 6
_LARGE_INDEX = 200
"""Pages of the text index of some 10,000 problems; in a smaller one segments do not matter."""
_REPEATS = 25
"""Maximum number of occurrences of a word per problem that are indexed.

FTS5's secure-delete can corrupt its index when it removes a position list of 64 bytes or more (seen
with SQLite 3.46.1); 25 positions take at most 50.
"""
_ATTEMPTS = 20
"""How often a copy is restarted because something was written meanwhile."""
_FAULTS = 3
"""Number of read errors after which the check gives up until it is requested again."""
_OF_THE_INDEX = ("SQLITE_CORRUPT_VTAB", "SQLITE_CONSTRAINT")
"""FTS5's error for a corrupt index; constraints of tables have longer names."""


class Store:
    """One open store file. Writing is possible only within `action()`."""

    def __init__(self, path: Path, *, lasting: bool = True, thorough: bool = True) -> None:
        """Open or create the store at `path`; raises StoreError with a sentence for the user.

        Without `lasting` nothing is flushed to disk, for temporary stores. Without `thorough` only
        what is read first is checked, and the caller runs `deep_check`.
        """
        self.path = real_store(path)
        self.openings = 1
        """How often the file was opened: another number means that it has to be read again."""
        self.disk_warning = ""
        """What the disk answered to the last action, which is stored all the same; else empty."""
        self._lasting = lasting
        self._opened = open_or_create(path, lasting=lasting)
        self._changes: list[RowChange] | None = None
        self._damage: Finding | None = None
        self._logged: Row | None = None
        self._ended = False
        """Whether `close` was called: the lock may be another one's by now."""
        self.recording = Recording(self.path, self._rows, lasting=lasting)
        try:
            try:
                self._prepare(thorough=thorough)
            except sqlite3.Error as error:
                if not may_pass(error):
                    raise
                self._open_again()
                self._prepare(thorough=thorough)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            self._opened.close()
            raise opening_error(error) from error
        except BaseException:
            self._opened.close()
            raise

    @property
    def _db(self) -> sqlite3.Connection:
        """The database; raises StoreError while its file cannot be opened again."""
        if self._opened.file.closed:
            self._open_again()
        return self._opened.db

    @property
    def _file(self) -> StoreFile:
        return self._opened.file

    def _open_again(self) -> None:
        """Reopen the file after an error, so that data is read from the disk; raises StoreError."""
        if self._ended:
            raise StoreError("errors.store_locked")
        self._opened = open_again(self._opened, lasting=self._lasting)
        self.openings += 1
        self._file.note_written()

    @property
    def created(self) -> bool:
        """Whether the store was created when it was opened."""
        return self._opened.created

    def _prepare(self, *, thorough: bool) -> None:
        pending = self._has_pending_migrations()
        if not self.created and (thorough or pending):
            self._refuse_damage()
        if pending:
            self._refuse_other_schema()
            self._copy_before_migration()
            migrate(self._db)
        self._refuse_missing_tables()
        # On every start, to verify that the file and its folder are writable.
        self._db.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
        self._file.note_written()

    def _has_pending_migrations(self) -> bool:
        try:
            return bool(migrations.pending(self._db))
        except sqlite3.OperationalError as error:
            if "no such column" not in str(error):
                raise
            raise StoreError("errors.store_damaged", reason="schema") from error

    def _refuse_other_schema(self) -> None:
        """Refuse a store whose schema cannot be migrated."""
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        if not version and not self._db.execute("SELECT 1 FROM sqlite_schema").fetchone():
            return  # a first start was cut short before it made anything
        found = [each for each in differences(self._db) if harmful(each)]
        if found or version >= SCHEMA_VERSION:
            raise StoreError("errors.store_damaged", reason=found[0] if found else "schema")

    def _refuse_missing_tables(self) -> None:
        """Compare the columns of all tables, and read the first page of each.

        So a store with another schema, or a truncated one, is refused at once.
        """
        if missing := first_missing(self._db):
            raise StoreError("errors.store_damaged", reason=missing)
        for table in TABLES:
            self._db.execute(f"SELECT 1 FROM {table.name} LIMIT 1").fetchone()  # noqa: S608

    def _refuse_damage(self) -> None:
        found = self._quick_check()
        if found and all(f"FTS5 table main.{INDEX}" in line for line in found):
            # The index can be rebuilt from the problems; if it is corrupt, the records are still
            # usable.
            self._rebuild_index()
            found = self._quick_check()
        if found:
            self._open_again()  # an error of reading if it does not recur
            if self._quick_check():
                raise StoreError("errors.store_damaged", reason="quick_check")

    def _quick_check(self) -> list[str]:
        return damage(self._db, "quick_check(20)")

    def _rebuild_index(self) -> None:
        """Rebuild the text index from the problems; raises StoreError."""
        try:
            self._db.execute(f"INSERT INTO {INDEX}({INDEX}) VALUES ('rebuild')")  # noqa: S608
        except sqlite3.Error as error:
            raise store_error(error) from error
        self._file.note_written()

    def _copy_before_migration(self) -> None:
        """Write a permanent copy; one that equals an earlier copy is not kept."""
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        reason = f"before-v{SCHEMA_VERSION}-from-v{version}"
        folder = self.path.parent / BACKUPS
        copy = verified_copy(self._db, free_name(folder / self.path.name, reason))
        drop_if_repeated(copy, folder.glob(f"{glob.escape(self.path.stem)}-{reason}-*"))

    def close(self) -> None:
        """Close the file; afterwards the store raises StoreError."""
        if self._changes is None and not self._opened.file.closed:
            with suppress(StoreError, sqlite3.Error):  # only lookups are slower without it
                self.merge_index()
        self.recording.close()
        self._opened.close()
        self._ended = True

    # -- reading

    def get(self, record: type[R], record_id: str | None) -> R:
        """Return a record by id; raises NotFound if there is none.

        Raises StoreError if it is too damaged to be a record.
        """
        found = readable(record, self._stored(table_of(record), record_id))
        if found is None:
            raise StoreError("errors.record_unreadable")
        return found  # type: ignore[no-any-return]

    def all(self, record: type[R], workshop_id: str | None = None) -> tuple[R, ...]:
        """Return all records of a type, or those of one workshop, in the table's order.

        Damaged ones are read as far as possible (`tables.readable`); `unreadable` lists them.
        """
        return self._select(record, workshop_id)

    def some(
        self, record: type[R], workshop_id: str | None, field: str, values: Sequence[str]
    ) -> tuple[R, ...]:
        """Return in order the records, of one workshop or all, whose `field` is one of `values`."""
        marks = ", ".join("?" * len(values))
        return self._select(record, workshop_id, f" AND {field} IN ({marks})", values)

    def _select(
        self,
        record: type[R],
        workshop_id: str | None,
        condition: str = "",
        values: Sequence[str] = (),
    ) -> tuple[R, ...]:
        table = table_of(record)
        whose, owner = ("1", []) if workshop_id is None else (f"{table.owner} = ?", [workshop_id])
        order = ", ".join(table.order)
        sql = f"SELECT * FROM {table.name} WHERE {whose}{condition} ORDER BY {order}"  # noqa: S608
        return records(record, self._rows(sql, [*owner, *values]))

    def which_exist(self, record: type, ids: Sequence[str]) -> frozenset[str]:
        """Return the ids among these that belong to records of a type."""
        marks = ", ".join("?" * len(ids))
        sql = f"SELECT id FROM {table_of(record).name} WHERE id IN ({marks})"  # noqa: S608
        return frozenset(row["id"] for row in self._rows(sql, ids))

    def has_any(self, record: type, besides: int = 0) -> bool:
        """Return whether there is any record of a type, or any ``besides`` so many."""
        sql = f"SELECT 1 FROM {table_of(record).name} LIMIT 1 OFFSET ?"  # noqa: S608
        return bool(self._rows(sql, (besides,)))

    def find_problems(self, query: str, limit: int = 50) -> tuple[str, ...]:
        """Return ids of problems, of all workshops, whose words match `query`, best first."""
        expression = match_expression(query)
        if not expression:
            return ()
        rows = self._rows(
            "SELECT problem_id FROM problem_text JOIN problem_key ON key = problem_text.rowid "
            "WHERE problem_text MATCH ? ORDER BY rank LIMIT ?",
            [expression, limit],
        )
        return tuple(row["problem_id"] for row in rows)

    def next_problem(self, workshop_id: str) -> tuple[int, int]:
        """Return the number and the position that the next problem of a workshop gets."""
        row = self._rows(
            "SELECT max(number) AS number, max(position) AS position, "
            "(SELECT last_problem FROM workshop WHERE id = ?1) AS last "
            "FROM problem WHERE workshop_id = ?1",
            [workshop_id],
        )[0]
        number = max(row["number"] or 0, row["last"] or 0) + 1
        return number, 0 if row["position"] is None else row["position"] + 1

    @property
    def writes(self) -> int:
        """Another number after every row that is written, or when the file was opened again."""
        return (self.openings << 40) + self._db.total_changes

    def contents(self, workshop_id: str | None = None) -> dict[str, WorkshopContents]:
        """Return the content of each workshop, or of one; raises StoreError."""
        return self.read(contents, workshop_id)

    @property
    def damage(self) -> StoreError | None:
        """The error to report for the damage that ended all writing; None if there is none."""
        found = self._damage
        if isinstance(found, row_digests.RowFinding):
            return StoreError(f"errors.rows_{found.reason}", n=found.by)
        return found and StoreError("errors.store_damaged", reason=found.table)

    def rewrite_journal(self, workshop_id: str) -> None:
        """Rewrite the journals that contain anything of a workshop (`Recording.forget`)."""
        self.recording.forget(workshop_id)

    def record_steps(self, *, repair: bool = True) -> Iterator[list[Finding]]:
        """Compare the rows of each workshop with their digest, then with its journal.

        Yields the differences of each step (`row_digests.compared`, `Recording.steps`). With
        `repair` a difference counts as damage: nothing more is written, and no journal is rewritten
        with such rows. Raises StoreError.
        """
        for owner in self.read(row_digests.owners):
            found = self.read(row_digests.compared, owner)
            if found:
                self._open_again()  # an error of reading if it does not recur
                found = self.read(row_digests.compared, owner)
            yield self._noted(found) if repair else found
        if repair and self._damage is not None:
            for found in self.recording.steps(repair=False):
                yield [each for each in found if each.table != "journal"]
            return
        for found in self.recording.steps(repair=repair):
            yield self._noted(found) if repair else found

    def check(self) -> list[str]:
        """Return the errors found in the file, its references and its schema.

        Empty means sound. Raises StoreError if the file cannot be read at the moment.
        """
        found = self.read(_check)
        if found:
            self._open_again()  # an error of reading if it does not recur
            found = self.read(_check)
        return found

    def unreadable(self) -> list[Finding]:
        """Return the records with bytes or values that cannot be read as they were written.

        Raises StoreError.
        """
        return self.read(lambda db: [one for found in unreadable_rows(db) for one in found])

    def deep_check(self) -> Iterator[list[Finding]]:
        """Check the store in short steps, so that the caller can do other work between them.

        Yields the findings of each step. After a damaged structure all further actions are refused.
        A corrupt text index is rebuilt. Only errors that recur after the file is reopened count as
        damage; the check restarts then, and whenever the file was reopened for another reason.
        Raises StoreError if the file cannot be read at the moment, which says nothing about its
        content.
        """
        faults = 0
        while True:
            begun = self.openings
            try:
                sound_to_the_end = yield from self._check_through()
            except sqlite3.Error as error:
                if self.openings != begun:
                    continue  # reopened between two steps
                faults += 1
                if faults > _FAULTS:
                    raise read_error(error) from error
                self._open_again()
            else:
                faults += not sound_to_the_end
                if sound_to_the_end or self._damage or faults > _FAULTS:
                    return

    def _check_through(self) -> Generator[list[Finding], None, bool]:
        """Check until the end, which is returned, or a finding; raises sqlite3.Error."""
        for found in steps(self._db, self._structure):
            if found and found[0].reason == SPOILT_INDEX:
                yield self._reindexed(found)
            elif not found or found[0].row_id:
                yield found
            elif found[0].table == INDEX:
                self._rebuild_index()
                yield self._noted(damaged_structure(self._db, INDEX))
            else:
                self._open_again()
                yield self._noted(damaged_structure(self._db, found[0].table))
                return False
        for found in compared(self._db):
            if any(harmful(each) for each in found):
                self._open_again()
                yield self._noted([*filter(harmful, differences(self._db))])
                return False
            yield []
        return True

    def _structure(self, table: str) -> Iterator[list[Finding]]:
        """Check the structure of a table in steps; the last one yields the findings.

        Repeated if something was written meanwhile. Raises sqlite3.Error, or StoreMoved.
        """
        while True:
            begun = self.writes
            try:
                found = yield from damaged_beside(self.path, table)
            except sqlite3.Error:
                if self.writes == begun:
                    raise
                found = []
            if self.writes == begun:
                self._file.refuse_if_moved()  # else another file was checked
                yield found
                return
            yield []

    def _reindexed(self, found: list[Finding]) -> list[Finding]:
        """Rebuild an index that leads to wrong rows; returns the damage if that is impossible."""
        index = found[0].row_id
        try:
            reindex(self._db, index)
        except sqlite3.IntegrityError:  # two rows have the same value in a unique column
            return self._noted([Finding(found[0].table, SPOILT_INDEX)])
        self._file.note_written()
        return []

    def _noted(self, found: list[Finding]) -> list[Finding]:
        """Return a finding of a damaged structure, after which all writing is refused."""
        if found:
            self._damage = found[0]
        return found

    def copy_to(self, target: Path) -> Path:
        """Write a verified copy of the whole store to `target`; raises StoreError.

        This also works if the file was moved or deleted, since it is read through the open file.
        """
        return verified_copy(self._db, target)

    def copy_steps(self, part: Path) -> Iterator[None]:
        """Copy the file to `part` in short steps, so that the caller can do other work meanwhile.

        It restarts if something was written meanwhile. The copy is neither verified nor flushed to
        disk (`auto_backup.finish`). Raises StoreError and OSError; then no file is left.
        """
        make_folder(part.parent)
        if not free_enough(part.parent, self.path.stat().st_size):
            raise StoreError("errors.store_full")
        whole = False
        try:
            for _ in range(_ATTEMPTS):
                whole = yield from self._copy_once(part)
                if whole:
                    return
        finally:
            if not whole:
                with suppress(OSError):
                    part.unlink(missing_ok=True)
        raise StoreError("errors.copy_failed", reason="busy")

    def equals_copy(self, copy: Path) -> bool:
        """Return whether a copy equals the file (`auto_backup.same`); raises OSError.

        An equal copy gets the modification time of the file. If the file still had it when it was
        opened, and nothing was written since, neither has to be read.
        """
        info = copy.stat()
        equal = self._is_unwritten_since(stamp_of(info))
        equal = equal or same(self._file.pieces(COMPARED), copy)
        if equal:
            with suppress(OSError):
                os.utime(copy, ns=(info.st_atime_ns, self._file.stamp()[1]))
        return equal

    def _is_unwritten_since(self, stamp: Stamp) -> bool:
        """Return whether nothing but opening it changed the file since it had this stamp."""
        file = self._file
        unwritten = self.openings == 1 and not self._db.total_changes
        return unwritten and file.found == stamp and file.prepared == file.stamp()

    def _copy_once(self, part: Path) -> Generator[None, None, bool]:
        """Copy the file; returns False as soon as something was written meanwhile."""
        self.refuse_lost_file()
        begun = self.writes
        part.unlink(missing_ok=True)
        with os.fdopen(make_file(part), "wb") as file:
            for piece in self._file.pieces():
                file.write(piece)
                yield
                if self.writes != begun:
                    return False
        return True

    def refuse_lost_file(self) -> None:
        """Raise StoreError if nothing can be stored in the file any more.

        StoreMoved if it was moved, deleted or replaced.
        """
        if self.damage is not None:
            raise self.damage
        try:
            self._file.refuse_if_moved()
            self._file.refuse_if_overwritten(self._db.serialize)
        except OSError as error:
            raise unreadable(error) from error
        except sqlite3.Error as error:
            raise read_error(error) from error

    def _row(self, table: Table, record_id: str | None) -> Row | None:
        sql = f"SELECT * FROM {table.name} WHERE id = ?"  # noqa: S608
        return next(iter(self._rows(sql, [record_id])), None)

    def _stored(self, table: Table, record_id: str | None) -> Row:
        """Return a row; raises NotFound if it does not exist."""
        row = self._row(table, record_id)
        if row is None:
            raise NotFound("errors.gone")
        return row

    def _rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """Return all rows of a query; raises StoreError."""
        return self.read(fetch, sql, values)

    def read(
        self,
        ask: Callable[Concatenate[sqlite3.Connection, P], T],
        *values: P.args,
        **named: P.kwargs,
    ) -> T:
        """Return what `ask` reads; an error that may pass is answered by opening and asking again.

        Raises StoreError.
        """
        try:
            return ask(self._db, *values, **named)
        except sqlite3.Error as error:
            if self._changes is not None:
                # Within an action even reading may write changed pages, if memory is short.
                raise store_error(error) from error
            if not may_pass(error):
                raise read_error(error) from error
        self._open_again()
        try:
            return ask(self._db, *values, **named)
        except sqlite3.Error as error:
            raise read_error(error) from error

    # -- writing

    @contextmanager
    def action(self) -> Iterator[list[RowChange]]:
        """Open an action: everything written within it is stored as a whole or not at all.

        Yields the list to which each row change is added. After a disk error the file is reopened
        to find out whether the action is stored: if so, it counts as done, and `disk_warning`
        names the error. Else raises StoreError (`errors.store_unknown` if the file cannot be read).
        """
        if self._changes is not None:
            raise RuntimeError("an action is already open")
        self.refuse_lost_file()
        changes = self._changes = []
        self.disk_warning = ""
        self._logged = None
        whole = stored = False
        try:
            with transaction(self._db):
                self._db.execute("PRAGMA defer_foreign_keys=1")
                yield changes
                self._file.refuse_if_moved()
                self._follow(changes)
                self.recording.write(self._logged, changes)
                whole = True
            stored = True
            self._file.note_written()
        except sqlite3.Error as error:
            self._file.forget_written()  # a failed commit may have reached the disk
            self._changes = None
            if name_of(error) in _OF_THE_INDEX:
                # The records are sound: after rebuilding the text index the action can be repeated.
                self._rebuild_index()
                raise StoreError("errors.store_failed", reason=INDEX) from error
            self._after_error(changes if whole else [], error)
            stored = True
        except StoreError as error:
            self._changes = None
            if isinstance(error.__cause__, sqlite3.Error):
                self._after_error([], error.__cause__)
            raise
        finally:
            self._changes = None
            self.recording.settle(stored=stored)

    def _follow(self, changes: list[RowChange]) -> None:
        """Update the row digests by the changes of the open action."""
        if changes or self._logged:
            digest = row_digests.follow(self._db, changes, self._logged)
            if self._logged:
                self._logged["digest"] = digest

    def _after_error(self, changes: list[RowChange], error: sqlite3.Error) -> None:
        """Check in the file whether these changes are stored; raises StoreError unless they are."""
        told = store_error(error)
        try:
            self._open_again()
            kept = self._holds(changes)
        except StoreMoved:
            raise
        except StoreError as unread:
            reason = told.values["reason"]
            raise StoreError("errors.store_unknown", reason=reason) from unread
        if not kept:
            raise told from error
        self.disk_warning = str(told.values["reason"])

    def _holds(self, changes: list[RowChange]) -> bool:
        """Return whether the file holds the rows as these changes left them."""
        first: dict[tuple[str, str], Row | None] = {}
        last: dict[tuple[str, str], Row | None] = {}
        for change in changes:
            place = (change.table, change.row_id)
            first.setdefault(place, change.before)
            last[place] = change.after
        changed = [place for place in last if first[place] != last[place]]
        return bool(changed) and all(
            self._row(table_named(table), row_id) == last[table, row_id]
            for table, row_id in changed
        )

    def add(self, record: type[R], workshop_id: str, **values: Any) -> R:  # noqa: ANN401 - fields
        """Write a new record of a workshop, as the last one in its order; returns it."""
        table = table_of(record)
        values |= {"id": new_id(), "workshop_id": workshop_id}
        if "position" in table.order:
            sql = f"SELECT max(position) AS last FROM {table.name} WHERE workshop_id = ?"  # noqa: S608
            last = self._rows(sql, [workshop_id])[0]["last"]
            values["position"] = 0 if last is None else last + 1
        made = record(**values)
        self.insert(made)
        return made

    def insert(self, record: object) -> None:
        """Write a new record."""
        self._write(table_of(type(record)), None, to_row(record))

    def update(self, record: Any, /, **changes: Any) -> None:  # noqa: ANN401 - fields
        """Write a changed record, with more `changes`, if it differs; raises NotFound."""
        table = table_of(type(record))
        after = to_row(replace(record, **changes))
        before = self._stored(table, after["id"])
        if before != after:
            self._write(table, before, after)

    def delete(self, record: object) -> None:
        """Delete a record's row; raises NotFound if it does not exist."""
        table = table_of(type(record))
        self._write(table, self._stored(table, to_row(record)["id"]), None)

    def revert(self, table_name: str, row_id: str, before: Row | None, after: Row | None) -> None:
        """Revert one logged change; of an update only the fields that it changed."""
        table = table_named(table_name)
        row = self._row(table, row_id)
        if before is not None and after is not None:
            if row is not None:
                self._write(table, row, row | before)
        elif row != before:
            self._write(table, row, before)

    def _write(self, table: Table, before: Row | None, after: Row | None) -> None:
        if self._changes is None:
            raise RuntimeError("writing outside an action")
        if after is None:
            delete_row(self._db, table.name, (before or {})["id"])
        elif before is None:
            insert_row(self._db, table.name, after)
        else:
            changed = {name: value for name, value in after.items() if before[name] != value}
            update_row(self._db, table.name, after["id"], changed)
        self._changes.append(RowChange(table.name, before, after))
        if table.name == "problem":
            self._index_problem(before, after)

    def _index_problem(self, before: Row | None, after: Row | None) -> None:
        if before and after and _indexed(before) == _indexed(after):
            return
        row_id = (after or before or {})["id"]
        if before is None:
            self._db.execute("INSERT INTO problem_key(problem_id) VALUES (?)", [row_id])
        sql = "SELECT key FROM problem_key WHERE problem_id = ?"
        key = self._db.execute(sql, [row_id]).fetchone()[0]
        if before is not None:
            self._db.execute("DELETE FROM problem_text WHERE rowid = ?", [key])
        if after is None:
            self._db.execute("DELETE FROM problem_key WHERE key = ?", [key])
            return
        words = " ".join(at_most(index_words(_indexed(after)), _REPEATS))
        self._db.execute("INSERT INTO problem_text(rowid, words) VALUES (?, ?)", [key, words])

    def index_again(self) -> None:
        """Rebuild the text index of all problems, such as after rows were written directly.

        Raises StoreError.
        """
        problems = self._rows("SELECT * FROM problem ORDER BY workshop_id, position, id")
        with self.action() as changes:
            self._db.execute("DELETE FROM problem_text")
            self._db.execute("DELETE FROM problem_key")
            for row in problems:
                self._index_problem(None, row)
            changes.clear()

    def merge_index(self) -> bool:
        """Merge the segments of a large text index that has many; returns whether it did.

        Each lookup searches every segment. SQLite only merges segments of similar size, so a large
        one and several smaller ones remain. Raises StoreError or sqlite3.Error.
        """
        sql = f"SELECT count(DISTINCT segid), count(*) FROM {INDEX}_idx"  # noqa: S608
        pieces, pages = self._opened.db.execute(sql).fetchone()
        if pieces < _MANY_PIECES or pages < _LARGE_INDEX:
            return False
        with self.action():
            self._db.execute(f"INSERT INTO {INDEX}({INDEX}) VALUES ('optimize')")  # noqa: S608
        return True

    # -- action log

    def append_log(self, entry: Row) -> int:
        """Append a row to the action log within the open action and return its number."""
        if self._changes is None:
            raise RuntimeError("writing outside an action")
        seq = insert_row(self._db, "action_log", entry | {"version": SCHEMA_VERSION})
        self._logged = entry | {"version": SCHEMA_VERSION, "seq": seq}
        return seq

    def log(self, workshop_id: str) -> list[Row]:
        """Return the action log of a workshop, oldest first, without the payloads."""
        return self._rows(
            "SELECT seq, at, kind, step, target, merge_key, place, version FROM action_log "
            "WHERE workshop_id = ? ORDER BY seq",
            [workshop_id],
        )

    def last_action(self, workshop_id: str) -> int:
        """Return the number of the last row in the log of a workshop; 0 if there is none."""
        sql = "SELECT COALESCE(MAX(seq), 0) AS seq FROM action_log WHERE workshop_id = ?"
        return int(self._rows(sql, [workshop_id])[0]["seq"])

    def owner_of(self, table_name: str, row_id: str) -> str:
        """Return the id of the workshop a row belongs to; empty if none or not found."""
        table = table_named(table_name)
        row = self._row(table, row_id) if table.owner else None
        return str(row[table.owner]) if row is not None else ""

    def log_payload(self, seq: int) -> list[list[object]]:
        """Return the row changes of one log row (see `recorder.dump`); raises StoreError."""
        (row,) = self._rows("SELECT * FROM action_log WHERE seq = ?", [seq])
        if row[CHECKSUM] != checksum_of(row):
            raise StoreError("errors.record_unreadable")
        return list(json.loads(row["payload"]))

    def forget_in_log(self, workshop_id: str, fields: Mapping[str, str]) -> None:
        """Remove the values of these fields by table from a workshop's log; undo restores None."""

        def emptied(payload: list[list[Any]]) -> list[list[Any]]:
            for table, _row_id, *values in payload:
                for row in values:
                    if row and fields.get(table) in row:
                        row[fields[table]] = None
            return payload

        rewrite_log(self._db, emptied, workshop_id)

    def forget_people(self, workshop_id: str) -> int:
        """Remove the deleted people from a workshop's log; returns how many there were.

        It can be called at any time outside an action. Their deletion cannot be undone any more;
        rows of the log with no other changes become steps of no kind. Raises StoreError.
        """
        removed = self._removed_people(workshop_id)
        if not removed:
            return 0
        for person_id in removed:
            self.note_forgotten(workshop_id, person_id)
        with self.action():
            sql = "SELECT seq, payload FROM action_log WHERE workshop_id = ?"
            for seq, text in self._db.execute(sql, [workshop_id]).fetchall():
                if not any(person_id in text for person_id in removed):
                    continue
                payload = json.loads(text)
                for person_id in removed:
                    payload = without_person(payload, person_id)
                changed = {"payload": json.dumps(payload, ensure_ascii=False)}
                found = changed if payload else changed | {"kind": FORGOTTEN}
                update_action(self._db, seq, found)
        self.rewrite_journal(workshop_id)
        return len(removed)

    def _removed_people(self, workshop_id: str) -> list[str]:
        """Return the ids of participants who were deleted and not restored by undo."""
        sql = "SELECT payload FROM action_log WHERE workshop_id = ? AND kind = 'remove_participant'"
        found: dict[str, None] = {}
        for row in self._rows(sql, [workshop_id]):
            with suppress(ValueError, TypeError):
                for table, row_id, _before, after in json.loads(row["payload"]):
                    if table == "participant" and after is None:
                        found[row_id] = None
        there = {row["id"] for row in self._rows("SELECT id FROM participant")} if found else set()
        return [person_id for person_id in found if person_id not in there]

    @told_as("errors.store_folder")
    def note_forgotten(self, workshop_id: str, person_id: str = "") -> None:
        """Record, before something is forgotten, that copies must forget a workshop, or a person.

        Not for temporary stores. Raises StoreError.
        """
        if not self._lasting:
            return
        note_forgotten(self.path, workshop_id, person_id)

    def forgotten_ids(self, workshop_id: str = "") -> frozenset[str]:
        """Return the ids of the workshops, customers and participants that were deleted for good.

        A workshop of which only something was forgotten is among them; with `workshop_id` also its
        deleted participants that undo can still restore.
        """
        lines = []
        with suppress(OSError):
            lines = forgotten(self.path)
        removed = self._removed_people(workshop_id) if workshop_id else []
        return frozenset((*(each for line in lines for each in line.split(" ")), *removed))

    def forget_log(self, workshop_id: str) -> None:
        """Delete the action log of a workshop (when it is deleted permanently).

        Its data is also removed from log rows of actions in other workshops.
        """
        self._db.execute("DELETE FROM action_log WHERE workshop_id = ?", [workshop_id])
        gone = {change.row_id for change in self._changes or () if change.after is None}
        forget_rows(self._db, gone)

    @property
    def database(self) -> "Database":
        """The database itself, for recovery, benchmarks and fault tests only."""
        from sqlite_utils import Database  # not on the start path

        self._file.forget_written()
        return Database(self._db, execute_plugins=False)


def _check(db: sqlite3.Connection) -> list[str]:
    found = check_connection(db)
    return found or [str(each) for each in differences(db)]


def _indexed(problem: Row) -> str:
    return f"{problem['first_wording']} {problem['wording']}"
