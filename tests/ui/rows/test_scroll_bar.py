"""The scroll bar of a list, used by mouse, and the range of rows that the page says."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.helpers.click_targets import handle_of
from tests.helpers.list_rows import visible_ids
from ui.rows.cells import Number
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.rows.scroll_bar import ScrollBar
from ui.rows.style import paper
from ui.widgets.deferred_layout import finish_layouts

LONG = "監視の困りごとを書いた長い文。" * 6


@pytest.fixture
def shown(show):
    def make(count, current="p0", style=paper, size=(1200, 420)) -> PagedList:
        listing = PagedList("課題", style=style)
        window = show(listing, width=size[0], height=size[1])
        window.layout().setStretch(0, 1)
        window.layout().setStretch(1, 0)
        rows = [
            Row(f"p{n}", LONG if n % 3 else "短い", before=(Number(str(n)),)) for n in range(count)
        ]
        listing.set_rows(rows, current)
        finish_layouts()
        return listing

    return make


def bar(listing: PagedList) -> ScrollBar:
    return listing.findChild(ScrollBar)


def at(listing: PagedList, y: float) -> QPoint:
    return QPoint(bar(listing).width() // 2, round(y))


def test_it_is_shown_only_if_not_all_rows_are(shown):
    assert not bar(shown(1)).isVisible()
    assert bar(shown(30)).isVisible()


def test_its_handle_is_six_pixels_wide_in_the_margin(shown):
    listing = shown(30)
    handle = handle_of(bar(listing)).translated(bar(listing).x(), 0)
    assert (handle.width(), listing.view.width() - handle.right() - 1) == (6, 10)


def test_a_click_beside_the_handle_turns_the_page_and_back(shown):
    listing = shown(30)
    first = visible_ids(listing)
    QTest.mouseClick(
        bar(listing), Qt.MouseButton.LeftButton, pos=at(listing, bar(listing).height() - 9)
    )
    finish_layouts()
    assert visible_ids(listing)[0] == f"p{len(first)}"
    QTest.mouseClick(bar(listing), Qt.MouseButton.LeftButton, pos=at(listing, 9))
    finish_layouts()
    assert visible_ids(listing) == first


@pytest.mark.parametrize("count", [8, 30, 1000])
def test_dragging_the_handle_moves_by_whole_rows_and_reaches_both_ends(shown, count):
    listing = shown(count)
    scroll = bar(listing)
    start = handle_of(scroll).center().y()
    QTest.mousePress(scroll, Qt.MouseButton.LeftButton, pos=at(listing, start))
    for y in range(round(start), scroll.height() + 40, 7):
        QTest.mouseMove(scroll, at(listing, y))
        finish_layouts()
        assert all(slot.begins and slot.ends for slot in listing.view.slots)
        assert listing.current_id() in visible_ids(listing)
    assert visible_ids(listing)[-1] == f"p{count - 1}"
    assert handle_of(scroll).bottom() == pytest.approx(scroll.height() - 8, abs=1)
    for y in range(scroll.height() + 40, -40, -7):
        QTest.mouseMove(scroll, at(listing, y))
        finish_layouts()
    QTest.mouseRelease(scroll, Qt.MouseButton.LeftButton, pos=at(listing, 0))
    assert visible_ids(listing)[0] == "p0"
    QTest.mouseMove(scroll, at(listing, 300))
    assert visible_ids(listing)[0] == "p0"


def test_it_takes_no_focus(shown):
    listing = shown(30)
    listing.setFocus()
    QTest.mouseClick(
        bar(listing), Qt.MouseButton.LeftButton, pos=at(listing, bar(listing).height() - 9)
    )
    assert listing.view.hasFocus()
