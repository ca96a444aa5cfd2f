"""The lines of Prepare about a list that has arrived and an agenda that is too long."""

import pytest
from PySide6.QtCore import QPoint

from tests.helpers.fitting import faults
from ui.widgets.action_button import ActionButton
from workshop_app.domain.agenda import TEMPLATES, plan_of
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.workshops import EditCustomer, EditWorkshop

SIZES = [(1024, 700), (1366, 768)]
LOW = 720  # px; lower windows show one line


@pytest.fixture
def prepare(desk):
    def opened(start="", end="", **options):
        one = desk(page="", **options)
        for field, value in (("start_time", start), ("end_time", end)):
            if value:
                one.do(EditWorkshop(one.state.workshop.id, field, value))
        one.go("prepare")
        return one

    return opened


@pytest.mark.parametrize("words", ["ja", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_one_click_from_the_first_part_leads_to_the_received_list(prepare, words, size):
    desk = prepare(words=words, size=size)
    assert tr("prepare.hint.list") in desk.seen()
    assert faults(desk.window) == []
    desk.click(tr("prepare.hint.to_list"))
    assert desk.page.section.NAME == "advance"
    assert tr("prepare.advance_paste") in desk.seen()
    assert tr("prepare.hint.list") not in desk.seen()


def test_a_received_list_is_not_requested_once_there_are_problems(prepare):
    desk = prepare()
    desk.do(AddProblem("アラートが多すぎる"))
    assert tr("prepare.hint.list") not in desk.seen()


@pytest.mark.every_value
@pytest.mark.parametrize("words", ["ja", "en"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("part", ["basics", "people", "agenda"])
def test_an_agenda_that_is_too_long_is_fitted_by_one_click(prepare, words, size, part):
    desk = prepare("14:00", "15:00", words=words, size=size)
    desk.page.show_section(part)
    before = plan_of(desk.state.agenda)
    assert tr("prepare.hint.too_long", n=120, planned=60) in desk.seen()
    assert faults(desk.window) == []
    desk.click(tr("prepare.hint.fit", n=60))
    assert plan_of(desk.state.agenda) == TEMPLATES[60]
    assert tr("prepare.hint.too_long", n=120, planned=60) not in desk.seen()
    desk.press("Ctrl+Z")
    assert plan_of(desk.state.agenda) == before


def test_the_key_fits_it_to_a_time_for_which_there_is_no_plan(prepare):
    desk = prepare("14:00", "15:40")
    desk.press("Alt+Y")
    plan = plan_of(desk.state.agenda)
    assert sum(plan.values()) == 100
    assert plan[Step.WRAP_UP] >= 5


@pytest.mark.parametrize("times", [("", ""), ("14:00", ""), ("14:00", "16:00"), ("14:00", "13:00")])
def test_an_agenda_that_fits_or_cannot_be_compared_is_left_alone(prepare, times):
    desk = prepare(*times)
    assert not desk.page.hints._too_long_line.isVisible()


@pytest.mark.parametrize("words", ["ja", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_the_way_to_the_received_list_stays_where_it_is_when_other_lines_come_and_go(
    prepare, words, size
):
    desk = prepare(words=words, size=size)
    workshop, customer = desk.state.workshop.id, desk.state.customer.id

    def place():
        desk.settle()
        (button,) = (
            each
            for each in desk.page.findChildren(ActionButton)
            if each.text() == tr("prepare.hint.to_list")
        )
        return button.mapTo(desk.window, QPoint()) if button.isVisible() else None

    desk.do(EditCustomer(customer, "name", ""))
    before = place()
    assert before is not None
    only_one = size[1] < LOW  # the line on too many minutes takes its place
    assert desk.page.intro.isVisible()
    for command in (
        EditWorkshop(workshop, "start_time", "14:00"),
        EditWorkshop(workshop, "end_time", "15:00"),
        EditCustomer(customer, "name", "架空物流"),
        EditWorkshop(workshop, "end_time", "16:00"),
    ):
        desk.do(command)
        assert place() in ((before, None) if only_one else (before,))
        assert faults(desk.window) == []
