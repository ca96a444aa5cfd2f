"""What a recovery brought back, and what is known to be missing, workshop by workshop."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from contextlib import closing, suppress
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from workshop_app.private_files import sync
from workshop_app.store.contents import COUNTED, WorkshopContents, contents
from workshop_app.store.journal import Entry, Journal
from workshop_app.store.migrations import SCHEMA_VERSION
from workshop_app.store.salvage import Salvaged

UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
"""Errors of reading; SQLite may quote invalid UTF-8 of a damaged schema."""


class RecoverySource(StrEnum):
    """The source of the recovered records."""

    COPY = "copy"
    JOURNALS = "journals"
    BOTH = "both"
    ROWS = "rows"
    NOTHING = "nothing"


class RecoveredWorkshop(NamedTuple):
    """One workshop, and what is known to be missing in it."""

    id: str
    title: str
    """Empty if nothing of it came back."""
    date: str
    counts: dict[str, int]
    """Its counts, by the names in `contents.COUNTED`."""
    expected: dict[str, int]
    """The same counts as known from the damaged file; never lower."""
    lost_actions: int = 0
    """The number of known actions that are missing."""
    lost_records: int = 0
    """The number of missing records, if the damaged file or the journal tells it."""
    differs: bool = False
    """Whether its rows do not match the digest stored with its last action."""
    proven: bool = False
    """Whether its rows match the digest that was stored last."""
    came_back: bool = True

    @property
    def is_whole(self) -> bool:
        """Whether nothing is known to be missing."""
        known = self.counts == self.expected and not self.lost_actions and not self.lost_records
        return self.came_back and known and not self.differs


class DamagedJournal(NamedTuple):
    """A journal that could be read in part or not at all."""

    path: Path
    workshop_id: str
    """Empty if no line of it can be read."""
    lines: int
    """The number of damaged lines."""


class Recovered(NamedTuple):
    """Records that are ready to replace the damaged file."""

    file: Path
    source: RecoverySource
    until: datetime | None
    """The time of the last action in them; None if it is unknown."""
    workshop_id: str
    """The workshop that was worked on last; empty if there is none."""
    workshops: tuple[RecoveredWorkshop, ...]
    """All known workshops: what came back, then what did not."""
    journals: tuple[DamagedJournal, ...] = ()
    unsure: bool = False
    """Whether a journal of an unknown workshop is lost, and nothing proves that all came back."""

    @property
    def last(self) -> RecoveredWorkshop | None:
        """The workshop that was worked on last."""
        return next((each for each in self.workshops if each.id == self.workshop_id), None)

    @property
    def back(self) -> tuple[RecoveredWorkshop, ...]:
        """The workshops that came back, whole or in part."""
        return tuple(each for each in self.workshops if each.came_back)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is known to be missing."""
        return not self.unsure and all(each.is_whole for each in self.workshops)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was read, or all that is known is lost."""
        return not self.back and (self.source is RecoverySource.NOTHING or not self.is_whole)


class Sources(NamedTuple):
    """What is known besides the recovered records."""

    damaged: Path | None
    """A copy of the damaged file; None if there is nothing to read."""
    read: Salvaged
    """What was read in it, row by row."""
    journals: list[Journal]
    copied: Collection[str]
    """The ids of the workshops in the newest copy that were not deleted since."""


class _Damaged(NamedTuple):
    """What can still be read in the damaged file about what it held."""

    contents: Mapping[str, WorkshopContents]
    digests: Mapping[str, tuple[int, str]]
    actions: Mapping[str, set[int]]

    @property
    def is_complete(self) -> bool:
        return bool(self.contents) and self.contents.keys() <= self.digests.keys()


class _Made(NamedTuple):
    """What the recovered file holds."""

    contents: Mapping[str, WorkshopContents]
    dates: Mapping[str, str]
    actions: Mapping[str, set[int]]


def described(
    file: Path,
    source: RecoverySource,
    sources: Sources,
    *,
    differing: Collection[str],
    unnamed: Collection[str],
) -> Recovered:
    """Return the recovered records with their content and what is known to be missing.

    `differing` are the workshops whose rows do not match their digests, `unnamed` those whose own
    record or customer is a placeholder.
    """
    sync(file)
    with closing(sqlite3.connect(file)) as connection:
        made = _Made(
            contents(connection),
            dict(connection.execute("SELECT id, date FROM workshop").fetchall()),
            _actions(connection),
        )
        newest = connection.execute(
            "SELECT workshop_id, at FROM action_log WHERE workshop_id IN (SELECT id FROM workshop) "
            "AND at <> '' AND kind <> 'forgotten' ORDER BY at DESC, seq DESC LIMIT 1"
        ).fetchone()
        if newest is None:  # the time of a mark or placeholder would be that of the recovery
            newest = connection.execute(
                "SELECT id, '' FROM workshop ORDER BY created_at DESC LIMIT 1"
            ).fetchone()
    read = sources.read
    actions = {key: {*log} for key, log in read.actions.items()}
    known = _Damaged(_contents(sources.damaged), read.digests, actions)
    journals = {each.workshop_id: each for each in sources.journals if each.workshop_id}
    digests = last_digests(entry for each in sources.journals for entry in each.entries)
    ids = dict.fromkeys(
        [*made.contents, *filter(None, known.contents or known.digests), *journals, *sources.copied]
    )
    workshops = [
        _workshop(key, made, known, journals.get(key), digests.get(key, ""))
        if key in made.contents
        else _missing(key, known)
        for key in ids
        if key in made.contents or not _ended(journals.get(key))
    ]
    told = tuple(_with_doubts(each, differing, unnamed) for each in workshops)
    bad = [each for each in sources.journals if each.faults or each.lost]
    proven = known.is_complete and all(each.proven for each in told)
    return Recovered(
        file=file,
        source=source,
        until=_moment(newest[1]) if newest else None,
        workshop_id=newest[0] if newest else "",
        workshops=told,
        journals=tuple(
            DamagedJournal(each.path, each.workshop_id, max(each.faults, each.lost)) for each in bad
        ),
        unsure=not proven and any(not each.workshop_id for each in bad),
    )


def _contents(damaged: Path | None) -> dict[str, WorkshopContents]:
    """Return what the damaged file counts; empty if it cannot."""
    if damaged is not None:
        with suppress(*UNREADABLE), closing(sqlite3.connect(damaged)) as connection:
            connection.text_factory = lambda data: data.decode("utf-8", "replace")
            return contents(connection)
    return {}


def _actions(connection: sqlite3.Connection) -> dict[str, set[int]]:
    """Return by workshop the numbers of its actions; raises sqlite3.Error."""
    found: dict[str, set[int]] = {}
    for workshop_id, seq in connection.execute("SELECT workshop_id, seq FROM action_log"):
        found.setdefault(workshop_id, set()).add(seq)
    return found


def last_digests(entries: Iterable[Entry]) -> dict[str, str]:
    """Return the digest in the last of these lines of each workshop.

    Workshops changed afterwards by an action in another one are omitted, since their digest is
    unknown; so are digests of other columns.
    """
    found: dict[str, str] = {}
    for entry in sorted(entries, key=lambda entry: entry.seq):
        is_known = entry.head.get("version") == SCHEMA_VERSION
        found |= {owner: "" for _, _, owner in entry.head.get("others", ())}
        found[entry.head["workshop_id"]] = str(entry.head.get("digest", "")) if is_known else ""
    return found


def _ended(journal: Journal | None) -> bool:
    """Return whether a journal ends without its workshop, as after an undone creation."""
    if journal is None or not journal.entries:
        return False
    last = journal.entries[-1]
    changes = () if last.whole else last.rows
    return any(each[0] == "workshop" and each[3] is None for each in changes)


def _missing(key: str, known: _Damaged) -> RecoveredWorkshop:
    none: dict[str, int] = dict.fromkeys(COUNTED, 0)
    there = known.contents.get(key)
    expected = there.counts if there is not None else none
    return RecoveredWorkshop(key, "", "", none, expected, came_back=False)


def _workshop(
    key: str, made: _Made, known: _Damaged, journal: Journal | None, in_journal: str
) -> RecoveredWorkshop:
    """Compare a workshop with what the damaged file and its journal, last digest given, say."""
    has = made.contents[key]
    whole = RecoveredWorkshop(key, has.title, made.dates[key], has.counts, has.counts)
    seq, in_file = known.digests.get(key, (0, ""))
    file_last = max(known.actions.get(key, {0}) | {seq})
    journal_last = journal.last if journal is not None else 0
    file_is_newer = bool(in_file) and file_last >= journal_last and seq in (0, file_last)
    wanted = in_file if file_is_newer else in_journal if journal_last >= file_last else ""
    is_last_known = file_is_newer or journal is None or not journal.lost_last
    if wanted and wanted == has.digest and is_last_known:
        return whole._replace(proven=True)
    own = made.actions.get(key, set())
    later = {each for each in known.actions.get(key, ()) if own and each > min(own)} - own
    ahead = {each.seq for each in journal.entries if each.seq > max(own)} if journal and own else ()
    unread = journal.lost if journal is not None else 0
    lost = max(len(later), len(ahead) + unread)
    fewer = max(0, _rows(wanted) - _rows(has.digest)) if wanted else 0
    there = known.contents.get(key)
    expected = has.counts
    if there is not None and (lost or fewer):
        expected = {kind: max(has.counts[kind], there.counts[kind]) for kind in COUNTED}
    is_same_action = not own or max(own) == max(file_last, journal_last)
    return whole._replace(
        expected=expected,
        lost_actions=lost,
        lost_records=fewer,
        differs=wanted not in ("", has.digest) and is_same_action,
    )


def _rows(digest: str) -> int:
    """Return the number of rows of a digest, 0 if it is damaged."""
    rows = digest.partition(":")[0]
    return int(rows) if rows.isascii() and rows.isdigit() else 0


def _with_doubts(
    one: RecoveredWorkshop, differing: Collection[str], unnamed: Collection[str]
) -> RecoveredWorkshop:
    doubtful = one.id in unnamed or (one.id in differing and not one.proven)
    return one._replace(differs=True) if doubtful else one


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is None else moment.astimezone().replace(tzinfo=None)
