"""Recovers the records after damage: from the newest sound copy and the journals, else row by row.

A source that turns out to be unusable is followed by the next one, down to an empty store; an error
of the disk ends the recovery instead. Everything is built from copies in a temporary folder beside
the store; the damaged file is moved aside unchanged. An interrupted recovery is started again.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from workshop_app.domain.errors import StoreError, told_as
from workshop_app.domain.merging import circular
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.i18n import tr
from workshop_app.private_files import make_file, make_folder
from workshop_app.store import row_digests
from workshop_app.store.backup import BACKUPS
from workshop_app.store.checking import damage
from workshop_app.store.connection import LONGEST_VALUE, store_error
from workshop_app.store.contents import WorkshopContents, contents
from workshop_app.store.copies import Copy, all_copies, fault_of
from workshop_app.store.forgetting import forgotten
from workshop_app.store.header import size_of
from workshop_app.store.journal import Entry, Journal, folder_of, owner_of, read_all, replayed
from workshop_app.store.migrations import SCHEMA_VERSION
from workshop_app.store.recovery_report import (
    UNREADABLE,
    Recovered,
    RecoverySource,
    Sources,
    described,
    last_digests,
)
from workshop_app.store.restore import restore
from workshop_app.store.salvage import Rows, Salvaged, salvaged
from workshop_app.store.sidecars import SIDECARS, sidecar
from workshop_app.store.store import Store
from workshop_app.store.tables import TABLES, Row, to_row

if TYPE_CHECKING:
    from sqlite_utils import Database

FOLDER = ".recovery"
_OF_THE_DISK = ("SQLITE_FULL", "SQLITE_IOERR")
_LOG = ("seq", "workshop_id", "at", "kind", "step", "target", "merge_key", "place", "version",
        "digest")  # fmt: skip


def can_recover(store: Path) -> bool:
    """Return whether there is any source besides the damaged file."""
    return bool(all_copies(store)) or has_journals(store)


def has_journals(store: Path) -> bool:
    """Return whether any action can be read in the journals of a store."""
    return any(each.entries for each in read_all(store))


@told_as("errors.store_folder")
def present(store: Path) -> dict[str, WorkshopContents]:
    """Return what can be read in the store's file, by workshop; a damaged one is read row by row.

    The file is not changed, and must not be open. Raises StoreError.
    """
    folder = store.with_name(store.name + FOLDER)
    try:
        leave(store)
        make_folder(folder)
        file = _copy_of_damaged(store, folder)
        if file is None:
            return {}
        with suppress(*UNREADABLE), closing(sqlite3.connect(file)) as connection:
            if not damage(connection, "quick_check(1)"):
                return contents(connection)
        made = _built(folder / "new.db", [], rows=salvaged(file).rows)
        with closing(sqlite3.connect(made.file)) as connection:
            return contents(connection)
    finally:
        leave(store)


def sound_copies(store: Path, folder: Path | None = None) -> list[Copy]:
    """Return the copies that are unchanged since they were verified, newest first."""
    found = all_copies(store)
    if folder is not None and folder.is_dir():
        known = {copy.about.digest for copy in found}
        found += [copy for copy in all_copies(store, folder) if copy.about.digest not in known]
    found.sort(key=lambda copy: copy.about.order, reverse=True)
    return [copy for copy in found if not fault_of(copy)]


@told_as("errors.store_folder")
def recovered(
    store: Path,
    *,
    copies: Iterable[Copy] = (),
    journals: bool = True,
    rows: bool = True,
) -> Recovered:
    """Build a store from the available sources, beside the damaged one; raises StoreError.

    The sources are the first of `copies` that can be opened and later actions of the journals, then
    the journals alone, a copy alone, the rows of the damaged file, and an empty store. Workshops
    that are in neither copy nor journals are read from the damaged file, too, and those of which
    only part of a journal can be read are completed from it.
    """
    folder = store.with_name(store.name + FOLDER)
    leave(store)
    make_folder(folder)
    known = read_all(store) if journals else []
    lost = forgotten(store)
    damaged = _copy_of_damaged(store, folder)
    read = salvaged(damaged)
    told = Sources(damaged, read, known, _in_newest_copy(store, lost))
    rest = _Rest(store, read if rows else None, known, lost)
    failed = StoreError("errors.store_failed", reason="")
    for source, make in _sources(folder, list(copies), known, lost, rest):
        try:
            made = make()
            return described(
                made.file, source, told, differing=made.differing, unnamed=made.unnamed
            )
        except StoreError as error:
            if _is_of_the_disk(error):
                raise
            failed = error
    raise failed


def put_in_place(found: Recovered, store: Path) -> Path | None:
    """Replace the store by the recovered records; returns the path of the damaged file.

    Journals of which nothing can be read are moved with it. Raises StoreError; the damaged file is
    then unchanged.
    """
    aside = restore(found.file, store, recovered=True)
    leave(store)
    lost = [each for each in found.journals if not each.workshop_id]
    if aside is not None and lost:
        folder = folder_of(aside)
        make_folder(folder)
        for each in lost:
            with suppress(OSError):
                each.path.rename(folder / each.path.name)
    return aside


def leave(store: Path) -> None:
    """Remove recovered records of a store that are not put in place."""
    shutil.rmtree(store.with_name(store.name + FOLDER), ignore_errors=True)


def _in_newest_copy(store: Path, forgotten: Iterable[str]) -> set[str]:
    """Return the workshops in the newest copy, sound or not, that were not deleted since."""
    held = next((copy.about.workshops for copy in all_copies(store) if copy.about.workshops), {})
    return {*held}.difference(forgotten)


def _copy_of_damaged(store: Path, folder: Path) -> Path | None:
    """Return a copy of the damaged file with its sidecars; None if nothing can be read."""
    if not size_of(store):
        return None
    copy = folder / "damaged.db"
    for ending in ("", *SIDECARS):
        with suppress(OSError):
            _copy(sidecar(store, ending), sidecar(copy, ending))
    if not copy.exists():
        return None
    with suppress(*UNREADABLE), closing(sqlite3.connect(copy)) as connection:
        # rolls back an interrupted transaction
        connection.execute("SELECT count(*) FROM sqlite_schema")
    return copy


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as file, os.fdopen(make_file(target), "wb") as made:
        shutil.copyfileobj(file, made)


class _Made(NamedTuple):
    """A new store, and the workshops whose rows do not match their digests.

    `unnamed` are those whose own record or customer is a placeholder.
    """

    file: Path
    differing: frozenset[str]
    unnamed: frozenset[str]


class _Rest:
    """What only damaged files still hold: the store, then its damaged copies, the newest first.

    Nothing if `read`, what was read in the store, is None.
    """

    def __init__(
        self, store: Path, read: Salvaged | None, known: list[Journal], lost: list[str]
    ) -> None:
        self._store = store
        self._read = read
        self._known = known
        self._lost = lost
        self.completed: set[str] = set()
        """The workshops with rows of a damaged copy, so perhaps with older or deleted ones."""

    @cached_property
    def rows(self) -> Rows:
        """All readable rows."""
        if self._read is None:
            return {}
        rows = self._read.rows
        for copy in all_copies(self._store):
            if not fault_of(copy):
                break  # it is used itself, and the others are older
            with suppress(OSError):
                rows = self._missing(copy, rows, self._read.digests) | rows
        return rows

    def _missing(self, copy: Copy, rows: Rows, digests: Mapping[str, tuple[int, str]]) -> Rows:
        """Return the rows of a damaged copy for workshops that are not as they were saved last.

        Not for those in a complete journal, or from which something was forgotten since.
        """
        held = row_digests.digests_of((table, row) for (table, _), row in rows.items())
        left_out = {key for key, (_, digest) in digests.items() if str(held.get(key)) == digest}
        left_out |= {journal.workshop_id for journal in self._known if journal.is_whole}
        left_out |= {line.split(" ")[0] for line in self._lost[copy.about.forgotten :]}
        found = {
            place: row
            for place, row in salvaged(copy.path).rows.items()
            if place not in rows and owner_of(place, row) not in left_out
        }
        self.completed |= {owner_of(place, row) for place, row in found.items()}
        return found

    def proven(self, done: Mapping[str, int], differing: Collection[str]) -> set[str]:
        """Return the workshops whose rows in the store are proven, and better than those at hand.

        They are as they were saved last, and these have fewer actions, `done` by workshop, or are
        `differing`. Empty for what belongs to no workshop.
        """
        if self._read is None or not self._read.is_current:
            return set()
        last = {**done, "": max(done.values(), default=0)}
        held = row_digests.digests_of((table, row) for (table, _), row in self._read.rows.items())
        found = set()
        for key, (seq, digest) in self._read.digests.items():
            log = self._read.actions.get(key, {})
            number = max(log, default=seq)
            is_last = seq in (0, number) and str(held.get(key)) == digest
            if is_last and number + (key in differing) > last.get(key, 0):
                found.add(key)
        return found

    def log(self, workshop_id: str, after: int) -> Iterator[Row]:
        """Yield the rows of the store's log of a workshop after this action."""
        if self._read is not None:
            log = self._read.actions.get(workshop_id, {})
            yield from (row for number, row in log.items() if number > after)

    def rows_without(self, held: set[str]) -> Rows:
        """Return the readable rows of all workshops but `held` and those to be forgotten.

        The customers are included.
        """
        left_out = held | {*self._lost}
        found = {
            place: row for place, row in self.rows.items() if owner_of(place, row) not in left_out
        }
        return found if any(owner_of(place, row) for place, row in found.items()) else {}


