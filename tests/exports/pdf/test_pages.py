"""Page layout: no isolated headings, repeated header rows, long texts split, nothing lost."""

import time

import pytest

from exports.pdf.blocks.block import Anchor, NewPage, RuledLines, WritingLines
from exports.pdf.blocks.gutter import Box, Gutter, GutterMark
from exports.pdf.blocks.side import Beside, Ruled, Together
from exports.pdf.blocks.stack import Stack
from exports.pdf.page_size import page_size
from exports.pdf.pages import PageFrame, lay_out
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, heading, numbered, para, table
from exports.pdf.styles import BODY, TOP
from tests.helpers.builders import a_state
from tests.helpers.page_geometry import write
from tests.helpers.papers import pages_of, squeezed, words_of

FRAME = PageFrame(title="紙", language="ja", footer="足", day="2026-12-03")


@pytest.fixture
def paper():
    return Paper(a_state(), {}, "ja")


def filler(paper, lines):
    return para(paper, "\n".join(f"行 {n}" for n in range(lines)))


LINES_A_PAGE = int(page_size().height // BODY.leading)


@pytest.mark.parametrize("used", range(LINES_A_PAGE - 6, LINES_A_PAGE + 1))
def test_a_heading_is_never_the_last_line_of_a_page(paper, used):
    section = Stack(heading(paper, "見出し"), *numbered(paper, ["一つ目", "二つ目"]))
    pages = pages_of(write([filler(paper, used), section], FRAME))
    (page,) = [page for page in pages if "見出し" in page]
    assert "一つ目" in page


def test_the_header_row_is_repeated_on_every_page_of_a_table(paper):
    rows = [(para(paper, f"課題 {n}"), para(paper, "はい")) for n in range(90)]
    pages = pages_of(write([table(paper, ("名前", "答え"), rows, (None, 60))], FRAME))
    assert len(pages) > 2
    assert all(page.startswith("名前") for page in pages)
    found = [
        line.split(" はい")[0] for page in pages for line in page.splitlines() if "課題" in line
    ]
    assert found == [f"課題 {n}" for n in range(90)]


def rows_of(paper, count):
    return [(para(paper, f"課題 {n}"), para(paper, "はい")) for n in range(count)]


@pytest.mark.parametrize("used", range(LINES_A_PAGE - 12, LINES_A_PAGE + 1))
def test_a_small_table_is_on_one_page_with_its_heading(paper, used):
    grid = table(paper, ("名前", "答え"), rows_of(paper, 3), (None, 60))
    section = Stack(heading(paper, "見出し"), grid)
    pages = pages_of(write([filler(paper, used), section], FRAME))
    (page,) = [page for page in pages if "見出し" in page]
    assert page.count("課題") == 3


@pytest.mark.parametrize("used", range(LINES_A_PAGE - 16, LINES_A_PAGE + 1))
def test_no_row_of_a_longer_table_is_on_a_page_of_its_own(paper, used):
    grid = table(paper, ("名前", "答え"), rows_of(paper, 9), (None, 60))
    pages = pages_of(write([filler(paper, used), grid], FRAME))
    counts = [page.count("課題") for page in pages if "課題" in page]
    assert sum(counts) == 9
    assert min(counts) > 1


@pytest.mark.parametrize("tall", [200, 5000])
def test_blocks_kept_together_never_run_off_a_page(paper, tall):
    words = Stack(para(paper, "語、" * tall))
    words.keep_next = True
    box = Box(para(paper, "箱の中"))
    layout = lay_out([Stack(words, box)])
    for page in layout.pages:
        last = page[-1]
        assert last.top + last.block.height(page_size().width) <= TOP + page_size().height + 0.1
    pdf = write([Stack(words, box)], FRAME)
    assert "箱の中" in pages_of(pdf)[-1]


def test_a_short_row_is_never_split(paper):
    rows = [(para(paper, "甲"), para(paper, "い\nろ\nは")) for _ in range(40)]
    pages = pages_of(write([table(paper, ("名", "文"), rows, (60, None))], FRAME))
    assert all(page.count("甲") == page.count("は") for page in pages)


def test_a_cell_longer_than_a_page_goes_on_whole(paper):
    words = "".join(f"語{n}、" for n in range(3000))
    rows = [(para(paper, "長い"), para(paper, words)), (para(paper, "次"), para(paper, "短い"))]
    pdf = write([table(paper, ("名", "文"), rows, (60, None))], FRAME)
    text = words_of(pdf).replace("名文", "").replace("長い", "", 1)
    assert words in text
    assert text.endswith("次短い")


@pytest.mark.parametrize("wrap", ["heading", "gutter", "box", "thread"])
def test_a_text_longer_than_a_page_is_split_in_every_kind_of_block(paper, wrap):
    words = "".join(f"長い文{n}。" for n in range(900))
    text = para(paper, words)
    block = {
        "heading": lambda: heading(paper, words),
        "gutter": lambda: Gutter(text, GutterMark(word="1")),
        "box": lambda: Box(Gutter(text, GutterMark(icon="plane"))),
        "thread": lambda: Gutter(Stack(text), GutterMark(icon="speech"), thread=True, pad=8),
    }[wrap]()
    pdf = write([para(paper, "前"), block, para(paper, "後")], FRAME)
    assert len(pages_of(pdf)) > 2
    assert words in words_of(pdf)
    assert words_of(pdf).endswith("後")


def test_a_paragraph_is_not_split_with_a_single_line(paper):
    pages = pages_of(write([filler(paper, LINES_A_PAGE - 1), para(paper, "い\nろ\nは\nに")], FRAME))
    assert "い" not in pages[0]
    assert squeezed(pages[1]).startswith("いろはに")


def test_pages_are_numbered_and_anchors_found(paper):
    blocks = [para(paper, "一"), NewPage(), Anchor("here"), para(paper, "二"), NewPage()]
    layout = lay_out(blocks)
    assert (len(layout.pages), layout.anchors) == (2, {"here": 2})
    pages = pages_of(write(blocks, FRAME))
    assert [squeezed(page)[-3:] for page in pages] == ["1/2", "2/2"]


def test_a_document_without_a_block_is_one_page(paper):
    assert len(pages_of(write([], FRAME))) == 1


@pytest.mark.parametrize("text", ["字" * 100_000, "A" * 1_000_000], ids=["Japanese", "one word"])
def test_an_enormous_text_takes_seconds_not_minutes(paper, text):
    begin = time.process_time()
    rows = [(para(paper, Bold("長い")), para(paper, text))]
    pdf = write([table(paper, ("名", "文"), rows, (60, None))], FRAME)
    assert time.process_time() - begin < 30
    assert words_of(pdf).count(text[0]) == len(text)


def test_thousands_of_rows_take_seconds(paper):
    begin = time.process_time()
    rows = [(para(paper, str(n)), para(paper, "課題のことば")) for n in range(20_000)]
    write([table(paper, ("番号", "課題"), rows, (60, None))], FRAME)
    assert time.process_time() - begin < 60


def test_space_below_the_last_block_begins_no_page(paper):
    last = Ruled(para(paper, "終わり"), 1.5, over=4, under=40)
    assert len(lay_out([filler(paper, LINES_A_PAGE - 2), last]).pages) == 1


def test_a_row_that_is_split_goes_on_with_the_other_label(paper):
    main = Stack(*(para(paper, f"行 {n}") for n in range(60)))
    row = Beside(para(paper, "課題 2"), main, again=para(paper, "課題 2（つづき）"))
    pages = pages_of(write([row], FRAME))
    assert len(pages) == 2
    assert pages[0].startswith("課題 2 行 0")
    assert "課題2（つづき）" in squeezed(pages[1])


def test_an_optional_block_is_left_out_where_it_does_not_fit(paper):
    def pages(used):
        block = para(paper, "なくてもよい")
        block.optional = True
        return pages_of(write([filler(paper, used), block, para(paper, "次")], FRAME))

    assert "なくてもよい" in pages(3)[0]
    assert "なくてもよい" not in "".join(pages(LINES_A_PAGE))


def test_an_anchor_is_on_the_page_of_the_next_block(paper):
    high = Together(*(para(paper, f"行 {n}") for n in range(10)))
    layout = lay_out([filler(paper, LINES_A_PAGE - 2), Anchor("here"), high])
    assert layout.anchors == {"here": 2}


def test_progress_counts_pages_and_can_stop_the_work(paper):
    told = []
    write([filler(paper, 100)], FRAME, lambda page, pages: told.append((page, pages)))
    assert told[-3:] == [(1, 3), (2, 3), (3, 3)]

    class Enough(Exception):
        pass

    def stop(page, pages):
        raise Enough

    with pytest.raises(Enough):
        write([filler(paper, 100)], FRAME, stop)


@pytest.mark.parametrize("used", [5, LINES_A_PAGE - 2])
def test_lines_for_notes_begin_no_page_of_their_own_unless_they_are_wanted(paper, used):
    def pages(*, optional):
        lines = WritingLines(heading(paper, "覚え"), 3, optional=optional)
        return pages_of(write([filler(paper, used), lines], FRAME))

    assert ("覚え" in pages(optional=True)[0]) is (used == 5)
    assert len(pages(optional=True)) == 1
    assert "覚え" in pages(optional=False)[-1]


@pytest.mark.parametrize("left", range(100, 200, 7))
def test_lines_for_notes_keep_clear_of_the_line_above_the_footer(paper, left):
    title = heading(paper, "覚え")
    lines = WritingLines(title, 1).filling(page_size().width, left)
    width = page_size().width
    used = lines.height(width)
    least = title.height(width) + RuledLines.PITCH + WritingLines.CLEAR
    assert used == least or used <= left
    assert used + RuledLines.PITCH > left


def test_a_label_that_follows_stays_with_the_end_of_what_is_split(paper):
    main = Stack(para(paper, "はじめ"), *numbered(paper, ["一つ目", "住所"]))
    row = Beside(para(paper, "符号"), main, follows=True)
    first, second = pages_of(write([filler(paper, LINES_A_PAGE - 2), row], FRAME))
    assert "一つ目" in first
    assert "符号" not in first
    assert "住所" in second
    assert "符号" in second


@pytest.mark.parametrize("used", [LINES_A_PAGE - 2, LINES_A_PAGE - 12])
def test_lines_are_kept_together_except_where_a_page_would_end_in_a_white_band(paper, used):
    block = Together(*numbered(paper, [f"{n} 番目" for n in range(15)]))
    first, _ = pages_of(write([filler(paper, used), block], FRAME))
    assert ("0 番目" in first) == (used < LINES_A_PAGE - 6)
    high = Together(*numbered(paper, [f"{n} 番目" for n in range(90)]))
    assert len(pages_of(write([high], FRAME))) == 3


@pytest.mark.parametrize("lines", [3, 6])
def test_what_is_kept_with_the_next_block_has_its_last_lines_there(paper, lines):
    kept = para(paper, "\n".join(f"{n} 番目" for n in range(lines)))
    kept.keep_next = True
    answer = para(paper, "答え\n続き")
    used = filler(paper, LINES_A_PAGE - lines - 1)
    first, second = pages_of(write([used, Stack(kept, answer)], FRAME))
    assert ("0 番目" in first) == (lines == 6)
    assert f"{lines - 2} 番目" in second
    assert "答え" in second
