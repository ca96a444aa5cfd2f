"""The head of a page about one problem, with the tabs and very long texts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.helpers.needed_size import needed_size
from tests.helpers.painted import misplaced, painted_texts
from ui.widgets.check_group import Option
from ui.widgets.key_action import KeyAction
from ui.widgets.long_text import LongText
from ui.widgets.problem_head import ProblemHead

LONG = "とても長い課題の文です。" * 170
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def head(show, qapp):
    asked = []
    wording = KeyAction("Alt+W", lambda: asked.append("wording"), qapp, text="言い方")
    switch = KeyAction("Alt+L", lambda: asked.append("all"), qapp, text="すべて")
    one = ProblemHead("選んだ課題", [wording], switch)
    one.asked = asked
    one.show_problem(1, "5 票", LONG)
    tabs = [Option("a", "1"), Option("b", "2")]
    one.set_tabs("選んだ課題", tabs, "a", with_switch=True)
    one.window_shown = show(one)
    return one


@pytest.fixture
def text(show):
    one = LongText("problem", 3)
    one.window_shown = show(one)
    return one


def test_a_short_text_is_one_page(text):
    text.set_text("短い課題")
    assert (text.pages, text.page) == (1, 0)
    text.turn()
    assert text.page == 0


def test_the_pages_of_a_long_text_follow_one_another(text):
    text.set_text(LONG)
    QApplication.processEvents()
    assert text.pages > 5
    assert text.height() >= needed_size(text).height()
    seen = []
    for _ in range(text.pages):
        seen.append(text.page)
        text.turn()
    assert seen == list(range(text.pages))
    assert text.page == 0


def test_an_ellipsis_shows_that_more_follows_except_on_the_last_page(text):
    text.set_text(LONG)
    QApplication.processEvents()
    ends = []
    for _ in range(text.pages):
        ends.append([each.words for each in painted_texts(text.window_shown)].count("…"))
        text.turn()
    assert ends == [1] * (text.pages - 1) + [0]
    assert not misplaced(text.window_shown)


def test_another_text_begins_at_its_beginning(text):
    text.set_text(LONG)
    QApplication.processEvents()
    text.turn()
    text.set_text(LONG + "!")
    assert text.page == 0


def test_its_buttons_do_their_actions_and_long_words_are_turned(head, qtbot):
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_W, Qt.Key.Key_L):
        qtbot.keyClick(head.window_shown, key, ALT)
    assert head.problem.page == 1
    assert head.asked == ["wording", "all"]


def test_it_goes_from_problem_to_problem_and_stays_at_the_ends(head):
    requested = []
    head.problem_requested.connect(requested.append)
    assert not head.step(-1)
    assert head.step(1)
    assert not head.step(1)
    assert requested == ["b"]


def test_without_other_problems_there_is_no_button_for_them(head, qtbot):
    head.set_tabs("選んだ課題", [Option("a", "1")], "a")
    qtbot.keyClick(head.window_shown, Qt.Key.Key_L, ALT)
    assert head.asked == []


def test_while_it_is_reworded_the_large_words_make_room(head):
    head.show_words(False)
    QApplication.processEvents()
    assert not head.problem.isVisible()
    head.show_words(True)
    assert head.problem.isVisible()