def _sources(
    folder: Path, copies: list[Copy], known: list[Journal], lost: list[str], rest: _Rest
) -> Iterator[tuple[RecoverySource, Callable[[], _Made]]]:
    """Yield functions that each build a store, the one that holds the most first."""
    new = folder / "new.db"
    usable = any(journal.entries for journal in known)
    for journals in [known, []] if known else [[]]:
        source = RecoverySource.BOTH if journals else RecoverySource.COPY
        for copy in copies:
            given = {"copy": copy, "lost": lost}
            yield source, partial(_built, folder / "copy.db", journals, rest, **given)
        if journals and usable:
            yield RecoverySource.JOURNALS, partial(_built, new, known, rest)
    if rest.rows_without(set()):
        yield RecoverySource.ROWS, partial(_built, new, [], rest)
    yield RecoverySource.NOTHING, partial(_built, new, [])


def _built(
    path: Path,
    known: list[Journal],
    rest: _Rest | None = None,
    *,
    copy: Copy | None = None,
    lost: list[str] | None = None,
    rows: Rows | None = None,
) -> _Made:
    """Build a store from the copy of a copy, or from these rows, and from the journals.

    The copy is migrated, and without the workshops that are `lost` since it was made.
    """
    path.unlink(missing_ok=True)
    late: set[str] = set()
    if copy is not None:
        _copy(copy.path, path)
        late = {line for line in (lost or [])[copy.about.forgotten :] if " " not in line}
    store = Store(path, lasting=False)
    try:
        differing, unnamed = _replay(store.database, known, rows=rows, gone=late, rest=rest)
        store.index_again()
        if found := store.check():
            raise StoreError("errors.store_damaged", reason=found[0])
    finally:
        store.close()
    shutil.rmtree(path.parent / BACKUPS, ignore_errors=True)
    return _Made(path, differing, unnamed)


