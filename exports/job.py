"""Exports documents about one snapshot into a folder."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Self
from uuid import uuid4

from exports.files import FileSet, OutputFile
from exports.leak_finding import blocks_export
from exports.mail import invalid_addresses
from exports.masking import prepared
from exports.material import Attachment, Material
from exports.options import USUAL, WritingOptions
from exports.pdf.embedding import new_fonts
from exports.pdf.page_size import pages_of_size
from exports.pdf.pages import OnPage, PageFrame, PageLayout, draw, lay_out
from exports.pdf.paper import Paper, SharedParts
from exports.pdf.pen import FigureNames
from exports.pdf.spacing import close_together
from exports.preview import PreviewOrder
from exports.progress import ExportResult, Progress, WrittenPaper
from exports.protected import Guard
from exports.reading_back import LeakCheck, read_back
from exports.registry import (
    DOCUMENTS,
    Document,
    FileDocument,
    PaperDocument,
    written_by_default,
)
from exports.replaced_characters import ReplacedCharacter
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Participant
from workshop_app.encryption import ENDING, Encryption


def _no_progress(progress: Progress) -> None:
    """Ignore the progress."""


def export(
    state: WorkshopState,
    solutions: Mapping[str, Solution],
    out_dir: Path,
    names: Sequence[str] | None = None,
    language: str | None = None,
    progress: Callable[[Progress], None] = _no_progress,
    *,
    options: WritingOptions = USUAL,
    token: str = "",
) -> ExportResult:
    """Write the documents `names` (default: `written_by_default`) about `state` into `out_dir`.

    It gets a subfolder for each recipient. All files are published together at the end; a failed
    or stopped export changes nothing in the folder. `language` defaults to the workshop's.
    `progress` may raise to stop the export. `token` identifies the temporary files. With a guard,
    all files are read back before they are published; if one contains a protected term that is not
    weak, none is published and the result contains the findings. Raises UserError
    (`errors.export_folder`, `errors.export_failed`).
    """
    whole = state
    language = language or state.workshop.language
    guard = options.guard
    states = Prepared.of(whole, guard, language)
    state = states.naming_people
    wanted = tuple(dict.fromkeys(written_by_default(state) if names is None else names))
    maker = _DocumentMaker(states, solutions, language, options)
    encryption = Encryption(options.password) if options.password else None
    empty = []
    documents = {}
    papers = []
    findings = ()
    with FileSet(out_dir, token or uuid4().hex) as file_set:
        for number, name in enumerate(wanted, 1):
            document = DOCUMENTS[name]
            files = maker.files(document, _on_page(progress, name, number, len(wanted)))
            for file in files:
                file_name = document.file_name(state, maker.language, file.part)
                data = file.data
                if encryption is not None and document.internal and document.ending != "pdf":
                    file_name += ENDING
                    data = encryption.encrypted(data)
                file_name = f"{document.folder(maker.language)}/{file_name}"
                file_set.add(file_name, data)
                documents[file_name] = document
                if isinstance(document, PaperDocument):
                    path = out_dir / file_name
                    digest = sha256(data).hexdigest()
                    papers.append(WrittenPaper(path, name, file.part, file.pages, digest))
            if not files:
                empty.append(name)
        if guard is not None:
            check = LeakCheck(whole, guard, options)
            findings = read_back(file_set, documents, check, progress)
        written = () if blocks_export(findings) else file_set.publish()
    invalid = invalid_addresses(state) if "mail" in wanted else ()
    return ExportResult(
        written,
        maker.replaced,
        tuple(empty),
        invalid,
        file_set.unchanged,
        findings,
        tuple(paper for paper in papers if paper.file in written),
    )


def preview_files(order: PreviewOrder, progress: Callable[[Progress], None]) -> list[OutputFile]:
    """Return the files of one paper document as an export would write them."""
    maker = _DocumentMaker(
        Prepared.of(order.state, order.options.guard, order.language),
        order.solutions,
        order.language,
        order.options,
    )
    return maker.files(DOCUMENTS[order.name], _on_page(progress, order.name, 1, 1))


@dataclass(frozen=True, slots=True)
class Prepared:
    """The snapshots to export, by whether a document may name participants."""

    naming_people: WorkshopState
    naming_nobody: WorkshopState

    @classmethod
    def of(cls, state: WorkshopState, guard: Guard | None, language: str) -> Self:
        """Return the snapshots in which terms are masked as `guard` says."""
        return cls(*(prepared(state, guard, language, names_people=each) for each in (True, False)))

    def of_document(self, document: Document) -> WorkshopState:
        """Return the snapshot for a document."""
        return self.naming_people if document.names_people else self.naming_nobody


@dataclass(slots=True)
class _DocumentMaker:
    """Creates the documents of one export; papers that two documents need are created once."""

    states: Prepared
    solutions: Mapping[str, Solution]
    language: str
    options: WritingOptions
    _papers: dict[str, list[OutputFile]] = field(default_factory=dict)
    _replaced: dict[tuple[str, str], int] = field(default_factory=dict)

    @property
    def replaced(self) -> tuple[ReplacedCharacter, ...]:
        """The characters that were replaced, counted over all papers."""
        return tuple(ReplacedCharacter(*pair, count) for pair, count in self._replaced.items())

    def files(self, document: Document, on_page: OnPage) -> list[OutputFile]:
        """Return the files of a document; `on_page` is called with page and number of pages."""
        with pages_of_size(self.options.branding.paper_size):
            return self._files(document, on_page)

    def _files(self, document: Document, on_page: OnPage) -> list[OutputFile]:
        if isinstance(document, PaperDocument):
            return self._printed(document, on_page)
        if isinstance(document, FileDocument):
            material = Material(
                self.states.of_document(document),
                self.solutions,
                self.language,
                masked=self._masks(document),
                branding=self.options.branding,
                attachment_of=partial(self._attachment, on_page=on_page),
            )
            return document.build(material)
        raise TypeError(document.name)

    def _attachment(self, name: str, who: Participant | None, on_page: OnPage) -> Attachment | None:
        """Return the paper of a participant, or one for everybody; None if there is none."""
        document = DOCUMENTS[name]
        if not isinstance(document, PaperDocument):
            raise TypeError(document.name)
        state = self.states.of_document(document)
        readers = document.readers(state)
        if who not in readers:
            return None
        made = self._printed(document, on_page)[readers.index(who)]
        name = document.file_name(state, self.language, made.part)
        return Attachment(name, made.data)

    def _printed(self, document: PaperDocument, on_page: OnPage) -> list[OutputFile]:
        made = self._papers.get(document.name)
        if made is None:
            made = self._papers[document.name] = self._print(document, on_page)
        return made

    def _print(self, document: PaperDocument, on_page: OnPage) -> list[OutputFile]:
        """Lay out the papers of all readers, to know the number of pages, then draw them."""
        shared = SharedParts()
        laid: list[tuple[Paper, PageLayout]] = []
        total = 0
        for reader in document.readers(self.states.of_document(document)):
            last = laid[-1][1] if laid else None
            is_long = last is not None and len(last.pages) > document.most_pages
            make = partial(self._lay_out, document, reader, shared, _continued(on_page, total))
            forms = range(document.first(self.states.of_document(document)), document.forms)
            laid.append(_in_form(document, make, forms, is_long=is_long))
            total += len(laid[-1][1].pages)
        before = 0
        drawn = []
        fonts = new_fonts()
        for paper, layout in laid:
            self._count_replaced(paper)
            continued = _continued(on_page, before, total)
            drawn.append(draw(layout, _frame(document, paper), fonts, continued))
            before += len(layout.pages)
        return [
            OutputFile(
                self._encrypted(finished()),
                paper.reader.code if paper.reader else "",
                len(layout.pages),
            )
            for (paper, layout), finished in zip(laid, drawn, strict=True)
        ]

    def _lay_out(
        self,
        document: PaperDocument,
        reader: Participant | None,
        shared: SharedParts,
        on_page: OnPage,
        shorter: int,
    ) -> tuple[Paper, PageLayout]:
        """Return a paper with its pages, with smaller gaps if that saves a page of few lines."""
        paper = self._paper(document, reader, shared, shorter)
        layout = lay_out(document.build(paper), on_page)
        if not layout.ends_short:
            return paper, layout
        with close_together():
            again = self._paper(document, reader, shared.close, shorter)
            closer = lay_out(document.build(again), on_page)
        return paper, closer if len(closer.pages) < len(layout.pages) else layout

    def _encrypted(self, data: bytes) -> bytes:
        if not self.options.password:
            return data
        from exports.pdf_encryption import encrypted

        return encrypted(data, self.options.password)

    def _paper(
        self,
        document: PaperDocument,
        reader: Participant | None,
        shared: SharedParts,
        shorter: int,
    ) -> Paper:
        return Paper(
            document.state_of(self.states.of_document(document)),
            self.solutions,
            self.language,
            masked=self._masks(document),
            reader=reader,
            worksheets=self.options.worksheets,
            branding=self.options.branding,
            shared=shared,
            shorter=shorter,
        )

    def _count_replaced(self, paper: Paper) -> None:
        for each in paper.replaced:
            key = each.character, each.shown
            self._replaced[key] = self._replaced.get(key, 0) + each.count

    def _masks(self, document: Document) -> bool:
        return document.internal and not self.options.name_customer


def _in_form(
    document: PaperDocument,
    make: Callable[[int], tuple[Paper, PageLayout]],
    forms: Iterable[int],
    *,
    is_long: bool,
) -> tuple[Paper, PageLayout]:
    """Return the first form of a paper that is not too long, or the shortest one.

    The latter is tried first if the paper of another reader `is_long` in it.
    """
    *others, shortest = forms
    for shorter in (shortest, *others) if is_long else others:
        found = make(shorter)
        if (len(found[1].pages) <= document.most_pages) is (shorter < shortest):
            return found
    return make(shortest)


def _on_page(
    progress: Callable[[Progress], None], document: str, number: int, count: int
) -> Callable[[int, int], None]:
    def on_page(page: int, pages: int) -> None:
        progress(Progress(document=document, number=number, count=count, page=page, pages=pages))

    on_page(0, 0)
    return on_page


def _continued(on_page: OnPage, before: int, total: int = 0) -> OnPage:
    """Return an `OnPage` for one of several papers, which starts at the page after `before`."""
    return lambda page, _: on_page(before + page, total)


def _head(paper: Paper) -> str:
    """Return the reference of a paper: the customer, and the reader if there is one."""
    customer = paper.state.customer
    name = paper.words.organisation(customer.name, customer.honorific)
    reader = paper.person(paper.reader) if paper.reader is not None else ""
    return paper.fit(paper.gap.join(part for part in (name, reader) if part)).replace("\n", " ")


def _frame(document: PaperDocument, paper: Paper) -> PageFrame:
    words = paper.words
    day = document.day(paper.state)
    title = document.title(words, paper.state.workshop)
    notice = "" if document.sheets else words(f"papers.foot.{document.circle}")
    date = day or words("papers.foot.undated")
    footer = words("papers.foot.line", name=title, date=date, notice=notice)
    reader = paper.printable(paper.person(paper.reader)) if paper.reader is not None else ""
    return PageFrame(
        title=f"{title} {reader}".strip(),
        language=words.language,
        footer=footer.strip(),
        numbered=not document.sheets,
        head=_head(paper) if document.named_on_each_page else "",
        day=day,
        private=document.private,
        names=FigureNames(*(words(f"papers.figure.{name}") for name in ("code", "logo", "box"))),
    )
