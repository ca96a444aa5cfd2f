"""Esc leads from a place outside the steps to the previous page, without loops."""

import pytest

from ui.widgets.labelled_field import LabelledField
from ui.window.private_question import PrivateQuestion
from ui.window.return_links import ReturnLinks
from workshop_app.i18n import tr


def test_from_the_keys_one_comes_back_to_the_papers_and_from_these_to_the_step(desk):
    one = desk(sample=True, page="sort")
    one.press("Ctrl+E", "F1")
    assert one.window.page_name == "keys"
    one.press("Escape")
    assert one.window.page_name == "hand_outs"
    one.press("Escape")
    assert one.window.page_name == "sort"


def test_pages_before_they_are_written_lead_back_to_where_they_were_opened(desk, private):
    one = desk(sample=True, page="wrap_up", private=private)
    one.page.show_section("papers")
    one.press("Alt+V")
    assert one.window.page_name == "preview"
    one.press("Escape")
    assert one.window.page_name == "wrap_up"
    assert one.page.sections["papers"].isVisible()


def test_the_look_of_papers_leads_back_to_the_settings_and_on_to_the_step(desk):
    one = desk(sample=True, page="list")
    one.press("Ctrl+Comma", "Alt+1")
    assert one.window.page_name == "paper_look"
    one.press("Escape")
    assert one.window.page_name == "settings"
    one.press("Escape")
    assert one.window.page_name == "list"


def test_two_places_opened_from_each_other_lead_back_to_the_page_before(desk):
    one = desk(sample=True, page="solve")
    one.press("Ctrl+F", "Escape", "F1", "Ctrl+Comma", "F1", "Ctrl+Comma")
    for _ in range(3):
        one.press("Escape")
    assert one.window.page_name == "solve"


def test_at_first_going_back_leads_to_the_start_page():
    assert ReturnLinks().origin("keys").page == "start"


@pytest.mark.every_value
@pytest.mark.parametrize("by", ["key", "mouse"])
def test_the_keyboard_is_again_where_it_was_before_the_page_of_keys(desk, words, by):
    one = desk(words, sample=True, page="wrap_up")
    one.show_section("next_time")
    fields = one.page.sections["next_time"].findChildren(LabelledField)
    place = [each for each in fields if each.isVisible()][-1]
    place.field.setFocus()
    one.write("3F")
    at = place.field.textCursor().position()
    one.press("F1")
    assert one.window.page_name == "keys"
    if by == "key":
        one.press("Escape")
    else:
        one.click(tr("frame.back"))
    assert one.focus is place.field
    assert place.field.textCursor().position() == at


def test_the_question_before_private_mode_stands_after_the_page_of_keys(desk, words):
    one = desk(words, sample=True, page="wrap_up")
    one.press("Ctrl+Shift+P", "F1")
    assert one.window.page_name == "keys"
    one.press("Escape")
    assert isinstance(one.window.page_stack.page, PrivateQuestion)
    one.press("Return")
    assert one.window.black_overlay.isVisible()
    assert not one.window.private