def _replay(
    db: Database,
    known: list[Journal],
    *,
    rows: Mapping[tuple[str, str], dict[str, Any]] | None = None,
    gone: Iterable[str] = (),
    rest: _Rest | None = None,
) -> tuple[frozenset[str], frozenset[str]]:
    """Replay the journals in a store; raises StoreError.

    Returns the workshops whose rows do not match the digest in their last line, and those whose own
    record or customer is a placeholder.
    """
    try:
        return _replay_in(db, known, dict(rows or {}), {*gone}, rest)
    except UNREADABLE as error:
        told = store_error(error)
        if _is_of_the_disk(told):
            raise told from error
        raise StoreError("errors.store_damaged", reason="journal") from error


def _replay_in(
    db: Database,
    known: list[Journal],
    rows: dict[tuple[str, str], dict[str, Any]],
    gone: set[str],
    rest: _Rest | None,
) -> tuple[frozenset[str], frozenset[str]]:
    differing = {owner for owner in row_digests.owners(db.conn)
                 if row_digests.compared(db.conn, owner)}  # fmt: skip
    begun = {(table.name, row["id"]): row for table in TABLES for row in db.table(table.name).rows}
    before = {place: dict(row) for place, row in begun.items()}
    last = dict(db.execute("SELECT workshop_id, max(seq) FROM action_log GROUP BY 1").fetchall())
    entries = _entries(known, last, set())
    headless = {entry.head["workshop_id"] for entry in entries}.difference(
        (entry.head["workshop_id"] for entry in entries if _begins_workshop(entry)),
        (row_id for table, row_id in begun | rows if table == "workshop"),
    )
    # Lines of which nothing before can be read: the placeholder takes later changes.
    begun |= {("workshop", each): _unnamed_workshop(each) for each in headless}
    after = replayed(entries, begun | rows)
    if bad := _differing(after, entries):
        # A line may be missing from before the copy: then the copy's rows are the better base.
        others = _entries(known, last, bad)
        instead = replayed(others, begun | rows)
        if len(still := _differing(instead, others)) < len(bad):
            entries = others
            after = instead
            bad = still
    differing = bad | (differing - {each.head["workshop_id"] for each in entries if each.whole})
    deleted = gone - {journal.workshop_id for journal in known}
    after = {place: row for place, row in after.items() if owner_of(place, row) not in deleted}
    log: list[Row] = []
    if rest is not None:
        held = {row_id for table, row_id in after if table == "workshop"}
        done = last | {entry.head["workshop_id"]: entry.seq for entry in entries}
        proven = rest.proven(done, differing)
        log = [row for each in proven for row in rest.log(each, done.get(each, 0))]
        found = rest.rows_without(held - headless - proven)
        differing |= rest.completed & {owner_of(place, row) for place, row in found.items()}
        kept = {
            place: row
            for place, row in after.items()
            if (owner := owner_of(place, row)) not in proven - {""}
            and (place not in found or owner not in headless | proven)
        }
        after = found | kept
        headless = {each for each in headless if ("workshop", each) not in found}
        differing = (differing - headless) | (_differing(after, entries) & {*held})
        differing -= proven
    unnamed = headless | _repair_workshops(after)
    unnamed |= _repair_customers(after)
    _repair_circles(after)
    db.execute("PRAGMA foreign_keys=0")
    with db.atomic():
        _write(db, before, after)
        _repair_references(db)
        for workshop_id in deleted:
            db.table("action_log").delete_where("workshop_id = ?", [workshop_id])
        _write_log(db, entries, last)
        db.table("action_log").insert_all(log, replace=True)
        row_digests.begin(db.conn)
    db.execute("PRAGMA foreign_keys=1")
    return frozenset(differing), frozenset(unnamed)


