"""The documents that can be written, by name, and what the screens need to know of each.

Importing this module loads no PDF library.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from exports.file_names import UNDATED, file_name_part, workshop_day
from workshop_app.domain.facts.requests import as_sent
from workshop_app.domain.facts.told_requests import last_day, readers_of_news, told_requests
from workshop_app.domain.record import Record
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Participant, Workshop
from workshop_app.i18n import Texts
from workshop_app.services.contact_words import kind_noun

if TYPE_CHECKING:
    from exports.files import OutputFile
    from exports.material import Material
    from exports.pdf.blocks.block import Block
    from exports.pdf.paper import Paper

RECIPIENTS = ("customer", "internal")
"""Recipients of documents: the customer, or the facilitator's own company."""
TABLES = ("problems", "outcomes", "requests", "actions", "votes", "answers")
"""The tables of a workshop, in the order of their files and sheets."""
CUSTOMER_TABLES = tuple(name for name in TABLES if name not in ("requests", "answers"))
"""The tables that may be given to the customer."""
_PART_LENGTH = 20
_NAME_LENGTH = 40


class Document(Record):
    """A document, identified by its name in the registry, file names and locale files.

    An internal document is for the facilitator's own company: the customer is a code unless the
    export names the customer. A private one contains private notes and is offered in private mode
    only. One that is `on_request` is written only if it is requested by name. `names_people` says
    whether participants may be named in it; it is false for what goes on to the product team.
    """

    name: str
    ending: str
    internal: bool = False
    private: bool = False
    on_request: bool = False
    names_people: bool = True

    def is_offered(self, state: WorkshopState) -> bool:
        """Return whether the document applies to a workshop, so that it is offered."""
        return True

    @property
    def recipient(self) -> str:
        """Its recipient, one of `RECIPIENTS`."""
        return "internal" if self.internal else "customer"

    @property
    def circle(self) -> str:
        """Who may see it: the key of its mark and of the notice at the foot of its pages."""
        return "private" if self.private else self.recipient

    @property
    def mark_key(self) -> str:
        """The text key of the mark that says who may see it."""
        return f"papers.mark.{self.circle}"

    @property
    def title_key(self) -> str:
        """The text key of its name."""
        return f"papers.name.{self.name}"

    def title(self, words: Texts, contact: Workshop) -> str:
        """Return its title on the pages; that of the summary names the subject."""
        if self.name == "summary":
            return words("papers.name.summary_of", kind=kind_noun(words, contact, begins=True))
        return words(self.title_key)

    def day(self, state: WorkshopState) -> str:
        """Return the ISO date of its pages and in its file name; empty for none."""
        return workshop_day(state.workshop)

    def name_in_files(self, language: str) -> str:
        """Return its name as a part of file names, which only its own files have."""
        return Texts(language)(f"papers.file.{self.name}")

    def file_name(self, state: WorkshopState, language: str, part: str = "") -> str:
        """Return a name of day, document and reader: 2026-12-03_持ち帰りメモ_青木健様.pdf.

        It does not name the customer. `part` is the code of its participant, which is added if two
        participants have the same name, or distinguishes several files of one document.
        """
        names = {who.code: _name_in_files(who, language) for who in state.participants}
        reader = names.pop(part, "")
        others = {name.casefold() for name in names.values()}
        part = re.sub(r"[^0-9A-Za-z-]", "", part)[:_PART_LENGTH]
        pieces = [
            self.day(state) or UNDATED,
            self.name_in_files(language),
            "" if reader and reader.casefold() not in others else part,
            reader or Texts(language)(f"papers.reader.{self.circle}"),
        ]
        return f"{'_'.join(filter(None, pieces))}.{self.ending}"

    def folder(self, language: str) -> str:
        """Return the name of the folder for its recipient."""
        return Texts(language)(f"papers.reader.{self.recipient}")


def _name_in_files(who: Participant, language: str) -> str:
    """Return a name with its honorific; of a very long one the parts that fit."""
    words, name = Texts(language), who.name
    while len(words.organisation(name, who.honorific)) > _NAME_LENGTH:
        name = "".join(re.split(r"([\s・･=＝-])", name)[:-2]) or name[:_PART_LENGTH]
    return file_name_part(words.organisation(name, who.honorific))


_MOST_IN_WORDS = 16
Readers = tuple[Participant | None, ...]


def has_many_problems(state: WorkshopState) -> bool:
    """Return whether there are more problems than a page has in words beside the rest."""
    return len(state.listed) > _MOST_IN_WORDS


def _at_a_talk(state: WorkshopState) -> Readers:
    """Return everybody if people meet: a mail has no agenda and no worksheets."""
    return (None,) if state.workshop.kind.is_talk else ()


