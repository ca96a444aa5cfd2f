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