def _begins_workshop(entry: Entry) -> bool:
    """Return whether a line holds the record of its workshop itself."""
    if entry.whole:
        return any(table == "workshop" for table, _row in entry.rows)
    return any(table == "workshop" and before is None for table, _id, before, _after in entry.rows)


def _entries(known: list[Journal], last: Mapping[str, int], by_copy: set[str]) -> list[Entry]:
    """Return the lines to replay on a copy in which these actions are the last ones.

    For workshops in `by_copy`, only lines after the copy, if possible.
    """
    found: list[Entry] = []
    for journal in known:
        workshop_id = journal.workshop_id
        done = last.get(journal.workshop_id, 0)
        new = [each for each in journal.entries if each.seq > done]
        from_copy = workshop_id in by_copy and workshop_id in last
        if journal.is_whole and journal.last >= done and not from_copy:
            found += journal.entries  # regardless of changes to the copy
        else:
            found += new
    return found


def _differing(
    rows: Mapping[tuple[str, str], dict[str, Any]], entries: Iterable[Entry]
) -> set[str]:
    """Return the workshops whose rows do not match the known digest in their last line."""
    has = row_digests.digests_of((table, row) for (table, _), row in rows.items())
    return {
        owner
        for owner, digest in last_digests(entries).items()
        if digest and str(has.get(owner, row_digests.Digest())) != digest
    }


def _write(
    db: Database,
    before: Mapping[tuple[str, str], dict[str, Any]],
    after: Mapping[tuple[str, str], dict[str, Any]],
) -> None:
    """Change the rows of a store from one state to another."""
    for table, row_id in before:
        if (table, row_id) not in after:
            db.table(table).delete(row_id)
    for record in TABLES:
        names = set(db.table(record.name).columns_dict)
        for (table, row_id), row in after.items():
            if table == record.name and before.get((table, row_id)) != row:
                known = {name: value for name, value in row.items() if name in names}
                db.table(table).insert(known, replace=True)


