"""The tags of a PDF: heading, paragraph, list, table, figure, link or artefact.

A block declares its role once, by a `Tag`; the parts of a split block share it, so that a
paragraph, a row or a table is one element over several pages. While pages are drawn, `Tags` marks
their content with its element and collects the elements in reading order. Text without a role is a
paragraph; lines and shapes without one are artefacts, which are not read out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

ORNAMENT = "/Artifact BMC"
FOOT_OF_PAGE = "/Artifact <</Type/Pagination/Subtype/Footer>> BDC"
REPEATED = "/Artifact <</Type/Pagination>> BDC"
"""The operators that begin artefacts: decorations, page footers, repeated table headers."""
_HOLDS_BLOCKS = frozenset(("Document", "LBody", "TD", "TH"))
"""Elements in which text must be within a paragraph."""


@dataclass(eq=False, slots=True)
class Tag:
    """The role of a block, a standard structure type such as P or TR; compared by identity.

    `entries` are the other entries of its dictionary, in PDF syntax.
    """

    role: str
    entries: str = ""


def heading_tag(level: int) -> Tag:
    """Return the tag of a heading; 1 is the highest level."""
    return Tag(f"H{level}")


def cell_tag(scope: str = "", span: int = 1) -> Tag:
    """Return the tag of a cell over `span` columns; of a header cell, of a "Column" or "Row"."""
    entries = f"/Scope/{scope}" if scope else ""
    entries += f"/ColSpan {span}" if span > 1 else ""
    return Tag("TH" if scope else "TD", f"/A<</O/Table{entries}>>" if entries else "")


def figure_tag(alternative: str, left: float, bottom: float, right: float, top: float) -> Tag:
    """Return the tag of a figure with its alternative text and its place on the page."""
    box = f"[{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}]"
    entries = f"/Alt{text_string(alternative)}/A<</O/Layout/Placement/Block/BBox{box}>>"
    return Tag("Figure", entries)


def text_string(text: str) -> str:
    """Return `text` as a string of PDF syntax."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


class MarkedContent(NamedTuple):
    """A piece of a page's content: the page's index, and the number of the piece on it."""

    page: int
    number: int


class LinkArea(NamedTuple):
    """The annotation of a link on a page: the page's index, ReportLab's object."""

    page: int
    annotation: Any


class Element:
    """An element of the structure tree: what it contains, in reading order."""

    __slots__ = ("entries", "kids", "role")

    def __init__(self, role: str, entries: str = "") -> None:
        self.role = role
        self.entries = entries
        self.kids: list[Element | MarkedContent | LinkArea] = []


class Tags:
    """Marks what is drawn, and collects the elements.

    `emit` appends an operator to the content of the current page.
    """

    def __init__(self, emit: Callable[[str], object]) -> None:
        self.document = Element("Document")
        self.marked: list[list[Element]] = [[]]
        """The element of each piece of marked content, page by page."""
        self.areas: list[tuple[Element, LinkArea]] = []
        """The places of links, each with its link."""
        self._emit = emit
        self._stack = [self.document]
        self._artefacts: list[str] = []
        self._known: dict[Tag, Element] = {}
        self._open: Element | str = ""
        """What is drawn at the moment: a piece of an element, or what an operator began."""
        self._heading = 0
        self._link: tuple[Element, str] | None = None
        self._end = _End(self._stack)
        self._end_artefact = _End(self._artefacts)

    def within(self, tag: Tag) -> _End:
        """Make what is drawn in the ``with`` block belong to the element of `tag`."""
        element = self._known.get(tag)
        if element is None:
            if self._artefacts:
                element = self._stack[-1]
            else:
                element = self._known[tag] = self._add(Element(self._role(tag.role), tag.entries))
        self._stack.append(element)
        return self._end

    def within_item(self, tag: Tag, label: str) -> _End:
        """Like `within` for a list item, which continues the list of the item drawn before.

        A new list begins with the number 1, and when the kind of label changes.
        """
        if tag not in self._known and not self._artefacts:
            numbering = "Decimal" if label[:1].isdigit() else "Disc"
            entries = f"/A<</O/List/ListNumbering/{numbering}>>"
            kids = self._stack[-1].kids
            last = kids[-1] if kids else None
            if label == "1" or not isinstance(last, Element) or last.entries != entries:
                last = self._add(Element("L", entries))
            item = self._known[tag] = Element(tag.role)
            last.kids.append(item)
        return self.within(tag)

    def within_artefact(self, operator: str) -> _End:
        """Make what is drawn in the ``with`` block an artefact, which is not read out."""
        self._artefacts.append(operator)
        return self._end_artefact

    def text_target(self) -> Element | str:
        """Return the element to which the next line of text belongs, for `mark`."""
        if self._artefacts:
            return self._artefacts[-1]
        element = self._stack[-1]
        return self._add(Element("P")) if element.role in _HOLDS_BLOCKS else element

    def link(self, target: Element | str, address: str) -> Element | None:
        """Return the element of a link in the text of `target`; None if that is an artefact.

        A link may continue the one on the line before.
        """
        if isinstance(target, str):
            return None
        last = target.kids[-1] if target.kids else None
        if isinstance(last, Element) and self._link == (last, address):
            return last
        link = Element("Link")
        target.kids.append(link)
        self._link = link, address
        return link

    def mark(self, target: Element | str) -> None:
        """Make what is drawn next belong to `target`."""
        if target is self._open:
            return
        self.close()
        self._open = target
        if isinstance(target, str):
            self._emit(target)
            return
        pieces = self.marked[-1]
        target.kids.append(MarkedContent(len(self.marked) - 1, len(pieces)))
        self._emit(f"/{target.role} <</MCID {len(pieces)}>> BDC")
        pieces.append(target)

    def mark_shape(self) -> None:
        """Make the line or shape that is drawn next a part of the figure, or an artefact."""
        if self._artefacts:
            self.mark(self._artefacts[-1])
        else:
            element = self._stack[-1]
            self.mark(element if element.role == "Figure" else ORNAMENT)

    def add_area(self, link: Element, annotation: Any) -> None:  # noqa: ANN401 - of ReportLab
        """Add the area of a link on the current page."""
        area = LinkArea(len(self.marked) - 1, annotation)
        link.kids.append(area)
        self.areas.append((link, area))

    def close(self) -> None:
        """End the open piece, as before the graphics state is restored."""
        if self._open:
            self._emit("EMC")
            self._open = ""

    def end_page(self) -> None:
        """Make what is drawn next belong to the next page."""
        self.close()
        self.marked.append([])

    def _add(self, element: Element) -> Element:
        self._stack[-1].kids.append(element)
        return element

    def _role(self, role: str) -> str:
        """Return the role of a new element; levels of headings are not skipped."""
        if role[0] != "H" or not role[1:].isdigit():
            return role
        self._heading = min(int(role[1:]), self._heading + 1)
        return f"H{self._heading}"


class _End:
    """Ends a ``with`` block of `Tags`; a single shared instance, for speed."""

    __slots__ = ("_stack",)

    def __init__(self, stack: list[Any]) -> None:
        self._stack = stack

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        self._stack.pop()
