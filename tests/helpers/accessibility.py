"""Two independent checkers of accessible PDFs, and a reader that returns what is read out.

`conformance_faults` uses `page`, a validator written in Rust with the machine-checkable rules of
PDF/UA-1: metadata, language, fonts, which content is tagged, nesting, tables, links.
`reading_faults` reads the pages through PDFium, like a browser, and checks what a person hears:
whether all printed text is in the tree, once, and whether figures, links, lists and tables have the
required texts. A file with a password is opened with it by PDFium, and by qpdf for `page`.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
import pypdfium2
from page import ValidationProfile, validate_pdf_bytes
from pypdfium2 import raw

_ACCESSIBLE = 1 << 9
"""The permission bit that lets screen readers read a locked file."""
_SAYS_TEXT = frozenset(
    ("P", "Lbl", "LBody", "TD", "TH", "Link", "Figure", *(f"H{n}" for n in range(1, 7)))
)
"""Elements that may contain text directly."""
_PARENTS = {
    "TR": {"Table"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
}


@dataclass
class SpokenElement:
    """An element as it is read out: its role, its own text with that of links, its children."""

    role: str
    alternative: str = ""
    text: str = ""
    kids: list[SpokenElement] = field(default_factory=list)
    scope: str = ""

    @property
    def whole(self) -> str:
        """All text in it."""
        return self.text + "".join(kid.whole for kid in self.kids if kid.role != "Link")


def conformance_faults(pdf: bytes, password: str = "") -> list[str]:
    """Return the violations of PDF/UA-1 found by `page`."""
    faults = []
    if password:
        with pikepdf.open(BytesIO(pdf), password=password) as locked:
            if not locked.encryption.P & _ACCESSIBLE:
                faults.append("screen readers are locked out")
            plain = BytesIO()
            locked.save(plain)
        pdf = plain.getvalue()
    report = validate_pdf_bytes(pdf, profile=ValidationProfile.PDF_UA_1)
    faults += [f"{each.rule_id}: {each.message}" for each in report.failures]
    return faults or ([] if report.is_compliant else ["not compliant"])


def reading_faults(pdf: bytes, password: str = "") -> list[str]:
    """Return what a person would miss who listens to the file through PDFium."""
    document = pypdfium2.PdfDocument(pdf, password=password or None)
    try:
        faults = [] if raw.FPDFCatalog_IsTagged(document) else ["the file is not marked as tagged"]
        if not _string(raw.FPDFCatalog_GetLanguage, document):
            faults.append("the file has no language")
        if not document.get_metadata_dict(skip_empty=True).get("Title"):
            faults.append("the file has no title")
        level = 0
        for number, page in enumerate(document, 1):
            reading = _PageReading(page)
            faults += [f"page {number}: {fault}" for fault in reading.faults]
            for heading in reading.headings:
                if heading > level + 1:
                    faults.append(f"page {number}: H{heading} follows H{level}")
                level = heading
            reading.close()
        return faults
    finally:
        document.close()


def said_pages(pdf: bytes, password: str = "") -> list[list[SpokenElement]]:
    """Return what is read out, page by page."""
    document = pypdfium2.PdfDocument(pdf, password=password or None)
    try:
        pages = []
        for page in document:
            reading = _PageReading(page)
            pages.append(reading.said)
            reading.close()
        return pages
    finally:
        document.close()


def flat(said: list[SpokenElement]) -> Iterator[SpokenElement]:
    """Yield elements and their descendants, in reading order."""
    for each in said:
        yield each
        yield from flat(each.kids)


class _PageReading:
    """Reads one page by its structure tree."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.faults: list[str] = []
        self._page = page
        self._texts = self._marked_texts()
        self._left = set(self._texts)
        self._tree = raw.FPDF_StructTree_GetForPage(page)
        self.said: list[SpokenElement] = []
        if self._tree:
            count = raw.FPDF_StructTree_CountChildren(self._tree)
            tops = [raw.FPDF_StructTree_GetChildAtIndex(self._tree, i) for i in range(count)]
            self.said = [self._element(top, "") for top in tops]
        self.faults += [
            f"“{self._texts[piece][:20]}” is not in the tree" for piece in sorted(self._left)
        ]
        for each in flat(self.said):
            self._judge(each)

    @property
    def headings(self) -> list[int]:
        """Return the levels of the headings that begin on the page."""
        roles = (each.role for each in flat(self.said))
        return [int(role[1:]) for role in roles if role[:1] == "H" and role[1:].isdigit()]

    def close(self) -> None:
        if self._tree:
            raw.FPDF_StructTree_Close(self._tree)
        self._page.close()

    def _marked_texts(self) -> dict[int, str]:
        """Return the text of each piece of marked content; unmarked text is a fault."""
        texts: dict[int, str] = {}
        text_page = self._page.get_textpage()
        for thing in self._page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            text = _string(raw.FPDFTextObj_GetText, thing, text_page)
            piece = raw.FPDFPageObj_GetMarkedContentID(thing)
            marks = raw.FPDFPageObj_CountMarks(thing)
            names = [_mark_name(raw.FPDFPageObj_GetMark(thing, mark)) for mark in range(marks)]
            if piece >= 0:
                texts[piece] = texts.get(piece, "") + text
            elif "Artifact" not in names and text.strip():
                self.faults.append(f"“{text[:20]}” is neither tagged nor an artefact")
            if "\0" in text or "\ufffd" in text or "\ufffe" in text:
                self.faults.append(f"“{text[:20]}” has characters without a meaning")
        text_page.close()
        return texts

    def _element(self, element: object, parent: str) -> SpokenElement:
        role = _string(raw.FPDF_StructElement_GetType, element)
        said = SpokenElement(role, _string(raw.FPDF_StructElement_GetAltText, element))
        said.scope = _scope(element)
        if role in _PARENTS and parent not in _PARENTS[role]:
            self.faults.append(f"{role} in {parent or 'the document'}")
        for number in range(raw.FPDF_StructElement_CountChildren(element)):
            kid = raw.FPDF_StructElement_GetChildAtIndex(element, number)
            if kid:
                inner = self._element(kid, role)
                said.kids.append(inner)
                if inner.role == "Link":
                    said.text += inner.text
                continue
            piece = raw.FPDF_StructElement_GetChildMarkedContentID(element, number)
            if piece < 0:
                continue
            if piece in self._left:
                self._left.remove(piece)
            elif piece in self._texts:
                self.faults.append(f"“{self._texts[piece][:20]}” is read out twice")
            text = self._texts.get(piece, "")
            if text.strip() and role not in _SAYS_TEXT:
                self.faults.append(f"“{text[:20]}” stands in {role} itself")
            said.text += text
        return said

    def _judge(self, said: SpokenElement) -> None:
        kids = [kid.role for kid in said.kids]
        if said.role == "Figure" and not said.alternative.strip():
            self.faults.append("a figure has no alternative text")
        if said.role in ("P", "TH", "Lbl", "Link", "H1", "H2", "H3") and not said.whole.strip():
            self.faults.append(f"{said.role} says nothing")
        if said.role == "TH" and said.scope not in ("Column", "Row"):
            self.faults.append("a header cell does not say what it is the header of")
        if said.role == "L" and set(kids) != {"LI"}:
            self.faults.append(f"a list of {kids}")
        if said.role == "LI" and not set(kids) <= {"Lbl", "LBody"}:
            self.faults.append(f"an item of {kids}")
        if said.role == "Table" and not set(kids) <= {"TR"}:
            self.faults.append(f"a table of {kids}")
        if said.role == "TR" and not set(kids) <= {"TH", "TD"}:
            self.faults.append(f"a row of {kids}")


def _mark_name(mark: object) -> str:
    length = ctypes.c_ulong()
    buffer = (ctypes.c_ushort * 40)()
    raw.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length)
    return bytes(buffer)[: length.value].decode("utf-16-le").rstrip("\0")


def _scope(element: object) -> str:
    """Return the scope of a header cell: Column, Row, or empty."""
    for number in range(max(raw.FPDF_StructElement_GetAttributeCount(element), 0)):
        attribute = raw.FPDF_StructElement_GetAttributeAtIndex(element, number)
        value = raw.FPDF_StructElement_Attr_GetValue(attribute, b"Scope")
        if value:
            length = ctypes.c_ulong()
            buffer = ctypes.create_string_buffer(80)
            raw.FPDF_StructElement_Attr_GetStringValue(value, buffer, 80, length)
            return buffer.raw[: length.value].decode("utf-16-le").rstrip("\0")
    return ""


def _string(call: Callable[..., int], *arguments: object) -> str:
    """Return a text that PDFium writes into a buffer as UTF-16, after returning its length."""
    size = call(*arguments, None, 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    call(*arguments, ctypes.cast(buffer, call.argtypes[-2]), size)  # type: ignore[attr-defined]
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")
