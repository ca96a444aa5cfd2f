"""A removed person can be restored until the workshop is closed; then the name is deleted."""

import pytest

from tests.helpers.sessions import create_workshop, open_session
from workshop_app.services.commands.participants import AddParticipant, RemoveParticipant
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.copies import Occasion, copies_of, fault_of, make_copy
from workshop_app.services.session import Session
from workshop_app.store.auto_backup import carry_to
from workshop_app.store.store import Store

NAME = "青木 のぞみ"


@pytest.fixture
def session(tmp_path):
    return open_session(tmp_path / "workshops.db", lasting=True)


@pytest.fixture
def removed(session):
    who = session.execute(AddParticipant(NAME))
    session.execute(AddProblem("鳴りやまない", speaker_id=str(who)))
    session.execute(RemoveParticipant(str(who)))
    return who


def holds_name(path):
    return NAME.encode() in path.read_bytes()


def test_while_the_workshop_is_open_the_removal_can_be_undone(session, removed):
    session.undo()
    (who,) = session.state.participants
    assert who.name == NAME
    assert session.state.problems[0].speaker_id == removed


def test_when_it_is_left_the_name_is_nowhere_in_the_file(session, removed):
    session.close()
    assert session.forgotten == 1
    assert not holds_name(session.store.path)


def test_a_crash_before_that_is_made_good_when_it_is_opened(session, removed):
    path = session.store.path
    workshop_id = session.workshop_id
    session.store.close()
    session.store = Store(path)
    again = Session(session.store)
    again.open(workshop_id)
    assert not holds_name(path)


def test_what_else_was_done_can_be_undone_after_it(session, removed):
    workshop_id = session.workshop_id
    session.execute(AddProblem("あとの課題"))
    session.close()
    session.open(workshop_id)
    undone = []
    while (step := session.undo()) is not None:
        undone.append(step.kind)
    assert undone == ["add_problem", "add_problem"]
    assert session.state.problems == ()
    while session.redo() is not None:
        pass
    assert [each.first_wording for each in session.state.problems] == ["鳴りやまない", "あとの課題"]
    assert all(each.speaker_id is None for each in session.state.problems)


def test_somebody_who_was_brought_back_stays(session, removed):
    workshop_id = session.workshop_id
    session.undo()
    session.close()
    session.open(workshop_id)
    assert [who.name for who in session.state.participants] == [NAME]
    assert session.forgotten == 0


def test_earlier_copies_lose_the_person_and_nothing_else(session, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    who = session.execute(AddParticipant(NAME))
    session.execute(AddProblem("鳴りやまない", speaker_id=str(who)))
    make_copy(session, Occasion.EVERY)
    assert carry_to(stick, session.store.path)
    session.execute(RemoveParticipant(str(who)))
    session.close()
    make_copy(session, Occasion.EVERY)
    assert carry_to(stick, session.store.path)
    found = [*copies_of(session), *copies_of(session, stick)]
    assert len(found) == 4
    for copy in found:
        assert not holds_name(copy.path)
        assert fault_of(copy) == ""
        store = Store(copy.path)
        assert store.find_problems("鳴りやまない")
        store.close()


def test_other_workshops_are_not_touched(session, removed):
    other = create_workshop(session, "ほかの会社")
    kept = session.execute(AddParticipant("加藤 恵"))
    session.close()
    session.open(other)
    assert [who.id for who in session.state.participants] == [kept]
