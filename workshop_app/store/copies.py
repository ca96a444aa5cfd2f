"""The copies of a store: when and why each was made, its content, and whether it has changed.

A small file next to each copy describes it, without any text of the records.
"""

import glob
import json
import re
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from workshop_app.domain.errors import StoreError, reason_of
from workshop_app.private_files import make_folder, replacing, sync
from workshop_app.store.backup import BACKUPS, check_file
from workshop_app.store.connection import connect_to_read, name_of
from workshop_app.store.contents import COUNTED, WorkshopContents, contents
from workshop_app.store.schema import differences, harmful
from workshop_app.store.sidecars import free_name

DESCRIPTION = ".json"
"""Suffix of the file that describes a copy."""
_AFTER_NAME = re.compile(r"-(?:auto-|before-v|taken-|\d{4}-\d\d-\d\d-\d)")
"""What follows the name of the store in the names of copies, unless people named them."""
_LARGEST = 4_000_000


class Occasion(StrEnum):
    """Why a copy was made."""

    START = "start"
    EVERY = "every"
    END = "end"
    MIGRATION = "migration"
    IMPORT = "import"
    RESTORE = "restore"
    DELETE = "delete"
    HAND = "hand"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of a copy without opening it."""

    at: datetime
    occasion: Occasion = Occasion.UNKNOWN
    pinned: bool = False
    digest: str = ""
    """SHA-256 of the file when it was verified; empty if it never was."""
    forgotten: int = 0
    """The number of the store's forgotten workshops it was made without (`forgetting`)."""
    workshops: dict[str, WorkshopContents] = field(default_factory=dict)
    """By id; titles are not stored."""
    made_after: datetime | None = None
    """The order of the copy before it if the clock was set back since then."""

    @property
    def order(self) -> datetime:
        """The key that sorts copies by when they were made."""
        return self.made_after + timedelta(seconds=1) if self.made_after else self.at


class Copy(NamedTuple):
    """A copy on disk."""

    path: Path
    about: Description

    @property
    def is_automatic(self) -> bool:
        """Whether it was made automatically, so that it may be thinned out."""
        return _moment_in(self.path) is not None and not self.about.pinned


def auto_name(store: Path, now: datetime) -> Path:
    """Return an unused file name for a copy that is made now."""
    return free_name(store.parent / BACKUPS / store.name, "auto", now)


def all_copies(store: Path, folder: Path | None = None) -> list[Copy]:
    """Return the copies of a store in its own or another folder, newest first."""
    found = []
    with suppress(OSError):
        for path in (folder or store.parent / BACKUPS).iterdir():
            if _is_of(path, store) and path.suffix == store.suffix:
                with suppress(OSError):
                    found.append(Copy(path, read_description(path)))
    return sorted(found, key=lambda copy: (copy.about.order, copy.path.name), reverse=True)


def made_last(about: Description, earlier: list[Copy]) -> Description:
    """Return the description of a copy made after these, newest first, whatever the clock says."""
    if not earlier or earlier[0].about.order < about.at:
        return about
    return replace(about, made_after=earlier[0].about.order)


def unfinished_copies(store: Path, folder: Path) -> list[Path]:
    """Return the unfinished files that a killed process left among copies; raises OSError."""
    copies = f"{glob.escape(store.stem)}-*{glob.escape(store.suffix)}"
    found = [*folder.glob(f"{copies}.part"), *folder.glob(f"{copies}{DESCRIPTION}.part")]
    described = folder.glob(f"{copies}{DESCRIPTION}")
    found += [each for each in described if not each.with_suffix("").exists()]
    return [each for each in found if _is_of(each, store)]


def _is_of(copy: Path, store: Path) -> bool:
    """Return whether a copy is named after a store, not after another whose name begins like it.

    A store that was saved elsewhere counts as the same one.
    """
    if not copy.name.startswith(f"{store.stem}-"):
        return False
    rest = copy.name[len(store.stem) :]
    found = _AFTER_NAME.search(rest)
    return found is None or not found.start() or rest.startswith("-saved-")


def described_by(copy: Path) -> Path:
    """Return the path of the file that describes a copy."""
    return copy.with_name(copy.name + DESCRIPTION)


