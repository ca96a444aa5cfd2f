"""The export itself: documents of one snapshot, written into a folder."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from uuid import uuid4

from exports.branding import PLAIN, Branding
from exports.file_names import day_of
from exports.files import FileSet, OutputFile
from exports.leak_finding import blocks_export
from exports.mail import Attachment, unaddressed
from exports.masking import prepared
from exports.material import Material
from exports.pdf.pages import Frame, Tick, draw, lay_out
from exports.pdf.paper import Paper
from exports.preview import PreviewOrder
from exports.progress import ExportResult, Progress
from exports.protected import Guard
from exports.reading_back import LeakCheck, read_back
from exports.registry import DOCUMENTS, NAMES, Document, FileDocument, PaperDocument
from exports.replaced_characters import ReplacedCharacter
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Participant


def _no_progress(progress: Progress) -> None:
    """Nobody wants to know."""


def export(  # noqa: PLR0913 - each is a wish of its own
    state: WorkshopState,
    solutions: Mapping[str, Solution],
    out_dir: Path,
    names: Sequence[str] | None = None,
    language: str | None = None,
    progress: Callable[[Progress], None] = _no_progress,
    *,
    name_customer: bool = False,
    sheets: int = 0,
    token: str = "",
    guard: Guard | None = None,
    password: str = "",
    branding: Branding = PLAIN,
) -> ExportResult:
    """Write the documents `names` (by default `NAMES`) about `state` into `out_dir`.

    All appear together at the end; a failed or stopped export leaves the folder as it was.
    `language` is the workshop's own unless given. `progress` may raise to stop the export.
    `name_customer` names the customer in internal documents too. `sheets` is the number of
    worksheets, 0 for one a participant. `token` marks the passing files.
    With a `guard` all files are read back before they get their names; when a protected term is in
    one of them, none is written and the result tells where. With a `password` the PDFs open with
    it alone, also those that go with mail. `branding` makes the papers the facilitator's own.
    Raises UserError (`errors.export_folder`, `errors.export_failed`).
    """
    whole = state
    language = language or state.workshop.language
    state = prepared(whole, guard, language)
    wanted = tuple(dict.fromkeys(NAMES if names is None else names))
    press = _Press(state, solutions, language, name_customer, sheets, password, branding)
    nothing = []
    owners = {}
    held = ()
    with FileSet(out_dir, token or uuid4().hex) as bundle:
        for number, name in enumerate(wanted, 1):
            document = DOCUMENTS[name]
            files = press.files(document, _tick(progress, name, number, len(wanted)))
            for file in files:
                file_name = document.file_name(state, press.language, file.part)
                bundle.add(file_name, file.data)
                owners[file_name] = document
            if not files:
                nothing.append(name)
        if guard is not None:
            check = LeakCheck(whole, guard, name_customer, password, branding)
            held = read_back(bundle, owners, check, progress)
        written = () if blocks_export(held) else bundle.publish()
    lost = unaddressed(state) if "mail" in wanted else ()
    return ExportResult(written, press.replaced, tuple(nothing), lost, bundle.unchanged, held)


def printed(order: PreviewOrder, progress: Callable[[Progress], None]) -> list[OutputFile]:
    """Return the papers of one document as an export would write them, without writing them."""
    state = prepared(order.state, order.guard, order.language)
    press = _Press(
        state,
        order.solutions,
        order.language,
        order.name_customer,
        order.sheets,
        "",
        order.branding,
    )
    return press.files(DOCUMENTS[order.name], _tick(progress, order.name, 1, 1))


class _Press:
    """Makes the documents of one export; a paper that two of them need is made once."""

    def __init__(
        self,
        state: WorkshopState,
        solutions: Mapping[str, Solution],
        language: str,
        name_customer: bool,
        sheets: int,
        password: str,
        branding: Branding,
    ) -> None:
        self.language = language
        self._state = state
        self._solutions = solutions
        self._name_customer = name_customer
        self._sheets = sheets
        self._password = password
        self._branding = branding
        self._papers: dict[str, list[OutputFile]] = {}
        self._replaced: dict[tuple[str, str], int] = {}

    @property
    def replaced(self) -> tuple[ReplacedCharacter, ...]:
        """The characters that had to be replaced, counted over all papers."""
        return tuple(ReplacedCharacter(*pair, count) for pair, count in self._replaced.items())

    def files(self, document: Document, tick: Callable[[int, int], None]) -> list[OutputFile]:
        """Return the files that a document becomes; `tick` is told page and pages."""
        if isinstance(document, PaperDocument):
            return self._printed(document, tick)
        if isinstance(document, FileDocument):
            material = Material(
                self._state,
                self._solutions,
                self.language,
                masked=self._masks(document),
                branding=self._branding,
            )
            return document.build(material, lambda who: self._handout(who, tick))
        raise TypeError(document.name)

    def _handout(self, who: Participant, tick: Tick) -> Attachment:
        document = DOCUMENTS["handout"]
        if not isinstance(document, PaperDocument):
            raise TypeError(document.name)
        made = self._printed(document, tick)[self._state.participants.index(who)]
        name = document.file_name(self._state, self.language, made.part)
        return Attachment(name, made.data)

    def _printed(self, document: PaperDocument, tick: Tick) -> list[OutputFile]:
        made = self._papers.get(document.name)
        if made is None:
            made = self._papers[document.name] = self._print(document, tick)
        return made

    def _print(self, document: PaperDocument, tick: Tick) -> list[OutputFile]:
        """Lay out the papers of all readers, so that the pages are known, then draw them."""
        laid = []
        for reader in document.readers(self._state):
            paper = self._paper(document, reader)
            before = sum(len(layout.pages) for _, layout in laid)
            laid.append((paper, lay_out(document.build(paper), _onward(tick, before))))
            self._count_replaced(paper)
        total = sum(len(layout.pages) for _, layout in laid)
        before = 0
        made = []
        for paper, layout in laid:
            data = draw(layout, _frame(document, paper), _onward(tick, before, total))
            made.append(OutputFile(self._locked(data), paper.reader.code if paper.reader else ""))
            before += len(layout.pages)
        return made

    def _locked(self, data: bytes) -> bytes:
        if not self._password:
            return data
        from exports.pdf_encryption import locked

        return locked(data, self._password)

    def _paper(self, document: PaperDocument, reader: Participant | None) -> Paper:
        masked = self._masks(document)
        return Paper(
            self._state,
            self._solutions,
            self.language,
            masked=masked,
            reader=reader,
            sheets=self._sheets,
            branding=self._branding,
        )

    def _count_replaced(self, paper: Paper) -> None:
        for each in paper.replaced:
            key = each.character, each.shown
            self._replaced[key] = self._replaced.get(key, 0) + each.count

    def _masks(self, document: Document) -> bool:
        return document.internal and not self._name_customer


def _tick(
    progress: Callable[[Progress], None], document: str, number: int, count: int
) -> Callable[[int, int], None]:
    def tick(page: int, pages: int) -> None:
        progress(Progress(document=document, number=number, count=count, page=page, pages=pages))

    tick(0, 0)
    return tick


def _onward(tick: Tick, before: int, total: int = 0) -> Tick:
    """Return a `tick` for one of several papers, which counts on from the pages `before` it."""
    return lambda page, _: tick(before + page, total)


def _frame(document: Document, paper: Paper) -> Frame:
    words = paper.words
    day = day_of(paper.state.workshop)
    title = words(document.title_key)
    notice = words(f"papers.foot.{document.circle}")
    date = day or words("papers.foot.undated")
    footer = words("papers.foot.line", name=title, date=date, notice=notice)
    return Frame(
        title=title,
        language=words.language,
        footer=footer,
        day=day,
        private=document.private,
        colour=paper.branding.colour,
    )
