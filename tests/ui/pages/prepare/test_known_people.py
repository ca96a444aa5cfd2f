"""The known people of the customer: suggested by name, and joined only after confirmation."""

import pytest

from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import tr
from workshop_app.services.commands.participants import AddParticipant, EditParticipant
from workshop_app.services.commands.workshops import (
    CreateWorkshop,
    DeleteWorkshop,
    EditCustomer,
)

NOTE = "前回は詳しく説明してくれた"
OTHERS = "よその会社の人"


@pytest.fixture
def at(desk):
    """Makes a desk on the people of a customer's second workshop; two attended the first one."""

    def make(words="ja", *, names=("青木 健", "井上 美咲"), **options):
        one = desk(words, page="", **options)
        customer = one.state.customer.id
        one.do(EditCustomer(customer, "name", "株式会社れんこん"))
        for name in names:
            one.do(AddParticipant(name, "運用", "基盤"))
        first = one.state.participants[0].id
        one.do(EditParticipant(first, "private_note", NOTE))
        one.do(EditParticipant(first, "email", "aoki@example.com"))
        other = one.do(CreateWorkshop("別の会", "2098-01-01T10:00:00", customer_name="別の会社"))
        one.window.open_workshop(other)
        one.do(AddParticipant(OTHERS))
        again = CreateWorkshop("第2回", "2099-01-01T10:00:00", customer_id=customer)
        one.window.open_workshop(one.do(again))
        one.go("prepare")
        one.page.show_location("people")
        one.settle()
        return one

    return make


def people(desk):
    return desk.page.sections["people"]


def line(desk):
    return desk.page.lines.people


def chips(desk):
    return line(desk).known.buttons


def test_people_who_were_here_before_are_added_by_mouse(at, words, private):
    desk = at(words, private=private)
    shown = [chip.text() for chip in chips(desk)]
    assert shown == (["青木 健 様", "井上 美咲 様"] if words == "ja" else ["青木 健", "井上 美咲"])
    assert OTHERS not in desk.everything()
    assert (NOTE in desk.everything()) is False
    desk.tap(chips(desk)[0])
    (added,) = desk.state.participants
    assert (added.name, added.job, added.team, added.email, added.private_note) == (
        "青木 健", "運用", "基盤", "aoki@example.com", NOTE,
    )  # fmt: skip
    assert len(chips(desk)) == 1
    assert (NOTE in desk.everything()) is private
    desk.window.undo()
    desk.settle()
    assert desk.state.participants == ()
    assert len(chips(desk)) == 2


def test_people_who_were_here_before_are_added_by_one_key_while_typing(at):
    desk = at()
    assert desk.focus is line(desk).entry.field
    desk.press("Alt+2", "Alt+1")
    assert [who.name for who in desk.state.participants] == ["井上 美咲", "青木 健"]
    assert not line(desk).known.isVisible()
    assert desk.focus is line(desk).entry.field


def test_a_typed_name_that_one_known_person_has_is_that_person(at, private):
    desk = at(private=private)
    desk.write("青木健さん（課長）、上田")
    desk.press("Return")
    known, new = desk.state.participants
    assert (known.name, known.job, known.team, known.private_note) == (
        "青木 健", "課長", "基盤", NOTE,
    )  # fmt: skip
    assert new.name == "上田"
    assert [chip.text() for chip in chips(desk)] == ["井上 美咲 様"]
    assert (NOTE in desk.everything()) is private
    desk.write("青木健")
    desk.press("Return")
    assert desk.state.participants[2].person_id not in (None, known.person_id)
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert desk.state.participants == ()
    assert len(chips(desk)) == 2


def test_a_typed_name_that_two_known_people_have_is_a_new_person(at):
    desk = at(names=("青木 健", "青木 健"))
    desk.write("青木健")
    desk.press("Return")
    (new,) = desk.state.participants
    assert (new.name, new.private_note) == ("青木健", "")
    assert len(chips(desk)) == 2


def test_the_same_name_is_joined_only_when_somebody_confirms_it_by_mouse(at):
    desk = at(private=True)
    desk.do(AddParticipant("青木健"))
    (typed,) = desk.state.participants
    desk.page.show_section("people")
    assert people(desk).join.isVisible()
    assert tr("prepare.same_person", who="") in desk.seen()
    assert len(chips(desk)) == 1
    desk.tap(people(desk).join)
    (joined,) = desk.state.participants
    assert (joined.id, joined.name, joined.private_note) == (typed.id, "青木健", NOTE)
    assert not people(desk).join.isVisible()
    desk.press("Escape")
    assert len(chips(desk)) == 1
    desk.window.undo()
    assert desk.state.participants == (typed,)


def test_what_is_written_already_is_not_replaced_by_joining(at):
    desk = at(private=True)
    desk.do(AddParticipant("青木 健"))
    who = desk.state.participants[0].id
    desk.do(EditParticipant(who, "team", "開発"))
    desk.do(EditParticipant(who, "private_note", "今回のこと"))
    desk.page.show_section("people")
    desk.tap(people(desk).join)
    (joined,) = desk.state.participants
    assert (joined.team, joined.job, joined.private_note) == ("開発", "運用", "今回のこと")


def test_in_projected_mode_nobody_is_asked_about_a_name(at):
    desk = at()
    desk.do(AddParticipant("青木 健"))
    desk.page.show_section("people")
    assert tr("prepare.same_person", who="") not in desk.everything()
    assert NOTE not in desk.everything()


def test_somebody_of_another_name_is_not_asked_about(at):
    desk = at(private=True)
    desk.write("青木")
    desk.press("Return")
    desk.page.show_section("people")
    assert not people(desk).join.isVisible()


def test_deleting_a_workshop_leaves_nothing_of_its_people(at):
    desk = at(private=True)
    held = desk.session.store.all(Workshop)
    desk.do(DeleteWorkshop(next(one.id for one in held if one.title == "監視の困りごと")))
    desk.page.refresh()
    desk.settle()
    assert chips(desk) == []
    assert NOTE not in desk.everything()
