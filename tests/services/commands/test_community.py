"""Pointers of the user: added once, changed, left out, and in the file only where chosen."""

import pytest

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.workshop_json import from_json, to_json
from workshop_app.services.commands.community import (
    AddPointer,
    ChangePointer,
    EditPointer,
    RemovePointer,
)


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
