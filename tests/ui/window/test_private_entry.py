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
from ui.widgets.painted_button import PaintedButton
from ui.widgets.text import Text
from ui.window.private_question import PrivateQuestion
from workshop_app.i18n import set_language, tr
from workshop_app.settings import Settings

LANGUAGES = pytest.mark.parametrize("words", ["ja", "en"])


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


def click(desk, words):
    """Click the visible button with this text."""
    buttons = desk.window.findChildren(PaintedButton)
    (button,) = [one for one in buttons if one.isVisible() and one.text() == words]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()


@LANGUAGES
def test_by_keys_three_steps_lead_in_and_nothing_private_is_there_before_the_last(at, words):
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


@LANGUAGES
@pytest.mark.parametrize("page", ["start", "solve"])
def test_by_mouse_the_same_steps_lead_in(at, words, page):
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


def test_the_same_key_twice_or_thrice_changes_nothing(at):
    desk = at()
    desk.press("Ctrl+Shift+P", "Ctrl+Shift+P", "Ctrl+Shift+P")
    assert asking(desk)
    assert not desk.window.private
    assert not desk.window.black_overlay.isVisible()


@LANGUAGES
def test_escape_or_the_mouse_stay_where_one_was(at, words):
    desk = at(words)
    page = desk.page
    desk.press("Ctrl+Shift+P", "Escape")
    assert desk.page is page
    desk.press("Ctrl+Shift+P")
    click(desk, tr("private.stay"))
    assert desk.page is page
    for leave in (lambda: desk.press("Escape"), lambda: click(desk, tr("private.leave.back"))):
        desk.press("Ctrl+Shift+P", "Return")
        leave()
        assert not desk.window.black_overlay.isVisible()
        assert desk.page is page
    assert not desk.window.private


def test_over_black_only_the_shown_keys_and_those_of_black_do_anything(at):
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


def test_whoever_says_that_nothing_is_projected_is_asked_once(at):
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


def test_ticked_by_mouse_and_not_confirmed_asks_again(at):
    desk = at()
    desk.press("Ctrl+Shift+P")
    QTest.mouseClick(desk.page._alone, Qt.MouseButton.LeftButton)
    desk.press("Escape", "Ctrl+Shift+P")
    assert asking(desk)
    assert not desk.page.nothing_projected


def test_after_a_display_is_connected_it_asks_again(qtbot, at):
    desk = at()
    stage = Stage(desk.window, LAPTOP)
    desk.press("Ctrl+Shift+P")
    QTest.mouseClick(desk.page._alone, Qt.MouseButton.LeftButton)
    click(desk, tr("private.enter"))
    desk.press("Escape")
    assert not desk.window.private
    stage.plug(LAPTOP)  # mirrored displays are reported as one
    desk.press("Ctrl+Shift+P")
    assert asking(desk)


def test_with_a_display_for_the_audience_one_step_suffices(at):
    desk = at()
    stage = Stage(desk.window, LAPTOP, PROJECTOR)
    stage.press("Ctrl+Shift+P")
    assert desk.window.private
    assert not desk.window.black_overlay.isVisible()


def test_a_second_display_that_is_plugged_in_over_black_ends_the_way(at):
    desk = at()
    stage = Stage(desk.window, LAPTOP)
    desk.press("Ctrl+Shift+P", "Return")
    stage.plug(LAPTOP, PROJECTOR)
    assert not desk.window.black_overlay.isVisible()
    assert not desk.window.private
    assert desk.window.audience.override == "black"


def test_the_words_are_the_same_whatever_is_stored(at, desk):
    shown = []
    for make in (at, lambda: desk(empty=True, page="start")):
        one = make()
        one.press("Ctrl+Shift+P")
        labels = one.page.findChildren(Text)
        buttons = one.page.findChildren(PaintedButton)
        shown.append([part.text() for part in (*labels, *buttons)])
    assert shown[0] == shown[1]
    assert tr("private.kind.names") in shown[0]


def test_what_the_room_reads_stays(at):
    desk = at()
    problem = desk.page.head.problem.text()
    desk.press("Ctrl+Shift+P")
    assert desk.page._head.text() == problem


@LANGUAGES
@pytest.mark.parametrize("size", [(1366, 768), (1024, 700), (1920, 1080)])
def test_it_fits_and_every_control_can_be_used(at, words, size):
    desk = at(words, size=size)
    desk.press("Ctrl+Shift+P")
    assert faults(desk.window) == []
    assert wrong(desk.window) == []
    desk.press("Return")
    assert wrong(desk.window) == []


@LANGUAGES
def test_a_click_on_the_line_leads_back_from_black_by_mouse_and_nowhere_else(at, words):
    desk = at(words)
    desk.press("F12")
    black = desk.window.black_overlay
    assert black.isVisible()
    QTest.mouseClick(black, Qt.MouseButton.LeftButton, pos=black.rect().center())
    assert black.isVisible()
    QTest.mouseClick(black, Qt.MouseButton.LeftButton, pos=black.line_box().center().toPoint())
    assert not black.isVisible()
