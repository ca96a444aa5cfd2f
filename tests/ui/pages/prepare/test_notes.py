"""Private mode: the notes beside the lines, and known customers."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.helpers.fitting import faults
from ui.pages.prepare.notes import Notes
from ui.widgets.menu import window_menu
from workshop_app.i18n import tr
from workshop_app.services.commands.actions import AddAction
from workshop_app.services.commands.participants import (
    AddKnownPerson,
    AddParticipant,
    EditParticipant,
)
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


def test_the_note_that_opens_is_that_of_the_person_used_last_or_the_first(desk, words):
    """Up and Down lead to the other people, and F1 back to the same note."""
    desk = desk(words, private=True, page="wrap_up")
    first, second, _ = (desk.do(AddParticipant(name)) for name in ("青木", "井上", "上田"))
    desk.press("Ctrl+I")
    assert desk.page.people.rows.current_id() == first
    note = desk.page.people.fields.note
    assert "青木" in note.label
    assert note.label in desk.seen()
    desk.press("Down")
    assert "井上" in note.label
    desk.write("昇進の話がある")
    desk.press("F1", "Escape")
    assert desk.page.people.isVisible()
    assert note.field.hasFocus()
    desk.press("Up")
    assert "青木" in note.label
    assert note.text() == ""
    assert desk.state.participant(second).private_note == "昇進の話がある"
    desk.press("Down")
    desk.go("wrap_up")
    desk.press("Ctrl+I")
    assert desk.page.people.rows.current_id() == second


def test_a_known_person_is_taken_off_and_leaving_is_said_to_be_now(desk, words):
    desk = desk(words, page="prepare")
    once = desk.do(AddParticipant("青木"))
    customer, person = desk.state.customer.id, desk.state.participant(once).person_id
    again = CreateWorkshop("第2回", "2099-01-01T10:00:00", customer_id=customer)
    desk.window.open_workshop(desk.do(again))
    known, new = desk.do(AddKnownPerson(person)), desk.do(AddParticipant("井上"))
    desk.go("prepare")
    desk.page.show_record(known)
    assert tr("prepare.leaves_now") in desk.seen()
    desk.page.show_record(new)
    assert tr("prepare.person_gone") not in desk.seen()
    desk.page.show_record(known)
    desk.click(tr("prepare.person_gone"))
    assert [who.id for who in desk.state.participants] == [new]


@pytest.mark.parametrize("page", ["prepare", "wrap_up"])
def test_through_black_the_keyboard_is_in_the_note_as_well(desk, page):
    desk = desk(sample=True, page=page, size=(1366, 768))
    desk.press("Ctrl+I", "Return", "Ctrl+Shift+P")
    assert desk.window.private
    assert desk.page.people.fields.note.field.hasFocus()
