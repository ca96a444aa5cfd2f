"""Positions of the parts of a row."""

import pytest

from ui.theme.theme import theme
from ui.widgets.lettering import text_width
from ui.widgets.row_layout import MARK_GAP, RowLayout
from ui.widgets.rows import Mark, Row

ASIDE = "基盤運用チーム　ネットワーク担当"


@pytest.mark.parametrize("marks", [(), (Mark("課題 4 件"), Mark("接点 3 回"))])
def test_a_note_beside_a_short_text_is_on_one_line_if_it_fits(qapp, marks):
    row = Row("a", "上田 亮様", aside=ASIDE, marks=marks)
    layout = RowLayout(row, 700, 0, "list", current=False)
    assert layout.aside is not None
    assert len(layout.aside.lines) == 1
    assert layout.lines == 1
    right = 700 - layout.pad_x - (layout.marks_width + MARK_GAP if marks else 0)
    assert layout.aside_left + layout.aside.width <= right + 1


def test_a_note_beside_a_long_text_leaves_it_most_of_the_row(qapp):
    row = Row("a", "とても長い課題の文です。" * 5, aside=ASIDE)
    layout = RowLayout(row, 700, 0, "list", current=False)
    assert layout.aside is not None
    assert len(layout.aside.lines) > 1
    assert layout.aside_left - layout.text_left > 0.6 * 700
    assert text_width(ASIDE, theme().font("list")) > layout.aside.width


@pytest.mark.parametrize("words", ["とても長い課題の文です。" * 3, "a sentence of many words " * 4])
def test_marks_are_below_a_text_where_that_makes_the_row_lower(qapp, words):
    marks = (Mark("限界あり"), Mark("ネットワーク機器の監視"), Mark("よく合う"))
    heights = []
    for width in range(380, 800, 20):
        layout = RowLayout(Row("a", words, marks=marks), width, 0, "list", current=False)
        beside = width - 2 * layout.pad_x - layout.marks_width - MARK_GAP
        heights.append(layout.height(0, layout.lines))
        if not layout.marks_below and beside < 300:
            other = RowLayout(Row("a", words), width, 0, "list", current=False)
            assert heights[-1] <= other.height(0, other.lines) + theme().metrics.target + 4
    assert heights == sorted(heights, reverse=True), "a wider row is never higher"
