"""Maintains the journals of an open store, and compares its records with them."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from workshop_app.domain.errors import StoreError, told_as
from workshop_app.store.checking import Finding
from workshop_app.store.forgetting import forgotten
from workshop_app.store.journal import Entry, Journal, Journals, owner_of, read, replayed
from workshop_app.store.migrations import SCHEMA_VERSION
from workshop_app.store.recorder import RowChange, dump
from workshop_app.store.tables import TABLES, Row

Rows = Callable[[str, Sequence[object]], list[Row]]
"""Reads rows from the store; raises StoreError."""


class Recording:
    """The journals of a store; a temporary one (not `lasting`) has none."""

    def __init__(self, store: Path, rows: Rows, *, lasting: bool) -> None:
        self._store = store
        self._rows = rows
        self._others: set[str] = set()
        """Other workshops of which the action in hand changes something."""
        self.journals = Journals(store) if lasting else None

    def write(self, entry: Row | None, changes: list[RowChange]) -> None:
        """Write the line of an action, given as a row of the log, before it is committed."""
        workshop_id = (entry or {}).get("workshop_id", "")
        if self.journals is None:
            return
        if entry is None or not workshop_id:  # it has no line: rewrite the journals after it
            self._others = {owner for _, _, owner in _of_others(changes, "")}
            for each in changes:
                if each.table == "customer":
                    sql = "SELECT id FROM workshop WHERE customer_id = ?"
                    self._others |= {row["id"] for row in self._rows(sql, [each.row_id])}
            return
        head = {name: value for name, value in entry.items() if name != "payload"}
        if others := _of_others(changes, workshop_id):
            head["others"] = others
            self._others = {owner for _, _, owner in others}
        payload = entry["payload"]  # undo and redo have no payload
        rows = json.dumps(dump(changes), ensure_ascii=False) if payload == "[]" else payload
        self.journals.append(
            head,
            rows,
            last=lambda: self._last_action(workshop_id, before=entry["seq"]),
            forgotten=lambda: len(forgotten(self._store)),
            whole=lambda: self.whole(workshop_id),
        )

    def settle(self, *, stored: bool) -> None:
        """Keep the line that was written last, or cut it off if its action is not stored."""
        others = self._others
        self._others = set()
        if self.journals is None:
            return
        if not stored:
            self.journals.rolled_back()
            return
        self.journals.committed()
        for workshop_id in others:  # so that each journal contains its whole workshop
            with suppress(StoreError):
                self._begin(workshop_id)

    @told_as("errors.store_folder")
    def forget(self, workshop_id: str) -> None:
        """Rewrite the journals that contain anything of a workshop; raises StoreError."""
        if self.journals is None:
            return
        for other in self.journals.holding(workshop_id):
            self._begin(other)
        self._begin(workshop_id)
        self.journals.remove_others(workshop_id)

    @told_as("errors.store_folder")
    def _begin(self, workshop_id: str) -> None:
        """Rewrite a workshop's journal from the current rows, so that nothing earlier remains.

        The journal of a deleted workshop is removed. Raises StoreError.
        """
        if self.journals is None:
            return
        if not self._is_there(workshop_id):
            self.journals.remove(workshop_id)
            return
        head = {
            "seq": self._last_action(workshop_id),
            "workshop_id": workshop_id,
            "kind": "snapshot",
            "version": SCHEMA_VERSION,
            "digest": self._digest(workshop_id),
        }
        self.journals.begin(head, self.whole(workshop_id), len(forgotten(self._store)))

    def steps(self, *, repair: bool) -> Iterator[list[Finding]]:
        """Read from each journal the data of other workshops, then compare all workshops.

        Each is compared with its journal. Reads one journal per step; yields the differences.

        A missing, damaged or outdated journal is rewritten; with `repair` False it is reported
        instead. Other differences mean that the store has changed, since the journal contains what
        was typed. Raises StoreError.
        """
        if self.journals is None:
            return
        lines = self._forgotten()
        foreign: dict[str, list[Entry]] = {}
        for workshop_id in self.journals.workshops():
            for owner, entry in self._foreign_in(workshop_id):
                foreign.setdefault(owner, []).append(entry)
            yield []
        stored = {row["id"] for row in self._rows("SELECT id FROM workshop", [])}
        for workshop_id in stored:
            if self._is_there(workshop_id):
                last = max((n for n, each in enumerate(lines, 1) if each == workshop_id), default=0)
                yield self._compared(workshop_id, last, foreign.get(workshop_id, []), repair=repair)
        for workshop_id in self.journals.workshops():
            if workshop_id not in stored and workshop_id in lines and repair:
                self._begin(workshop_id)

    def whole(self, workshop_id: str) -> list[tuple[str, Row]]:
        """Return all rows of a workshop, and its customer's, in an order for inserting them.

        Raises StoreError.
        """
        found: list[tuple[str, Row]] = []
        for table in TABLES:
            key = table.owner or "id"
            value = workshop_id
            if not table.owner:
                sql = "SELECT customer_id FROM workshop WHERE id = ?"
                value = next((row["customer_id"] for row in self._rows(sql, [workshop_id])), "")
            sql = f"SELECT * FROM {table.name} WHERE {key} = ? ORDER BY id"  # noqa: S608
            found += [(table.name, row) for row in self._rows(sql, [value])]
        return found

    def close(self) -> None:
        """Close the files of the journals."""
        if self.journals is not None:
            self.journals.close()

    def _is_there(self, workshop_id: str) -> bool:
        return bool(self._rows("SELECT 1 FROM workshop WHERE id = ?", [workshop_id]))

    def _last_action(self, workshop_id: str, before: int | None = None) -> int:
        """Return the number of the last action of a workshop, 0 if there is none."""
        sql = (
            "SELECT max(seq) AS last FROM action_log "
            "WHERE workshop_id = ?1 AND seq < coalesce(?2, 1e18)"
        )
        return self._rows(sql, [workshop_id, before])[0]["last"] or 0

    def _digest(self, workshop_id: str) -> str:
        """Return the digest of a workshop's rows; empty if there is none."""
        sql = "SELECT digest FROM row_digest WHERE workshop_id = ?"
        return next((row["digest"] for row in self._rows(sql, [workshop_id])), "")

    def _forgotten(self) -> list[str]:
        """Return the workshops of which something was forgotten, in order."""
        try:
            return [line.split(" ")[0] for line in forgotten(self._store)]
        except OSError:
            return []

    def _foreign_in(self, workshop_id: str) -> Iterator[tuple[str, Entry]]:
        """Return the changes that actions in a workshop made to others, with the other's id."""
        journal = self._read(workshop_id)
        if journal is None:
            return
        last = self._last_action(workshop_id)
        for entry in journal.entries:
            if entry.seq > last or "others" not in entry.head:
                continue
            owners = {(table, row_id): owner for table, row_id, owner in entry.head["others"]}
            for owner in {*owners.values()}:
                rows = [row for row in entry.rows if owners.get((row[0], row[1])) == owner]
                yield owner, Entry(entry.seq, entry.head, rows)

    def _read(self, workshop_id: str) -> Journal | None:
        path = self.journals.path_of(workshop_id) if self.journals is not None else None
        with suppress(OSError):
            return None if path is None else read(path)
        return None

    def _compared(
        self, workshop_id: str, needed: int, foreign: list[Entry], *, repair: bool
    ) -> list[Finding]:
        journal = self._read(workshop_id)
        if journal is not None and journal.is_whole and journal.forgotten >= needed:
            last = self._last_action(workshop_id)
            entries = [each for each in journal.entries if each.seq <= last]
            current = all(each.head.get("version") == SCHEMA_VERSION for each in entries)
            if entries and current and entries[-1].seq == last:
                later = [each for each in foreign if each.seq > entries[0].seq]
                found = self._differences(workshop_id, replayed([*entries, *later], {}))
                return found or self._changed_actions(workshop_id, entries)
        if repair:
            self._begin(workshop_id)
            return []
        return [Finding("journal", "missing or behind", workshop_id)]

    def _differences(
        self, workshop_id: str, wanted: Mapping[tuple[str, str], Row]
    ) -> list[Finding]:
        """Return the rows of a workshop that differ from its journal, except its customer.

        The customer is shared with other workshops.
        """
        has = {(table, row["id"]): row for table, row in self.whole(workshop_id)}
        owned = [key for key, row in wanted.items() if owner_of(key, row) == workshop_id]
        keys = [key for key in dict.fromkeys([*has, *owned]) if key[0] != "customer"]
        return [
            Finding(table, "differs from its journal", row_id)
            for table, row_id in keys
            if has.get((table, row_id)) != wanted.get((table, row_id))
        ]

    def _changed_actions(self, workshop_id: str, entries: Sequence[Entry]) -> list[Finding]:
        """Return the actions of the log that differ from their lines, and would be undone wrongly.

        A line without a payload in the log is an undo or redo, or is too long for it.
        """
        lines = {each.seq: each for each in entries if not each.whole and not each.is_part}
        sql = "SELECT * FROM action_log WHERE workshop_id = ?"
        rows = self._rows(sql, [workshop_id]) if lines else []
        return [
            Finding("action_log", "differs from its journal", str(row["seq"]))
            for row in rows
            if row["seq"] in lines and not _is_same_action(row, lines[row["seq"]])
        ]


def _is_same_action(row: Row, line: Entry) -> bool:
    """Compare a row of the log with its line of the journal."""
    if any(row[name] != value for name, value in line.head.items() if name in row):
        return False
    try:
        return row["payload"] == "[]" or json.loads(row["payload"]) == line.rows
    except ValueError:
        return False


def _of_others(changes: list[RowChange], workshop_id: str) -> list[tuple[str, str, str]]:
    """Return table, id and workshop of each changed row that belongs to another workshop."""
    owners = (
        (
            each.table,
            each.row_id,
            owner_of((each.table, each.row_id), each.after or each.before or {}),
        )
        for each in changes
    )
    return [place for place in owners if place[2] not in ("", workshop_id)]
