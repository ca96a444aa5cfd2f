"""The numbers of keys for the most frequent actions, excluding typed text."""

import pytest

from tests.helpers.desks import desks
from tests.helpers.played import played_session
from workshop_app.domain.steps import Step
from workshop_app.i18n import set_language
from workshop_app.settings import Settings


@pytest.fixture
def at(qtbot, tmp_path):
    """Makes a desk at a step of the sample, completed up to it."""
    with desks(qtbot) as made:

        def make(step: Step, until: Step | None):
            set_language("ja")
            session = played_session(tmp_path / "a.db", "ja", until)
            return made.seat(session, Settings(language="ja"), page=step.value)

        yield make


def test_a_problem_is_added_with_one_key(at):
    desk = at(Step.LIST, Step.LIST)
    before = len(desk.state.listed)
    desk.write("夜の通知が多い")
    desk.press("Return")
    assert len(desk.state.listed) == before + 1


def test_two_problems_are_merged_with_four_keys(at):
    desk = at(Step.SORT, Step.LIST)
    before = len(desk.state.listed)
    desk.press("Space", "Down", "Space", "M")
    assert len(desk.state.listed) == before - 1


def test_an_answer_is_chosen_with_one_key(at):
    desk = at(Step.SOLVE, Step.CHOOSE)
    before = len(desk.state.cards)
    desk.press("Alt+1")
    assert len(desk.state.cards) == before + 1


def test_one_key_makes_the_screen_black_outside_a_field(at):
    desk = at(Step.SORT, Step.LIST)
    desk.press("B")
    assert desk.window.covered


def test_one_key_makes_the_screen_black_while_typing(at):
    desk = at(Step.LIST, Step.LIST)
    desk.write("夜の通知")
    desk.press("F12")
    assert desk.window.covered
    desk.press("F12")
    assert not desk.window.covered
    assert desk.page.entry.text() == "夜の通知"


@pytest.mark.parametrize(
    ("key", "done"),
    [
        ("F11", lambda desk: desk.window.frozen),
        ("F3", lambda desk: desk.window.timer.running),
        ("Ctrl+B", lambda desk: desk.window.covered),
    ],
)
def test_one_key_freezes_starts_the_timer_or_begins_a_break(at, key, done):
    desk = at(Step.LIST, Step.LIST)
    desk.write("夜の通知")
    desk.press(key)
    assert done(desk)
