"""Extracts the text of a PDF of this program from the bytes of the file.

It only supports the format that `exports.pdf` writes: a file is a sequence of streams without gaps,
small objects are in object streams, and every text of a page is a string of an embedded font. Files
that differ in anything, including encrypted ones, are refused, so that no text is missed. PDFium
reads those, and a test compares the results of both.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_HEAD = b"%PDF-1.7\n%\x93\x8c\x8b\x9e\n"
_END = re.compile(rb"startxref\n\d+\n%%EOF\n\Z")
_STREAM = re.compile(rb"(\d+) 0 obj\n(<<(?:(?!stream\n).)*)stream\n", re.DOTALL)
_STREAM_END = re.compile(rb"\r?\n?endstream\nendobj\n")
_LENGTH = re.compile(rb"/Length (\d+)")
_NOT_TEXT = re.compile(rb"/Length1 |/Subtype /Image|/Type/XRef")
"""Keys that identify streams of fonts, of pictures and of the cross-reference table."""
_REFERENCE = rb" (\d+) 0 R"
_TEXT = re.compile(rb"BT /(F\d+) (\S+) Tf (\S+) (\S+) Td <((?:[0-9A-F]{4})*)> Tj ET")
_CHARACTER = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
_PARENTHESES = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"} | {
    b"%03o" % number: bytes((number,)) for number in range(256)
}
_HEX_STRING = re.compile(rb"(/\w+)? ?(?<!<)<([0-9A-Fa-f]+)>")
_UTF_16 = b"\xfe\xff"
_NO_CODE = "\uffff"
_BETWEEN_RUNS = b"FFFF"
"""A code that no font has, between the runs of text of a page; they are decoded together."""
_SAME_PLACE = 0.05
"""Maximum distance in points between runs of text that belong to one line."""


class UnknownFormError(Exception):
    """The file has another format than this program writes."""


@dataclass(frozen=True, slots=True)
class PdfWords:
    """The texts of a PDF."""

    pages: tuple[str, ...]
    """The text of each page; a run of text that does not continue the one before is a line."""
    figures: tuple[tuple[int, str], ...]
    """The alternative texts, each with its page number, 0 if it has none."""
    strings: tuple[str, ...]
    """All other distinct strings: title, outline, addresses of links, metadata."""


def read(data: bytes) -> PdfWords:
    """Return the texts of a PDF; raises UnknownFormError if its format is not supported."""
    try:
        return _Reading(data).words()
    except (KeyError, ValueError, AttributeError, zlib.error) as error:
        raise UnknownFormError from error


@dataclass(frozen=True, slots=True)
class _Font:
    """The characters and widths of the codes of a font."""

    characters: dict[int, str]
    widths: dict[str, float]

    def width(self, codes: str, size: float) -> float:
        return sum(map(self.widths.__getitem__, codes)) * size / 1000


class _Reading:
    """The objects of a file by number: those in object streams, and the streams."""

    def __init__(self, data: bytes) -> None:
        self._objects: dict[int, bytes] = {}
        self._streams: dict[int, tuple[bytes, bytes]] = {}
        for number, entries, content in _streams(data):
            if b"/Type/ObjStm" in entries:
                self._objects.update(_unpacked(entries, zlib.decompress(content)))
            else:
                self._streams[number] = entries, content
        self._known_fonts: dict[int, dict[bytes, _Font]] = {}
        self._read: set[int] = set()
        """The numbers of the streams that were read, or that hold no text."""

    def words(self) -> PdfWords:
        """Return the texts of the file."""
        catalog = next(each for each in self._objects.values() if b"/Type /Catalog" in each)
        tree = self._objects[_number(b"/Pages", catalog)]
        kids = re.search(rb"/Kids \[([^\]]*)\]", tree)
        numbers = [int(each) for each in re.findall(_REFERENCE, kids[1])] if kids else []
        pages = tuple(self._page(self._objects[number]) for number in numbers)
        metadata = self._stream(_number(b"/Metadata", catalog)).decode()
        figures, strings = self._strings({number: at for at, number in enumerate(numbers, 1)})
        strings += (unescape(each) for each in re.findall(r">([^<>]+)<", metadata))
        unread = self._streams.keys() - self._read
        if not all(_NOT_TEXT.search(self._streams[number][0]) for number in unread):
            raise UnknownFormError
        return PdfWords(pages, tuple(figures), tuple(dict.fromkeys(strings)))

    def _stream(self, number: int) -> bytes:
        self._read.add(number)
        entries, content = self._streams[number]
        return zlib.decompress(content) if b"/FlateDecode" in entries else content

    def _page(self, page: bytes) -> str:
        if b"/Type /Page" not in page:
            raise UnknownFormError
        content = self._stream(_number(b"/Contents", page))
        fonts = self._fonts(_number(b"/Font", page))
        runs = _TEXT.findall(content)
        if len(runs) != content.count(b"BT") or b"/ActualText" in content:
            raise UnknownFormError
        if not runs:
            return ""
        parts: list[str] = []
        before = b"", 0.0, 0.0, "", b""
        digits = _BETWEEN_RUNS.join(run[4] for run in runs).decode("ascii")
        codes_of_runs = bytes.fromhex(digits).decode("utf-16-be").split(_NO_CODE)
        for (name, size, x, y, _), codes in zip(runs, codes_of_runs, strict=True):
            goes_on = False
            if y == before[4]:
                end = before[2] + fonts[before[0]].width(before[3], before[1])
                goes_on = abs(float(x) - end) < _SAME_PLACE
            text = codes.translate(fonts[name].characters)
            parts.append(text if goes_on else f"\n{text}")
            before = name, float(size), float(x), codes, y
        return "".join(parts).lstrip("\n")

    def _fonts(self, number: int) -> dict[bytes, _Font]:
        if number not in self._known_fonts:
            found = re.findall(rb"/(F\d+)" + _REFERENCE, self._objects[number])
            self._known_fonts[number] = {name: self._font(int(font)) for name, font in found}
        return self._known_fonts[number]

    def _font(self, number: int) -> _Font:
        font = self._objects[number]
        table = self._stream(_number(b"/ToUnicode", font)).partition(b"endcodespacerange")[2]
        descendant = self._objects[_number(rb"/DescendantFonts \[", font)]
        self._read.add(_number(b"/CIDToGIDMap", descendant))
        widths = re.search(rb"/W \[1\[([^\]]*)\]\]", descendant)
        return _Font(
            {
                int(code, 16): bytes.fromhex(letter.decode("ascii")).decode("utf-16-be")
                for code, letter in _CHARACTER.findall(table)
            },
            {chr(code): float(each) for code, each in enumerate(widths[1].split(), 1)}
            if widths
            else {},
        )

    def _strings(self, pages: dict[int, int]) -> tuple[list[tuple[int, str]], list[str]]:
        figures: list[tuple[int, str]] = []
        strings: list[str] = []
        for each in self._objects.values():
            if b"(" in each:
                strings += _literal_strings(each)
            if b"/Alt" in each or b" <" in each:
                for key, digits in _HEX_STRING.findall(each):
                    text = _decoded(bytes.fromhex(digits.decode("ascii")))
                    if key == b"/Alt":
                        page = re.search(b"/Pg" + _REFERENCE, each)
                        figures.append((pages[int(page[1])] if page else 0, text))
                    else:
                        strings.append(text)
        return figures, strings


def _streams(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield the number, the entries and the content of each stream, up to the end of the file."""
    end = _END.search(data)
    if not data.startswith(_HEAD) or end is None:
        raise UnknownFormError
    at = len(_HEAD)
    while at < end.start():
        head = _STREAM.match(data, at)
        length = _LENGTH.search(head[2]) if head else None
        if head is None or length is None or b"/Encrypt" in head[2]:
            raise UnknownFormError
        stop = head.end() + int(length[1])
        foot = _STREAM_END.match(data, stop)
        if foot is None:
            raise UnknownFormError
        yield int(head[1]), head[2], data[head.end() : stop]
        at = foot.end()


