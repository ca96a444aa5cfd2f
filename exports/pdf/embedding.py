"""The embedded fonts of one PDF: the codes of the printed characters, and a font subset with them.

ReportLab's own fonts have 256 characters each, so that Japanese text would change the font every
few characters, and their unused codes map to U+0000. Here a font has as many characters as are
printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from struct import pack
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFStream, PDFZCompress

_MOST_IN_BLOCK = 100
"""Maximum number of characters in one block of a CMap."""
_FONTS = "BasicFonts"
"""ReportLab's name of the fonts of all pages."""


class _Codes(dict[str, str]):
    """The hexadecimal code of each character, numbered from 1 in order of first use."""

    def __missing__(self, character: str) -> str:
        code = self[character] = f"{len(self) + 1:04X}"
        return code


class EmbeddedFont:
    """One weight of the typeface in one PDF. `name` is its name on the pages."""

    def __init__(self, name: str, face_name: str) -> None:
        self.name = name
        self._face_name = face_name
        self._codes = _Codes()

    def string(self, text: str) -> str:
        """Return `text` as a string of PDF syntax in this font."""
        return f"<{''.join(map(self._codes.__getitem__, text))}>"

    def add_to(self, document: Any) -> None:  # noqa: ANN401 - of ReportLab
        """Add the font subset to ReportLab's document, if anything was printed with it."""
        if not self._codes:
            return
        characters = list(self._codes)
        face: Any = pdfmetrics.getFont(self._face_name).face  # pyright: ignore[reportAttributeAccessIssue]
        name = f"AAAAAA+{self._face_name}"
        descendant = PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": f"/{name}",
                "CIDSystemInfo": "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
                "FontDescriptor": face.addSubsetObjects(document, name, _points(characters)),
                "W": f"[1[{' '.join(_widths(face, characters))}]]",
                "CIDToGIDMap": document.Reference(_stream(_glyph_numbers(face, characters))),
            }
        )
        font = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": f"/{name}",
            "Encoding": "/Identity-H",
            "DescendantFonts": PDFArray([document.Reference(descendant)]),
            "ToUnicode": document.Reference(_stream(_to_unicode(characters).encode())),
        }
        fonts = document.idToObject[_FONTS].dict
        fonts[self.name] = document.Reference(PDFDictionary(font))


def _points(characters: Sequence[str]) -> list[int]:
    return [ord(character) for character in characters]


def _widths(face: Any, characters: Sequence[str]) -> Iterator[str]:  # noqa: ANN401 - of ReportLab
    return (f"{face.charWidths[point]:g}" for point in _points(characters))


def _glyph_numbers(face: Any, characters: Sequence[str]) -> bytes:  # noqa: ANN401 - of ReportLab
    """Return the glyph of each code from 0; the subset has them in order of first use."""
    numbers = {0: 0}
    glyphs = (face.charToGlyph[point] for point in _points(characters))
    used = [numbers.setdefault(glyph, len(numbers)) for glyph in glyphs]
    return pack(f">{len(used) + 1}H", 0, *used)


def _to_unicode(characters: Sequence[str]) -> str:
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    for start in range(0, len(characters), _MOST_IN_BLOCK):
        block = characters[start : start + _MOST_IN_BLOCK]
        lines.append(f"{len(block)} beginbfchar")
        for code, character in enumerate(block, start + 1):
            lines.append(f"<{code:04X}> <{character.encode('utf-16-be').hex().upper()}>")
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


def _stream(content: bytes) -> PDFStream:
    return PDFStream(content=content, filters=[PDFZCompress])
