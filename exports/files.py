"""Writes sets of files that are published together or not at all."""

import glob
import json
import os
import re
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from workshop_app.domain.errors import UserError, reason_of, told_as
from workshop_app.lock_file import LockFile
from workshop_app.open_store import refuse_open_store
from workshop_app.private_files import make_file, make_folder

_PAUSES = (0.1, 0.2, 0.4, 0.8, 1.0)
"""Seconds between the attempts to replace a file that is in use."""


class OutputFile(NamedTuple):
    """The content of one file; `part` distinguishes several files of one document.

    `pages` is the number of pages of a paper.
    """

    data: bytes
    part: str = ""
    pages: int = 0


class FileSet:
    """Files that are written under temporary names (``.part``) and published together.

    A name may begin with a subfolder, which is created when the files are published. Leaving the
    ``with`` block without `publish` removes them. Existing files are preserved even if publishing
    fails or the process is killed: they are kept under another name (``.old``), and a plan file
    lets the next set in this folder, or `clear_killed`, restore them.
    """

    def __init__(self, folder: Path, token: str) -> None:
        self._folder = folder
        self._token = token
        self._waiting: dict[Path, Path] = {}
        self._lock = LockFile(folder / _lock_name(token))
        self._is_new = not folder.exists()
        self.unchanged: tuple[Path, ...] = ()
        """Existing files with the same bytes, which `publish` did not replace."""

    def __enter__(self) -> Self:
        with told_as("errors.export_folder", UserError):
            make_folder(self._folder)
        clear_killed(self._folder)
        # locks are not supported by this file system
        with suppress(OSError):
            self._lock.acquire()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._lock.release(remove=clear(self._folder, self._token))
        if self._is_new:
            _remove_if_empty(self._folder)

    def add(self, name: str, data: bytes) -> None:
        """Write `data` under a temporary name, to be published as `name`; raises UserError."""
        part = self._folder / part_name(name, self._token)
        with told_as("errors.export_folder", UserError), os.fdopen(make_file(part), "wb") as file:
            self._waiting[self._folder / name] = part
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def adopt(self, name: str, part: Path) -> None:
        """Add the temporary file `part`, written by the caller, to be published as `name`."""
        self._waiting[self._folder / name] = part

    @property
    def waiting(self) -> tuple[tuple[str, Path], ...]:
        """The final names of the files, and the paths of the temporary files."""
        return tuple((self._name(path), part) for path, part in self._waiting.items())

    def publish(self) -> tuple[Path, ...]:
        """Rename all files to their final names, replacing existing ones; returns their paths.

        An existing file with the same bytes is not replaced and keeps its time. Raises UserError,
        and then all files in the folder are unchanged.
        """
        for path in self._waiting:
            refuse_open_store(path)
        self.unchanged = tuple(path for path, part in self._waiting.items() if _same(path, part))
        changed = [path for path in self._waiting if path not in self.unchanged]
        plan = self._folder / _plan_name(self._token)
        try:
            _write_plan(plan, {self._name(path): path.exists() for path in changed})
            for path in changed:
                make_folder(path.parent)
                if path.exists():
                    _keep_old(path, self._folder / _old_name(self._name(path), self._token))
                _replace(self._waiting[path], path)
            _remove(plan)  # from here on the new files are valid
        except OSError as error:
            clear(self._folder, self._token)
            raise UserError("errors.export_failed", reason=reason_of(error)) from error
        return tuple(self._waiting)

    def _name(self, path: Path) -> str:
        return path.relative_to(self._folder).as_posix()


def part_name(name: str, token: str) -> str:
    """Return the temporary name of the file `name`."""
    return f".{_flat(name)}.{token}.part"


def _flat(name: str) -> str:
    """Return a name without its subfolder's separator: temporary files are in one folder."""
    return name.replace("/", "_")


