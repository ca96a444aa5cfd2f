"""The documents that can be written, by name. Importing this loads no PDF library."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.file_names import code_of, day_of
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Participant

if TYPE_CHECKING:
    from exports.files import File
    from exports.mail import Attachment
    from exports.material import Material
    from exports.pdf.blocks.block import Block
    from exports.pdf.paper import Paper

    AttachmentOf = Callable[[Participant], Attachment]

_PART_LENGTH = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document: its name, and whether it is for the customer or for the house.

    An internal document calls the customer by a code unless it is told to name it. A private one
    holds private notes. One that is `on_request` is written only when it is asked for by name.
    """

    name: str
    ending: str
    internal: bool = False
    private: bool = False
    on_request: bool = False

    @property
    def circle(self) -> str:
        """Who may see it: the key of its mark and of the notice at the foot of its pages."""
        return "private" if self.private else "internal" if self.internal else "customer"

    @property
    def title_key(self) -> str:
        """The key of its title in the locale files."""
        return f"papers.name.{self.name}"

    def file_name(self, state: WorkshopState, language: str, part: str = "") -> str:
        """Return a name that sorts by date, tells no customer, and is this workshop's alone.

        `part` tells several files of one document apart.
        """
        workshop = state.workshop
        part = re.sub(r"[^0-9A-Za-z-]", "", part)[:_PART_LENGTH]
        pieces = [day_of(workshop) or "undated", self.name, part, language, code_of(workshop)]
        return f"{'_'.join(piece for piece in pieces if piece)}.{self.ending}"


Readers = tuple[Participant | None, ...]


def _everybody(_: WorkshopState) -> Readers:
    return (None,)


def _each_participant(state: WorkshopState) -> Readers:
    """Return all participants, absent ones too; without any, one paper for whoever takes it."""
    return state.participants or (None,)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperDocument(Document):
    """A document to read and print; it becomes a file for each of its readers.

    A reader of None stands for everybody.
    """

    build: Callable[[Paper], list[Block]]
    readers: Callable[[WorkshopState], Readers] = _everybody
    ending: str = "pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileDocument(Document):
    """A document for another program; it may become several files, or none.

    `build` is also given what makes a participant's own handout an attachment.
    """

    build: Callable[[Material, AttachmentOf], list[File]]


def _agenda(paper: Paper) -> list[Block]:
    from exports.pdf.documents.agenda import build

    return build(paper)


def _worksheets(paper: Paper) -> list[Block]:
    from exports.pdf.documents.worksheets import build

    return build(paper)


def _follow_up(paper: Paper) -> list[Block]:
    from exports.pdf.documents.follow_up import build

    return build(paper)


def _handout(paper: Paper) -> list[Block]:
    from exports.pdf.documents.handout import build

    return build(paper)


def _summary(paper: Paper) -> list[Block]:
    from exports.pdf.documents.summary import build

    return build(paper)


def _dossier(paper: Paper) -> list[Block]:
    from exports.pdf.documents.dossier import build

    return build(paper)


def _record(paper: Paper) -> list[Block]:
    from exports.pdf.documents.record import build

    return build(paper)


def _table(name: str, *, internal: bool = False) -> Document:
    def build(material: Material, _: AttachmentOf) -> list[File]:
        from exports.csv_tables import build

        return build(material, name)

    return FileDocument(name=name, ending="csv", internal=internal, build=build)


def _issues(material: Material, _: AttachmentOf) -> list[File]:
    from exports.markdown import build

    return build(material)


def _calendar(material: Material, _: AttachmentOf) -> list[File]:
    from exports.calendar_file import build

    return build(material)


def _mail(material: Material, attachment_of: AttachmentOf) -> list[File]:
    from exports.mail import build

    return build(material, attachment_of)


def _workshop(*, private: bool) -> Callable[[Material, AttachmentOf], list[File]]:
    def build(material: Material, _: AttachmentOf) -> list[File]:
        from exports.json_file import build

        return build(material, private=private)

    return build


DOCUMENTS: dict[str, Document] = {
    document.name: document
    for document in (
        PaperDocument(name="agenda", build=_agenda),
        PaperDocument(name="worksheets", build=_worksheets),
        PaperDocument(name="handout", build=_handout, readers=_each_participant),
        PaperDocument(name="summary", build=_summary),
        PaperDocument(name="dossier", build=_dossier, internal=True),
        PaperDocument(name="follow_up", build=_follow_up),
        PaperDocument(name="record", build=_record, internal=True, private=True, on_request=True),
        _table("problems"),
        _table("outcomes"),
        _table("requests", internal=True),
        _table("actions"),
        _table("votes"),
        FileDocument(name="issues", ending="md", internal=True, build=_issues),
        FileDocument(name="calendar", ending="ics", build=_calendar),
        FileDocument(name="mail", ending="eml", build=_mail),
        FileDocument(name="workshop", ending="json", internal=True, build=_workshop(private=False)),
        FileDocument(
            name="workshop_full",
            ending="json",
            internal=True,
            private=True,
            on_request=True,
            build=_workshop(private=True),
        ),
    )
}
PAPERS = tuple(
    name
    for name, each in DOCUMENTS.items()
    if isinstance(each, PaperDocument) and not each.on_request
)
"""Names of the documents to read and print."""
FILES = tuple(
    name
    for name, each in DOCUMENTS.items()
    if isinstance(each, FileDocument) and not each.on_request
)
"""Names of the documents for other programs."""
NAMES = (*PAPERS, *FILES)
"""Names of all documents that are written unless some are named, in order of writing."""
