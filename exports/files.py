"""Writes sets of files that are published together or not at all."""

import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from workshop_app.domain.errors import UserError
from workshop_app.open_store import refuse_open_store
from workshop_app.private_files import make_folder

_PAUSES = (0.1, 0.2, 0.4, 0.8, 1.0)
"""Seconds between the attempts to replace a file that is in use."""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """The content of one file; `part` distinguishes several files of one document.

    `pages` is the number of pages of a paper.
    """

    data: bytes
    part: str = ""
    pages: int = 0


class FileSet:
    """Files that are written under temporary names (``.part``) and published together.

    Leaving the ``with`` block without `publish` removes them; existing files stay as they were.
    """

    def __init__(self, folder: Path, token: str) -> None:
        self._folder = folder
        self._token = token
        self._waiting: dict[Path, Path] = {}
        self.unchanged: tuple[Path, ...] = ()
        """Existing files with the same bytes, which `publish` did not replace."""

    def __enter__(self) -> Self:
        try:
            make_folder(self._folder)
        except OSError as error:
            raise UserError("errors.export_folder", reason=_reason(error)) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        remove_parts(self._folder, self._token)

    def add(self, name: str, data: bytes) -> None:
        """Write `data` under a temporary name, to be published as `name`; raises UserError."""
        part = self._folder / part_name(name, self._token)
        try:
            with part.open("xb") as file:
                self._waiting[self._folder / name] = part
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise UserError("errors.export_folder", reason=_reason(error)) from error

    def adopt(self, name: str, part: Path) -> None:
        """Add the temporary file `part`, written by the caller, to be published as `name`."""
        self._waiting[self._folder / name] = part

    @property
    def waiting(self) -> tuple[tuple[str, Path], ...]:
        """The names that the files will get, and the paths of the temporary files."""
        return tuple((path.name, part) for path, part in self._waiting.items())

    def publish(self) -> tuple[Path, ...]:
        """Give all files their names, replacing existing ones; returns their paths.

        An existing file with the same bytes is not touched and keeps its time. Raises UserError.
        """
        for path in self._waiting:
            refuse_open_store(path)
        self.unchanged = tuple(path for path, part in self._waiting.items() if _same(path, part))
        for path, part in self._waiting.items():
            if path in self.unchanged:
                continue
            try:
                _replace(part, path)
            except OSError as error:
                raise UserError("errors.export_failed", reason=_reason(error)) from error
        return tuple(self._waiting)


def part_name(name: str, token: str) -> str:
    """Return the temporary name of the file `name`."""
    return f".{name}.{token}.part"


def remove_parts(folder: Path, token: str) -> None:
    """Remove the temporary files with this token in `folder`."""
    for part in folder.glob(f".*.{token}.part"):
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _same(path: Path, part: Path) -> bool:
    """Tell whether both files hold the same bytes; False if one cannot be read."""
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


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
