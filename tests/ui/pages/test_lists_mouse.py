"""Lists of pages used with the mouse: the wheel moves them, and they show their range."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.helpers.painted import painted_texts
from ui.components.paste_preview import PastePreview
from ui.rows.paged_list import PagedList
from ui.rows.scroll_bar import span_words
from workshop_app.services.commands.problems import AddProblems
from workshop_app.services.imports.text import ListLine


def wheel(desk, listing: PagedList, delta: int) -> None:
    """Turn the wheel over the middle of a list."""
    middle = QPointF(listing.view.rect().center())
    event = QWheelEvent(
        middle, listing.view.mapToGlobal(middle), QPoint(0, 0), QPoint(0, delta),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(listing.view, event)
    desk.settle()


def seen(listing: PagedList) -> str:
    """Return which rows are shown, where the page says it."""
    words = span_words(*listing.view.span())
    said = words in [text.words for text in painted_texts(listing.window())]
    return words if said else ""


def shown_list(desk) -> PagedList:
    lists = [each for each in desk.page.findChildren(PagedList) if each.isVisible()]
    return max(lists, key=lambda each: len(each.rows()))


@pytest.mark.parametrize("page", ["catalogue", "list", "choose"])
def test_the_mouse_wheel_moves_the_lists_of_a_page(desk, page, size, private, words):
    one = desk(words, page="list", size=size, private=private)
    one.do(AddProblems(tuple(f"困りごと {n}" for n in range(40))))
    one.go(page)
    listing = shown_list(one)
    total = len(listing.rows())
    before = seen(listing)
    assert before.split()[-1] == str(total)
    by = 120 if listing.view.rows_before() else -120  # List begins with its newest rows
    wheel(one, listing, by)
    assert seen(listing) != before
    assert all(slot.begins and slot.ends for slot in listing.view.slots)
    wheel(one, listing, -by)
    assert seen(listing) == before


def test_the_mouse_wheel_moves_what_is_pasted(desk):
    one = desk(page="list")
    preview = one.page.findChild(PastePreview)
    preview.show_lines([ListLine(f"貼った行 {n}", n) for n in range(1, 31)])
    one.settle()
    before = seen(preview.list)
    wheel(one, preview.list, -120)
    assert seen(preview.list) != before
