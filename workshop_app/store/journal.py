"""A second record of each workshop outside the store: the changes of every action, line by line.

There is one file per workshop, with a random name, in a folder beside the store. Each line has a
checksum and names its workshop, so that it can be read whatever happens to the others; it is
flushed to disk before its action is committed. A line without its action, left by a
crash, is cut off when the workshop is next changed; a file with missing actions is rewritten,
starting with a snapshot of its rows. Lines are never modified; if something has to be forgotten,
the file is rewritten as well.
"""

import json
import os
import re
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import IO, Any, NamedTuple

from workshop_app.private_files import make_folder, replacing, sync

SUFFIX = ".journals"
ENDING = ".jsonl"
AHEAD = ".ahead"
"""Suffix of a journal with actions that are not in the current store, such as after a restore."""
_LARGEST = 64_000_000
_BEGINNING = re.compile(rb"[0-9a-f]{8} \{")
"""How each line begins: its checksum, then an object."""
Snapshot = Callable[[], list[tuple[str, dict[str, Any]]]]
"""Returns all rows of a workshop with their tables, and its customer's."""


class Entry(NamedTuple):
    """One line: the numbers of the action log, and the changed rows."""

    seq: int
    head: Mapping[str, Any]
    """The columns of the log's row, without its payload."""
    rows: Sequence[Sequence[Any]]
    """Pairs of table and row for a complete snapshot, otherwise changes as written by
    `recorder.dump`.
    """
    whole: bool = False

    @property
    def is_part(self) -> bool:
        """Whether it is a row of a snapshot, not an action."""
        return bool(self.head.get("part"))

    @property
    def undoes(self) -> bool:
        """Whether it is an undo or redo, whose row in the log has no payload."""
        return self.head.get("kind") in ("undo", "redo")


@dataclass(slots=True)
class Journal:
    """The content of one file."""

    path: Path
    workshop_id: str = ""
    """Empty if no line can be read."""
    forgotten: int = 0
    entries: list[Entry] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    """The offset after each line of `entries`, in bytes."""
    size: int = 0
    faults: int = 0
    """Number of damaged lines and line breaks, except an incomplete last line."""
    lost: int = 0
    """Number of unreadable actions, with an incomplete last line."""
    lost_last: bool = False
    """Whether a lost action follows the last one in `entries`."""

    @property
    def last(self) -> int:
        """The number of the last action, 0 if there is none."""
        return self.entries[-1].seq if self.entries else 0

    @property
    def is_whole(self) -> bool:
        """Whether it begins with a snapshot and no missing line is known."""
        return bool(self.entries) and self.entries[0].whole and not self.faults


def folder_of(store: Path) -> Path:
    """Return the folder of a store's journals."""
    return store.with_name(store.name + SUFFIX)


def remove_naming(files: Iterable[Path], ids: Collection[str]) -> None:
    """Remove the files that contain any of these ids; raises OSError."""
    for file in files:
        data = file.read_bytes()
        if any(each.encode() in data for each in ids):
            file.unlink()


def read_all(store: Path) -> list[Journal]:
    """Return all journals of a store, as far as they can be read.

    One that cannot be read at all is included, too.
    """
    found = []
    with suppress(OSError):
        for path in sorted(folder_of(store).glob(f"*{ENDING}")):
            try:
                found.append(read(path))
            except OSError:
                found.append(Journal(path, faults=1, lost=1, lost_last=True))
    return found


def read(path: Path) -> Journal:
    """Read a journal; damaged lines are counted and skipped. Raises OSError."""
    journal = Journal(path)
    with path.open("rb") as file:
        data = file.read(_LARGEST)
        is_cut = bool(file.read(1))
    place = 0
    while place < len(data):
        end = data.find(b"\n", place) + 1
        line = data[place : end - 1]
        if not end:
            rest = data[place:]
            whole = [each for each in (rest, rest[:-1]) if _opened(each) is not None]
            if not whole:
                journal.lost += 1  # unless its action was never committed
                journal.lost_last = True
                break
            line = whole[0]
            end = len(data)
            journal.faults += 1  # only its line break is damaged
        pieces = [*_pieces(line)]
        journal.faults += len(pieces) - 1
        for piece in pieces:
            _take(journal, _opened(piece), end, is_first=not place and piece is pieces[0])
        place = end
        journal.size = end
    if is_cut or not data:
        _take(journal, None, len(data), is_first=False)
    return journal


def _workshop_of(path: Path) -> str:
    """Return the id of a journal's workshop, empty if no line can be read; raises OSError."""
    with path.open("rb") as file:
        head = _opened(file.readline(1_000).rstrip(b"\n"))
    return str((head or {}).get("workshop") or read(path).workshop_id)