class PaperDocument(Document):
    """A document to read and print; it becomes a file for each of its readers.

    The module `exports.pdf.documents.<name>` creates its content. A reader of None means everybody.
    One that is `named_on_each_page` names its reader on the further pages, too. A paper of more
    than `most_pages` takes the next shorter one of its `forms` (`Paper.shorter`), from the `first`
    one on that differs from those before. The pages of one with `sheets` are handed out and
    collected one by one: they have no page numbers, no notice.
    """

    readers: Callable[[WorkshopState], Readers] = lambda _: (None,)
    day_of: Callable[[WorkshopState], str] = lambda state: workshop_day(state.workshop)
    state_of: Callable[[WorkshopState], WorkshopState] = lambda state: state
    named_on_each_page: bool = False
    sheets: bool = False
    forms: int = 1
    first: Callable[[WorkshopState], int] = lambda _: 0
    most_pages: int = 0
    ending: str = "pdf"

    def name_in_files(self, language: str) -> str:
        return file_name_part(Texts(language)(self.title_key))

    def day(self, state: WorkshopState) -> str:
        return self.day_of(state)

    def is_offered(self, state: WorkshopState) -> bool:
        return bool(self.readers(state))

    def build(self, paper: Paper) -> list[Block]:
        """Return the content of `paper`; imports the document's module on first use."""
        module = import_module(f"exports.pdf.documents.{self.name}")
        return module.build(paper)


class FileDocument(Document):
    """A document for another program; it may become several files, or none.

    The function `build` of the module `exports.<module>` creates its files, with the `options`.
    """

    module: str
    options: Mapping[str, object] = MappingProxyType({})

    def build(self, material: Material) -> list[OutputFile]:
        """Return the files; imports the module on first use."""
        return import_module(f"exports.{self.module}").build(material, **self.options)


DOCUMENTS: dict[str, Document] = {
    document.name: document
    for document in (
        PaperDocument(name="agenda", readers=_at_a_talk),
        PaperDocument(name="worksheets", readers=_at_a_talk, sheets=True),
        PaperDocument(
            name="handout",
            readers=lambda state: state.participants or (None,),  # absent ones, too
            named_on_each_page=True,
            forms=3,
            first=has_many_problems,
            most_pages=4,
        ),
        PaperDocument(name="summary", forms=3, most_pages=7),
        PaperDocument(name="dossier", internal=True, names_people=False, state_of=as_sent),
        PaperDocument(name="follow_up"),
        PaperDocument(
            name="became_of",
            readers=readers_of_news,
            day_of=lambda state: max(last_day(told_requests(state)), workshop_day(state.workshop)),
            on_request=True,
            named_on_each_page=True,
        ),
        PaperDocument(
            name="then_now", readers=lambda state: (None,) if state.before is not None else ()
        ),
        PaperDocument(name="record", internal=True, private=True, on_request=True),
        *(
            FileDocument(
                name=name,
                ending="csv",
                internal=name not in CUSTOMER_TABLES,
                names_people=name != "requests",
                module="tables",
                options={"name": name, "internal": name not in CUSTOMER_TABLES},
            )
            for name in TABLES
        ),
        *(
            FileDocument(
                name=name,
                ending="xlsx",
                internal=tables is TABLES,
                module="workbook",
                options={"names": tables, "internal": tables is TABLES},
            )
            for name, tables in (("workbook", CUSTOMER_TABLES), ("workbook_internal", TABLES))
        ),
        FileDocument(
            name="issues", ending="md", internal=True, names_people=False, module="markdown"
        ),
        FileDocument(name="calendar", ending="ics", module="calendar_file"),
        FileDocument(name="mail", ending="eml", module="mail"),
        FileDocument(
            name="mail_team",
            ending="eml",
            internal=True,
            names_people=False,
            module="mail",
            options={"team": True},
        ),
        FileDocument(name="workshop", ending="workshop", internal=True, module="workshop_file"),
        FileDocument(
            name="workshop_full",
            ending="workshop",
            internal=True,
            private=True,
            on_request=True,
            module="workshop_file",
            options={"private": True},
        ),
    )
}
"""All documents in the order in which they are offered and written."""
ALL_PAPERS = tuple(name for name, each in DOCUMENTS.items() if isinstance(each, PaperDocument))
"""Names of the documents to read and print, including those on request."""
PAPERS = tuple(name for name in ALL_PAPERS if not DOCUMENTS[name].on_request)
"""Names of the documents to read and print that are written by default."""
FILES = tuple(
    name
    for name, each in DOCUMENTS.items()
    if isinstance(each, FileDocument) and not each.on_request
)
"""Names of the documents for other programs."""
NAMES = (*PAPERS, *FILES)
"""Names of all documents that are written by default, in order of writing."""
PRIVATE = tuple(name for name, each in DOCUMENTS.items() if each.private)
"""Names of the documents that hold private notes."""


def written_by_default(state: WorkshopState) -> tuple[str, ...]:
    """Return the names of the documents about a workshop that are written by default."""
    return tuple(name for name in NAMES if DOCUMENTS[name].is_offered(state))
