"""The PDF file: readable by three programs, with all objects, and a name based on its content."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from pypdf import PdfReader

from exports.pdf.pages import PageFrame
from exports.pdf.paper import Paper
from exports.pdf.parts import WebAddress, heading, para
from tests.helpers.builders import a_state
from tests.helpers.page_geometry import write

FRAME = PageFrame(title="紙", language="ja", footer="足", day="2026-12-03")


def pdf_of(count, text="課題"):
    paper = Paper(a_state(), {}, "ja")
    words = [para(paper, f"{text} {number}") for number in range(count)]
    return write(
        [heading(paper, "題"), para(paper, WebAddress("https://example.com/a")), *words], FRAME
    )


@pytest.mark.parametrize("count", [0, 1, 190, 200, 210, 3000])
def test_three_programs_read_the_file_without_repairing_it(count):
    pdf = pdf_of(count)
    pages = len(pypdfium2.PdfDocument(pdf))
    with pikepdf.open(BytesIO(pdf), attempt_recovery=False) as file:
        assert file.check_pdf_syntax() == []
        assert len(file.pages) == pages
        roles = [str(thing.S) for thing in file.objects if _is_element(thing)]
        assert sorted(set(roles)) == ["/Document", "/H1", "/Link", "/P"]
        assert roles.count("/P") == count + 1
    reader = PdfReader(BytesIO(pdf), strict=True)
    assert len(reader.pages) == pages
    (entry,) = pypdfium2.PdfDocument(pdf).get_toc()
    assert entry.get_title() == "題"
    assert reader.metadata is not None
    assert reader.metadata.title == "紙"


def _is_element(thing):
    return isinstance(thing, pikepdf.Dictionary) and "/S" in thing and "/P" in thing


def test_the_file_states_the_version_of_pdf_that_it_requires():
    assert pdf_of(1).startswith(b"%PDF-1.7\n")


def test_the_id_of_the_file_is_derived_from_its_content():
    names = []
    for pdf in (pdf_of(3), pdf_of(3), pdf_of(3, "要望")):
        with pikepdf.open(BytesIO(pdf)) as file:
            names.append([bytes(each) for each in file.trailer.ID])
    assert names[0] == names[1]
    assert names[0][0] == names[0][1]
    assert names[0] != names[2]
