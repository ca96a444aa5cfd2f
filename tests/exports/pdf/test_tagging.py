"""What is read out, in which order and role, according to PDFium, for blocks of every kind."""

from io import BytesIO

import pikepdf
import pytest

from exports.pdf.blocks.block import Block, EmptyBlock, RuledLines
from exports.pdf.blocks.gutter import Box, Gutter, GutterMark
from exports.pdf.blocks.marks import HandSquares
from exports.pdf.blocks.qr_code import QrCodeBlock
from exports.pdf.blocks.stack import Stack
from exports.pdf.ink import TextRun
from exports.pdf.pages import PageFrame
from exports.pdf.paper import Paper
from exports.pdf.parts import (
    Bold,
    WebAddress,
    bulleted,
    facts,
    heading,
    numbered,
    para,
    table,
)
from exports.pdf.styles import BODY, TITLE
from tests.helpers.accessibility import conformance_faults, flat, reading_faults, said_pages
from tests.helpers.builders import a_state
from tests.helpers.page_geometry import write

FRAME = PageFrame(title="紙", language="ja", footer="足", day="2026-12-03")
HELP = "https://mackerel.io/ja/docs/entry/howto/alerts"


@pytest.fixture
def paper():
    return Paper(a_state(), {}, "ja")


@pytest.fixture
def english():
    return Paper(a_state(), {}, "en")


def said_of(*blocks):
    """The content read out page by page, as short trees: (role, text) or (role, [kids])."""
    pdf = write(blocks, FRAME)
    assert conformance_faults(pdf) == []
    assert reading_faults(pdf) == []
    pages = said_pages(pdf)
    return [[short(each) for document in page for each in document.kids] for page in pages]


def short(said):
    text = said.alternative or said.text.rstrip()
    kids = [short(kid) for kid in said.kids if kid.role != "Link"]
    return said.role, kids or text


def test_headings_are_levels_and_text_is_a_paragraph(paper):
    blocks = (
        para(paper, "誰のために"),
        heading(paper, "題", TITLE, level=0),
        heading(paper, "部"),
        heading(paper, "節", level=2),
        para(paper, "太い", Bold("字")),
    )
    assert said_of(*blocks) == [
        [("P", "誰のために"), ("H1", "題"), ("H2", "部"), ("H3", "節"), ("P", "太い字")]
    ]


def test_no_level_of_headings_is_left_out(paper):
    blocks = (heading(paper, "一", level=2), heading(paper, "二", level=2), heading(paper, "三"))
    assert [role for role, _ in said_of(*blocks)[0]] == ["H1", "H2", "H2"]


def test_words_on_two_lines_stay_two_words_in_english(english):
    words = "Monitoring alerts that nobody reads anymore are worse than none at all. " * 6
    (page,) = said_of(para(english, words.strip()))
    assert page == [("P", words.strip())]


def test_a_line_end_is_no_space_in_japanese(paper):
    words = "通知が多すぎて、大事なアラートが埋もれてしまうので、だれも見なくなりました。" * 5
    assert said_of(para(paper, words)) == [[("P", words)]]


def test_typed_lines_are_separate_elements(paper):
    assert said_of(para(paper, "一行目\n二行目\n\n四行目")) == [[("P", "一行目 二行目 四行目")]]


def test_an_address_on_two_lines_has_no_space_and_is_one_link(paper):
    address = "https://example.com/" + "path/" * 30
    block = para(paper, "見る：", WebAddress(address), "。")
    pdf = write([block], FRAME)
    (document,) = said_pages(pdf)[0]
    (paragraph,) = document.kids
    assert paragraph.text == f"見る：{address}。"
    (link,) = [kid for kid in paragraph.kids if kid.role == "Link"]
    assert link.text == address
    with pikepdf.open(BytesIO(pdf)) as file:
        notes = file.pages[0].obj.Annots
        assert len(notes) > 1
        assert {str(note.Contents) for note in notes} == {address}
    assert conformance_faults(pdf) == []


def test_a_list_has_labels_and_items_and_begins_again_at_one(paper):
    blocks = [*numbered(paper, ["い", "ろ"]), *bulleted(paper, ["は"]), *numbered(paper, ["に"])]
    items = said_of(*blocks)[0]
    assert items == [
        ("L", [item("1", "い"), item("2", "ろ")]),
        ("L", [item("・", "は")]),
        ("L", [item("1", "に")]),
    ]
    first = numbered(paper, ["い"])
    second = numbered(paper, ["ろ"])
    assert said_of(*first, *second)[0] == [("L", [item("1", "い")]), ("L", [item("1", "ろ")])]


def item(label, text):
    return "LI", [("Lbl", label), ("LBody", text)]


def test_an_item_of_several_paragraphs_holds_them(paper):
    block = Gutter(Stack(para(paper, "甲"), para(paper, "乙")), GutterMark(word="1"))
    assert said_of(block)[0] == [
        ("L", [("LI", [("Lbl", "1"), ("LBody", [("P", "甲"), ("P", "乙")])])])
    ]


