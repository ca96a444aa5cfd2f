"""Private mode: the notes beside the lines, and known customers."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.helpers.fitting import faults
from ui.pages.prepare.notes import Notes
from ui.widgets.menu import window_menu
from workshop_app.i18n import tr
from workshop_app.services.commands.actions import AddAction
from workshop_app.services.commands.participants import AddParticipant, EditParticipant
from workshop_app.services.commands.workshops import CreateWorkshop, EditWorkshop, UseCustomer

SIZES = [(1024, 700), (1366, 768), (1920, 1080)]


@pytest.fixture
def at(desk):
    def make(language="ja", **options):
        return desk(language, **{"page": "prepare", "private": True, **options})

    return make


@pytest.mark.parametrize("size", SIZES)
def test_all_notes_are_beside_or_below_the_lines(at, language, size):
    desk = at(language, size=size)
    for name in ("青木 健", "井上 美咲"):
        desk.do(AddParticipant(name))
    first, second = desk.state.participants
    desk.do(EditWorkshop(desk.state.workshop.id, "private_note", "値上げの話はしない"))
    desk.do(EditParticipant(first.id, "private_note", "先に紙に書いてもらう"))
    desk.do(EditParticipant(second.id, "ambassador", True))
    notes = desk.page.lines.notes
    assert notes.fields[0].text() == "値上げの話はしない"
    assert {(row.text, row.lines[0].text) for row in notes.people.rows} == {
        ("青木 健", "先に紙に書いてもらう"),
        ("井上 美咲", tr("prepare.ambassador")),
    }
    assert notes.isVisible()
    assert (notes.x() > 0) is (size[0] > 1024)
    assert faults(desk.window) == []


def test_what_is_open_from_last_time_is_counted_and_one_click_away(at):
    desk = at()
    customer = desk.state.customer.id
    desk.do(AddAction("ポートを見る"))
    desk.do(AddAction("手順を書く"))
    made = desk.do(CreateWorkshop("第2回", "2099-01-01T10:00:00", date="2099-01-01"))
    desk.window.open_workshop(made)
    desk.go("prepare")
    assert tr("menu.last_time") not in desk.seen()
    desk.do(UseCustomer(customer))
    assert tr("prepare.last.from", day="", n=2) in desk.seen()
    desk.click(tr("menu.last_time"))
    assert desk.window.page_name == "last_time"


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


def test_a_known_customer_is_taken_over(at):
    desk = at()
    assert not desk.page.lines.customers.isVisible()
    made = desk.do(CreateWorkshop("別の会", "2026-01-01T10:00:00", customer_name="別の会社"))
    assert made
    desk.go("prepare")
    assert desk.page.lines.customers.isVisible()
    desk.page.lines.customers.click()
    window_menu(desk.window).items[0].click()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    desk.settle()
    assert desk.state.customer.name == "別の会社"


def test_the_room_has_no_notes(at):
    desk = at(private=False)
    assert not desk.page.findChildren(Notes)
