"""Prepare begins with its lines whenever one comes back to it."""

import pytest

from ui.rows.cells import Number
from workshop_app.i18n import tr
from workshop_app.services.commands.participants import AddParticipant


@pytest.mark.parametrize("section", ["opening", "people"])
def test_prepare_shows_its_lines_whenever_one_comes_back(desk, section):
    desk = desk(page="prepare")
    desk.do(AddParticipant("青木"))
    desk.page.show_section(section)
    desk.go("list")
    desk.go("prepare")
    assert desk.page.section.NAME == "lines"


def test_another_mode_keeps_the_section(desk):
    desk = desk(page="prepare")
    desk.do(AddParticipant("青木"))
    desk.page.show_section("people")
    desk.set_private(True)
    assert desk.page.section.NAME == "people"


def test_the_agenda_has_the_numbers_of_the_rail(desk, language):
    desk = desk(language, page="prepare")
    desk.page.show_section("opening")
    rows = desk.page.section.course.rows()
    numbers = [cell.text for row in rows for cell in row.before if isinstance(cell, Number)]
    assert numbers == ["2", "3", "4", "5", "6", "7", "8"]
    assert rows[0].text == tr("opening.step.context")
