"""Keeps the journals of an open store, and compares its records with them."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from workshop_app.domain.errors import StoreError
from workshop_app.store.checking import Finding
from workshop_app.store.forgetting import forgotten
from workshop_app.store.journal import Journals, read, replayed
from workshop_app.store.migrations import SCHEMA_VERSION
from workshop_app.store.recorder import RowChange, dump
from workshop_app.store.tables import TABLES, Row

Rows = Callable[[str, Sequence[object]], list[Row]]
"""Reads rows from the store; raises StoreError."""


class Recording:
    """The second record of a store; one that is thrown away (not `lasting`) has none."""

    def __init__(self, store: Path, rows: Rows, *, lasting: bool) -> None:
        self._store = store
        self._rows = rows
        self.journals = Journals(store) if lasting else None

    def write(self, entry: Row | None, changes: list[RowChange]) -> None:
        """Write the line of an action, which has this row in the log, before it is committed."""
        workshop_id = (entry or {}).get("workshop_id", "")
        if self.journals is None or entry is None or not workshop_id:
            return
        head = {name: value for name, value in entry.items() if name != "payload"}
        payload = entry["payload"]  # that of undo and redo is empty
        rows = json.dumps(dump(changes), ensure_ascii=False) if payload == "[]" else payload
        self.journals.append(
            head,
            rows,
            last=lambda: self._last_action(workshop_id, before=entry["seq"]),
            forgotten=lambda: len(forgotten(self._store)),
            whole=lambda: self.whole(workshop_id),
        )

    def settle(self, *, stored: bool) -> None:
        """Keep the line that was written last, or cut it off where its action is not stored."""
        if self.journals is not None:
            self.journals.committed() if stored else self.journals.rolled_back()

    def begin_anew(self, workshop_id: str) -> None:
        """Write a workshop's journal anew from what is stored, so that nothing earlier is in it.

        The journal of a workshop that is not there any more is removed. Raises StoreError.
        """
        if self.journals is None:
            return
        try:
            if not self._is_there(workshop_id):
                self.journals.remove(workshop_id)
                return
            self.journals.begin_anew(
                workshop_id,
                self._last_action(workshop_id),
                len(forgotten(self._store)),
                self.whole(workshop_id),
                SCHEMA_VERSION,
            )
        except OSError as error:
            raise StoreError("errors.store_folder", reason=error.strerror or "") from error

    def steps(self, *, mend: bool) -> Iterator[list[Finding]]:
        """Compare each workshop with its journal, one a step; yields what differs.

        A journal that is missing, spoilt or behind is begun anew, unless `mend` is false: then it
        is a finding. What the journal has is what was once typed. Raises StoreError.
        """
        if self.journals is None:
            return
        lines = self._forgotten()
        stored = {row["id"] for row in self._rows("SELECT id FROM workshop", [])}
        for workshop_id in stored:
            if self._is_there(workshop_id):
                last = max((n for n, each in enumerate(lines, 1) if each == workshop_id), default=0)
                yield self._compared(workshop_id, last, mend=mend)
        for workshop_id in self.journals.workshops():
            if workshop_id not in stored and workshop_id in lines and mend:
                self.begin_anew(workshop_id)

    def whole(self, workshop_id: str) -> list[tuple[str, Row]]:
        """Return all rows of a workshop, and its customer's, in an order to write them in.

        Raises StoreError.
        """
        found: list[tuple[str, Row]] = []
        for table in TABLES:
            key, value = table.owner or "id", workshop_id
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
        """Return the number of the last action of a workshop, 0 where there is none."""
        sql = (
            "SELECT max(seq) AS last FROM action_log "
            "WHERE workshop_id = ?1 AND seq < coalesce(?2, 1e18)"
        )
        return self._rows(sql, [workshop_id, before])[0]["last"] or 0

    def _forgotten(self) -> list[str]:
        """Return the workshops of which something was forgotten, in that order."""
        try:
            return [line.split(" ")[0] for line in forgotten(self._store)]
        except OSError:
            return []

    def _compared(self, workshop_id: str, needed: int, *, mend: bool) -> list[Finding]:
        path = self.journals.path_of(workshop_id) if self.journals is not None else None
        journal = None
        with suppress(OSError):
            journal = None if path is None else read(path)
        if journal is not None and journal.is_whole and journal.forgotten >= needed:
            last = self._last_action(workshop_id)
            entries = [each for each in journal.entries if each.seq <= last]
            current = all(each.head.get("version") == SCHEMA_VERSION for each in entries)
            if entries and current and entries[-1].seq == last:
                return self._differences(workshop_id, replayed(entries, {}))
        if mend:
            self.begin_anew(workshop_id)
            return []
        return [Finding("journal", "missing or behind", workshop_id)]

    def _differences(
        self, workshop_id: str, wanted: Mapping[tuple[str, str], Row]
    ) -> list[Finding]:
        """Return the rows of a workshop that are not as its journal says, but for its customer.

        Other workshops share that one.
        """
        has = {(table, row["id"]): row for table, row in self.whole(workshop_id)}
        places = [place for place in {**has, **wanted} if place[0] != "customer"]
        return [
            Finding(table, "differs from its journal", row_id)
            for table, row_id in places
            if has.get((table, row_id)) != wanted.get((table, row_id))
        ]
