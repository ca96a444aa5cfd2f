"""The audience's view follows the focus of a page through signals, without polling."""

import random
import string

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from tests.helpers.audience_watch import stale_focus
from workshop_app.domain.steps import Step
from workshop_app.services.commands.problems import AddProblems

FINGERS = ("Up", "Down", "Left", "Right", "Tab", "Return", "Esc", "Home", "End", "PgUp", "PgDown",
           "Space", "A", "1", "/", "F2", "Del", "Ctrl+Return")  # fmt: skip
WITH_ALT = tuple(f"Alt+{letter}" for letter in (*string.ascii_uppercase, *string.digits))


def test_a_page_that_does_not_say_what_is_in_front_is_found(stage):
    one = stage()
    one.go("list")
    page = one.window.page_stack.page
    first, *_, last = one.desk.state.listed
    one.window.page_stack.page.show_record(last.id)
    one.settle()
    page.rows.set_current(first.id)
    assert stale_focus(one.window.audience)
    page.audience_focus_changed.emit()
    assert stale_focus(one.window.audience) == ""
    one.settle()
    assert stale_focus(one.window.audience) == ""


def test_several_changes_are_shown_at_once(stage, qtbot):
    one = stage()
    one.go("list")
    shown = []
    audience = one.audience
    show = audience.show_view
    audience.show_view = lambda *view: (shown.append(view), show(*view))
    for words in ("一つ", "二つ", "三つ"):
        one.window.session.execute(AddProblems((words,)))
    assert shown == []
    qtbot.waitUntil(lambda: "三つ" in one.all_pages())
    assert len(shown) == 1


@pytest.mark.parametrize("step", [step.value for step in Step])
def test_whatever_key_is_pressed_the_audience_sees_what_is_in_front(stage, step, private):
    one = stage()
    one.window.set_private(private)
    one.go(step)
    chance = random.Random(f"{step} {private}")
    for _ in range(40):
        key = chance.choice((chance.choice(WITH_ALT), chance.choice(FINGERS)))
        combination = QKeySequence(key)[0]
        QTest.keyClick(one.desk.focus, combination.key(), combination.keyboardModifiers())
        one.settle()
        if one.window.page_name != step:
            one.go(step)
