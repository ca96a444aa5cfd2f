"""Sections of a page: built when first shown, with the workshop as it is and what was typed."""

import pytest

from workshop_app.i18n import tr
from workshop_app.services.commands.workshops import EditWorkshop


@pytest.fixture
def prepare(desk):
    return lambda **options: desk(sample=True, page="prepare", **options)


def test_a_section_is_built_when_it_is_shown_and_shows_the_current_workshop(prepare):
    one = prepare()
    assert tr("prepare.method_reason") not in one.everything()
    one.do(EditWorkshop(one.state.workshop.id, "method_reason", "展示会で聞いた"))
    one.show_section("method")
    assert tr("prepare.method_reason") in one.seen()
    assert "展示会で聞いた" in one.everything()


def test_another_workshop_shows_nothing_of_the_one_before_in_a_section_shown_earlier(prepare):
    one = prepare()
    one.show_section("people")
    (who, *_) = one.state.participants
    one.page.show_section("lines")
    one.session.close()
    one.press("Escape")
    one.go("start")
    one.press("Ctrl+N")
    one.go("prepare")
    assert one.state.participants == ()
    assert who.name not in one.everything()


def test_text_that_waits_in_a_section_not_shown_yet_is_named_before_an_export(prepare):
    one = prepare()
    one.page.show_location("people")
    one.settle()
    one.write("打ちかけの人")
    one.page.show_section("method")
    assert one.window.unentered() == (tr("prepare.section.people"),)
    one.window.set_private(True)
    one.go("prepare")
    assert one.window.unentered() == (tr("prepare.section.people"),)
    assert one.window.go_to_unentered()
    one.settle()
    assert one.focus is one.page.section.people.entry.field
    assert one.focus.text() == "打ちかけの人"
