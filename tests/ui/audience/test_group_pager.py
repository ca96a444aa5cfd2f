"""Pages of whole groups: nothing is lost, duplicated or cut; groups that fit are not split."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.ui.rows.test_pager import Lines
from ui.audience.group_pager import GroupPager
from ui.rows.pager import Position

LINE = 10
GAP = 4


def pager(groups, height, names=None, most_empty=None):
    """A pager over groups given as the numbers of lines of their rows."""
    lines = [count for group in groups for count in group]
    names = names or [1] * len(groups)
    return GroupPager(
        [len(group) for group in groups],
        height,
        lambda row: Lines(lines[row], LINE),
        gap=GAP,
        least=lambda group, begins: (names[group] + (not begins)) * LINE,
        most_empty=most_empty,
    )


def rows_of(page):
    return [slot.row for part in page for slot in part.slots]


def test_groups_that_fit_share_a_page_and_the_next_one_goes_on_another():
    one = pager([[1, 1], [1, 1], [1]], 4 * LINE + GAP)
    assert [rows_of(page) for page in one.pages] == [[0, 1, 2, 3], [4]]
    first, second = one.pages[0]
    assert (first.top, second.top) == (0, 2 * LINE + GAP)
    assert one.free == 0


def test_a_long_name_makes_room_for_itself():
    one = pager([[1], [1]], 4 * LINE, names=[2, 1])
    assert [part.height for part in one.pages[0]] == [2 * LINE, LINE]


def test_a_group_longer_than_a_page_is_divided_and_says_that_it_goes_on():
    one = pager([[1], [1] * 5, [1]], 3 * LINE + GAP)
    assert [rows_of(page) for page in one.pages] == [[0], [1, 2, 3], [4, 5, 6]]
    assert [[part.begins for part in page] for page in one.pages] == [
        [True], [True], [False, True],
    ]  # fmt: skip


def test_a_group_begins_where_too_much_of_a_page_would_be_empty():
    groups = [[1, 1], [1, 1, 1, 1]]
    whole = pager(groups, 5 * LINE + GAP, most_empty=3 * LINE)
    assert [rows_of(page) for page in whole.pages] == [[0, 1], [2, 3, 4, 5]]
    divided = pager(groups, 5 * LINE + GAP, most_empty=2 * LINE)
    assert [rows_of(page) for page in divided.pages] == [[0, 1, 2, 3, 4], [5]]
    assert [part.top for part in divided.pages[0]] == [0, 2 * LINE + GAP]
    assert [part.begins for page in divided.pages for part in page] == [True, True, False]


def test_a_group_begins_only_where_its_first_row_and_its_name_have_room():
    for groups, names in (([[1, 1], [4, 1]], [1, 1]), ([[1, 1], [1, 4]], [1, 4])):
        one = pager(groups, 5 * LINE + GAP, names, most_empty=LINE)
        assert [rows_of(page) for page in one.pages] == [[0, 1], [2, 3]]


def test_a_row_longer_than_a_page_is_divided_between_its_lines():
    one = pager([[1, 7]], 3 * LINE)
    parts = [(slot.row, slot.first, slot.last) for page in one.pages for slot in page[0].slots]
    assert parts == [(0, 0, 1), (1, 0, 2), (1, 2, 5), (1, 5, 7)]


def test_without_rows_there_is_no_page():
    one = pager([], 100)
    assert one.pages == []
    assert one.fill(Position()) == ()
    assert one.after(Position()) is None
    assert one.before(Position()) == Position()


groups = st.lists(st.lists(st.integers(1, 6), min_size=1, max_size=6), min_size=1, max_size=6)


@given(groups, st.integers(1, 12), st.none() | st.integers(0, 120), st.data())
def test_every_line_is_on_one_page_in_order(groups, lines, most_empty, data):
    names = data.draw(st.lists(st.integers(1, 2), min_size=len(groups), max_size=len(groups)))
    height = lines * LINE
    one = pager(groups, height, names, most_empty)
    shown = [
        (slot.row, line)
        for page in one.pages
        for part in page
        for slot in part.slots
        for line in range(slot.first, slot.last)
    ]
    counts = [count for group in groups for count in group]
    assert shown == [(row, line) for row, count in enumerate(counts) for line in range(count)]
    for page in one.pages:
        for before, part in pairwise(page):
            assert part.top == before.bottom + GAP
        for part in page:
            assert part.slots[-1].top + part.slots[-1].height <= part.bottom
        if len(page) > 1:
            assert page[-1].bottom <= height


@given(groups, st.integers(1, 12))
def test_a_group_that_fits_on_a_page_is_never_divided(groups, lines):
    one = pager(groups, lines * LINE)
    for number, group in enumerate(groups):
        parts = [part for page in one.pages for part in page if part.group == number]
        if sum(group) <= lines:
            assert len(parts) == 1


@given(groups, st.integers(1, 12))
def test_pages_lead_on_and_back(groups, lines):
    one = pager(groups, lines * LINE)
    start = Position()
    seen = [start]
    while (following := one.after(start)) is not None:
        assert one.before(following) == start
        start = following
        seen.append(start)
    assert len(seen) == len(one.pages)
    assert [one.page_of(position) for position in seen] == list(range(len(seen)))
    assert [slot for each in seen for slot in one.fill(each)] == [
        slot for page in one.pages for part in page for slot in part.slots
    ]
