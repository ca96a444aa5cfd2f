"""Reads text files of other people and programs, in any of the usual encodings."""

import codecs
import re
import stat
import zlib
from pathlib import Path

from workshop_app.domain.errors import InvalidInput
from workshop_app.encryption import plain
from workshop_app.open_store import refuse_open_store

LARGEST = 5_000_000
"""Maximum size in bytes of a file to import."""

_KANA = re.compile("[\u3041-\u30fe]")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OFFICE = b"PK\x03\x04"
_GZIP = b"\x1f\x8b"
_GZIP_FORMAT = 16 + zlib.MAX_WBITS


def read_text_file(path: Path, *, largest: int = LARGEST) -> str:
    """Return the text of the file at `path`.

    Raises InvalidInput with one sentence if it is missing, not a file, larger than `largest` bytes,
    or not text.
    """
    data = read_bytes(path, largest=largest)
    text = _decode(data)
    if text is None or "\x00" in text:
        office = path.suffix.lower() in (".xlsx", ".xlsm", ".ods", ".xls", ".docx")
        key = "office" if office or data.startswith(_OFFICE) else "not_text"
        raise InvalidInput(f"imports.{key}", file=path.name)
    return text


def read_bytes(path: Path, *, largest: int) -> bytes:
    """Return the content of the file at `path`; raises InvalidInput as `read_text_file` does.

    An encrypted file is decrypted with the password of `encryption.reading_with`; one compressed
    with gzip is decompressed.
    """
    data = plain(read_raw(path, largest=largest), path.name)
    if not data.startswith(_GZIP):
        return data
    unpacker = zlib.decompressobj(_GZIP_FORMAT)
    try:
        content = unpacker.decompress(data, largest + 1)
    except zlib.error as error:
        raise InvalidInput("imports.damaged", file=path.name) from error
    if len(content) > largest:
        raise InvalidInput("imports.too_large", file=path.name, limit=largest // 1_000_000)
    if not unpacker.eof or unpacker.unused_data:
        raise InvalidInput("imports.damaged", file=path.name)
    return content


def read_raw(path: Path, *, largest: int) -> bytes:
    """Return the bytes of the file at `path`, encrypted or not; raises as `read_bytes`."""
    refuse_open_store(path)
    try:
        info = path.stat()  # checked first: opening a pipe would block
        if stat.S_ISDIR(info.st_mode):
            raise InvalidInput("imports.folder", file=path.name)
        if not stat.S_ISREG(info.st_mode):
            raise InvalidInput("imports.no_file", file=path.name)
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except FileNotFoundError as error:
        raise InvalidInput("imports.not_found", file=path.name) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise InvalidInput("imports.unreadable", file=path.name, reason=reason) from error
    if len(data) > largest:
        raise InvalidInput("imports.too_large", file=path.name, limit=largest // 1_000_000)
    return data


def decompressed_head(data: bytes, size: int) -> bytes:
    """Return the first bytes of what a file contains that begins with `data`; never raises."""
    if not data.startswith(_GZIP):
        return data
    try:
        return zlib.decompressobj(_GZIP_FORMAT).decompress(data, size)
    except zlib.error:
        return b""


def head_of(data: bytes) -> str:
    """Return the text of the first bytes of a Unicode file, as far as it can be decoded."""
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")
    if not marked and b"\x00" in data:
        return data.decode(_byte_order(data), errors="replace")
    return data.decode(marked or "utf-8", errors="replace")


def _decode(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _try(data, encoding)
    if b"\x00" in data:
        return _utf16_without_mark(data)
    if (text := _try(data, "utf-8")) is not None:
        return text
    japanese = _try(data, "cp932")
    if japanese is not None and _KANA.search(japanese):
        return japanese
    # western text may be valid Shift_JIS by chance, but then it has no kana
    western = _try(data, "cp1252")
    return western if western is not None else japanese


def _utf16_without_mark(data: bytes) -> str | None:
    """Decode UTF-16 without a BOM: line ends and Latin letters have one zero byte."""
    return _try(data, _byte_order(data))


def _byte_order(data: bytes) -> str:
    even = data[0::2].count(0)
    odd = data[1::2].count(0)
    return "utf-16-le" if odd > even else "utf-16-be"


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
