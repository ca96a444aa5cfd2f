"""All documents of a large workshop; the floor is a ReportLab document with as much text.

Reading the files back is measured separately. The peak memory is that of the writing process.
"""

import io
import resource
import sys
import tempfile
from pathlib import Path

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.full_workshop import PEOPLE, PROBLEMS, REQUESTS, full_workshop
from benchmarks.measure import Times, report, time_calls
from exports.job import export
from exports.protected import Guard
from exports.registry import DOCUMENTS
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.services import sample
from workshop_app.services.answers import Answers
from workshop_app.services.session import Session
from workshop_app.store.store import Store

_FONT = Path("exports/fonts/BIZUDPGothic-Regular.ttf")
_LINE = 36
_RUNS = 3


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

    def write(guard: Guard | None = None) -> list[Path]:
        return list(export(state, solutions, out, list(DOCUMENTS), language, guard=guard).files)

    files = write()
    pages = [text for file in files if file.suffix == ".pdf" for text in _pages(file)]
    ours = time_calls(f"{len(files)} files, {len(pages)} pages, {language}", write, _RUNS)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    bare = time_calls("bare ReportLab, as much text", lambda: _bare(pages), _RUNS)
    report(ours, bare)
    print(f"  {_rate(pages, ours):.0f} pages a second; bare {_rate(pages, bare):.0f}")
    print(f"  peak memory {memory / (1 << 20 if sys.platform == 'darwin' else 1 << 10):.0f} MiB")
    whole = time_calls("written and read back", lambda: write(Guard()), 1)
    print(f"  reading back {(whole.median - ours.median) / 1000:.2f} s more")


def _rate(pages: list[str], times: Times) -> float:
    return 1000 * len(pages) / times.median


def _sample(folder: Path, language: str) -> WorkshopState:
    session = Session(Store(folder / "workshops.db"))
    sample.play(session, language)
    state = session.state
    session.store.close()
    if state is None:
        raise RuntimeError("the sample is not open")
    return state


def _pages(file: Path) -> list[str]:
    document = pypdfium2.PdfDocument(file)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return texts


def _bare(pages: list[str]) -> bytes:
    pdfmetrics.registerFont(TTFont("bare", _FONT))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for text in pages:
        canvas.setFont("bare", 12)
        flat = text.replace("\r", "").replace("\n", "")
        for number, start in enumerate(range(0, len(flat), _LINE)):
            canvas.drawString(57, 785 - 18 * (number % 40), flat[start : start + _LINE])
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
