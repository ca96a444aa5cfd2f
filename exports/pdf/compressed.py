"""Writes ReportLab's document with small objects in compressed object streams (PDF 1.5).

A tagged paper has some thousand small objects, which ReportLab writes individually and
uncompressed.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from hashlib import sha256
from struct import pack
from typing import Any

from reportlab.pdfbase import pdfdoc

VERSION = (1, 7)
_IN_ONE_STREAM = 200
"""Maximum number of objects per stream: a reader decompresses all to read one."""
_FREE, _PLAIN, _PACKED = range(3)
"""The types of entries of the cross-reference table."""

_LEVEL = 3
"""Compression level: a higher one takes twice the time and saves 5 % of the size."""


class _QuickCompression(pdfdoc.PDFStreamFilterZCompress):
    """Compresses streams with `_LEVEL`."""

    def encode(self, text: str | bytes) -> bytes:
        return zlib.compress(text.encode() if isinstance(text, str) else text, _LEVEL)


_QUICK = _QuickCompression()
Further = Callable[[int], list[str]]
"""Returns further objects in PDF syntax, numbered from the given number."""


class LateObject(pdfdoc.PDFObject):
    """An object of ReportLab's document whose text is known only after all others are written."""

    __RefOnly__ = 1
    text = ""


class CompressedFile:
    """Writes one document instead of ReportLab's own writer."""

    def __init__(self, document: Any, further: Further) -> None:  # noqa: ANN401 - of ReportLab
        self._document = document
        self._further = further
        self._parts = ["%PDF-{}.{}\n%".format(*VERSION).encode() + b"\x93\x8c\x8b\x9e\n"]
        self._length = len(self._parts[0])
        self._entries: dict[int, tuple[int, int, int]] = {0: (_FREE, 0, 65535)}
        self._packed: list[tuple[int, bytes]] = []

    def write(self) -> bytes:
        """Return the bytes of the file."""
        document = self._document
        root = document.Reference(document.Catalog)
        info = document.Reference(document.info)
        references = b"/Root %b/Info %b" % (root.format(document), info.format(document))
        count = self._add_objects()
        for start in range(0, len(self._packed), _IN_ONE_STREAM):
            count += 1
            self._add_packed(count, self._packed[start : start + _IN_ONE_STREAM])
        self._add_table(count + 1, references)
        return b"".join(self._parts)

    def _add_objects(self) -> int:
        """Add all objects, and return the number of the last one."""
        document = self._document
        late: list[tuple[int, LateObject]] = []
        number = 1
        while number in document.numberToId:  # objects are added while others are formatted
            thing = document.idToObject[document.numberToId[number]]
            if isinstance(thing, LateObject):
                late.append((number, thing))
            else:
                if isinstance(thing, pdfdoc.PDFStream) and thing.filters == [pdfdoc.PDFZCompress]:
                    thing.filters = [_QUICK]
                text = pdfdoc.format(thing, document, toplevel=1)
                if text.endswith(b"endstream\n"):
                    self._add_plain(number, text)
                else:
                    self._packed.append((number, text))
            number += 1
        texts = self._further(number)
        self._packed += ((each, text.encode("ascii")) for each, text in enumerate(texts, number))
        self._packed += ((each, thing.text.encode("ascii")) for each, thing in late)
        return number + len(texts) - 1

    def _add_plain(self, number: int, text: bytes) -> None:
        self._entries[number] = _PLAIN, self._length, 0
        self._add(b"%d 0 obj\n%bendobj\n" % (number, text))

    def _add_packed(self, stream: int, objects: list[tuple[int, bytes]]) -> None:
        offsets: list[str] = []
        at = 0
        for index, (number, text) in enumerate(objects):
            self._entries[number] = _PACKED, stream, index
            offsets.append(f"{number} {at}")
            at += len(text) + 1
        head = f"{' '.join(offsets)}\n".encode()
        entries = f"/Type/ObjStm/N {len(objects)}/First {len(head)}".encode()
        body = b"\n".join(text for _, text in objects)
        self._add_plain(stream, _stream(entries, head + body))

    def _add_table(self, number: int, references: bytes) -> None:
        """Add the cross-reference table and the end of the file."""
        start = self._length
        self._entries[number] = _PLAIN, start, 0
        rows = b"".join(pack(">BLH", *self._entries[each]) for each in range(number + 1))
        name = sha256(b"".join(self._parts)).hexdigest()[:32].encode()
        entries = b"/Type/XRef/W[1 4 2]/Size %d%b/ID[<%b><%b>]" % (
            number + 1,
            references,
            name,
            name,
        )
        self._add_plain(number, _stream(entries, rows))
        self._add(b"startxref\n%d\n%%%%EOF\n" % start)

    def _add(self, data: bytes) -> None:
        self._parts.append(data)
        self._length += len(data)


def compress(stream: pdfdoc.PDFStream) -> None:
    """Compress a stream that is in several documents now, instead of in each of them."""
    stream.content = zlib.compress(stream.content, _LEVEL)
    stream.dictionary["Filter"] = "/FlateDecode"


def _stream(entries: bytes, content: bytes) -> bytes:
    data = zlib.compress(content, _LEVEL)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream\n" % (
        entries,
        len(data),
        data,
    )
