"""Pointers of the user: added once, changed, left out, and in the file only where chosen."""

import json

import pytest

from tests.helpers.sessions import create_workshop
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.pointer import Pointer
from workshop_app.domain.workshop_json import from_json, to_json
from workshop_app.services.commands.community import (
    AddPointer,
    ChangePointer,
    EditPointer,
    RemovePointer,
)
from workshop_app.services.commands.workshops import MarkExported


def test_a_pointer_is_there_once_and_chosen_again(session):
    first = session.execute(AddPointer("読書会", "https://example.com", "2027-04-01"))
    session.execute(EditPointer(first, "chosen", False))
    assert session.execute(AddPointer("読書会", "https://example.com", "2027-04-01")) == first
    (pointer,) = session.state.pointers
    assert pointer.chosen
    assert pointer.language == session.state.workshop.language
    session.execute(AddPointer("読書会", "https://example.com", "2027-05-01"))
    assert [each.position for each in session.state.pointers] == [0, 1]


def test_a_change_is_one_step_and_undone_as_one(session):
    pointer = session.execute(AddPointer("読書会", date="2027-04-01"))
    session.execute(ChangePointer(pointer, "勉強会", "https://example.com", "2027-05-01"))
    assert session.state.pointers[0].line == "勉強会 2027-05-01 https://example.com"
    session.undo()
    assert session.state.pointers[0].line == "読書会 2027-04-01"
    session.execute(RemovePointer(pointer))
    assert session.state.pointers == ()
    session.undo()
    assert session.state.pointers[0].title == "読書会"


@pytest.fixture
def three(session):
    """A pointer that three workshops know; the first one's papers are written, the last is open."""
    ids = []
    for customer in ("株式会社はじめ", "株式会社つぎ", "株式会社いま"):
        ids.append(create_workshop(session, customer))
        session.execute(AddPointer("読書会", "https://example.com", "2027-04-01"))
        if len(ids) == 1:
            session.execute(MarkExported("2027-01-14T10:00:00"))
    return ids


def lines(session):
    return {each.workshop_id: each.line for each in session.store.all(Pointer)}


def test_what_it_says_changes_in_all_workshops_but_those_with_written_papers(session, three):
    assert len({each.shared_id for each in session.store.all(Pointer)}) == 1
    old = session.state.pointers[0].line
    own = session.state.pointers[0].id
    session.execute(ChangePointer(own, "勉強会", "https://example.com", "2027-05-01", "en"))
    new = session.state.pointers[0].line
    assert [lines(session)[each] for each in three] == [old, new, new]
    assert [each.language for each in session.store.all(Pointer)].count("en") == 2
    session.undo()
    assert [lines(session)[each] for each in three] == [old, old, old]
    session.redo()
    session.open(three[0])
    assert session.state.pointers[0].line == old
    session.execute(ChangePointer(session.state.pointers[0].id, "読書の会"))
    assert [lines(session)[each] for each in three] == ["読書の会"] * 3


def test_it_is_chosen_and_removed_in_one_workshop_alone(session, three):
    own = session.state.pointers[0].id
    session.execute(EditPointer(own, "chosen", False))
    assert [each.chosen for each in session.store.all(Pointer)].count(True) == 2
    session.execute(RemovePointer(own))
    assert set(lines(session)) == {*three[:2]}


def test_a_file_keeps_which_pointer_it_is_and_one_of_before_its_own(session, three):
    text = to_json(session.state, private=True)
    assert from_json(text).pointers == session.state.pointers
    old = json.loads(text)
    old["version"] = 4
    for each in old["pointers"]:
        del each["shared_id"]
    (read,) = from_json(json.dumps(old)).pointers
    assert read.shared_id == read.id == session.state.pointers[0].id


@pytest.mark.parametrize(("title", "day"), [(" ", ""), ("読書会", "いつか")])
def test_one_without_a_title_or_with_an_invalid_day_is_refused(session, title, day):
    with pytest.raises(InvalidInput):
        session.execute(AddPointer(title, date=day))
    assert session.state.pointers == ()


def test_only_a_file_with_private_notes_has_those_left_out_of_papers(session):
    chosen, other = (session.execute(AddPointer(name)) for name in ("載せる", "載せない"))
    session.execute(EditPointer(other, "chosen", False))
    for private, kept in ((True, [chosen, other]), (False, [chosen])):
        read = from_json(to_json(session.state, private=private))
        assert [each.id for each in read.pointers] == kept
