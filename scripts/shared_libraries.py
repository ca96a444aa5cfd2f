"""What the shared libraries of Linux in a folder need: other libraries, and the C library."""

from __future__ import annotations

import re
import struct
from pathlib import Path

_ELF_64_LITTLE = b"\x7fELF\x02\x01"
_LOAD, _DYNAMIC = 1, 2
"""Types of segments."""
_NEEDED, _NAMES = 1, 5
"""Tags of the dynamic section: the name of a library, and the address of all names."""
_C_LIBRARY = re.compile(rb"\0GLIBC_(\d+)\.(\d+)(?=[.\0])")


def files_in(folder: Path) -> dict[Path, set[str]]:
    """Return the programs and libraries in `folder`, each with the libraries that it names."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {path: needed for path in files if (needed := _needed(path)) is not None}


def needed_elsewhere(folder: Path) -> set[str]:
    """Return the libraries that those in `folder` need, and that are not in it."""
    return set().union(*files_in(folder).values()) - {path.name for path in folder.rglob("*")}


def remove_unneeded(folder: Path) -> None:
    """Remove the libraries directly in `folder`, or in a folder ``*.libs``, that no file needs."""
    while True:
        needed = set().union(*files_in(folder).values())
        places = [*folder.glob("*.so*"), *folder.glob("*.libs/*.so*"), *folder.glob("*/Qt/lib/*")]
        unneeded = [path for path in places if path.name not in needed and not _is_module(path)]
        if not unneeded:
            return
        for path in unneeded:
            path.unlink()


def oldest_c_library(folder: Path) -> str:
    """Return the oldest version of glibc on which everything in `folder` can be loaded."""
    versions = {
        (int(major), int(minor))
        for path in files_in(folder)
        for major, minor in _C_LIBRARY.findall(path.read_bytes())
    }
    return "{}.{}".format(*max(versions))


def _is_module(path: Path) -> bool:
    """Return whether the program loads the file by its path, so that no file needs to name it."""
    return ".cpython-" in path.name or path.name.endswith(".abi3.so") or "libpython" in path.name


def _needed(path: Path) -> set[str] | None:
    """Return the libraries that a file names; None if it is none of a 64-bit Linux."""
    with path.open("rb") as file:
        if file.read(len(_ELF_64_LITTLE)) != _ELF_64_LITTLE:
            return None
    data = path.read_bytes()
    (start,) = struct.unpack_from("<Q", data, 32)
    size, count = struct.unpack_from("<HH", data, 54)
    headers = [struct.unpack_from("<IIQQQQ", data, start + n * size) for n in range(count)]
    dynamic = next(
        (data[at : at + size] for kind, _, at, _, _, size in headers if kind == _DYNAMIC), b""
    )
    entries = list(struct.iter_unpack("<qQ", dynamic))
    address = dict(entries).get(_NAMES, 0)
    names = next(
        (
            at + address - first
            for kind, _, at, first, _, size in headers
            if kind == _LOAD and first <= address < first + size
        ),
        0,
    )
    places = [names + value for tag, value in entries if tag == _NEEDED]
    return {data[place : data.index(b"\0", place)].decode() for place in places}
