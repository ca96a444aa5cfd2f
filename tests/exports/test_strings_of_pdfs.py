"""All strings of a PDF are read back: of pages, figures, titles and links."""

import pytest

from exports.pdf.blocks.qr_code import QrCodeBlock
from exports.pdf.blocks.stack import Stack
from exports.pdf.pages import PageFrame
from exports.pdf.paper import Paper
from exports.pdf.parts import WebAddress, heading, para
from exports.pdf.pen import FigureNames
from exports.pdf_encryption import encrypted
from exports.reading_back import passages
from tests.helpers.builders import a_state
from tests.helpers.page_geometry import write

FRAME = PageFrame(
    title="紙", language="ja", footer="足", day="", names=FigureNames(code="大阪商事のQR：")
)
HELP = "https://example.com/a"


@pytest.mark.parametrize("password", ["", "港-2027"])
def test_titles_and_the_addresses_of_links_are_read_back(password):
    paper = Paper(a_state(), {}, "ja")
    title = r"é a (b \ (c)) d"
    pdf = write([heading(paper, title), para(paper, WebAddress(HELP))], FRAME)
    pdf = encrypted(pdf, password) if password else pdf
    found = [each.text for each in passages("a.pdf", pdf, password) if each.place == "field"]
    assert {"紙", title, HELP} <= {*found}


@pytest.mark.parametrize("password", ["", "港-2027"])
def test_the_words_of_every_figure_are_read_back_with_its_page(password):
    paper = Paper(a_state(), {}, "ja")
    blocks = [
        para(paper, "図"),
        QrCodeBlock(HELP, 74),
        Stack(para(paper, "長い\n" * 60), QrCodeBlock(HELP, 74)),
    ]
    pdf = write(blocks, FRAME)
    pdf = encrypted(pdf, password) if password else pdf
    words = [(each.at, each.text) for each in passages("a.pdf", pdf, password)]
    said = f"大阪商事のQR： {HELP}"
    assert [at for at, text in words if text == said] == ["1", "2"]


def test_a_paper_without_figures_has_only_its_text():
    pdf = write([para(Paper(a_state(), {}, "ja"), "図なし")], FRAME)
    found = [each.text for each in passages("a.pdf", pdf) if each.place == "page"]
    assert len(found) == 1
    assert "図なし" in found[0]