def read_description(copy: Path) -> Description:
    """Return the description of a copy; only its time if it cannot be read. Raises OSError."""
    at = _moment_in(copy) or datetime.fromtimestamp(copy.stat().st_mtime)  # noqa: DTZ006 - local
    try:
        with described_by(copy).open("rb") as file:
            found = json.loads(file.read(_LARGEST))
        return _description(found, at)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        occasion = Occasion.MIGRATION if "-before-v" in copy.name else Occasion.UNKNOWN
        return Description(at, occasion)


def write_description(copy: Path, about: Description) -> None:
    """Write the description of a copy atomically; raises OSError."""
    written = {
        "at": about.at.isoformat(timespec="seconds"),
        "made_after": about.made_after and about.made_after.isoformat(timespec="seconds"),
        "occasion": about.occasion,
        "pinned": about.pinned,
        "sha256": about.digest,
        "forgotten": about.forgotten,
        "workshops": {
            key: {"counts": each.counts, "digest": each.digest}
            for key, each in about.workshops.items()
        },
    }
    with replacing(described_by(copy)) as file:
        file.write(json.dumps(written).encode())


def remove(copy: Path) -> None:
    """Remove a copy with its description; raises OSError."""
    copy.unlink(missing_ok=True)
    described_by(copy).unlink(missing_ok=True)


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file; raises OSError."""
    from hashlib import file_digest  # not on the start path: it loads OpenSSL

    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def examined(path: Path, about: Description) -> Description:
    """Return the description of a verified file with its digest and content.

    Raises StoreError (`errors.copy_failed`) if it is damaged, OSError and sqlite3.Error.
    """
    with closing(connect_to_read(path)) as connection:
        found = check_file(path) or [str(each) for each in differences(connection) if harmful(each)]
        if found:
            raise StoreError("errors.copy_failed", reason=found[0])
        workshops = contents(connection)
    return replace(about, digest=digest_of(path), workshops=workshops)


def fault_of(copy: Copy) -> str:
    """Return why a copy cannot be restored from; empty if it is unchanged since it was verified."""
    try:
        if copy.about.digest:
            return "" if digest_of(copy.path) == copy.about.digest else "sha256"
        examined(copy.path, copy.about)
    except StoreError as error:
        return str(error.values["reason"])
    except UnicodeDecodeError:
        return "UTF-8"
    except sqlite3.Error as error:
        return name_of(error) or type(error).__name__
    except OSError as error:
        return reason_of(error)
    return ""


def workshops_in(copy: Copy) -> dict[str, WorkshopContents]:
    """Return the content of each workshop in a copy, with titles; raises StoreError."""
    try:
        with closing(connect_to_read(copy.path)) as connection:
            return contents(connection)
    except sqlite3.Error as error:
        raise StoreError("errors.store_unreadable", reason=name_of(error)) from error


def carry(copy: Copy, folder: Path) -> Path:
    """Put a copy into another folder and verify it there; raises OSError and StoreError."""
    target = folder / copy.path.name
    if target.exists() and digest_of(target) == copy.about.digest:
        return target

    def check(part: Path) -> None:
        if digest_of(part) != copy.about.digest:
            raise StoreError("errors.copy_failed", reason="sha256")
        write_description(target, copy.about)

    make_folder(folder)
    with copy.path.open("rb") as source, replacing(target, check) as file:
        shutil.copyfileobj(source, file)
    sync(folder)
    return target


def _moment_in(copy: Path) -> datetime | None:
    _, mark, rest = copy.stem.rpartition("-auto-")
    if not mark:
        return None
    try:  # strptime would import a slow module
        return datetime.fromisoformat(f"{rest[:10]}T{rest[11:13]}:{rest[13:15]}:{rest[15:17]}")
    except ValueError:
        return None


def _description(found: dict[str, Any], at: datetime) -> Description:
    workshops = {
        str(key): WorkshopContents(
            "",
            {name: int(each["counts"].get(name, 0)) for name in COUNTED},
            str(each["digest"]),
        )
        for key, each in found["workshops"].items()
    }
    written = datetime.fromisoformat(found["at"])
    return Description(
        written if written.tzinfo is None else at,
        Occasion(found["occasion"]),
        bool(found["pinned"]),
        str(found["sha256"]),
        int(found["forgotten"]),
        workshops,
        datetime.fromisoformat(after) if (after := found.get("made_after")) else None,
    )
