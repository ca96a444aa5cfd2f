"""Automatic copies of the store: verified, named by their time, and thinned out."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import zip_longest
from pathlib import Path

from workshop_app.domain.errors import StoreError
from workshop_app.private_files import sync
from workshop_app.store.copies import (
    Copy,
    Description,
    Occasion,
    all_copies,
    carry,
    examined,
    made_last,
    remove,
    unfinished_copies,
    write_description,
)
from workshop_app.store.forgetting import clean_copies, forgotten

COMPARED = 1 << 17
"""Size in bytes of the chunks that are compared: two fit in the processor's cache."""
_ALL_FOR = timedelta(days=2)
_KEPT: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (12, lambda time: time.date()),
    (10, lambda time: time.isocalendar()[:2]),
    (9, lambda time: (time.year, time.month)),
)
"""Number of days, weeks and months after that for which the last copy is kept."""
_SAME_TIME = timedelta(minutes=1)
"""Up to which a copy that is made later but dated earlier gets the time after the one before it."""
_OPENING = (slice(24, 28), slice(92, 100))
"""Bytes of SQLite's header that each opening changes: change counter and version."""


def to_remove(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return the times of the copies that are not needed any more.

    Kept are all copies of the last two days and those dated in the future (the clock was changed),
    then the last copy of each of 12 days, 10 weeks and 9 months that have any. The newest copy is
    always kept.
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


def lost_much(then: Description, now: Description) -> bool:
    """Return whether a workshop lost more than half of its content, so the earlier copy is kept.

    Workshops that were deleted permanently are in neither.
    """
    held = (
        (each.total, now.workshops[key].total if key in now.workshops else 0)
        for key, each in then.workshops.items()
    )
    return any(before and 2 * after < before for before, after in held)


def finish(
    part: Path,
    target: Path,
    store: Path,
    *,
    occasion: Occasion = Occasion.EVERY,
    without: int = 0,
) -> Copy | None:
    """Verify a copy, give it its name and thin the others; returns it if it was needed.

    It is not needed if the newest copy has the same content. `without` is how many of the forgotten
    workshops it was made without: they are removed from earlier copies. Raises StoreError
    (`errors.copy_failed`); the earlier copies are then unchanged.
    """
    try:
        earlier = all_copies(store)
        newest = earlier[0] if earlier else None
        if newest is not None and newest.about.digest and same(_pieces(part), newest.path):
            if newest.about.forgotten < without:
                write_description(newest.path, replace(newest.about, forgotten=without))
            clean_copies(store)
            return None
        sync(part)
        now = datetime.now().replace(microsecond=0)
        about = examined(part, Description(now, occasion, forgotten=without))
        if earlier and about.at <= earlier[0].about.at <= about.at + _SAME_TIME:
            about = replace(about, at=earlier[0].about.at + timedelta(seconds=1))
        about = made_last(about, earlier)
        write_description(target, about)
        part.replace(target)
        sync(target.parent)
        clean_copies(store)
        _pin_before_a_loss(store, target, about)
        thin(store, about.at)
    except (OSError, sqlite3.Error) as error:
        raise StoreError("errors.copy_failed", reason=type(error).__name__) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return Copy(target, about)


def _pin_before_a_loss(store: Path, target: Path, about: Description) -> None:
    """Pin the previous copy if it holds much more of a workshop than this one."""
    copies = [copy for copy in all_copies(store) if copy.path != target]
    if copies and not copies[0].about.pinned and lost_much(copies[0].about, about):
        write_description(copies[0].path, replace(copies[0].about, pinned=True))


def thin(store: Path, now: datetime, folder: Path | None = None) -> None:
    """Remove the copies in a folder that are not needed any more; raises OSError."""
    loose = {copy.about.at: copy for copy in all_copies(store, folder) if copy.is_automatic}
    for time in to_remove(loose, now):
        remove(loose[time].path)


def carry_to(folder: Path, store: Path) -> bool:
    """Put the newest copy into another folder, then clean and thin that; return whether it exists.

    False if the folder is missing, such as on a removed USB stick. Raises StoreError.
    """
    if not folder.is_dir():
        return False
    try:
        for left in unfinished_copies(store, folder):
            left.unlink(missing_ok=True)
        clean_copies(store, folder)
        newest = next((copy for copy in all_copies(store) if copy.about.digest), None)
        if newest is not None:
            carry(newest, folder)
            thin(store, newest.about.at, folder)
    except (OSError, sqlite3.Error) as error:
        raise StoreError("errors.copy_failed", reason=type(error).__name__) from error
    return True


def count_forgotten(store: Path) -> int:
    """Return how many times something was forgotten so far; 0 if that cannot be read."""
    try:
        return len(forgotten(store))
    except OSError:
        return 0


def newest_checked(store: Path) -> Copy | None:
    """Return the newest copy if it was verified and nothing was permanently deleted since."""
    newest = next(iter(all_copies(store)), None)
    if newest is None or not newest.about.digest:
        return None
    return newest if newest.about.forgotten >= count_forgotten(store) else None


def same(pieces: Iterable[bytes], copy: Path) -> bool:
    """Return whether a copy equals a file given in pieces of `COMPARED` bytes; raises OSError.

    Changes that opening the store makes to the header are ignored.
    """
    theirs = _as_before_opening(_pieces(copy))
    return all(mine == other for mine, other in zip_longest(_as_before_opening(pieces), theirs))


def _as_before_opening(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Return the pieces of a file with zeros where opening the store changes it."""
    for number, piece in enumerate(pieces):
        if number:
            yield piece
            continue
        head = bytearray(piece)
        for place in _OPENING:
            head[place] = bytes(len(head[place]))
        yield bytes(head)


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb", buffering=0) as file:
        while piece := file.read(COMPARED):
            yield piece


def free_enough(folder: Path, size: int) -> bool:
    """Return whether there is space for three more files of this size; True if unknown."""
    if not hasattr(os, "statvfs"):
        return True
    try:
        found = os.statvfs(folder)
    except OSError:
        return True
    return found.f_bavail * found.f_frsize > 3 * size
