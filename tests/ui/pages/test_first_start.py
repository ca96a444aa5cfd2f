"""The start page without records: a new workshop, the rehearsal, and the overview picture."""

import pytest

from tests.helpers.controls import wrong
from tests.helpers.fitting import faults
from ui.components.steps_picture import StepsPicture
from ui.pages.start.first_view import FirstView
from ui.theme.theme import theme
from ui.widgets.painted_button import PaintedButton
from workshop_app.domain.steps import Step
from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import tr

SIZES = [(1024, 660), (1024, 700), (1366, 768), (1920, 1080)]


def button(desk, words):
    """The visible button with this text."""
    buttons = desk.window.findChildren(PaintedButton)
    (found,) = [one for one in buttons if one.isVisible() and one.text() == words]
    return found


def test_enter_begins_the_rehearsal_and_nothing_is_stored(start, words):
    desk = start(words=words)
    assert isinstance(desk.page.view, FirstView)
    assert desk.focus is desk.page.view.start_button
    own = desk.session
    desk.press("Return")
    assert desk.window.in_sample
    assert desk.window.coach.on
    assert desk.window.page_name == "prepare"
    desk.go("start")
    desk.press("Ctrl+O")
    assert desk.session is own
    assert not own.store.all(Workshop)
    assert isinstance(desk.page.view, FirstView)


def test_by_mouse_the_rehearsal_or_a_new_workshop_begins(start, words):
    desk = start(words=words)
    desk.tap(button(desk, tr("start.first.rehearse")))
    assert desk.window.coach.on
    desk.window.leave_sample()
    desk.settle()
    desk.tap(button(desk, tr("start.new.do")))
    assert not desk.window.in_sample
    assert not desk.window.coach.on
    assert desk.window.page_name == "prepare"


@pytest.mark.parametrize("size", SIZES)
def test_the_rehearsal_is_the_first_button_and_the_only_filled_one(start, words, size):
    desk = start(words=words, size=size)
    new = button(desk, tr("start.new.do"))
    rehearse = button(desk, tr("start.first.rehearse"))
    assert new.height() == rehearse.height()
    assert (rehearse.kind, new.kind) == ("primary", "secondary")
    sheets = [each.parentWidget() for each in (new, rehearse)]
    assert sheets[0].size() == sheets[1].size()
    assert sheets[0].y() == sheets[1].y()


def test_by_mouse_the_sample_is_opened_from_its_word(desk, words):
    one = desk(page="start", words=words)
    one.click(tr("start.sample.title"))
    assert one.window.in_sample


def test_with_a_workshop_of_one_s_own_the_page_is_the_usual_one(start):
    desk = start()
    desk.press("Ctrl+N")
    desk.go("start")
    assert not isinstance(desk.page.view, FirstView)
    assert tr("start.sample.title") in desk.seen()
    assert start(("会", "客", 3)).page.view.findChildren(StepsPicture) == []


def test_the_screen_check_is_there_and_leads_back(start):
    desk = start()
    desk.press("Ctrl+T")
    assert tr("start.check.floor") in desk.seen()
    desk.press("Escape")
    assert tr("start.first.title") in desk.seen()


@pytest.mark.every_value
@pytest.mark.parametrize("size", SIZES)
def test_everything_fits_in_every_palette(start, words, size):
    desk = start(words=words, size=size)
    for palette in ("light", "dark", "contrast"):
        theme().set_name(palette)
        desk.settle()
        assert faults(desk.window) == []
    assert wrong(desk.window) == []
    desk.go("way")
    assert faults(desk.window) == []
    assert wrong(desk.window) == []


def test_in_large_text_the_steps_are_in_two_rows(start):
    desk = start(size=(1024, 768))
    height = desk.page.findChild(StepsPicture).height()
    desk.window.set_text_size(200)
    desk.settle()
    assert desk.page.findChild(StepsPicture).height() > height
    assert faults(desk.window) == []
    desk.window.set_text_size(100)


def test_help_has_the_same_picture_and_begins_the_rehearsal(start, words):
    desk = start(("会", "客", 3), words=words)
    desk.tap(desk.window.rail.items["way"])
    assert all(tr(f"steps.name.{step}") in desk.seen() for step in Step)
    desk.press("Escape")
    assert desk.window.page_name == "start"
    desk.go("way")
    desk.press("Ctrl+Return")
    assert desk.window.in_sample
    assert desk.window.coach.on
