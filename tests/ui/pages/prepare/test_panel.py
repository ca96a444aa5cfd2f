"""Private mode: the panel next to the preparation."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.helpers.fitting import faults
from tests.helpers.list_rows import below
from ui.pages.prepare.private_panel import PreparePanel
from ui.theme.theme import theme
from ui.widgets.menu import window_menu
from workshop_app.domain.action import Action
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.actions import AddAction
from workshop_app.services.commands.participants import AddParticipant
from workshop_app.services.commands.workshops import CreateWorkshop, EditCustomer, UseCustomer

_LONG = "<b>長い</b>" * 60


@pytest.fixture
def at(desk):
    def make(language="ja", **options):
        return desk(language, **{"page": "prepare", "private": True, **options})

    return make


def second_time(desk):
    """Use the workshop as the previous one, with two actions; opens the next one."""
    customer = desk.state.customer.id
    desk.do(EditCustomer(customer, "name", "株式会社れんこん"))
    person = desk.do(AddParticipant("青木 健"))
    first = desk.do(AddAction("ポートを見る", owner_id=person, due="2026-01-15"))
    desk.do(AddAction(_LONG, owner_name="三谷"))
    made = desk.do(CreateWorkshop("第2回", "2099-01-01T10:00:00", date="2099-01-01"))
    desk.window.open_workshop(made)
    desk.do(UseCustomer(customer))
    desk.go("prepare")
    return first


def panel(desk):
    return desk.page._panel


def test_actions_of_last_time_are_answered_with_one_key_and_undone(at):
    desk = at()
    first = second_time(desk)
    rows = panel(desk).last.rows
    assert [row.checked for row in rows.rows()] == [False, False]
    assert "青木 健" in below(rows.rows()[0])
    rows.view.setFocus()
    desk.press("Home", "Return")
    assert desk.session.store.get(Action, first).done
    assert [row.checked for row in rows.rows()] == [True, False]
    assert tr("prepare.last.done") in desk.seen()
    desk.press("Ctrl+Z")
    assert not desk.session.store.get(Action, first).done
    assert desk.window.page_name == "prepare"
    assert [row.checked for row in panel(desk).last.rows.rows()] == [False, False]


def test_actions_of_another_customer_are_not_shown(at):
    desk = at()
    desk.do(EditCustomer(desk.state.customer.id, "name", "株式会社れんこん"))
    desk.do(AddAction("ポートを見る"))
    made = desk.do(CreateWorkshop("別の会", "2099-01-01T10:00:00", customer_name="別の会社"))
    desk.window.open_workshop(made)
    desk.go("prepare")
    assert not panel(desk).last.isVisible()
    assert panel(desk).glance.isVisible()


def test_a_later_workshop_is_not_last_time(at):
    desk = at()
    customer = desk.state.customer.id
    later = desk.do(CreateWorkshop("第9回", "2099-01-01T10:00:00", date="2099-01-01"))
    before = desk.session.workshop_id
    desk.window.open_workshop(later)
    desk.do(UseCustomer(customer))
    desk.do(AddAction("ポートを見る"))
    desk.window.open_workshop(before)
    assert desk.state.before is None


def test_the_preparation_is_summarised_section_by_section(at):
    desk = at()
    glance = panel(desk).glance
    words = {piece.lead: piece.text for piece in glance.pieces}
    assert words[tr("prepare.section.people")] == tr("prepare.glance.empty")
    desk.do(AddParticipant("青木 健"))
    words = {piece.lead: piece.text for piece in glance.pieces}
    assert words[tr("prepare.section.people")] == tr("prepare.glance.people", n=1)


def test_a_known_customer_is_taken_over(at):
    desk = at()
    assert not panel(desk).customers.isVisible()
    made = desk.do(CreateWorkshop("別の会", "2026-01-01T10:00:00", customer_name="別の会社"))
    assert made
    desk.go("prepare")
    assert panel(desk).customers.isVisible()
    panel(desk).customers.click()
    window_menu(desk.window).items[0].click()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    desk.settle()
    assert desk.state.customer.name == "別の会社"


def test_the_room_has_no_such_panel(at):
    desk = at(private=False)
    assert not desk.page.findChildren(PreparePanel)


@pytest.mark.every_value
@pytest.mark.parametrize("language", ["ja", "en"])
def test_in_a_narrow_window_the_names_of_the_parts_keep_the_whole_width(at, language):
    desk = at(language, until=Step.PREPARE, size=(1024, 768))
    assert panel(desk).isVisible()
    assert desk.page.choice.height() == desk.page.choice._one_line()
    right = desk.page.choice.x() + desk.page.choice.width()
    assert right + theme().metrics.margin > panel(desk).geometry().right()
    for name in desk.page.sections:
        desk.page.show_section(name)
        assert faults(desk.window) == [], name
