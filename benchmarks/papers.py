"""All documents of a large workshop; the baseline is a ReportLab document of equal text and tags.

The first page of a paper is measured as its preview creates it: the paper, then the image of a
page. Each tag of the baseline is a paragraph, written like any object of ReportLab. Reading the
files back is measured separately. Mails, tables and workbooks are written with the papers, and the
papers also alone. Files are measured in processor time, which other programs hardly
lengthen. The peak memory is that of a process that only writes the documents and reads them back.
"""

import io
import resource
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pikepdf
import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.full_workshop import PEOPLE, PROBLEMS, REQUESTS, full_workshop
from benchmarks.measure import Stopwatch, Times, report, time_calls
from exports.job import export
from exports.options import WritingOptions
from exports.preview import PageRequest, PreviewOrder
from exports.preview_work import PreviewDocument
from exports.protected import Guard
from exports.registry import DOCUMENTS, PaperDocument
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.services import sample
from workshop_app.services.answers import Answers
from workshop_app.services.session import Session
from workshop_app.store.store import Store

_FONT = Path("exports/fonts/WorkshopGothic-Regular.ttf")
_LINE = 36
_RUNS = 3
_WIDE = 900
"""Width in pixels of a page on the screen."""
Page = tuple[str, int]
"""The text of a page, and the number of tagged pieces in it."""


def run() -> None:
    """Measure writing all documents and files, in Japanese and in English."""
    solutions = dict(Answers().catalogue.solutions)
    print(f"{PEOPLE} participants, {PROBLEMS} problems, {REQUESTS} requests")
    for language in ("ja", "en"):
        with tempfile.TemporaryDirectory() as folder:
            state = full_workshop(_sample(Path(folder), language), list(solutions.values()))
            _measure(state, solutions, Path(folder), language)


def _measure(
    state: WorkshopState, solutions: dict[str, Solution], folder: Path, language: str
) -> None:
    out = folder / "papers"

    def write(guard: Guard | None = None, names: Iterable[str] = DOCUMENTS) -> list[Path]:
        options = WritingOptions(guard=guard)
        return list(export(state, solutions, out, list(names), language, options=options).files)

    files = write()
    papers = [file for file in files if file.suffix == ".pdf"]
    pages = [page for file in papers for page in _pages(file)]
    ours = _time(f"{len(files)} files, {len(pages)} pages, {language}", write)
    bare = _time("bare ReportLab, as much text and tags", lambda: _bare(pages))
    report(ours, bare)
    alone = [name for name, each in DOCUMENTS.items() if isinstance(each, PaperDocument)]
    report(_time(f"{len(papers)} papers alone", lambda: write(names=alone)), bare)
    print(f"  {_rate(pages, ours):.0f} pages a second; bare {_rate(pages, bare):.0f}")
    size = sum(file.stat().st_size for file in papers) / 1e6
    print(f"  {sum(tags for _, tags in pages)} tags; papers {size:.1f} MB")
    with get_context("spawn").Pool(1) as process:
        memory = process.apply(_peak_memory, (state, solutions, folder / "once", language))
    print(f"  peak memory {memory / (1 << 20 if sys.platform == 'darwin' else 1 << 10):.0f} MiB")
    whole = _time("written and read back", lambda: write(Guard()))
    print(f"  reading back {(whole.median - ours.median) / 1000:.2f} s more")
    _measure_first_pages(_sample(folder / "first", language), solutions, language)


def _peak_memory(
    state: WorkshopState, solutions: dict[str, Solution], out: Path, language: str
) -> int:
    """Write everything once and read it back; return the peak memory of this process."""
    export(state, solutions, out, list(DOCUMENTS), language, options=WritingOptions(guard=Guard()))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _measure_first_pages(
    state: WorkshopState, solutions: dict[str, Solution], language: str
) -> None:
    """Measure the first page of each paper of the sample."""

    def show(name: str) -> None:
        order = PreviewOrder(
            state=state,
            solutions=solutions,
            name=name,
            language=language,
            options=WritingOptions(guard=Guard()),
        )
        made = PreviewDocument(order, lambda _: None)
        if made.pages:
            made.render(PageRequest(0, _WIDE))

    for name, document in DOCUMENTS.items():
        if isinstance(document, PaperDocument):
            show(name)
            times = time_calls(f"first page of {name}, {language}", partial(show, name), _RUNS)
            print(f"  {name}: first page after {times.median:.0f} ms")


def _time(name: str, call: Callable[[], object]) -> Times:
    """Return the processor time of a few calls."""
    watch = Stopwatch(name)
    for _ in range(_RUNS):
        with watch.measure():
            call()
    return watch.times[1]


def _rate(pages: list[Page], times: Times) -> float:
    return 1000 * len(pages) / times.median


def _sample(folder: Path, language: str) -> WorkshopState:
    folder.mkdir(exist_ok=True)
    session = Session(Store(folder / "workshops.db"))
    sample.play(session, language)
    state = session.state
    session.store.close()
    if state is None:
        raise RuntimeError("the sample is not open")
    return state


def _pages(file: Path) -> list[Page]:
    document = pypdfium2.PdfDocument(file)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    with pikepdf.open(file) as pdf:
        parents = list(pdf.Root.StructTreeRoot.ParentTree.Nums)  # type: ignore[call-overload]
        counts = [len(parents[2 * number + 1]) for number in range(len(texts))]
    return list(zip(texts, counts, strict=True))


def _bare(pages: list[Page]) -> bytes:
    pdfmetrics.registerFont(TTFont("bare", _FONT))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    document = canvas._doc  # noqa: SLF001 # pyright: ignore[reportAttributeAccessIssue]
    root = document.Catalog.StructTreeRoot = PDFDictionary({"Type": "/StructTreeRoot"})
    parent = document.Reference(root, "root")
    parents = []
    for text, tags in pages:
        page = document.thisPageRef()
        elements = []
        canvas.setFont("bare", 12)
        flat = text.replace("\r", "").replace("\n", "")
        lines = [flat[start : start + _LINE] for start in range(0, len(flat), _LINE)]
        for number in range(max(tags, len(lines))):
            if number < tags:
                canvas.addLiteral(f"/P <</MCID {number}>> BDC")
                entries = {"S": "/P", "P": parent, "Pg": page, "K": number}
                elements.append(
                    document.Reference(PDFDictionary(entries), f"e{len(parents)}-{number}")
                )
            if number < len(lines):
                canvas.drawString(57, 785 - 18 * (number % 40), lines[number])
            if number < tags:
                canvas.addLiteral("EMC")
        parents.append(PDFArray(elements))
        canvas.showPage()
    root["K"] = PDFArray([each for page in parents for each in page.sequence])
    numbered = [each for number, page in enumerate(parents) for each in (number, page)]
    root["ParentTree"] = PDFDictionary({"Nums": PDFArray(numbered)})
    canvas.save()
    return buffer.getvalue()
