"""Copies files to another folder, such as one on a USB stick, and compares them byte by byte."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from exports.files import FileSet, part_name
from workshop_app.domain.errors import UserError, told_as
from workshop_app.private_files import sync

_PIECE = 1 << 20
"""Bytes between two progress reports, at which a copy to a slow device can also be stopped."""


@dataclass(frozen=True, slots=True)
class CopyResult:
    """The copies, all verified by reading them back; `size` is their sum in bytes."""

    files: tuple[Path, ...]
    size: int


@dataclass(frozen=True, slots=True)
class CopyProgress:
    """Bytes done and total; each file counts twice, since it is read back."""

    done: int
    total: int


def copy(
    files: Sequence[Path],
    folder: Path,
    token: str,
    progress: Callable[[CopyProgress], None],
    names: Sequence[str] = (),
) -> CopyResult:
    """Copy `files` into `folder` and verify the copies: either all of them are kept, or none.

    `names` are the names of the copies, if they differ. `progress` may raise to stop the copying.
    `token` identifies the temporary files. Raises UserError.
    """
    with told_as("errors.carry_gone", UserError):
        sizes = [file.stat().st_size for file in files]
        free = shutil.disk_usage(_existing(folder)).free
    total = sum(sizes)
    if total > free:
        raise UserError("errors.carry_room", needed=_megabytes(total), free=_megabytes(free))
    meter = _Meter(progress, 2 * total)
    with FileSet(folder, token) as file_set:
        for file, name in zip(files, names or [file.name for file in files], strict=True):
            part = folder / part_name(name, token)
            with told_as("errors.carry_failed", UserError):
                _write(file, part, meter)
                file_set.adopt(name, part)
                sync(folder)
                if not _same(file, part, meter):
                    raise UserError("errors.carry_differs", name=file.name)
        written = file_set.publish()
        sync(folder)
    return CopyResult(written, total)


class _Meter:
    """Reports the number of bytes done."""

    def __init__(self, report: Callable[[CopyProgress], None], total: int) -> None:
        self._report = report
        self._total = total
        self._done = 0

    def add(self, count: int) -> None:
        self._done += count
        self._report(CopyProgress(self._done, self._total))


def _write(file: Path, part: Path, meter: _Meter) -> None:
    with file.open("rb") as source, part.open("xb") as target:
        while piece := source.read(_PIECE):
            target.write(piece)
            meter.add(len(piece))
        target.flush()
        os.fsync(target.fileno())
        _drop_cache(target.fileno())


def _same(file: Path, part: Path, meter: _Meter) -> bool:
    with file.open("rb") as source, part.open("rb") as target:
        while True:
            mine = source.read(_PIECE)
            theirs = target.read(_PIECE)
            if mine != theirs:
                return False
            if not mine:
                return True
            meter.add(len(mine))


def _drop_cache(number: int) -> None:
    """Drop a file from the system's cache if possible, so that it is read back from the device."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(number, 0, 0, os.POSIX_FADV_DONTNEED)


def _existing(folder: Path) -> Path:
    return next(each for each in (folder, *folder.parents) if each.exists())


def _megabytes(count: int) -> str:
    return f"{max(0.1, count / 1_000_000):.1f}"
