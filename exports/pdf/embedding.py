"""The embedded fonts of one PDF: the codes of the printed characters, and a font subset with them.

ReportLab's own fonts have 256 characters each, so that Japanese text would change the font every
few characters, and their unused codes map to U+0000. Here a font has as many characters as are
printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from struct import pack
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFObjectReference, PDFStream

from exports.pdf.compressed import compress
from exports.pdf.fonts import BOLD, MONOSPACED, REGULAR

_MOST_IN_BLOCK = 100
"""Maximum number of characters in one block of a CMap."""
_KNOWN_AS = "__InternalName__"
"""What ReportLab notes in an object, so that another document would not take it."""
_FONTS = "BasicFonts"
"""ReportLab's name of the fonts of all pages."""


class _Codes(dict[str, str]):
    """The hexadecimal code of each character, numbered from 1 in order of first use."""

    def __missing__(self, character: str) -> str:
        code = self[character] = f"{len(self) + 1:04X}"
        return code


class _Strings(dict[str, str]):
    """Texts in PDF syntax, which many papers share; `codes` are those of their characters."""

    def __init__(self) -> None:
        super().__init__()
        self.codes = _Codes()

    def __missing__(self, text: str) -> str:
        found = self[text] = f"<{''.join(map(self.codes.__getitem__, text))}>"
        return found


class EmbeddedFont:
    """One weight of the typeface in one PDF, or in those for all readers of one document.

    `name` is its name on the pages. It is added to each PDF after all pages of all were drawn.
    """

    def __init__(self, name: str, face_name: str) -> None:
        self.name = name
        self._face_name = face_name
        self._strings = _Strings()
        self._objects: dict[str, Any] = {}
        """ReportLab's objects by their names, made for the first PDF; the last one is the font."""

    def string(self, text: str) -> str:
        """Return `text` as a string of PDF syntax in this font."""
        return self._strings[text]

    def add_to(self, document: Any) -> None:  # noqa: ANN401 - of ReportLab
        """Add the font subset to ReportLab's document, if anything was printed with it."""
        if not self._strings:
            return
        if not self._objects:
            self._make(document)
        for name, each in self._objects.items():
            if name not in document.idToObject:
                vars(each).pop(_KNOWN_AS, None)
            document.idToObject[_FONTS].dict[self.name] = document.Reference(each, name)

    def _make(self, document: Any) -> None:  # noqa: ANN401 - of ReportLab
        characters = list(self._strings.codes)
        face: Any = pdfmetrics.getFont(self._face_name).face  # pyright: ignore[reportAttributeAccessIssue]
        name = f"AAAAAA+{self._face_name}"
        descriptor = face.addSubsetObjects(document, name, [ord(each) for each in characters])
        for key in (f"fontFile:{face.filename}({name})", descriptor.name):
            self._objects[key] = document.idToObject[key]
        compress(next(iter(self._objects.values())))
        glyphs = self._add("Glyphs", _stream(_glyph_numbers(face, characters)))
        unicode = self._add("Unicode", _stream(_to_unicode(characters).encode()))
        descendant = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": f"/{name}",
            "CIDSystemInfo": "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
            "FontDescriptor": descriptor,
            "W": f"[1[{' '.join(f'{face.charWidths[ord(each)]:g}' for each in characters)}]]",
            "CIDToGIDMap": glyphs,
        }
        font = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": f"/{name}",
            "Encoding": "/Identity-H",
            "DescendantFonts": PDFArray([self._add("Descendant", PDFDictionary(descendant))]),
            "ToUnicode": unicode,
        }
        self._add("Font", PDFDictionary(font))

    def _add(self, kind: str, made: Any) -> PDFObjectReference:  # noqa: ANN401 - of ReportLab
        self._objects[f"{self.name}{kind}"] = made
        return PDFObjectReference(f"{self.name}{kind}")


Fonts = tuple[EmbeddedFont, EmbeddedFont, EmbeddedFont]


def new_fonts() -> Fonts:
    """Return both weights of the typeface and the monospaced one."""
    names = {"F1": REGULAR, "F2": BOLD, "F3": MONOSPACED}
    regular, bold, monospaced = (EmbeddedFont(*each) for each in names.items())
    return regular, bold, monospaced


def _glyph_numbers(face: Any, characters: Sequence[str]) -> bytes:  # noqa: ANN401 - of ReportLab
    """Return the glyph of each code from 0; the subset has them in order of first use."""
    numbers = {0: 0}
    glyphs = (face.charToGlyph[ord(character)] for character in characters)
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
    stream = PDFStream(content=content)
    compress(stream)
    return stream
