"""The facilitator's name: asked for once, kept for later workshops, and missed on the papers."""

import pytest
from PySide6.QtCore import QPoint

from tests.helpers.fitting import faults
from ui.components.places import FACILITATOR
from ui.theme.theme import theme
from workshop_app import settings
from workshop_app.i18n import tr
from workshop_app.paths import settings_path


def test_a_first_name_is_asked_for_and_kept_for_later_workshops(desk, language, size):
    one = desk(language, page="prepare", size=size)
    assert tr("prepare.your_name") in one.seen()
    assert faults(one.window) == []
    one.click(tr("prepare.your_name"))
    lines = one.page.lines
    assert one.focus is lines.facilitator.field
    assert faults(one.window) == []
    one.write("三谷 恵")
    one.press("Return")
    assert one.state.workshop.facilitator == "三谷 恵"
    assert tr("prepare.your_name") not in one.seen()
    assert settings.load(settings_path()).facilitator == "三谷 恵"
    assert not lines.remember.isVisible()
    one.window.new_workshop()
    one.settle()
    assert one.state.workshop.facilitator == "三谷 恵"


def test_another_name_is_for_this_workshop_unless_one_click_keeps_it(desk):
    one = desk("ja", page="prepare")
    one.window.save_setting(facilitator="三谷 恵")
    one.window.new_workshop()
    one.settle()
    one.page.show_location(FACILITATOR)
    one.press("Ctrl+A")
    one.write("青木 健")
    one.click(tr("prepare.remember"))
    assert one.state.workshop.facilitator == "青木 健"
    assert one.window.settings.facilitator == "青木 健"
    assert tr("prepare.remembered", name="青木 健") in one.seen()
    assert not one.page.lines.remember.isVisible()


def test_papers_without_a_name_say_so_and_lead_to_it(desk, language):
    one = desk(language, page="", size=(1024, 700))
    one.go("wrap_up").show_section("papers")
    assert tr("wrap_up.papers.no_facilitator") in one.seen()
    one.click(tr("keys.hand_outs.facilitator"))
    assert one.window.page_name == "prepare"
    assert one.focus is one.page.lines.facilitator.field
    one.write("三谷 恵")
    one.press("Return")
    one.go("wrap_up").show_section("papers")
    assert tr("wrap_up.papers.no_facilitator") not in one.seen()
    assert tr("keys.hand_outs.facilitator") not in one.seen()


def test_papers_without_a_contact_say_so_and_lead_to_it(desk, language):
    one = desk(language, sample=True, page="", size=(1024, 700))
    one.go("wrap_up").show_section("papers")
    assert tr("wrap_up.papers.no_contact") in one.seen()
    one.click(tr("keys.hand_outs.contact"))
    assert one.window.page_name == "paper_look"
    assert one.focus is one.page.contact.field
    one.write("cre@example.com")
    one.press("Escape")
    assert one.window.page_name == "wrap_up"
    assert tr("wrap_up.papers.no_contact") not in one.seen()
    assert tr("wrap_up.papers.no_facilitator") not in one.seen()


@pytest.mark.parametrize("by_click", [False, True])
@pytest.mark.parametrize("name", [FACILITATOR, "background"])
def test_all_lines_are_in_view_after_a_line_is_saved(desk, size, by_click, name):
    one = desk(sample=True, page="prepare", size=size)
    one.page.show_location(name)
    one.settle()
    one.press("Ctrl+A")
    one.write("青木 健")
    if by_click:
        one.click(tr("widgets.editor.save"))
    else:
        one.press("Return")
    one.settle()
    for line in one.page.lines.in_order:
        assert line.visibleRegion().boundingRect() == line.rect()


def test_a_name_in_the_sample_is_not_kept(desk):
    one = desk("ja", page="prepare")
    one.window.open_sample()
    one.settle()
    one.go("prepare")
    one.page.show_location(FACILITATOR)
    one.press("Ctrl+A")
    one.write("青木 健")
    one.press("Return")
    assert one.state.workshop.facilitator == "青木 健"
    assert one.window.settings.facilitator == ""


def test_after_a_saved_name_the_keyboard_is_on_the_next_empty_line(desk, language):
    one = desk(language, page="prepare")
    line = one.page.lines.name
    line.edit()
    one.write("高橋 真理")
    one.press("Return")
    assert one.focus is one.page.lines.background.words
    line.edit()
    one.press("Escape")
    assert one.focus is line.words
    line = one.page.lines.background
    high = line.height()
    line.words.click()
    one.settle()
    assert one.focus is line.form.fields["architecture"].field
    field = line.form.fields["architecture"]
    right = field.mapTo(one.page, QPoint(field.width(), 0)).x()
    assert right == one.page.width() - theme().metrics.margin
    one.write("EC サイト")
    one.press("Return")
    assert one.focus is line.words
    assert line.height() < 2 * high
