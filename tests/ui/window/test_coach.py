"""The rehearsal's coach: a sentence per step, an outline around a real control, and leaving it."""

import pytest

from tests.helpers.fitting import faults
from ui.widgets.entry_line import EntryLine
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import AddProblem


@pytest.fixture
def rehearsal(desk):
    """Makes a desk in a rehearsal that has just started."""

    def make(words="ja", **options):
        one = desk(words, empty=True, page="start", **options)
        one.window.rehearse()
        one.settle()
        return one

    return make


def test_each_step_has_its_sentence_and_points_at_what_can_be_used(rehearsal, words):
    desk = rehearsal(words)
    for step in Step:
        assert desk.window.page_name == step.value
        assert desk.window.coach.banner.sentence == tr(f"coach.step.{step.value}")
        target = desk.window.coach.target
        assert target is not None, step
        assert target.isVisible()
        assert target.isEnabled()
        outline = desk.window.coach._outline
        assert outline.isVisible()
        inside = target.mapTo(desk.window, target.rect().center())
        assert outline.geometry().translated(outline.parentWidget().pos()).contains(inside)
        desk.press("Ctrl+PageDown")


def test_in_list_the_whole_line_is_outlined(rehearsal):
    desk = rehearsal()
    desk.go("list")
    assert isinstance(desk.window.coach.target, EntryLine)


def test_next_by_mouse_leads_through_all_steps_and_ends_with_the_last(rehearsal):
    desk = rehearsal()
    button, _close = desk.window.coach.banner.buttons
    for step in list(Step)[1:]:
        desk.tap(button)
        assert desk.window.page_name == step.value
    assert not button.isVisible()


@pytest.mark.parametrize("leave", ["key", "mouse"])
def test_it_can_be_left_and_stays_silent_in_this_rehearsal(rehearsal, leave):
    desk = rehearsal()
    if leave == "key":
        desk.press("Escape")
    else:
        close = desk.window.coach.banner.buttons[-1]
        desk.tap(close)
    desk.go("list")
    assert not desk.window.coach.banner.isVisible()
    assert not desk.window.coach._outline.isVisible()
    assert desk.window.in_sample, "the sample stays open"
    desk.window.leave_sample()
    desk.window.rehearse()
    assert desk.window.coach.on


def test_beside_the_steps_it_is_hidden_and_returns_afterwards(rehearsal):
    desk = rehearsal()
    desk.go("settings")
    assert not desk.window.coach.banner.isVisible()
    assert not desk.window.coach._outline.isVisible()
    desk.go("list")
    assert desk.window.coach.banner.isVisible()


def test_leaving_the_sample_ends_it(rehearsal):
    desk = rehearsal()
    desk.window.leave_sample()
    desk.settle()
    assert not desk.window.coach.on
    assert not desk.window.coach.banner.isVisible()


def test_over_a_still_picture_no_outline_is_drawn(rehearsal):
    desk = rehearsal()
    desk.go("list")
    desk.window.set_frozen(True)
    desk.settle()
    assert not desk.window.coach._outline.isVisible()
    desk.window.set_frozen(False)
    desk.settle()
    assert desk.window.coach._outline.isVisible()


def test_work_continues_during_a_rehearsal_also_in_private_mode(rehearsal):
    desk = rehearsal()
    desk.go("list")
    before = len(desk.state.problems)
    desk.do(AddProblem("リハーサルの課題"))
    assert len(desk.state.problems) == before + 1
    desk.set_private(True)
    assert desk.window.coach.banner.isVisible()
    desk.press("Escape")
    assert not desk.window.private, "Esc leaves private mode at once"
    assert desk.window.coach.on


def test_a_sample_opened_without_rehearsal_shows_no_instructions(desk):
    one = desk(empty=True, page="start")
    one.window.open_sample()
    one.settle()
    assert not one.window.coach.banner.isVisible()


@pytest.mark.every_value
def test_it_fits_in_every_step(rehearsal, words, size):
    desk = rehearsal(words, size=size)
    for step in Step:
        desk.go(step.value)
        assert faults(desk.window) == [], step
