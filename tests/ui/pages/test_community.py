"""The page of the community: in private mode only, its pointers for the open workshop, its CSV."""

import csv

import pytest

from tests.helpers.sessions import create_workshop
from ui.components import places
from workshop_app.domain.context_questions import AnswerMark
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.community import AddPointer
from workshop_app.services.commands.context import AnswerQuestion
from workshop_app.services.commands.participants import AddParticipant, EditParticipant

HOSTILE = "<b>集まり</b>\u202e " + "長い" * 60


def fill(session):
    """A pointer and a feature given up at another customer, then an empty workshop."""
    create_workshop(session, "株式会社よその社")
    session.execute(AddPointer("読書会", "https://example.com", "2099-04-01"))
    session.execute(AnswerQuestion("last_alert", HOSTILE, mark=AnswerMark.GIVEN_UP))
    session.execute(AddPointer(HOSTILE, "https://example.com/" + "a" * 200))
    create_workshop(session, "株式会社この社")


@pytest.fixture
def at(desk, tmp_path):
    def make(**options):
        one = desk(page="start", private=True, **options)
        one.window.settings.export_folder = str(tmp_path / "papers")
        fill(one.window.session)
        one.go("community")
        one.page.rows.setFocus()
        return one

    return make


def row(desk, text):
    """Make the row with this text the current one."""
    (found,) = [each for each in desk.page.rows.rows() if each.text == text]
    desk.page.rows.set_current(found.id)
    return found


def test_it_is_in_private_mode_only(at):
    desk = at()
    assert places.find("community") in places.in_rail(private=True)
    desk.set_private(False)
    assert desk.window.page_name != "community"
    assert "よその社" not in desk.everything()


def test_a_pointer_of_another_workshop_is_chosen_left_out_and_undone(at):
    desk = at()
    row(desk, "読書会")
    desk.press("Space")
    (own,) = desk.state.pointers
    assert (own.title, own.address, own.date) == ("読書会", "https://example.com", "2099-04-01")
    assert row(desk, "読書会").checked
    desk.press("Space")
    assert not desk.state.pointers[0].chosen
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert desk.state.pointers == ()
    assert row(desk, "読書会").checked is False


def test_enter_opens_the_contact_of_a_line(at):
    desk = at()
    desk.press("End")
    desk.press("Return")
    assert desk.state.customer.name == "株式会社よその社"
    assert desk.window.page_name != "community"


def test_enter_on_a_candidate_leads_to_the_person_where_thanks_are_written(at):
    desk = at()
    who = desk.do(AddParticipant("青木"))
    desk.do(EditParticipant(who, "ambassador", True))
    row(desk, texts().person("青木", "様"))
    desk.press("Return")
    assert desk.window.page_name == "prepare"
    fields = desk.page.sections["people"].fields
    assert fields.lines["name"].text() == "青木"
    fields.thanks.setFocus()
    desk.write("記事をありがとうございました")
    desk.go("community")
    assert desk.state.participant(who).thanks == "記事をありがとうございました"
    assert "記事をありがとうございました" in desk.everything()


def test_all_lines_are_written_as_csv(at, tmp_path):
    desk = at()
    desk.press("Ctrl+Shift+E")
    (file,) = (tmp_path / "papers").rglob("*.csv")
    with file.open(encoding="utf-8-sig", newline="") as text:
        head, *rows = csv.reader(text)
    assert tr("community.column.customer") in head
    assert len(rows) == len(desk.page.rows.rows()) == 3
    assert file.name in desk.everything()


def test_without_anything_it_says_what_will_be_there(desk):
    one = desk(page="start", private=True)
    one.go("community")
    assert tr("community.none") in one.everything()
    assert one.page.rows.rows() == ()
