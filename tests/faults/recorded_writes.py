"""Records all writes of a program below a folder, by system call.

``strace`` logs each call with all of its bytes, so no layer is needed between SQLite and the disk.
Writes through mapped memory would not be recorded; the store uses none.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_CALLS = (
    "openat,creat,write,pwrite64,writev,pwritev,lseek,ftruncate,truncate,fallocate,fsync,fdatasync,"
    "sync_file_range,rename,renameat,renameat2,unlink,unlinkat,link,linkat,mkdir,mkdirat,rmdir,close"
)
_LINE = re.compile(r"^(\w+)\((.*)\)\s+= (-?\d+)(?:<([^>]*)>)?")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_HANDLE = re.compile(r"^(\d+)(?:<([^>]*)>)?")


@dataclass(frozen=True, slots=True)
class SystemCall:
    """One file system call, or a line printed by the program."""

    kind: str
    """One of make, folder, write, cut, sync, rename, link, remove and told."""
    path: str = ""
    """Relative to the folder."""
    data: bytes = b""
    place: int = 0
    """The offset of a write, or the size after a truncation."""
    target: str = ""


def may_trace() -> bool:
    """Return whether ``strace`` is installed and permitted."""
    if shutil.which("strace") is None:
        return False
    tried = subprocess.run(
        ["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True, check=False
    )
    return tried.returncode == 0


def recorded(folder: Path, module: str, arguments: Sequence[str]) -> list[SystemCall]:
    """Run a module, and return its writes below `folder`, and its output, in order."""
    folder = folder.resolve()
    log = folder.with_name(folder.name + ".strace")
    command = ["strace", "-qq", "-y", "-xx", "-s", "9999999", "-e", f"trace={_CALLS}", "-o"]
    command += [str(log), sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    try:
        with log.open(encoding="ascii") as lines:
            return [*_Reader(os.fsencode(folder)).calls(lines)]
    finally:
        log.unlink()


class _Reader:
    """Parses lines of the log; it tracks the write position of each open file."""

    def __init__(self, folder: bytes) -> None:
        self._folder = folder
        self._place: dict[str, int] = {}
        """By open file where the next write begins."""
        self._at_end: set[str] = set()
        """Open files that are always written to at their end."""
        self._sizes: dict[str, int] = {}

    def calls(self, lines: Iterable[str]) -> Iterator[SystemCall]:
        for line in lines:
            found = _LINE.match(line)
            if found is None or int(found[3]) < 0:
                continue
            name = found[1]
            arguments = found[2]
            result = int(found[3])
            texts = [_bytes(each) for each in _TEXT.findall(arguments)]
            handle = _HANDLE.match(arguments)
            opened = _bytes(found[4] or "")
            if name in ("openat", "creat"):
                yield from self._open(arguments, str(result), _below(opened, self._folder))
            elif name.startswith(("rename", "link", "unlink", "rmdir", "mkdir")):
                at = _bytes(handle[2] or "") + b"/" if handle is not None else b""
                full = [each if each.startswith(b"/") else at + each for each in texts]
                yield from self._name(name, [_below(each, self._folder) for each in full])
            elif handle is not None:
                path = _below(_bytes(handle[2] or ""), self._folder)
                if name == "lseek":
                    self._place[handle[1]] = result
                elif name == "write" and handle[1] == "1":
                    yield from (SystemCall("told", data=each) for each in texts[0].splitlines())
                elif path is not None:
                    data = texts[-1][:result] if texts else b""
                    yield from self._change(name, arguments, handle[1], path, data)

    def _open(self, arguments: str, handle: str, path: str | None) -> Iterator[SystemCall]:
        self._place[handle] = 0
        self._at_end.discard(handle)
        if "O_APPEND" in arguments:
            self._at_end.add(handle)
        if path and "O_CREAT" in arguments:
            self._sizes.setdefault(path, 0)
            yield SystemCall("make", path)
        if path and "O_TRUNC" in arguments:
            self._sizes[path] = 0
            yield SystemCall("cut", path)

    def _name(self, name: str, paths: list[str | None]) -> Iterator[SystemCall]:
        first, *rest = paths
        if first is None:
            return
        if name.startswith(("rename", "link")):
            (second,) = rest
            assert second is not None, name
            self._sizes[second] = self._sizes.get(first, 0)
            yield SystemCall("link" if name.startswith("link") else "rename", first, target=second)
        elif name.startswith("mkdir"):
            yield SystemCall("folder", first)
        else:
            self._sizes.pop(first, None)
            yield SystemCall("remove", first)

    def _change(
        self, name: str, arguments: str, handle: str, path: str, data: bytes
    ) -> Iterator[SystemCall]:
        last = arguments.rpartition(", ")[2]
        size = self._sizes.get(path, 0)
        if name in ("write", "pwrite64"):
            place = size if handle in self._at_end else self._place.get(handle, 0)
            if name == "pwrite64":
                place = int(last)
            else:
                self._place[handle] = place + len(data)
            self._sizes[path] = max(size, place + len(data))
            yield SystemCall("write", path, data, place)
        elif name == "ftruncate":
            self._sizes[path] = int(last)
            yield SystemCall("cut", path, place=int(last))
        elif name in ("fsync", "fdatasync"):
            yield SystemCall("sync", path)
        else:
            assert name == "close", name  # nothing uses other system calls to write


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def _below(path: bytes, folder: bytes) -> str | None:
    """Return the part of a path below the folder, empty for the folder itself; None outside."""
    path = path.removesuffix(b" (deleted)")
    if path != folder and not path.startswith(folder + b"/"):
        return None
    return os.fsdecode(path[len(folder) + 1 :])