def _unpacked(entries: bytes, content: bytes) -> dict[int, bytes]:
    """Return the objects in an object stream, by number."""
    first = re.search(rb"/First (\d+)", entries)
    begin = int(first[1]) if first else 0
    table = [int(each) for each in content[:begin].split()]
    offsets = [*table[1::2], len(content) - begin]
    return {
        number: content[begin + offsets[index] : begin + offsets[index + 1]]
        for index, number in enumerate(table[::2])
    }


def _number(key: bytes, entries: bytes) -> int:
    """Return the number of the object that an entry refers to."""
    found = re.search(key + _REFERENCE, entries)
    if found is None:
        raise UnknownFormError
    return int(found[1])


def _literal_strings(entries: bytes) -> Iterator[str]:
    """Yield the strings in parentheses, which may contain balanced ones."""
    depth = begin = 0
    for found in _PARENTHESES.finditer(entries):
        if found[0] == b"(":
            begin = begin if depth else found.end()
            depth += 1
        elif found[0] == b")":
            depth -= 1
            if not depth:
                string = entries[begin : found.start()]
                yield _decoded(_ESCAPE.sub(_plain, string) if b"\\" in string else string)
    if depth:
        raise UnknownFormError


def _plain(escape: re.Match[bytes]) -> bytes:
    return _ESCAPED.get(escape[1], escape[1])


def _decoded(string: bytes) -> str:
    if string.startswith(_UTF_16):
        return string[2:].decode("utf-16-be")
    return string.decode("extpdfdoc")  # an encoding that ReportLab registers
