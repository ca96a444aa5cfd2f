"""Reads and writes a catalogue as one zip file; it is read into memory with strict size limits.

Nothing is extracted to disk, so paths in the zip cannot escape a folder. Unexpected files are
refused, except those that Finder and Explorer create, which are ignored.
"""

import io
import lzma
import os
import re
import stat
import struct
import zipfile
import zlib
from contextlib import suppress
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from workshop_app.catalogue.about import ABOUT
from workshop_app.domain.errors import InvalidInput
from workshop_app.open_store import refuse_open_store

GAPS = "gaps"
"""The subfolder of a catalogue that holds its known gaps."""
SUFFIX = ".zip"
_LARGEST_FILE = 4_000_000
"""Maximum size of the zip file in bytes: a catalogue of 2,000 answers and 2,000 gaps is smaller."""
_LARGEST_ENTRY = 40_000
_MOST_SIGNS = {b"\n": 1_000, b".": 600, b"=": 300, b"[": 200, b"{": 50, b"\\": 1_000}
"""Maximum count of each byte in one file: the TOML parser takes minutes for deeply nested keys."""
_LARGEST_SUM = 10_000_000
"""Maximum size of all files together, uncompressed, in bytes."""
_MOST_FILES = 4_500
_LITTER = re.compile(
    r"(?:^|/)(?:__MACOSX(?:/.*)?|\.DS_Store|Thumbs\.db|desktop\.ini)$", re.IGNORECASE
)
_UNREADABLE = (
    OSError,
    EOFError,
    NotImplementedError,  # compression method unknown to Python
    RuntimeError,  # encrypted
    ValueError,
    LookupError,
    ArithmeticError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
)


def read_packed(path: Path) -> zipfile.Path:
    """Return the folder in a packed catalogue; its name is the prefix of the entries' ids.

    That is the name of the folder in the zip or, if the files are at the top level, the stem of the
    file. Raises InvalidInput if the file is not a packed catalogue or exceeds the limits.
    """
    refuse_open_store(path)
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise InvalidInput("errors.packed_too_large", file=path.name)
        with path.open("rb") as file:
            data = file.read(_LARGEST_FILE + 1)
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return _folder(path, packed)
    except _UNREADABLE as error:
        raise InvalidInput("errors.packed_unreadable", file=path.name) from error


def write_packed(folder: Traversable, name: str, target: Path) -> None:
    """Write the files of a catalogue into a zip, under a folder called `name`.

    The file is written atomically. Raises InvalidInput if it cannot be written.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
                _add_files(packed, folder, name)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except (OSError, ValueError) as error:
        with suppress(OSError):
            part.unlink()
        reason = getattr(error, "strerror", None) or str(error)
        raise InvalidInput("errors.folder", path=target, reason=reason) from error


def _add_files(packed: zipfile.ZipFile, folder: Traversable, name: str) -> None:
    """Add all files without timestamp and owner, so that equal files give an identical zip."""
    for place, inner in ((folder, ""), (folder.joinpath(GAPS), f"{GAPS}/")):
        files = [file for file in place.iterdir() if file.is_file()] if place.is_dir() else []
        for file in sorted(files, key=lambda each: each.name):
            if file.name.endswith(".toml"):
                info = zipfile.ZipInfo(f"{name}/{inner}{file.name}")
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = 0o644 << 16
                packed.writestr(info, file.read_bytes())


def _folder(path: Path, packed: zipfile.ZipFile) -> zipfile.Path:
    infos = [info for info in packed.infolist() if not _LITTER.search(info.filename)]
    if len(infos) > _MOST_FILES or sum(info.file_size for info in infos) > _LARGEST_SUM:
        raise InvalidInput("errors.packed_too_large", file=path.name)
    files: dict[PurePosixPath, zipfile.ZipInfo] = {}
    for info in infos:
        place = _place(path, info)
        if info.is_dir():
            continue
        if place in files:
            raise _foreign(path, info)
        files[place] = info
    tops = {place.parts[0] for place in files if len(place.parts) > 1} - {GAPS}
    loose = any(len(place.parts) == 1 for place in files)
    top = "" if loose or len(tops) != 1 else next(iter(tops))
    content: dict[str, bytes] = {}
    total = 0
    for place, info in files.items():
        inner = place.relative_to(top).as_posix() if top else place.as_posix()
        if not re.fullmatch(rf"(?:{GAPS}/)?[^/]+\.toml", inner):
            raise _foreign(path, info)
        content[inner] = _content(path, packed, info)
        total += len(content[inner])
        if total > _LARGEST_SUM:
            raise InvalidInput("errors.packed_too_large", file=path.name)
    if ABOUT not in content:
        raise InvalidInput("errors.packed_no_about", file=path.name, about=ABOUT)
    name = normalize("NFC", top or path.stem)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as kept:
        for inner, text in content.items():
            kept.writestr(f"{name}/{inner}", text)
    return zipfile.Path(zipfile.ZipFile(data), f"{name}/")


def _place(path: Path, info: zipfile.ZipInfo) -> PurePosixPath:
    """Return the path of a zip entry; raises InvalidInput if it leads out of the folder."""
    name = info.filename
    place = PurePosixPath(name)
    outside = place.is_absolute() or ".." in place.parts or not place.parts
    kind = stat.S_IFMT(info.external_attr >> 16)
    ordinary = kind in (0, stat.S_IFREG, stat.S_IFDIR)
    if outside or not ordinary or "\\" in name or ":" in name or not name.isprintable():
        raise _foreign(path, info)
    return place


def _foreign(path: Path, info: zipfile.ZipInfo) -> InvalidInput:
    shown = "".join(sign if sign.isprintable() else "?" for sign in info.filename)
    return InvalidInput("errors.packed_foreign", file=path.name, name=shown[-60:])


def _content(path: Path, packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Return the bytes of a zip entry; the size in its header is not trusted."""
    with packed.open(info) as file:
        content = file.read(_LARGEST_ENTRY + 1)
    if len(content) > _LARGEST_ENTRY:
        raise InvalidInput("errors.packed_too_large", file=path.name)
    if any(content.count(sign) > most for sign, most in _MOST_SIGNS.items()):
        raise _foreign(path, info)
    return content
