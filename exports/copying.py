"""Files copied to another place, such as a USB stick, and compared byte for byte afterwards."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from exports.files import FileSet, part_name
from workshop_app.domain.errors import UserError

_PIECE = 1 << 20
"""Bytes copied between two reports, so that a slow stick can be told of and left."""


@dataclass(frozen=True, slots=True)
class CopyResult:
    """What was copied, and read back from there as the same bytes."""

    files: tuple[Path, ...]
    size: int


@dataclass(frozen=True, slots=True)
class CopyProgress:
    """How many bytes are done, of all; each file counts twice, since it is read back."""

    done: int
    total: int


def copy(
    files: Sequence[Path], folder: Path, token: str, tell: Callable[[CopyProgress], None]
) -> CopyResult:
    """Copy `files` into `folder`: all of them, compared with what is read back, or none.

    `tell` may raise to stop. `token` marks the passing files. Raises UserError.
    """
    try:
        sizes = [file.stat().st_size for file in files]
        room = shutil.disk_usage(_existing(folder)).free
    except OSError as error:
        raise UserError("errors.carry_gone", reason=_reason(error)) from error
    total = sum(sizes)
    if total > room:
        raise UserError("errors.carry_room", needed=_megabytes(total), free=_megabytes(room))
    meter = _Meter(tell, 2 * total)
    with FileSet(folder, token) as bundle:
        for file in files:
            part = folder / part_name(file.name, token)
            try:
                _write(file, part, meter)
                bundle.take(file.name, part)
                _flush(folder)
                if not _same(file, part, meter):
                    raise UserError("errors.carry_differs", name=file.name)
            except OSError as error:
                raise UserError("errors.carry_failed", reason=_reason(error)) from error
        written = bundle.publish()
        _flush(folder)
    return CopyResult(written, total)


class _Meter:
    """Adds up what is done."""

    def __init__(self, tell: Callable[[CopyProgress], None], total: int) -> None:
        self._tell = tell
        self._total = total
        self._done = 0

    def add(self, count: int) -> None:
        self._done += count
        self._tell(CopyProgress(self._done, self._total))


def _write(file: Path, part: Path, meter: _Meter) -> None:
    with file.open("rb") as source, part.open("xb") as target:
        while piece := source.read(_PIECE):
            target.write(piece)
            meter.add(len(piece))
        target.flush()
        os.fsync(target.fileno())
        _forget(target.fileno())


def _same(file: Path, part: Path, meter: _Meter) -> bool:
    """Tell whether both hold the same bytes, as they are read back from the disk."""
    with file.open("rb") as source, part.open("rb") as target:
        while True:
            mine = source.read(_PIECE)
            theirs = target.read(_PIECE)
            if mine != theirs:
                return False
            if not mine:
                return True
            meter.add(len(mine))


def _forget(number: int) -> None:
    """Let the system forget what it holds of a file, where it can: it is to be read anew."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(number, 0, 0, os.POSIX_FADV_DONTNEED)


def _flush(folder: Path) -> None:
    """Have the names in a folder on the disk, too, where the system has a way to say so."""
    if os.name != "posix":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _existing(folder: Path) -> Path:
    return next(each for each in (folder, *folder.parents) if each.exists())


def _megabytes(count: int) -> str:
    return f"{max(0.1, count / 1_000_000):.1f}"


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
