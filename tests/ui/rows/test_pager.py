"""Paging: every line of every row is on a page, unsplit if it fits."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.rows.pager import Pager, Position

HEIGHT = 100
rows = st.lists(st.integers(1, 30), max_size=40)


@dataclass
class Lines:
    """A row of some lines, each as high as the others."""

    lines: int
    line: int = 10

    def height(self, first: int, last: int) -> int:
        return (last - first) * self.line


def pager(lines: list[int], line: int = 10, asked: list[int] | None = None) -> Pager:
    def layout(row: int) -> Lines:
        if asked is not None:
            asked.append(row)
        return Lines(lines[row], line)

    return Pager(len(lines), HEIGHT, layout)


def pages(lines: list[int]):
    one = pager(lines)
    position: Position | None = Position()
    while position is not None and lines:
        yield one.fill(position)
        position = one.after(position)


@given(rows)
def test_every_line_is_on_exactly_one_page(lines):
    seen = [(s.row, n) for page in pages(lines) for s in page for n in range(s.first, s.last)]
    assert seen == [(row, n) for row, count in enumerate(lines) for n in range(count)]


@given(rows)
def test_no_page_is_fuller_than_it_is_high(lines):
    for page in pages(lines):
        assert page[-1].top + page[-1].height <= HEIGHT


@given(rows)
def test_only_a_row_higher_than_a_page_is_divided(lines):
    divided = {s.row for page in pages(lines) for s in page if not (s.begins and s.ends)}
    assert divided == {row for row, count in enumerate(lines) if count * 10 > HEIGHT}


@given(rows.filter(bool), st.data())
def test_going_back_leads_to_the_start_with_no_row_left_out(lines, data):
    one = pager(lines)
    position = Position(data.draw(st.integers(0, len(lines) - 1)))
    for _ in range(200):
        if position == Position():
            break
        earlier = one.before(position)
        assert earlier < position
        end = one.fill(earlier)[-1]
        assert (end.row, end.last) >= (position.row - 1, 0)
        position = earlier
    assert position == Position()


def test_nothing_to_show_is_an_empty_page():
    assert pager([]).fill(Position()) == ()
    assert pager([]).after(Position()) is None


def test_a_thousand_rows_are_not_measured_for_one_page():
    asked: list[int] = []
    one = pager([1] * 1000, asked=asked)
    one.fill(Position(500))
    one.before(Position(500))
    assert len(asked) < 30


@pytest.mark.parametrize(("row", "line"), [(1, 0), (2, 10), (3, 0)])
def test_pages_before_a_position(row, line):
    one = pager([1, 3, 25, 1])
    expected = {(1, 0): Position(0), (2, 10): Position(2, 0), (3, 0): Position(2, 20)}
    assert one.before(Position(row, line)) == expected[row, line]