def _write_log(db: Database, entries: Iterable[Entry], last: Mapping[str, int]) -> None:
    """Write the actions after the last one into the log, so that they can be undone as before."""
    log = db.table("action_log")
    for entry in sorted(entries, key=lambda entry: entry.seq):
        workshop_id = entry.head["workshop_id"]
        if entry.is_part or entry.seq <= last.get(workshop_id, 0):
            continue
        if entry.whole:
            log.delete_where("workshop_id = ?", [workshop_id])
        log.insert(_mark(entry) if entry.whole else _log_row(entry), replace=True)


def _log_row(entry: Entry) -> dict[str, Any]:
    payload = json.dumps([] if entry.undoes else entry.rows, ensure_ascii=False)
    if len(payload.encode()) > LONGEST_VALUE // 2:  # an imported workshop, which cannot be undone
        payload = "[]"
    row = {name: entry.head.get(name) for name in _LOG} | {"digest": entry.head.get("digest", "")}
    return row | {"payload": payload}


def _mark(entry: Entry) -> dict[str, Any]:
    """Return the log row that represents everything before a snapshot and cannot be undone."""
    row = {name: entry.head.get(name) for name in _LOG}
    return row | {
        "at": row["at"] or datetime.now().isoformat(timespec="milliseconds"),
        "kind": "forgotten",
        "step": 0,
        "target": None,
        "place": row["place"] or "prepare:",
        "version": SCHEMA_VERSION,
        "digest": row["digest"] or "",
        "payload": "[]",
    }


def _unnamed_workshop(workshop_id: str) -> Row:
    """Return a placeholder for the record of a workshop that could not be read."""
    moment = datetime.now().isoformat(timespec="seconds")
    title = tr("recovery.untitled")
    return to_row(Workshop(id=workshop_id, customer_id=workshop_id, title=title, created_at=moment))


def _repair_workshops(rows: Rows) -> set[str]:
    """Add a placeholder for each workshop whose own record is missing; returns these."""
    owners = {owner_of(place, row) for place, row in rows.items()} - {""}
    missing = {each for each in owners if ("workshop", each) not in rows}
    rows |= {("workshop", each): _unnamed_workshop(each) for each in missing}
    return missing


def _repair_customers(rows: Rows) -> set[str]:
    """Remove customers without a workshop, and add a nameless one if a workshop's is missing.

    Returns the workshops of added ones.
    """
    workshops = [row for (table, _), row in rows.items() if table == "workshop"]
    used = {row["customer_id"] for row in workshops}
    for place in [place for place in rows if place[0] == "customer" and place[1] not in used]:
        del rows[place]
    missing = {each for each in used if ("customer", each) not in rows}
    for customer_id in missing:
        rows["customer", customer_id] = to_row(Customer(id=customer_id, name="", honorific=""))
    return {row["id"] for row in workshops if row["customer_id"] in missing}


def _repair_circles(rows: Rows) -> None:
    """Clear mergings that lead back to where they began."""
    targets = {
        row_id: row["merged_into"]
        for (table, row_id), row in rows.items()
        if table == "problem" and row.get("merged_into")
    }
    for row_id in circular(targets):
        rows["problem", row_id] = rows["problem", row_id] | {"merged_into": None}


def _repair_references(db: Database) -> None:
    """Clear references to missing rows, such as those of a damaged line; delete rows that need one.

    The workshops are among those whose rows do not match their digests.
    """
    while broken := db.execute("PRAGMA foreign_key_check").fetchall():
        for table, row_id, _parent, number in broken:
            keys = db.execute(f"PRAGMA foreign_key_list({table})").fetchall()
            name = next(key[3] for key in keys if key[0] == number)
            columns = db.execute(f"PRAGMA table_info({table})").fetchall()
            required = next(column[3] for column in columns if column[1] == name)
            change = f"DELETE FROM {table}" if required else f"UPDATE {table} SET {name} = NULL"  # noqa: S608
            db.execute(f"{change} WHERE rowid = ?", [row_id])


def _is_of_the_disk(error: StoreError) -> bool:
    """Return whether an error is one of writing or reading here, not of the source."""
    if error.key in ("errors.store_full", "errors.store_folder"):
        return True
    return str(error.values.get("reason", "")).startswith(_OF_THE_DISK)
