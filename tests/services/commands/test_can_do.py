"""Who can do which line of the can-do check, which is stored and deleted with the person."""

import pytest

from tests.helpers.two_visits import second_visit
from workshop_app.domain.errors import InvalidInput, NotFound
from workshop_app.domain.facts.then_now import asked_lines, check_now
from workshop_app.domain.workshop_json import from_json, to_json
from workshop_app.services.commands.can_do import (
    AddCanDoLines,
    CountCanDo,
    CountCanDoAgain,
    RemoveCanDoLine,
    TickCanDo,
    TickCanDoAgain,
)
from workshop_app.services.commands.import_workshop import ImportWorkshop
from workshop_app.services.commands.participants import (
    AddParticipants,
    RemoveParticipant,
    SetAnonymous,
)
from workshop_app.services.commands.workshops import CreateWorkshop


@pytest.fixture
def room(session):
    """Two people, two lines; the first one can do both, the second one the first."""
    session.execute(AddParticipants(("青木", "井上")))
    session.execute(AddCanDoLines(("測れる", "止められる")))
    aoki, inoue = session.state.participants
    first, second = session.state.can_do
    for line, who in ((first, aoki), (second, aoki), (first, inoue)):
        session.execute(TickCanDo(line.id, who.id, can=True))
    return session


def able(session):
    state = session.state
    return [[who.name for who in state.who_can(check.id)] for check in state.can_do]


def test_a_tick_is_set_once_taken_back_and_undone(room):
    assert able(room) == [["青木", "井上"], ["青木"]]
    first = room.state.can_do[0]
    who = room.state.participants[0]
    room.execute(TickCanDo(first.id, who.id, can=True))
    assert sorted(who.can_do_ids) == sorted(room.state.participants[0].can_do_ids)
    room.execute(TickCanDo(first.id, who.id, can=False))
    assert able(room) == [["井上"], ["青木"]]
    assert [check.text for check in room.state.lines_of(room.state.participants[0])] == [
        "止められる"
    ]
    room.undo()
    assert able(room) == [["青木", "井上"], ["青木"]]
    assert [check.hands for check in room.state.can_do] == [None, None], "hands are counted apart"


def test_the_ticks_of_a_removed_line_or_person_go_and_come_back_with_it(room):
    whole = able(room)
    room.execute(RemoveCanDoLine(room.state.can_do[0].id))
    assert able(room) == [["青木"]]
    assert room.state.participants[1].can_do_ids == ()
    room.undo()
    assert able(room) == whole
    room.execute(RemoveParticipant(room.state.participants[0].id))
    assert able(room) == [["井上"], []]
    room.undo()
    assert able(room) == whole


def test_an_anonymous_workshop_forgets_the_ticks_and_takes_none(room):
    first = room.state.can_do[0]
    who = room.state.participants[0]
    room.execute(SetAnonymous(True))
    assert able(room) == [[], []]
    log = room.store.database.execute("SELECT group_concat(payload) FROM action_log").fetchone()[0]
    ticks = [part for part in log.split("can_do_ids")[1:] if first.id in part.split(",")[0]]
    assert ticks == []
    with pytest.raises(InvalidInput):
        room.execute(TickCanDo(first.id, who.id, can=True))
    while room.next_undo() is not None:
        room.undo()
        assert not [one for one in room.state.participants if one.can_do_ids]


def test_nobody_of_another_workshop_is_ticked(room):
    first = room.state.can_do[0]
    who = room.state.participants[0]
    room.open(str(room.execute(CreateWorkshop("別", "2027-02-01T09:00:00"))))
    with pytest.raises(NotFound):
        room.execute(TickCanDo(first.id, who.id, can=True))


def test_only_the_full_file_has_ticks_and_a_second_copy_keeps_them(room):
    plain = from_json(to_json(room.state, private=False))
    assert not [who for who in plain.participants if who.can_do_ids]
    whole = able(room)
    copy = room.execute(ImportWorkshop(from_json(to_json(room.state, private=True))))
    room.open(str(copy))
    assert able(room) == whole


def test_a_tick_at_the_next_visit_brings_the_line_and_takes_it_away_again(session):
    second_visit(session, "ja")
    line = asked_lines(session.state)[0]
    who = session.state.participants[0]
    again = {"text": line.text, "participant_id": who.id, "origin_id": line.origin_id}
    session.execute(TickCanDoAgain(**again, can=True))
    own = check_now(session.state, line)
    assert own is not None
    assert session.state.who_can(own.id) == session.state.participants[:1]
    assert asked_lines(session.state)[0].hands_now is None
    session.execute(CountCanDoAgain(line.text, 2, 3, line.origin_id))
    session.execute(CountCanDoAgain(line.text, None, 0, line.origin_id))
    assert len(session.state.can_do) == 1, "somebody is ticked there"
    session.execute(TickCanDoAgain(**again, can=False))
    assert session.state.can_do == ()
    assert session.state.participants[0].can_do_ids == ()


def test_a_count_stays_when_the_last_tick_goes(room):
    line = room.state.can_do[1]
    room.execute(CountCanDo(line.id, 2, 5))
    room.execute(TickCanDo(line.id, room.state.participants[0].id, can=False))
    assert (room.state.can_do[1].hands, able(room)[1]) == (2, [])
