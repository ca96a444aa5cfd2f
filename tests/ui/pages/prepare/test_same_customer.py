"""The known customer: suggested for a complete name, without showing any data before."""

import pytest

from tests.helpers.fitting import faults
from workshop_app.i18n import tr
from workshop_app.services.commands.actions import AddAction
from workshop_app.services.commands.participants import AddParticipant
from workshop_app.services.commands.workshops import CreateWorkshop, EditCustomer

KNOWN = "株式会社れんこん"
SECRET = "合併の相談中"
TASK = "ポートを見る"
PERSON = "青木 健"


@pytest.fixture
def at(desk):
    """Makes a desk on a new workshop, after one with the known customer."""

    def make(words="ja", **options):
        one = desk(words, page="", **options)
        customer = one.state.customer.id
        one.do(EditCustomer(customer, "name", KNOWN))
        one.do(EditCustomer(customer, "architecture", SECRET))
        one.do(AddAction(TASK))
        one.do(AddParticipant(PERSON))
        made = one.do(CreateWorkshop("第2回", "2099-01-01T10:00:00", date="2099-01-01"))
        one.window.open_workshop(made)
        one.go("prepare")
        return one

    return make


def lines(desk):
    return desk.page.sections["lines"]


def field(desk):
    return lines(desk).customer.form.fields["name"]


def name_customer(desk, words):
    desk.page.show_location("customer")
    field(desk).field.set_text("")
    desk.write(words)


@pytest.mark.parametrize(
    "typed", [KNOWN, "（株）れんこん", "れんこん　株式会社", "㈱ﾚﾝｺﾝ", "れんこん", "れん\u200bこん"]
)
def test_a_whole_name_offers_the_same_customer_by_mouse(at, words, typed):
    desk = at(words)
    name_customer(desk, typed)
    if "ﾚ" in typed:  # another script is another name
        assert not lines(desk).same.isVisible()
        return
    assert lines(desk).same.isVisible()
    assert SECRET not in desk.everything()
    typed_as = desk.state.customer.id
    desk.tap(lines(desk).same)
    assert desk.state.customer.name == KNOWN
    assert desk.state.customer.architecture == SECRET
    assert not lines(desk).same.isVisible()
    assert KNOWN in desk.seen()
    assert tr("prepare.same_customer_used") in desk.seen()
    desk.window.undo()
    desk.settle()
    assert desk.state.customer.id == typed_as
    assert desk.state.customer.name == typed.strip()
    assert tr("prepare.hint.same_do") in desk.seen()


def test_its_people_are_offered_only_after_it_was_accepted(at):
    desk = at()
    name_customer(desk, KNOWN)
    assert PERSON not in desk.everything()
    desk.tap(lines(desk).same)
    desk.press("Alt+1")
    assert [who.name for who in desk.state.participants] == [PERSON]


def test_it_is_offered_once_more_after_the_name_was_saved(at, words):
    desk = at(words, size=(1024, 700))
    assert tr("prepare.hint.same_do") not in desk.seen()
    name_customer(desk, KNOWN)
    desk.press("Return")
    assert not lines(desk).same.isVisible()
    assert tr("prepare.hint.same_do") in desk.seen()
    assert PERSON not in desk.everything()
    assert faults(desk.window) == []
    desk.click(tr("prepare.hint.same_do"))
    assert desk.state.customer.architecture == SECRET
    assert tr("prepare.same_customer_used") in desk.seen()
    assert tr("prepare.hint.same_do") not in desk.seen()
    assert PERSON in desk.seen()


def test_the_offer_is_taken_by_keys(at):
    desk = at()
    name_customer(desk, KNOWN)
    while desk.focus is not lines(desk).same:
        desk.press("Tab")
        assert lines(desk).customer.editing
    desk.press("Return")
    assert desk.state.customer.architecture == SECRET
    assert desk.focus is lines(desk).people.entry.field


@pytest.mark.parametrize("typed", ["れんこ", "株式会社", "れんこん商事", "れ", "れんこんん"])
def test_part_of_a_name_is_completed_by_nothing(at, typed):
    desk = at()
    name_customer(desk, typed)
    assert not lines(desk).same.isVisible()
    assert KNOWN not in desk.everything()


def test_nothing_is_offered_while_the_name_is_in_conversion(at):
    desk = at()
    desk.page.show_location("customer")
    field(desk).field.set_text("")
    desk.convert(KNOWN)
    assert not lines(desk).same.isVisible()
    desk.press("Return")
    assert desk.state.customer.name == ""


def test_last_time_appears_in_private_mode_after_it_was_accepted(at):
    desk = at(private=True)
    name_customer(desk, KNOWN)
    assert tr("menu.last_time") not in desk.seen()
    desk.tap(lines(desk).same)
    desk.click(tr("menu.last_time"))
    assert desk.window.page_name == "last_time"
    assert TASK in [row.text for row in desk.page.section.rows.rows()]
