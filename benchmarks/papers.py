"""Both papers of the sample, beside a bare ReportLab document of as many pages and characters."""

import io
import tempfile
from pathlib import Path

from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.measure import report, time_calls
from exports.job import export
from workshop_app.services import sample
from workshop_app.services.answers import Answers
from workshop_app.services.session import Session
from workshop_app.store.store import Store

_FONT = Path("exports/fonts/BIZUDPGothic-Regular.ttf")
_LINE = 36


def run() -> None:
    """Measure writing both papers, in Japanese and in English."""
    solutions = Answers().catalogue.solutions
    for language in ("ja", "en"):
        with tempfile.TemporaryDirectory() as folder:
            session = Session(Store(Path(folder) / "workshops.db"))
            sample.play(session, language)
            state = session.state
            files = export(state, solutions, Path(folder) / "papers", language=language).files
            pages = [page.extract_text() for file in files for page in PdfReader(file).pages]
            write = lambda: export(  # noqa: E731
                state,  # noqa: B023
                solutions,
                Path(folder) / "papers",
                language=language,  # noqa: B023
            )
            ours = time_calls(f"both papers, {language}, {len(pages)} pages", write, 7)
            bare = time_calls("bare ReportLab, as much text", lambda: _bare(pages), 7)  # noqa: B023
            report(ours, bare)
            print(f"  {1000 * len(pages) / ours.median:.0f} pages a second")
            session.store.close()


def _bare(pages: list[str]) -> bytes:
    pdfmetrics.registerFont(TTFont("bare", _FONT))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for text in pages:
        canvas.setFont("bare", 12)
        flat = text.replace("\n", "")
        for number, start in enumerate(range(0, len(flat), _LINE)):
            canvas.drawString(57, 785 - 18 * (number % 40), flat[start : start + _LINE])
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