def _pieces(line: bytes) -> Iterator[bytes]:
    """Yield a line, or the lines in it if line breaks between them are damaged."""
    starts = [0, *(found.start() for found in _BEGINNING.finditer(line, 1))]
    pieces = [line[start : end - 1] for start, end in pairwise([*starts, len(line) + 1])]
    if len(pieces) == 1 or _opened(line) is not None or not any(map(_opened, pieces)):
        yield line
    else:
        yield from pieces


def _take(journal: Journal, found: dict[str, Any] | None, end: int, *, is_first: bool) -> None:
    """Add the content of a line that ends at an offset, or count it as damaged."""
    try:
        if found is not None and "workshop" in found:
            journal.workshop_id = str(found["workshop"])
            journal.forgotten = int(found["forgotten"])
            return
        if found is not None:
            rows = found.pop("rows")
            whole = bool(found.pop("whole", False))
            entry = Entry(int(found["seq"]), found, rows, whole)
            journal.workshop_id = journal.workshop_id or str(found["workshop_id"])
            journal.entries.append(entry)
            journal.ends.append(end)
            journal.lost_last = False
            return
    except (KeyError, TypeError, ValueError):
        pass  # another program's
    journal.faults += 1
    if not is_first:  # the first line holds no action
        journal.lost += 1
        journal.lost_last = True


def _opened(line: bytes) -> dict[str, Any] | None:
    """Return the content of a line; None if its checksum is wrong."""
    if line[8:9] != b" " or line[:8] != _checksum(line[9:]):
        return None
    try:
        found = json.loads(line[9:])
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _checksum(data: bytes) -> bytes:
    return b"%08x" % zlib.crc32(data)


def _line(text: str) -> bytes:
    data = text.encode("utf-8", "surrogatepass")
    return _checksum(data) + b" " + data + b"\n"


