"""Messages between a preview and its process. Importing this module loads no PDF library."""

from dataclasses import dataclass
from typing import NamedTuple

from exports.name_marks import NameBox
from exports.options import WritingOptions
from exports.progress import WrittenPaper
from workshop_app.domain.record import Record
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState


class PreviewOrder(Record):
    """Requests a document as an export would write it."""

    state: WorkshopState
    solutions: dict[str, Solution]
    name: str
    language: str
    options: WritingOptions
    written: tuple[WrittenPaper, ...] = ()
    """The files of the document, if nothing was changed since: they are shown as they are."""
    serial: int = 0
    """The number of the request in its process; results have the number of their request."""


class PageRequest(NamedTuple):
    """Requests an image of a page: its 0-based number and the width in pixels."""

    number: int
    width: int


@dataclass(frozen=True, slots=True)
class PageInfo:
    """A page: its reader's code (empty: everybody), 1-based number and the reader's page count."""

    reader: str
    number: int
    count: int


class PreviewReady(NamedTuple):
    """The document is ready; `pages` are those of all readers one after the other."""

    serial: int
    pages: tuple[PageInfo, ...]


class RenderedPage(NamedTuple):
    """An image of a page: rows of `stride` bytes, four per pixel (blue, green, red, unused)."""

    serial: int
    number: int
    requested_width: int
    width: int
    height: int
    stride: int
    pixels: bytes
    marks: tuple[NameBox, ...]


class PreviewFailed(NamedTuple):
    """The document could not be created; `key` and `values` are those of a UserError."""

    serial: int
    key: str
    values: dict[str, object]
