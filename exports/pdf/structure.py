"""Writes the tags and the other accessibility data into the PDF (PDF/UA-1, ISO 14289-1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject, PDFStream
from reportlab.pdfgen.canvas import Canvas

from exports.pdf.compressed import CompressedFile, LateObject
from exports.pdf.tagging import Element, LinkArea, MarkedContent, Tags, text_string

_PASSES_ITS_CONTENT_UP = frozenset(("LBody", "TD", "TH"))
"""Elements that contain the text directly if they have only one paragraph."""
_PRINTED = 4
"""The flag of annotations that are printed as well as shown."""
_MAY_BE_EMPTY = frozenset(("TD", "TH"))


class About(NamedTuple):
    """The content of the metadata; `day` is an ISO date or empty."""

    title: str
    language: str
    program: str
    day: str


class Bookmark(NamedTuple):
    """An entry of the outline with its level from 0, which leads to a height on a page."""

    title: str
    level: int
    page: int
    height: float


def document_of(canvas: Canvas) -> Any:  # noqa: ANN401 - of ReportLab
    """Return the document that a canvas writes; ReportLab has no public access to it."""
    return canvas._doc  # noqa: SLF001 # pyright: ignore[reportAttributeAccessIssue]


def add_link(canvas: Canvas, address: str, area: Sequence[float]) -> LateObject:
    """Add a link to the current page, and return it; its place in the tree is added by `save`."""
    link = LateObject()
    corners = " ".join(f"{each:.2f}" for each in area)
    link.text = (
        f"/Type/Annot/Subtype/Link/F {_PRINTED}/Rect[{corners}]/Border[0 0 0]"
        f"/Contents{text_string(address)}/A<</S/URI/URI<{address.encode().hex()}>>>"
    )
    canvas._addAnnotation(link)  # noqa: SLF001 # pyright: ignore[reportAttributeAccessIssue]
    return link


def save(canvas: Canvas, tags: Tags, about: About, bookmarks: Sequence[Bookmark]) -> None:
    """Save the document of `canvas` after its last page, with tags, metadata and an outline."""
    document = document_of(canvas)
    catalog = document.Catalog
    catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    catalog.Metadata = _metadata(about)
    root = catalog.StructTreeRoot = LateObject()
    pages: list[Any] = document.Pages.pages
    for number, page in enumerate(pages):
        page.StructParents = number
        page.Tabs = "/S"
        page.__NoDefault__ = (*page.__NoDefault__, "StructParents", "Tabs")
    for number, (_, area) in enumerate(tags.areas, len(pages)):
        area.annotation.text = f"<<{area.annotation.text}/StructParent {number}>>"
    outline = LateObject()
    writer = _TreeWriter(document, tags, root, outline, bookmarks)

    def written() -> bytes:
        catalog.Outlines = outline if bookmarks else None  # ReportLab removes it when it is saved
        return CompressedFile(document, writer.objects).write()

    document.format = written
    canvas.save()


class _TreeWriter:
    """Writes the structure tree, the tree that maps marked content to its element, the outline."""

    def __init__(
        self,
        document: Any,  # noqa: ANN401 - of ReportLab
        tags: Tags,
        root: LateObject,
        outline: LateObject,
        bookmarks: Sequence[Bookmark],
    ) -> None:
        self._document = document
        self._outline = outline
        self._bookmarks = bookmarks
        self._tags = tags
        self._root = root
        self._pages = [self._reference(page) for page in document.Pages.pages]
        self._references: dict[Element, str] = {}
        self._texts: list[str] = []
        self._first = 0

    def objects(self, first: int) -> list[str]:
        """Return all objects of the trees except the roots, which get their texts."""
        self._first = first
        whole = self._write(self._tags.document, self._reference(self._root))
        parents = [
            f"[{' '.join(map(self._references.__getitem__, pieces))}]"
            for pieces in self._tags.marked[: len(self._pages)]
        ]
        parents += (self._references[link] for link, _ in self._tags.areas)
        numbered = " ".join(f"{number} {each}" for number, each in enumerate(parents))
        tree = f"{first + len(self._texts)} 0 R"
        self._texts.append(f"<</Nums[{numbered}]>>")
        self._root.text = (
            f"<</Type/StructTreeRoot/K {whole}/ParentTree {tree}/ParentTreeNextKey {len(parents)}>>"
        )
        self._outline.text = self._write_outline(first + len(self._texts))
        return self._texts

    def _write_outline(self, first: int) -> str:
        """Write the entries of the outline, numbered from `first`, and return its root."""
        root = self._reference(self._outline)
        inner: dict[int, list[int]] = {-1: []}
        path: list[int] = []
        for number, bookmark in enumerate(self._bookmarks):
            del path[bookmark.level :]
            inner[path[-1] if path else -1].append(number)
            inner[number] = []
            path.append(number)

        def count(number: int) -> int:
            return sum(1 + count(each) for each in inner[number])

        def text(number: int) -> str:
            if not inner[number]:
                return ""
            begin, *_, end = *inner[number], inner[number][-1]
            return f"/First {first + begin} 0 R/Last {first + end} 0 R/Count {count(number)}"

        beside: dict[int, str] = {}
        for parent, numbers in inner.items():
            above = root if parent < 0 else f"{first + parent} 0 R"
            beside |= dict.fromkeys(numbers, f"/Parent {above}")
            for one, other in pairwise(numbers):
                beside[one] += f"/Next {first + other} 0 R"
                beside[other] += f"/Prev {first + one} 0 R"
        self._texts += (
            f"<</Title{text_string(title)}{beside[number]}{text(number)}"
            f"/Dest[{self._pages[page]}/XYZ 0 {height:.2f} 0]>>"
            for number, (title, _, page, height) in enumerate(self._bookmarks)
        )
        return f"<</Type/Outlines{text(-1)}>>"

    def _write(self, element: Element, parent: str) -> str:
        index = len(self._texts)
        self._texts.append("")
        reference = self._references[element] = f"{self._first + index} 0 R"
        kids = self._kids(element, reference)
        page = next((kid.page for kid in kids if isinstance(kid, MarkedContent)), None)
        texts = [self._kid(kid, page, reference) for kid in kids]
        on_page = "" if page is None else f"/Pg {self._pages[page]}"
        content = f"/K[{' '.join(texts)}]" if texts else ""
        self._texts[index] = f"<</S/{element.role}/P {parent}{on_page}{content}{element.entries}>>"
        return reference

    def _kids(self, element: Element, reference: str) -> list[Element | MarkedContent | LinkArea]:
        """Return the children of an element, without empty elements."""
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
        if isinstance(kid, LinkArea):
            area = self._reference(kid.annotation)
            return f"<</Type/OBJR/Pg {self._pages[kid.page]}/Obj {area}>>"
        if kid.page == page:
            return str(kid.number)
        return f"<</Type/MCR/Pg {self._pages[kid.page]}/MCID {kid.number}>>"

    def _reference(self, thing: PDFObject) -> str:
        return self._document.Reference(thing).format(self._document).decode("ascii")


def _is_wanted(kid: Element | MarkedContent | LinkArea) -> bool:
    if not isinstance(kid, Element) or kid.role in _MAY_BE_EMPTY:
        return True
    return any(map(_is_wanted, kid.kids))


def _metadata(about: About) -> PDFStream:
    """Return the metadata as XMP, equal to ReportLab's information dictionary."""
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