class Journals:
    """Writes the journals of an open store, whose lock must be held.

    If a journal cannot be written, work continues; it is rewritten as soon as that is possible.
    """

    def __init__(self, store: Path) -> None:
        self._folder = folder_of(store)
        self._paths: dict[str, Path] | None = None
        self._files: dict[str, IO[bytes]] = {}
        self._behind: set[str] = set()
        self._written: tuple[str, int] | None = None
        """The workshop whose line waits for its commit, and how long its file was before."""

    def append(
        self,
        head: Mapping[str, Any],
        rows: str,
        *,
        last: Callable[[], int],
        forgotten: Callable[[], int],
        whole: Snapshot,
    ) -> None:
        """Write the line of an action that is about to be committed, and flush it to disk.

        `rows` are its changes as JSON; `last` returns the number of the action before it in this
        workshop; `whole` returns all rows of the workshop as they will be.
        """
        workshop_id = head["workshop_id"]
        try:
            file = self._ready(workshop_id, last)
            if file is None:
                self._written = (workshop_id, 0)
                self.begin(head, whole(), forgotten())
                return
            self._written = (workshop_id, file.tell())
            text = json.dumps(dict(head), ensure_ascii=False)
            file.write(_line(f'{text[:-1]}, "rows": {rows}}}'))
            os.fsync(file.fileno())
        except (OSError, ValueError):
            self._give_up(workshop_id)

    def committed(self) -> None:
        """Keep the written line, since its action is stored."""
        self._written = None

    def rolled_back(self) -> None:
        """Cut off the written line, since its action is not stored."""
        written = self._written
        self._written = None
        if written is None:
            return
        workshop_id, size = written
        if not size:  # the journal began with this action: it is rewritten with the next one
            self._give_up(workshop_id)
            return
        try:
            file = self._files[workshop_id]
            file.truncate(size)
            file.seek(size)
            os.fsync(file.fileno())
        except (OSError, KeyError):
            self._give_up(workshop_id)

    def remove(self, workshop_id: str) -> None:
        """Remove the journal of a workshop that is deleted permanently; raises OSError."""
        self._close(workshop_id)
        path = self._known().pop(workshop_id, None)
        if path is not None:
            path.unlink(missing_ok=True)
            sync(self._folder)

    def path_of(self, workshop_id: str) -> Path | None:
        """Return the file of a workshop's journal; None if there is none."""
        return self._known().get(workshop_id)

    def holding(self, workshop_id: str) -> list[str]:
        """Return the other workshops whose journals contain this workshop's id."""
        found = []
        words = workshop_id.encode()
        for other, path in self._known().items():
            with suppress(OSError):
                if other != workshop_id and words in path.read_bytes():
                    found.append(other)
        return found

    def remove_others(self, workshop_id: str) -> None:
        """Remove the journals that are in no use if they name a workshop.

        These are those of actions that no store has (`AHEAD`), and unreadable ones. Raises OSError.
        """
        used = {*self._known().values()}
        others = (path for path in self._folder.glob(f"*{ENDING}*") if path not in used)
        remove_naming(others, [workshop_id])

    def workshops(self) -> list[str]:
        """Return the ids of the workshops that have a journal."""
        return [*self._known()]

    def close(self) -> None:
        """Close all files."""
        for workshop_id in [*self._files]:
            self._close(workshop_id)

    def _known(self) -> dict[str, Path]:
        """Return the file of each workshop; each is read once, up to its first readable line."""
        if self._paths is None:
            self._paths = {}
            with suppress(OSError):
                for path in self._folder.iterdir():
                    if path.name.endswith(".part"):
                        path.unlink(missing_ok=True)
                    elif path.name.endswith(ENDING):
                        with suppress(OSError):
                            self._paths[_workshop_of(path)] = path
            self._paths.pop("", None)  # unreadable
        return self._paths

    def _ready(self, workshop_id: str, stored_last: Callable[[], int]) -> IO[bytes] | None:
        """Return the file to which the next line is appended; None if it must be rewritten.

        On first use it is read, and lines of actions that were not committed are cut off.
        """
        if workshop_id in self._files:
            return self._files[workshop_id]
        path = self._known().get(workshop_id)
        if path is None or workshop_id in self._behind:
            return None
        journal = read(path)
        last = stored_last()
        stored = [
            end
            for entry, end in zip(journal.entries, journal.ends, strict=True)
            if entry.seq <= last
        ]
        # the store is older than the journal: keep the file
        if len({entry.seq for entry in journal.entries if entry.seq > last}) > 1:
            path.rename(path.with_name(path.name + AHEAD))
            return None
        if not journal.is_whole or not stored or journal.entries[len(stored) - 1].seq != last:
            return None
        file = path.open("r+b", buffering=0)
        file.truncate(stored[-1])
        file.seek(stored[-1])
        self._files[workshop_id] = file
        return file

    def begin(
        self, head: Mapping[str, Any], rows: list[tuple[str, dict[str, Any]]], forgotten: int
    ) -> None:
        """Replace a workshop's journal by one that begins with a snapshot; raises OSError."""
        workshop_id = head["workshop_id"]
        self._close(workshop_id)
        make_folder(self._folder)
        path = self._known().get(workshop_id) or self._folder / f"{os.urandom(16).hex()}{ENDING}"
        first = {"workshop": workshop_id, "forgotten": forgotten}
        with replacing(path) as file:
            for line in (first, *_snapshot(head, rows)):
                file.write(_line(json.dumps(line, ensure_ascii=False)))
        sync(self._folder)
        self._known()[workshop_id] = path
        self._behind.discard(workshop_id)

    def _give_up(self, workshop_id: str) -> None:
        self._close(workshop_id)
        self._behind.add(workshop_id)
        self._written = None

    def _close(self, workshop_id: str) -> None:
        file = self._files.pop(workshop_id, None)
        if file is not None:
            with suppress(OSError):
                file.close()


def _snapshot(
    head: Mapping[str, Any], rows: Iterable[tuple[str, dict[str, Any]]]
) -> Iterator[dict[str, Any]]:
    """Yield the lines of a snapshot: one that ends everything before, then one for each row.

    So a damaged line costs one row.
    """
    yield {**head, "whole": True, "rows": []}
    names = ("seq", "workshop_id", "version", "digest")
    part = {name: head[name] for name in names if name in head} | {"kind": "snapshot", "part": True}
    for table, row in rows:
        yield {**part, "rows": [[table, row["id"], None, row]]}


def replayed(
    entries: Iterable[Entry], rows: dict[tuple[str, str], dict[str, Any]]
) -> dict[tuple[str, str], dict[str, Any]]:
    """Return rows by table and id as they are after these actions, in the order of their numbers.

    A change of a missing row is ignored.
    """
    for entry in sorted(entries, key=lambda entry: entry.seq):
        if entry.whole:
            own = str(entry.head["workshop_id"])
            for place in [place for place, row in rows.items() if owner_of(place, row) == own]:
                del rows[place]
            for table, row in entry.rows:
                rows[table, row["id"]] = dict(row)
            continue
        for table, row_id, before, after in entry.rows:
            if after is None:
                rows.pop((table, row_id), None)
            elif before is None:
                rows[table, row_id] = dict(after)
            elif (table, row_id) in rows:
                rows[table, row_id].update(after)
    return rows


def owner_of(place: tuple[str, str], row: Mapping[str, Any]) -> str:
    """Return the id of the workshop that a row belongs to; empty for a customer."""
    table, row_id = place
    return row_id if table == "workshop" else str(row.get("workshop_id", ""))
