"""Entering private mode: a question, black, and only then the private data."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.helpers.canaries import CANARY, canary_session
from tests.helpers.controls import wrong
from tests.helpers.desks import desks
from tests.helpers.fitting import faults
from tests.helpers.texts import texts_of
from tests.helpers.two_displays import LAPTOP, PROJECTOR, Stage
from ui.rows.view import RowsView
from ui.widgets.long_text import LongText
from ui.widgets.painted_button import PaintedButton
from ui.widgets.text import Text
from ui.window.private_question import PrivateQuestion
from workshop_app.i18n import set_language, tr
from workshop_app.settings import Settings


@pytest.fixture
def at(qtbot, tmp_path):
    """Makes a desk on a store with canaries in all private data."""
    with desks(qtbot) as made:

        def make(words="ja", size=(1366, 768), page="solve"):
            set_language(words)
            folder = str(tmp_path / f"{CANARY}-papers")
            settings = Settings(language=words, export_folder=folder)
            return made.seat(canary_session(tmp_path, words), settings, size=size, page=page)

        yield make


def asking(desk):
    return isinstance(desk.window.page_stack.page, PrivateQuestion)


def canaries(desk):
    desk.settle()
    return [text for text in texts_of(desk.window) if CANARY in text]


def centre_of(desk, words):
    """Return the centre of the visible button with this text, in the window."""
    buttons = desk.window.findChildren(PaintedButton)
    (button,) = [one for one in buttons if one.isVisible() and one.text() == words]
    return button.mapTo(desk.window, button.rect().center())


def click(desk, words):
    """Click the visible button with this text."""
    handle = desk.window.windowHandle()
    desk.tap(handle, centre_of(desk, words))


def click_line(desk):
    """Click where the ordinary black screen says how to go back."""
    black = desk.window.black_overlay
    desk.tap(
        desk.window.windowHandle(), black.mapTo(desk.window, black.line_box().center().toPoint())
    )


def test_three_keys_enter_private_mode_and_show_nothing_private_before_the_last(at, words):
    desk = at(words)
    desk.press("Ctrl+Shift+P")
    assert asking(desk)
    assert canaries(desk) == []
    desk.press("Return")
    assert desk.window.black_overlay.isVisible()
    assert not desk.window.private
    assert canaries(desk) == []
    desk.press("Ctrl+Shift+P")
    assert desk.window.private
    assert not desk.window.black_overlay.isVisible()
    assert desk.window.page_name == "solve"
    assert canaries(desk)


@pytest.mark.parametrize("page", ["start", "solve"])
def test_three_clicks_enter_private_mode(at, words, page):
    desk = at(words, page=page)
    if page == "start":
        click(desk, tr("start.others_private"))
    else:
        desk.window.request_private()
        desk.settle()
    assert asking(desk)
    click(desk, tr("private.black"))
    assert desk.window.black_overlay.isVisible()
    assert canaries(desk) == []
    click(desk, tr("private.leave.on"))
    assert desk.window.private
    assert not desk.window.black_overlay.isVisible()
    assert desk.window.page_name == page


@pytest.mark.every_value
def test_no_habit_of_the_mouse_enters_private_mode(at, words, size):
    desk = at(words, size=size)
    desk.press("Ctrl+Shift+P")
    made_black = centre_of(desk, tr("private.black"))
    handle = desk.window.windowHandle()
    QTest.mouseDClick(handle, Qt.MouseButton.LeftButton, pos=made_black)
    for place in (made_black, desk.window.rect().center()):
        desk.tap(handle, place)
        assert desk.window.black_overlay.isVisible()
        assert not desk.window.private
    click_line(desk)
    assert not desk.window.black_overlay.isVisible()
    assert not desk.window.private


def test_repeating_the_key_does_not_enter_private_mode(at):
    desk = at()
    desk.press("Ctrl+Shift+P", "Ctrl+Shift+P", "Ctrl+Shift+P")
    assert asking(desk)
    assert not desk.window.private
    assert not desk.window.black_overlay.isVisible()


def test_cancelling_by_escape_or_mouse_returns_to_the_page(at, words):
    desk = at(words)
    page = desk.page
    desk.press("Ctrl+Shift+P", "Escape")
    assert desk.page is page
    desk.press("Ctrl+Shift+P")
    click(desk, tr("private.stay"))
    assert desk.page is page
    for leave in (lambda: desk.press("Escape"), lambda: click_line(desk)):
        desk.press("Ctrl+Shift+P", "Return")
        leave()
        assert not desk.window.black_overlay.isVisible()
        assert desk.page is page
    assert not desk.window.private


def test_on_the_black_screen_only_the_shown_keys_work(at):
    desk = at()
    desk.press("Ctrl+Shift+P", "Return")
    desk.press("Return", "Space", "F", "Ctrl+8", "Ctrl+K", "Tab")
    assert desk.window.black_overlay.isVisible()
    assert not desk.window.private
    desk.press("B")
    assert not desk.window.black_overlay.isVisible()
    assert not desk.window.private
    desk.page.setFocus()
    desk.press("B", "Ctrl+Shift+P")
    assert desk.window.black_overlay.isVisible(), "plain black knows only its own keys"
    assert not desk.window.private


def test_after_nothing_is_projected_is_confirmed_it_is_not_asked_again(at):
    desk = at()
    desk.press("Ctrl+Shift+P", "Tab")
    while desk.focus is not desk.page._alone:
        desk.press("Tab")
    desk.press("Space")
    click(desk, tr("private.enter"))
    assert desk.window.private
    assert not desk.window.black_overlay.isVisible()
    desk.press("Ctrl+Shift+P", "Ctrl+Shift+P")
    assert desk.window.private


def test_ticking_without_confirming_asks_again(at):
    desk = at()
    desk.press("Ctrl+Shift+P")
    desk.tap(desk.page._alone)
    desk.press("Escape", "Ctrl+Shift+P")
    assert asking(desk)
    assert not desk.page.nothing_projected


def test_connecting_a_display_asks_again(qtbot, at):
    desk = at()
    stage = Stage(desk.window, LAPTOP)
    desk.press("Ctrl+Shift+P")
    desk.tap(desk.page._alone)
    click(desk, tr("private.enter"))
    desk.press("Escape")
    assert not desk.window.private
    stage.plug(LAPTOP)  # mirrored displays are reported as one
    desk.press("Ctrl+Shift+P")
    assert asking(desk)


def test_with_an_audience_display_one_key_enters_private_mode(at):
    desk = at()
    stage = Stage(desk.window, LAPTOP, PROJECTOR)
    stage.press("Ctrl+Shift+P")
    assert desk.window.private
    assert not desk.window.black_overlay.isVisible()


def test_connecting_a_second_display_on_the_black_screen_cancels(at):
    desk = at()
    stage = Stage(desk.window, LAPTOP)
    desk.press("Ctrl+Shift+P", "Return")
    stage.plug(LAPTOP, PROJECTOR)
    assert not desk.window.black_overlay.isVisible()
    assert not desk.window.private
    assert desk.window.audience.override == "black"


def test_the_question_does_not_depend_on_the_records(at, desk):
    shown = []
    for make in (at, lambda: desk(empty=True, page="start")):
        one = make()
        one.press("Ctrl+Shift+P")
        labels = [part for part in one.page.findChildren(Text) if not isinstance(part, LongText)]
        buttons = one.page.findChildren(PaintedButton)
        rows = [row.name for view in one.page.findChildren(RowsView) for row in view.rows]
        shown.append([*(part.text() for part in (*labels, *buttons)), *rows])
    assert shown[0] == shown[1]
    assert any(tr("private.kind.names") in each for each in shown[0])


def test_the_audience_view_is_unchanged_while_asking(at):
    desk = at()
    problem = desk.page.head.problem.text()
    desk.press("Ctrl+Shift+P")
    assert desk.page._head.text() == problem


@pytest.mark.every_value
@pytest.mark.parametrize("size", [(1366, 768), (1024, 700), (1920, 1080)])
def test_the_question_fits_and_its_controls_are_accessible(at, words, size):
    desk = at(words, size=size)
    desk.press("Ctrl+Shift+P")
    assert faults(desk.window) == []
    assert wrong(desk.window) == []
    desk.press("Return")
    assert wrong(desk.window) == []


def test_on_the_black_screen_only_a_click_on_the_line_returns(at, words):
    desk = at(words)
    desk.press("F12")
    black = desk.window.black_overlay
    assert black.isVisible()
    desk.tap(black, black.rect().center())
    assert black.isVisible()
    desk.tap(black, black.line_box().center().toPoint())
    assert not black.isVisible()


@pytest.mark.parametrize("page", ["list", "solve"])
def test_after_black_by_mouse_the_field_has_the_focus_again(at, page):
    desk = at(page=page)
    field = desk.focus
    for _ in range(2):
        click(desk, desk.window.bar.audience_status.black.text())
        assert desk.window.black_overlay.isVisible()
        click_line(desk)
        assert desk.focus is field


def test_enter_does_what_its_button_says_after_a_click_on_the_switch(at, words):
    desk = at(words)
    desk.press("Ctrl+Shift+P")
    click(desk, tr("private.alone"))
    assert tr("private.enter") in desk.seen()
    desk.press("Return")
    assert desk.window.private
