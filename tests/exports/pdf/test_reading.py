"""Our reader extracts the same text from our papers as PDFium."""

import re
from collections import Counter

import pypdfium2
import pytest

from exports.figure_words import figure_words
from exports.job import export
from exports.pdf.pages import PageFrame
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, WebAddress, heading, para
from exports.pdf.pen import Pen
from exports.pdf.reading import UnknownFormError, read
from exports.pdf_encryption import encrypted
from exports.registry import ALL_PAPERS
from tests.helpers.builders import a_state
from tests.helpers.page_geometry import write
from tests.helpers.papers import sample_state, solutions

FRAME = PageFrame(title="紙", language="ja", footer="足", day="2027-02-03")


def letters(text: str) -> Counter[str]:
    """Return the letters of a page; PDFium returns U+0002 for a hyphen at the end of a line."""
    return Counter("".join(text.replace("\x02", "-").split()))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_all_papers_of_the_sample_say_what_pdfium_reads(tmp_path, language):
    written = export(sample_state(language), solutions(), tmp_path, ALL_PAPERS, language).files
    assert len(written) > 5
    for file in written:
        said = read(file.read_bytes())
        document = pypdfium2.PdfDocument(file)
        for page, text in zip(document, said.pages, strict=True):
            assert letters(text) == letters(page.get_textpage().get_text_bounded())
        figures = [(at, each) for at, page in enumerate(document, 1) for each in figure_words(page)]
        assert sorted(said.figures) == sorted(figures)
        about = document.get_metadata_dict(skip_empty=True).values()
        titles = [each.get_title() for each in document.get_toc()]
        assert {*titles, *about} <= {*said.strings}
        document.close()


@pytest.fixture
def paper() -> Paper:
    return Paper(a_state(), {}, "ja")


def test_runs_of_a_line_are_joined_and_all_else_is_a_line(paper):
    address = "https://example.com/a"
    blocks = [heading(paper, "題（一）"), para(paper, "青木", Bold(" 健"), "様"), para(paper, "次")]
    said = read(write([*blocks, para(paper, WebAddress(address))], FRAME))
    assert said.pages == (f"題（一）\n青木 健様\n次\n{address}\n足\n1 / 1",)
    assert {"紙", "題（一）", address, "Workshop App"} <= {*said.strings}


def test_parentheses_and_backslashes_in_titles_are_read(paper):
    said = read(write([heading(paper, r"a (b \ (c)) d"), heading(paper, "é…(")], FRAME))
    assert {r"a (b \ (c)) d", "é…("} <= {*said.strings}


def test_any_other_form_is_refused(paper):
    data = write([para(paper, "語")], FRAME)
    first = re.search(rb"\d+ 0 obj\n", data)
    assert first
    other = (
        data + b"%",
        data.replace(b"%PDF-1.7", b"%PDF-1.6"),
        data[: first.start()] + b"7 0 obj\n(hidden)\nendobj\n" + data[first.start() :],
        data[: first.start()] + b"%hidden\n" + data[first.start() :],
        encrypted(data, "港-2027"),
        b"",
    )
    for each in other:
        with pytest.raises(UnknownFormError):
            read(each)


def test_text_that_is_drawn_in_another_way_is_refused(paper, monkeypatch):
    line = Pen.line

    def with_more(pen: Pen, *place: float) -> None:
        line(pen, *place)
        pen._canvas.addLiteral("BT /F1 12 Tf (hidden) ' ET")

    monkeypatch.setattr(Pen, "line", with_more)
    with pytest.raises(UnknownFormError):
        read(write([heading(paper, "題")], FRAME))
