"""Where the parts of a row are, at many widths."""

from functools import partial

import pytest

from ui.rows.cells import Number, Outcome, Tick, Words
from ui.rows.layout import RowLayout, below_height, columns_of
from ui.rows.pager import Slot
from ui.rows.row import Line, Row, aside
from ui.rows.style import paper, plain, table
from ui.theme.theme import theme
from workshop_app.domain.outcome import OutcomeKind

TEAM = "基盤運用チーム　ネットワーク担当"
LONG = "とても長い課題の文です。"


def laid(row: Row, width: int = 700, style=plain, others: tuple[Row, ...] = ()) -> RowLayout:
    measures = style("list", width)
    return RowLayout(row, columns_of((row, *others), measures), measures, current=False)


def boxes(layout: RowLayout) -> list:
    return layout.cell_boxes(0, whole(layout))


def whole(layout: RowLayout) -> Slot:
    return Slot(0, 0, layout.lines, 0, layout.height(0, layout.lines), True, True)


@pytest.mark.parametrize("cells", [(), (Words("課題 4 件"), Words("接点 3 回"))])
def test_a_note_beside_a_short_text_is_on_one_line_if_it_fits(qapp, cells):
    layout = laid(Row("a", "上田 亮様", asides=aside(TEAM), after=cells))
    assert layout.lines == 1
    assert not layout.below


def test_a_note_beside_a_long_text_leaves_it_most_of_the_row(qapp):
    layout = laid(Row("a", LONG * 5, asides=aside(TEAM)))
    ((stack, left, _aside),) = layout.asides
    assert len(stack) > 1
    assert left - layout.text_left > 0.6 * 700


@pytest.mark.parametrize("words", [LONG * 3, "a sentence of many words " * 4])
def test_cells_are_below_a_text_where_that_makes_the_row_lower(qapp, words):
    cells = (Words("限界あり"), Words("ネットワーク機器の監視"), Words("よく合う"))
    heights = []
    for width in range(380, 800, 20):
        layout = laid(Row("a", words, after=cells), width)
        heights.append(layout.height(0, layout.lines))
        if layout.below:
            bare = laid(Row("a", words), width)
            assert heights[-1] == bare.height(0, bare.lines) + below_height()
    assert heights == sorted(heights, reverse=True), "a wider row is never higher"


def test_columns_are_as_wide_as_their_widest_cell(qapp):
    rows = tuple(
        Row(name, name, before=(Number(number),), after=(Words(word, right=True), Words("済")))
        for name, number, word in (("a", "1", "短い"), ("b", "128", "もっと長い言葉"))
    )
    first, second = (laid(row, 900, table, rows) for row in rows)
    assert first.text_left == second.text_left
    assert [box.left() for _, box in boxes(first)] == [box.left() for _, box in boxes(second)]


def test_optional_columns_are_left_out_from_the_right_where_the_text_needs_their_space(qapp):
    numbers = tuple(Number(str(10**n), optional=True) for n in range(5))
    row = Row("a", "時刻", after=(*numbers, Words("確かめました")))
    counts = [len(boxes(laid(row, width, table))) for width in (900, 500, 400)]
    assert counts[0] == 6
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] < 6
    kept = [cell for cell, _ in boxes(laid(row, 400, table))]
    assert kept == [*numbers[: counts[-1] - 1], Words("確かめました")]


def test_cells_that_fit_nowhere_are_wrapped_below_the_text(qapp):
    kinds = tuple(Outcome(kind) for kind in OutcomeKind)
    layout = laid(Row("a", LONG, after=kinds), 300)
    assert layout.below
    assert len({box.top() for _, box in boxes(layout)}) > 1
    assert all(box.right() <= 300 for _, box in boxes(layout))


def test_a_box_is_ticked_by_a_click_near_it_and_only_there(qapp):
    layout = laid(Row("a", LONG, before=(Tick(False),)))
    ((_, box),) = boxes(layout)
    assert layout.part_at(0, whole(layout), box.center()) == "tick"
    assert layout.part_at(0, whole(layout), 3 * box.center()) == ""


def test_a_text_joins_the_one_before_it_only_where_both_fit_on_one_line(qapp):
    def lines(width: int) -> int:
        who = Line("佐藤 健一", "meta", joins=True)
        return laid(Row("a", "確かめる", lines=(Line("6月12日", "meta"), who)), width).lines

    assert (lines(700), lines(110)) == (2, 3)


@pytest.mark.parametrize("size", [(1024, 700), (1366, 768), (1920, 1080)])
def test_on_paper_all_texts_begin_at_the_page_s_edge_and_cells_hang_in_the_margin(qapp, size):
    theme().resize(*size)
    metrics = theme().metrics
    width = size[0] - metrics.rail
    most = "99" if metrics.narrow else "200"
    rows = [Row(n, LONG, before=(Number(n),)) for n in ("1", most)]
    rows.append(Row("tick", LONG, before=(Tick(True),)))
    rows.append(Row("none", LONG, after=(Words("4 件"),)))
    for row in rows:
        layout = laid(row, width, partial(room, paper))
        assert layout.text_left == metrics.edge
        assert layout.right == width - metrics.margin
        cells = layout.cell_boxes(0, whole(layout))
        ends = [box.right() for cell, box in cells if cell in row.before]
        assert ends[-1:] == [metrics.edge - metrics.hang][: len(row.before)]
        assert all(box.left() > 4 for _, box in cells)
        assert all(box.right() <= width - metrics.margin for _, box in cells)


def test_a_margin_that_is_too_narrow_moves_the_text(qapp):
    words = (Words("とても長い見出しの言葉が余白に入らない"), Words("もう一つ"))
    layout = laid(Row("a", LONG, before=words), 1200, paper)
    (first, second) = layout.cell_boxes(0, whole(layout))
    assert first[1].left() >= 4  # beside the bar of the current row
    assert first[1].right() < second[1].left()
    assert second[1].right() + theme().metrics.hang == layout.text_left


def test_a_row_on_paper_is_as_high_as_its_lines_and_a_narrow_pad(qapp):
    one = laid(Row("a", "短い"), 1277, partial(room, paper))
    two = laid(Row("a", LONG * 4), 1277, partial(room, paper))
    assert (one.lines, one.whole_height, two.lines, two.whole_height) == (1, 54, 2, 100)


def room(style, _role: str, width: int):
    """Return the measures of a list for the room."""
    return style("room", width)
