"""Writes the tags into the PDF, and all else by which it is accessible (PDF/UA-1, ISO 14289-1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas

from exports.pdf.tagging import Element, LinkArea, MarkedContent, Tags

VERSION = (1, 7)
"""The version of PDF that PDF/UA-1 is about."""
_PASSES_ITS_CONTENT_UP = frozenset(("LBody", "TD", "TH"))
"""Elements that hold the text themselves where they have but one paragraph."""
_PRINTED = 4
"""The flag of annotations that belong to the printed page as to the screen."""
_MAY_BE_EMPTY = frozenset(("TD", "TH"))


@dataclass(frozen=True, slots=True)
class About:
    """What the metadata say; `day` is an ISO date or empty."""

    title: str
    language: str
    program: str
    day: str


def document_of(canvas: Canvas) -> Any:  # noqa: ANN401 - of ReportLab
    """Return the document that a canvas writes; ReportLab names no other way to it."""
    return canvas._doc  # noqa: SLF001 # pyright: ignore[reportAttributeAccessIssue]


def link_entries(address: str) -> dict[str, Any]:
    """Return the entries by which the annotation of a link is accessible."""
    return {"Contents": PDFString(address), "F": _PRINTED}


def last_annotation(canvas: Canvas) -> PDFDictionary:
    """Return the annotation that was added to the current page last."""
    references = canvas._annotationrefs  # noqa: SLF001 # pyright: ignore[reportAttributeAccessIssue]
    return document_of(canvas).idToObject[references[-1].name]


def make_accessible(canvas: Canvas, tags: Tags, about: About) -> None:
    """Write tags, metadata and marks into the document of `canvas`, after its last page."""
    document = document_of(canvas)
    catalog = document.Catalog
    catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    catalog.Metadata = _metadata(about)
    catalog.StructTreeRoot = _Writer(document, tags).write()


class _Source(PDFObject):
    """An object of the file, as its own text."""

    __RefOnly__ = 1

    def __init__(self, text: str = "") -> None:
        self.text = text

    def format(self, document: object) -> bytes:
        return self.text.encode("ascii")


class _Writer:
    """Writes the structure tree and the tree that leads from marked content to its element."""

    def __init__(self, document: Any, tags: Tags) -> None:  # noqa: ANN401 - of ReportLab
        self._document = document
        self._tags = tags
        self._pages: list[Any] = document.Pages.pages
        self._page_references = [self._reference(page) for page in self._pages]
        self._references: dict[Element, str] = {}
        self._areas: list[str] = []

    def write(self) -> PDFObject:
        """Return the root of the structure tree."""
        root = _Source()
        parents = _Source()
        at = self._reference(root)
        whole = self._write(self._tags.document, at)
        entries = [
            f"{number}[{' '.join(map(self._references.__getitem__, pieces))}]"
            for number, pieces in enumerate(self._tags.marked[: len(self._pages)])
        ]
        entries += [f"{number} {area}" for number, area in enumerate(self._areas, len(self._pages))]
        parents.text = f"<</Nums[{' '.join(entries)}]>>"
        root.text = (
            f"<</Type/StructTreeRoot/K {whole}/ParentTree {self._reference(parents)}"
            f"/ParentTreeNextKey {len(entries)}>>"
        )
        for number, page in enumerate(self._pages):
            page.StructParents = number
            page.Tabs = "/S"
            page.__NoDefault__ = (*page.__NoDefault__, "StructParents", "Tabs")
        return root

    def _write(self, element: Element, parent: str) -> str:
        source = _Source()
        reference = self._references[element] = self._reference(source)
        kids = self._kids(element, reference)
        page = next((kid.page for kid in kids if isinstance(kid, MarkedContent)), None)
        texts = [self._kid(kid, page, reference) for kid in kids]
        on_page = "" if page is None else f"/Pg {self._page_references[page]}"
        content = f"/K[{' '.join(texts)}]" if texts else ""
        source.text = f"<</S/{element.role}/P {parent}{on_page}{content}{element.entries}>>"
        return reference

    def _kids(self, element: Element, reference: str) -> list[Element | MarkedContent | LinkArea]:
        """Return what an element contains, without elements that are empty or say nothing."""
        kids = [kid for kid in element.kids if _is_wanted(kid)]
        if element.role in _PASSES_ITS_CONTENT_UP and len(kids) == 1:
            (only,) = kids
            if isinstance(only, Element) and only.role == "P":
                self._references[only] = reference
                return only.kids
        return kids

    def _kid(
        self, kid: Element | MarkedContent | LinkArea, page: int | None, reference: str
    ) -> str:
        if isinstance(kid, Element):
            return self._write(kid, reference)
        if isinstance(kid, MarkedContent):
            if kid.page == page:
                return str(kid.number)
            return f"<</Type/MCR/Pg {self._page_references[kid.page]}/MCID {kid.number}>>"
        kid.annotation["StructParent"] = len(self._pages) + len(self._areas)
        self._areas.append(reference)
        area = self._reference(kid.annotation)
        return f"<</Type/OBJR/Pg {self._page_references[kid.page]}/Obj {area}>>"

    def _reference(self, thing: PDFObject) -> str:
        return self._document.Reference(thing).format(self._document).decode("ascii")


def _is_wanted(kid: Element | MarkedContent | LinkArea) -> bool:
    if not isinstance(kid, Element) or kid.role in _MAY_BE_EMPTY:
        return True
    return any(map(_is_wanted, kid.kids))


def _metadata(about: About) -> PDFStream:
    """Return the metadata as XMP; they say the same as ReportLab's information dictionary."""
    stream = PDFStream(content="\n".join(_lines(about)).encode())
    stream.dictionary["Type"] = "/Metadata"
    stream.dictionary["Subtype"] = "/XML"
    return stream


def _lines(about: About) -> Iterator[str]:
    title = escape(about.title)
    yield '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    yield '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    yield '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    yield '<rdf:Description rdf:about=""'
    yield ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    yield ' xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
    yield ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
    yield ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
    yield f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
    yield f"<dc:language><rdf:Bag><rdf:li>{about.language}</rdf:li></rdf:Bag></dc:language>"
    yield f"<xmp:CreatorTool>{about.program}</xmp:CreatorTool>"
    if about.day:
        yield f"<xmp:CreateDate>{about.day}T00:00:00Z</xmp:CreateDate>"
        yield f"<xmp:ModifyDate>{about.day}T00:00:00Z</xmp:ModifyDate>"
    yield f"<pdf:Producer>{about.program}</pdf:Producer>"
    yield "<pdfuaid:part>1</pdfuaid:part>"
    yield "</rdf:Description></rdf:RDF></x:xmpmeta>"
    yield '<?xpacket end="w"?>'