def clear(folder: Path, token: str) -> bool:
    """Restore what an unfinished set with this token replaced, and remove its other files.

    Returns whether that succeeded. The plan and the lock file stay if it did not, so that
    `clear_killed` can finish it.
    """
    plan = folder / _plan_name(token)
    done = True
    for name, replaces in _read_plan(plan).items():
        path = folder / name
        old = folder / _old_name(name, token)
        try:
            if old.exists():
                _replace(old, path)
            elif not replaces and not (folder / part_name(name, token)).exists():
                _remove(path)
                _remove_if_empty(path.parent)
        except OSError:
            done = False
    begin = glob.escape(token)
    left = [*folder.glob(f".*.{begin}.part"), *(folder.glob(f".*.{begin}.old") if done else ())]
    for file in (*left, *([plan] if done else ())):
        try:
            _remove(file)
        except OSError:
            done = False
    return done


def clear_ended(folder: Path, token: str) -> None:
    """Clear a set of files whose process has ended, and remove its lock file."""
    if clear(folder, token):
        with suppress(OSError):
            _remove(folder / _lock_name(token))


def _remove(path: Path) -> None:
    """Remove a file if it exists, with a second attempt; raises OSError."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        path.unlink(missing_ok=True)


def _remove_if_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


def clear_killed(folder: Path) -> None:
    """Clean up sets of files whose process was killed; active ones hold their lock."""
    try:
        names = [file.name for file in folder.iterdir()]
    except OSError:
        return
    for token in {found[1] for name in names if (found := _OURS.fullmatch(name))}:
        if _lock_name(token) not in names and not _left_long_ago(folder, token):
            continue  # without locks it may still be active
        lock = LockFile(folder / _lock_name(token))
        done = False
        with suppress(OSError):
            lock.acquire()
            done = clear(folder, token)
        lock.release(remove=done)


def _left_long_ago(folder: Path, token: str) -> bool:
    ages = []
    for file in folder.glob(f".*{token}.*"):
        with suppress(OSError):
            ages.append(time.time() - file.stat().st_mtime)
    return bool(ages) and min(ages) > _LONG_AGO


_OURS = re.compile(r"\.(?:.+\.)?([0-9a-f]{32})\.(?:part|old|plan|lock)")
_LONG_AGO = 3_600
"""Age in seconds after which a set of files is considered abandoned."""


def _plan_name(token: str) -> str:
    return f".{token}.plan"


def _lock_name(token: str) -> str:
    return f".{token}.lock"


def _old_name(name: str, token: str) -> str:
    return f".{_flat(name)}.{token}.old"


def _write_plan(plan: Path, replaces: dict[str, bool]) -> None:
    with os.fdopen(make_file(plan), "w", encoding="utf-8") as file:
        json.dump(replaces, file)
        file.flush()
        os.fsync(file.fileno())


def _read_plan(plan: Path) -> dict[str, bool]:
    """Return the names in a plan; none if it is missing, truncated, or refers to other folders."""
    try:
        found = json.loads(plan.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict) or not all(map(_is_below, found)):
        return {}
    return {name: bool(replaces) for name, replaces in found.items()}


def _is_below(name: str) -> bool:
    """Return whether a name leads into the folder of the files or a subfolder of it."""
    return all(part not in ("", "..") and Path(part).name == part for part in name.split("/"))


def _keep_old(path: Path, old: Path) -> None:
    """Keep the content of a file under another name, preferably without a gap in time."""
    try:
        os.link(path, old)
    except OSError:
        _replace(path, old)


def _same(path: Path, part: Path) -> bool:
    """Return whether both files hold the same bytes; False if one cannot be read."""
    try:
        return path.stat().st_size == part.stat().st_size and path.read_bytes() == part.read_bytes()
    except OSError:
        return False


def _replace(part: Path, path: Path) -> None:
    """Replace `path` by `part`, with retries: on Windows another program may have it open."""
    for pause in _PAUSES:
        try:
            part.replace(path)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    part.replace(path)