def test_a_table_says_which_cells_are_headers_and_of_what(paper):
    rows = [(para(paper, "アラート"), para(paper, "はい"))]
    pdf = write([table(paper, ("名前", "答え"), rows, (None, 60))], FRAME)
    cells = [each for each in flat(said_pages(pdf)[0]) if each.role in ("TH", "TD")]
    assert [(cell.role, cell.scope, cell.text.strip()) for cell in cells] == [
        ("TH", "Column", "名前"),
        ("TH", "Column", "答え"),
        ("TD", "", "アラート"),
        ("TD", "", "はい"),
    ]


def test_pairs_are_a_table_whose_first_cells_name_the_rows(paper):
    assert said_of(facts(paper, [("場所", para(paper, "会議室"))]))[0] == [
        ("Table", [("TR", [("TH", "場所"), ("TD", "会議室")])])
    ]


def test_a_column_of_bars_without_a_name_is_left_out_and_an_empty_cell_is_none(paper):
    rows = [(para(paper, "甲"), EmptyBlock(), HandSquares(1, 2, 19))]
    block = table(paper, ("名前", "票", ""), rows, (None, 60, 60))
    with pikepdf.open(BytesIO(write([block], FRAME))) as pdf:
        rows_of_cells = [
            [str(cell.S) for cell in thing.K]
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/TR"
        ]
    assert rows_of_cells == [["/TH", "/TH"], ["/TD", "/TD"]]


def test_a_header_that_is_printed_again_is_read_out_once(paper):
    rows = [(para(paper, f"課題 {n}"), para(paper, "はい")) for n in range(60)]
    pages = said_of(table(paper, ("名前", "答え"), rows, (None, 60)))
    assert len(pages) > 1
    tables = [rows for page in pages for _, rows in page]
    headers = [row for rows in tables for row in rows if row[1][0][0] == "TH"]
    assert len(headers) == 1
    assert sum(map(len, tables)) == 61


def test_what_goes_on_on_the_next_page_is_one_element(paper):
    words = "".join(f"長い文{n}。" for n in range(900))
    rows = [(para(paper, f"課題 {n}"), para(paper, "はい")) for n in range(60)]
    blocks = [
        Gutter(para(paper, words), GutterMark(word="1")),
        Box(para(paper, words)),
        table(paper, ("名前", "答え"), rows, (None, 60)),
    ]
    with pikepdf.open(BytesIO(write(blocks, FRAME))) as pdf:
        roles = [
            str(thing.S)
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and "/S" in thing and "/P" in thing
        ]
        assert len(pdf.pages) > 4
    counts = {role: roles.count(role) for role in ("/L", "/LI", "/LBody", "/P", "/Table", "/TR")}
    assert counts == {"/L": 1, "/LI": 1, "/LBody": 1, "/P": 1, "/Table": 1, "/TR": 61}


def test_a_long_cell_goes_on_in_its_own_cell(paper):
    words = "".join(f"語{n}、" for n in range(3000))
    rows = [(para(paper, "長い"), para(paper, words)), (para(paper, "次"), para(paper, "短い"))]
    pages = said_of(table(paper, ("名", "文"), rows, (60, None)))
    cells = [cell for page in pages for _, rows in page for _, row in rows for cell in row]
    text = "".join(text for role, text in cells if role == "TD")
    assert words in text


def test_ornaments_are_not_read_out_but_boxes_to_tick_and_icons_with_a_name_are(paper):
    blocks = (
        RuledLines(3),
        Box(para(paper, "箱")),
        Gutter(para(paper, "印"), GutterMark(box=True)),
        Gutter(para(paper, "絵"), GutterMark(icon="plane")),
        Gutter(para(paper, "文"), GutterMark(icon="plane", alt="要望")),
        para(paper, "本文", badge="札"),
        para(paper, ""),
    )
    said = [("P", "箱"), ("Figure", "To tick"), ("P", "印"), ("P", "絵")]
    said += [("Figure", "要望"), ("P", "文"), ("P", "札 本文")]
    assert said_of(*blocks) == [said]


def test_a_code_is_a_figure_that_says_its_address():
    assert said_of(QrCodeBlock(HELP, 74)) == [[("Figure", f"QR {HELP}")]]


class Drawing(Block):
    """Test block without a tag: lines and text."""

    def __init__(self, alternative=""):
        self._alternative = alternative

    def height(self, width, limit=float("inf")):
        return 50

    def draw(self, pen, x, top, width):
        if self._alternative:
            with pen.figure(self._alternative, x, top, width, 50):
                self._draw(pen, x, top)
        else:
            self._draw(pen, x, top)

    def _draw(self, pen, x, top):
        pen.box(x, top, 40, 40, radius=2, thickness=1)
        pen.runs(x, top, (TextRun("語"), TextRun("句", bold=True)), BODY.size, BODY.leading)


def test_words_without_a_role_are_paragraphs_and_those_of_a_figure_are_its_content():
    assert said_of(Drawing()) == [[("P", "語句")]]
    assert said_of(Drawing("地図")) == [[("Figure", "地図")]]


def test_the_same_blocks_can_be_drawn_twice(paper):
    blocks = [heading(paper, "題"), *numbered(paper, ["い", "ろ"]), para(paper, "終")]
    assert write(blocks, FRAME) == write(blocks, FRAME)
