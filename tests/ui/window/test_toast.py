"""What was done is said where nobody reads: over the foot bar, never over a line or a field."""

import pytest
from PySide6.QtCore import QPoint, QRect

from tests.helpers.fitting import faults
from workshop_app.domain.steps import Step

SIZES = [(1024, 720), (1366, 768), (1920, 1080)]


def place(widget, window):
    return QRect(widget.mapTo(window, QPoint()), widget.size())


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("page", "keys"),
    [
        ("list", ["Up", "Alt+P"]),
        ("sort", ["Alt+P"]),
        ("sort", ["Alt+M"]),
        ("choose", ["Alt+P"]),
        ("prepare", ["Ctrl+Z"]),
        ("solve", ["Ctrl+Z"]),
        ("appraise", ["Ctrl+Z"]),
    ],
)
def test_it_covers_nothing_of_the_page(desk, language, size, page, keys):
    one = desk(language, until=Step.CHOOSE, page=page, size=size)
    one.page.focus_start()
    one.window.toast("", undo=False)
    one.press(*keys)
    toast = one.window._toast
    assert toast.isVisible()
    shown = one.page
    assert not place(toast, one.window).intersects(place(shown, one.window))
    assert place(one.window.foot, one.window).contains(place(toast, one.window))
    assert faults(one.window) == []


def test_it_stays_whole_when_another_page_comes(desk):
    one = desk(page="sort", until=Step.LIST)
    one.page.focus_start()
    one.press("Alt+P")
    toast = one.window._toast
    for page in ("choose", "appraise", "list", "sort"):
        one.go(page)
        middle = toast.mapTo(one.window, toast.rect().center())
        found = one.window.childAt(middle)
        assert found is toast or toast.isAncestorOf(found)


def test_it_does_not_lie_over_what_has_the_keyboard(desk):
    one = desk(page="list", until=Step.LIST)
    one.window.foot.findChildren(type(one.window._toast._button))[0].setFocus()
    one.window.toast("済みました")
    assert not one.window.foot.isAncestorOf(one.window._toast)


def test_a_sentence_too_long_for_the_bar_is_said_whole_elsewhere(desk):
    one = desk(page="list", until=Step.LIST)
    one.page.focus_start()
    one.window.toast("とても長い一文です。" * 30)
    assert not one.window.foot.isAncestorOf(one.window._toast)
    assert faults(one.window) == []
