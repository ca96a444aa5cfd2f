"""The head of a page about one problem, with the strip and very long words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.widgets.long_text import LongText
from ui.widgets.problem_head import ProblemHead
from ui.widgets.problem_tabs import ProblemTab

LONG = "とても長い課題の文です。" * 170
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def head(show):
    one = ProblemHead("選んだ課題")
    one.show_problem("課題 1", LONG)
    one.set_tabs("選んだ課題", [ProblemTab("a", "1"), ProblemTab("b", "2")], "a", "すべて")
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
    assert text.height() >= text.needed_size().height()
    seen = []
    for _ in range(text.pages):
        seen.append(text.page)
        text.turn()
    assert seen == list(range(text.pages))
    assert text.page == 0


def test_another_text_begins_at_its_beginning(text):
    text.set_text(LONG)
    QApplication.processEvents()
    text.turn()
    text.set_text(LONG + "!")
    assert text.page == 0


def test_the_keys_go_from_problem_to_problem_and_turn_long_words(head, qtbot):
    went, asked = [], []
    head.problem_requested.connect(went.append)
    head.wording_requested.connect(lambda: asked.append("wording"))
    head.switch_requested.connect(lambda: asked.append("all"))
    window = head.window_shown
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_W, Qt.Key.Key_L):
        qtbot.keyClick(window, key, ALT)
    assert went == ["b"]
    assert head.problem.page == 1
    assert asked == ["wording", "all"]


def test_while_it_is_reworded_the_large_words_make_room(head):
    head.show_words(False)
    QApplication.processEvents()
    assert not head.problem.isVisible()
    head.show_words(True)
    assert head.problem.isVisible()
