"""Copies that the program makes by itself: checked, named by their time, and thinned."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import zip_longest
from pathlib import Path

from workshop_app.domain.errors import StoreError
from workshop_app.store.backup import BACKUPS, check_file, sync

_FORMAT = "%Y-%m-%d-%H%M%S"
_ALL_FOR = timedelta(days=2)
_KEPT: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (12, lambda time: time.date()),
    (10, lambda time: time.isocalendar()[:2]),
    (9, lambda time: (time.year, time.month)),
)
"""After that: how many days, weeks and months keep their last copy."""
_PIECE = 1 << 20
_OPENING = (slice(24, 28), slice(92, 100))
"""Bytes of SQLite's header that each opening changes: change counter and version."""


def new_name(store: Path, now: datetime) -> Path:
    """Return the file for a copy made now."""
    return store.parent / BACKUPS / f"{store.stem}-auto-{now.strftime(_FORMAT)}{store.suffix}"


def copies(store: Path) -> dict[datetime, Path]:
    """Return the copies of a store that the program made by itself, by their time."""
    begin, found = f"{store.stem}-auto-", {}
    with suppress(OSError):
        for file in (store.parent / BACKUPS).iterdir():
            if file.name.startswith(begin) and file.suffix == store.suffix:
                with suppress(ValueError):
                    moment = file.name.removeprefix(begin).removesuffix(store.suffix)
                    found[datetime.strptime(moment, _FORMAT)] = file  # noqa: DTZ007 - local time
    return found


def to_remove(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return the times of the copies that are not needed any more.

    Kept are all of the last two days and those with a time ahead (the clock was changed), then the
    last of each of 12 days, 10 weeks and 9 months that have any. The newest copy is always kept.
    """
    times = sorted(times, reverse=True)
    kept = {*times[:1], *(time for time in times if now - time <= _ALL_FOR)}
    older = [time for time in times if time not in kept]
    for count, period in _KEPT:
        last = {}
        for time in older:
            last.setdefault(period(time), time)
        kept.update(sorted(last.values(), reverse=True)[:count])
    return {*times} - kept


def finish(part: Path, target: Path, store: Path, *, alone: bool = False) -> bool:
    """Check a copy, give it its name and thin the others; returns whether it was needed.

    It is not when the newest copy holds the same. With `alone` all earlier copies are removed once
    this one is in its place: they hold what was to be forgotten. Raises StoreError
    (`errors.copy_failed`), and then all earlier copies are as they were.
    """
    try:
        sync(part)
        if problems := check_file(part):
            raise StoreError("errors.copy_failed", reason=problems[0])
        earlier = copies(store)
        newest = earlier[max(earlier)] if earlier else None
        if not alone and newest is not None and _same(newest, part):
            return False
        part.replace(target)
        sync(target.parent)
        found = copies(store)
        now = next((time for time, file in found.items() if file == target), datetime.now())
        gone = {time for time in found if time != now} if alone else to_remove(found, now)
        for time in gone:
            found[time].unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as error:
        raise StoreError("errors.copy_failed", reason=type(error).__name__) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return True


def _same(one: Path, other: Path) -> bool:
    """Tell whether two copies hold the same, whatever opening the store wrote into its header."""
    if one.stat().st_size != other.stat().st_size:
        return False
    return all(mine == theirs for mine, theirs in zip_longest(_pieces(one), _pieces(other)))


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        head = bytearray(file.read(100))
        for place in _OPENING:
            head[place] = bytes(len(head[place]))
        yield bytes(head)
        while piece := file.read(_PIECE):
            yield piece


def free_enough(folder: Path, size: int) -> bool:
    """Tell whether there is room for three more files of this size; also if that is unknown."""
    if not hasattr(os, "statvfs"):
        return True
    try:
        found = os.statvfs(folder)
    except OSError:
        return True
    return found.f_bavail * found.f_frsize > 3 * size
