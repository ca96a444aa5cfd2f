"""Commands on participants."""

import pytest

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.workshop import Attendance
from workshop_app.services.commands.actions import AddAction
from workshop_app.services.commands.context import AnswerQuestion
from workshop_app.services.commands.participants import (
    AddKnownPerson,
    AddParticipant,
    AddParticipants,
    EditParticipant,
    EditSelfReliance,
    JoinPerson,
    RemoveParticipant,
)
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.workshops import CreateWorkshop, UseCustomer


def test_people_are_in_order_of_entry_with_short_codes(session):
    for name in ("青木", "井上", "上田"):
        session.execute(AddParticipant(name, "運用", "基盤"))
    people = session.state.participants
    assert [(who.name, who.code) for who in people] == [
        ("青木", "P-1"),
        ("井上", "P-2"),
        ("上田", "P-3"),
    ]
    assert people[0].honorific == "様"
    assert people[0].attendance is Attendance.PRESENT


def test_a_code_is_never_given_twice_at_a_time(session):
    ids = [session.execute(AddParticipant(name)) for name in ("青木", "井上", "上田")]
    session.execute(RemoveParticipant(ids[1]))
    session.execute(AddParticipant("江藤"))
    session.execute(AddParticipant("小川"))
    codes = [who.code for who in session.state.participants]
    assert len(set(codes)) == len(codes) == 4


@pytest.mark.parametrize("name", ["", "  ", "\u3000", "\u200b", "\x00"])
def test_a_person_needs_a_name(session, name):
    with pytest.raises(InvalidInput):
        session.execute(AddParticipant(name))
    who = session.execute(AddParticipant("青木"))
    with pytest.raises(InvalidInput):
        session.execute(EditParticipant(who, "name", name))
    assert [who.name for who in session.state.participants] == ["青木"]


def test_what_a_person_said_stays_when_the_person_leaves_the_list(session):
    who = session.execute(AddParticipant("青木"))
    session.execute(AddProblem("監視できない", who))
    session.execute(AnswerQuestion("last_login", "先週", who))
    session.execute(AddAction("やること", owner_id=who))
    session.execute(RemoveParticipant(who))
    state = session.state
    assert state.participants == ()
    assert state.problems[0].speaker_id is None
    assert state.answers[0].participant_id is None
    assert state.actions[0].owner_id is None
    session.undo()
    state = session.state
    assert {state.problems[0].speaker_id, state.answers[0].participant_id} == {who}
    assert state.actions[0].owner_id == who


def test_several_people_are_added_as_one_step(session):
    session.execute(
        AddParticipants(("青木", "井上 美咲", "上田"), ("", "情報システム", ""), ("部長", "", ""))
    )
    people = session.state.participants
    assert [(who.name, who.code, who.team, who.job) for who in people] == [
        ("青木", "P-1", "", "部長"),
        ("井上 美咲", "P-2", "情報システム", ""),
        ("上田", "P-3", "", ""),
    ]
    session.undo()
    assert session.state.participants == ()


def again(session, *, customer_id=None, name=""):
    """Open the next workshop, of the same customer by default."""
    customer_id = customer_id or (None if name else session.state.customer.id)
    command = CreateWorkshop(
        "次の回", "2027-01-07T09:00:00", customer_id=customer_id, customer_name=name
    )
    session.open(session.execute(command))


def test_a_known_person_is_added_with_what_lasts(session):
    who = session.execute(AddParticipant("青木", "運用", "基盤"))
    session.execute(EditParticipant(who, "attendance", Attendance.LATE))
    session.execute(EditSelfReliance(who, "can_do_alone", "ポートを見る"))
    session.execute(EditParticipant(who, "private_note", "要注意"))
    person = session.state.participants[0].person_id
    again(session)
    added = session.execute(AddKnownPerson(person))
    (known,) = session.state.participants
    assert (known.id, known.person_id, known.code) == (added, person, "P-1")
    assert (known.name, known.job, known.team, known.private_note) == (
        "青木", "運用", "基盤", "要注意",
    )  # fmt: skip
    assert known.attendance is Attendance.PRESENT
    assert known.can_do_alone == ""
    assert session.execute(AddKnownPerson(person)) == added
    assert len(session.state.participants) == 1


def test_people_of_another_customer_can_be_neither_added_nor_joined(session):
    session.execute(AddParticipant("青木"))
    person = session.state.participants[0].person_id
    again(session, name="みなと物流")
    own = session.execute(AddParticipant("青木"))
    for command in (AddKnownPerson(person), JoinPerson(own, person)):
        with pytest.raises(InvalidInput):
            session.execute(command)
    assert session.state.participants[0].person_id != person


def test_a_workshop_of_another_customer_after_all_has_people_of_its_own(session):
    session.execute(AddParticipant("青木"))
    person = session.state.participants[0].person_id
    first = session.state.customer.id
    again(session, name="みなと物流")
    other = session.state.customer.id
    again(session, customer_id=first)
    session.execute(AddKnownPerson(person))
    session.execute(UseCustomer(other))
    assert session.state.participants[0].name == "青木"
    assert session.state.participants[0].person_id not in (None, person)
    session.undo()
    assert session.state.participants[0].person_id == person
