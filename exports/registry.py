"""The documents that can be written, by name. Importing this loads no PDF library."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Workshop

if TYPE_CHECKING:
    from exports.pdf.blocks.block import Block
    from exports.pdf.paper import Paper

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CODE_LENGTH = 6


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its name, how it is built, and whether it is for the customer or for the house.

    An internal document calls the customer by a code unless it is told to name it.
    """

    name: str
    build: Callable[[Paper], list[Block]]
    internal: bool = False

    @property
    def title_key(self) -> str:
        """The key of its title in the locale files."""
        return f"papers.name.{self.name}"

    def file_name(self, state: WorkshopState, language: str) -> str:
        """Return a name that sorts by date, tells no customer, and is this workshop's alone."""
        workshop = state.workshop
        code = re.sub(r"[^0-9A-Za-z]", "", workshop.id)[-_CODE_LENGTH:].lower()
        return f"{day_of(workshop) or 'undated'}_{self.name}_{language}_{code}.pdf"


def day_of(workshop: Workshop) -> str:
    """Return the ISO date that papers of a workshop bear: its own, or that of its creation."""
    days = (text[:10] for text in (workshop.date, workshop.created_at))
    return next((day for day in days if _DAY.fullmatch(day)), "")


def _summary(paper: Paper) -> list[Block]:
    from exports.pdf.documents.summary import build

    return build(paper)


def _dossier(paper: Paper) -> list[Block]:
    from exports.pdf.documents.dossier import build

    return build(paper)


DOCUMENTS = {
    document.name: document
    for document in (Document("summary", _summary), Document("dossier", _dossier, internal=True))
}
NAMES = tuple(DOCUMENTS)
"""Names of all documents, in the order in which they are written."""
