"""Papers as they will print, page by page as pictures. Importing this loads no PDF library."""

from dataclasses import dataclass

from exports.branding import Branding
from exports.name_marks import NameBox
from exports.protected import Guard
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewOrder:
    """A document to look at, as an export would write it; frozen records alone."""

    state: WorkshopState
    solutions: dict[str, Solution]
    name: str
    language: str
    name_customer: bool
    sheets: int
    guard: Guard
    branding: Branding


@dataclass(frozen=True, slots=True)
class PageRequest:
    """A page, by its number from 0, and how many pixels wide its picture is to be."""

    number: int
    width: int


@dataclass(frozen=True, slots=True)
class PageInfo:
    """A page: the code of its reader, empty for everybody, and which of their pages it is."""

    reader: str
    number: int
    count: int


@dataclass(frozen=True, slots=True)
class PreviewReady:
    """A document was made; these are its pages, for all readers one after the other."""

    name: str
    pages: tuple[PageInfo, ...]


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page as it prints: rows of `stride` bytes, four for each pixel (blue, green, red, -)."""

    name: str
    number: int
    asked: int
    """The width that was asked for."""
    width: int
    height: int
    stride: int
    pixels: bytes
    marks: tuple[NameBox, ...]


@dataclass(frozen=True, slots=True)
class PreviewFailed:
    """The document could not be made: the key of a sentence and its values."""

    key: str
    values: dict[str, object]
