"""Late people, anonymous workshops, the inbox, the parking lot, and votes of merged problems."""

from dataclasses import replace

import pytest

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.problem import Dot
from workshop_app.domain.workshop import Attendance
from workshop_app.services.commands.choosing import Choose, CountHands, EditVote
from workshop_app.services.commands.context import AnswerQuestion, EditAnswer, MakeProblemOfAnswer
from workshop_app.services.commands.participants import (
    AddParticipant,
    EditParticipant,
    NoteArrival,
    NoteLeaving,
    SetAnonymous,
    ShowSpeakers,
)
from workshop_app.services.commands.problems import (
    AddProblem,
    AddProblems,
    EditProblem,
    HoldProblems,
    ParkProblem,
    RemoveProblem,
)
from workshop_app.services.commands.sorting import MergeProblems, SplitProblem, Unmerge

NOON = "2026-12-03T12:00"
ONE = "2026-12-03T13:00"


@pytest.fixture
def people(session):
    return [session.execute(AddParticipant(name)) for name in ("青木", "井上", "上田")]


def test_who_is_late_counts_once_there_and_no_more_when_gone(session, people):
    session.execute(EditParticipant(people[1], "attendance", Attendance.LATE))
    assert session.state.votes.present == 2
    session.execute(NoteArrival(people[1], NOON))
    assert session.state.votes.present == 3
    session.execute(NoteLeaving(people[0], ONE))
    assert session.state.votes.present == 2
    late = session.state.participant(people[1])
    assert (late.attendance, late.arrived) == (Attendance.LATE, NOON)
    session.execute(NoteArrival(people[0], ONE))
    assert session.state.votes.present == 3


def test_a_head_count_follows_who_comes_and_goes(session, people):
    session.execute(EditParticipant(people[2], "attendance", Attendance.LATE))
    session.execute(EditVote(session.workshop_id, "present", 7))
    session.execute(NoteArrival(people[2], NOON))
    session.execute(NoteArrival(people[2], ONE))
    assert session.state.votes.present == 8
    session.execute(NoteLeaving(people[2], ONE))
    session.execute(NoteLeaving(people[0], ONE))
    assert session.state.votes.present == 6
    session.undo()
    assert session.state.votes.present == 7


def test_somebody_who_walks_in_is_counted_unless_the_count_had_room_for_them(session, people):
    session.execute(EditVote(session.workshop_id, "present", 4))
    session.execute(AddParticipant("江口"))
    assert session.state.votes.present == 4
    session.execute(AddParticipant("大野"))
    assert session.state.votes.present == 5
    session.undo()
    assert session.state.votes.present == 4


def test_where_nobody_is_named_no_speaker_is_stored_by_any_way(session, people):
    session.execute(SetAnonymous(True))
    first = session.execute(AddProblem("一つ目", people[0], worksheet=4))
    session.execute(AddProblems(("二つ目",), speakers=(people[1],)))
    session.execute(EditProblem(first, "speaker_id", people[0]))
    answer = session.execute(AnswerQuestion("good_moment", "朝です", people[1]))
    session.execute(EditAnswer(answer, "participant_id", people[1]))
    session.execute(MakeProblemOfAnswer(answer))
    assert {p.speaker_id for p in session.state.problems} == {None}
    assert session.state.answers[0].participant_id is None
    assert session.state.problem(first).worksheet == 4


def test_names_given_before_go_for_good_and_no_undo_brings_them_back(session, people):
    path = session.store.path
    before = [path.read_bytes().count(str(who).encode()) for who in people]
    first = session.execute(AddProblem("一つ目", people[0]))
    session.execute(EditProblem(first, "speaker_id", people[2]))
    session.execute(AnswerQuestion("good_moment", "朝です", people[1]))
    gone = session.execute(AddProblem("二つ目", people[1]))
    session.execute(RemoveProblem(gone))
    session.execute(SetAnonymous(True))
    assert [path.read_bytes().count(str(who).encode()) for who in people] == before
    session.undo()
    assert not session.state.workshop.anonymous
    session.undo()
    assert [problem.number for problem in session.state.problems] == [1, 2]
    for _ in range(3):
        session.undo()
    while session.next_redo():
        session.redo()
    assert session.state.workshop.anonymous
    assert {problem.speaker_id for problem in session.state.problems} == {None}
    assert session.state.answers[0].participant_id is None


def test_what_was_chosen_is_chosen_again_when_it_comes_back(session):
    ids = session.execute(AddProblems(("一つ目", "二つ目")))
    session.execute(Choose(ids))
    before = session.state
    session.execute(ParkProblem((ids[0],), parked=True))
    session.execute(HoldProblems(ids[1:], held=True))
    assert session.state.chosen == ()
    session.execute(ParkProblem((ids[0],), parked=False))
    session.execute(HoldProblems(ids[1:], held=False))
    assert session.state == before


def votes(session, *ids):
    return [session.state.votes.of(one) for one in ids]


def test_hands_of_merged_problems_are_the_higher_count_until_counted_again(session):
    ids = session.execute(AddProblems(("a", "b", "c", "d")))
    for one, hands in zip(ids[:3], (5, 2, 1), strict=True):
        session.execute(CountHands(one, hands))
    session.execute(MergeProblems(ids[1], (ids[2],)))
    assert votes(session, *ids[:2]) == [5, 2]
    session.execute(MergeProblems(ids[0], ids[1:]))
    assert votes(session, ids[0]) == [5]
    assert [p.id for p in session.state.votes.at_least_in(1)] == [ids[0]]
    assert {session.state.merging.root_ids[one] for one in ids} == {ids[0]}
    session.execute(Unmerge(ids[0]))
    assert votes(session, *ids) == [5, 2, None, None]
    session.execute(Unmerge(ids[1]))
    assert votes(session, *ids) == [5, 2, 1, None]
    assert session.state.votes.at_least_in(1) == ()


def test_a_count_after_merging_is_that_of_all_of_it(session):
    first, second = session.execute(AddProblems(("a", "b")))
    for one, hands in ((first, 5), (second, 3)):
        session.execute(CountHands(one, hands))
    session.execute(MergeProblems(first, (second,)))
    session.execute(CountHands(first, 4))
    assert votes(session, first) == [4]
    assert session.state.votes.at_least_in(1) == ()
    session.undo()
    assert votes(session, first) == [5]
    session.execute(CountHands(first, None))
    assert votes(session, first) == [None]


def test_hands_of_a_merged_problem_go_to_one_that_had_none(session):
    first, second = session.execute(AddProblems(("a", "b")))
    session.execute(CountHands(second, 4))
    session.execute(MergeProblems(first, (second,)))
    assert votes(session, first) == [4]


def test_a_ballot_counts_once_for_what_was_merged(session):
    first, second = session.execute(AddProblems(("a", "b")))
    session.execute(EditVote(session.workshop_id, "dots", 3))
    given = ((first, 1, 1), (second, 1, 2), (second, 2, 1))
    dots = tuple(
        Dot(id=f"dot-{place}", workshop_id=session.workshop_id, problem_id=problem, round=1,
            voter=voter, dots=dots)
        for place, (problem, voter, dots) in enumerate(given)
    )  # fmt: skip
    session.execute(MergeProblems(first, (second,)))
    assert replace(session.state, dots=dots).votes.of(first) == 3


def test_where_nobody_is_named_the_file_knows_of_no_speaker(session, people):
    """Each person's id occurs in the file as often as before anybody said anything."""
    session.execute(SetAnonymous(True))
    path = session.store.path
    before = [path.read_bytes().count(str(who).encode()) for who in people]
    assert all(before)
    first = session.execute(AddProblem("一つ目", people[0]))
    ids = session.execute(AddProblems(("二つ目", "三つ目"), speakers=(people[1], people[2])))
    session.execute(EditProblem(first, "speaker_id", people[0]))
    answer = session.execute(AnswerQuestion("good_moment", "朝です", people[1]))
    session.execute(EditAnswer(answer, "participant_id", people[2]))
    session.execute(MakeProblemOfAnswer(answer))
    session.execute(SplitProblem(first, ("前半", "後半")))
    session.execute(MergeProblems(first, ids))
    session.execute(Unmerge(first))
    session.undo()
    assert [path.read_bytes().count(str(who).encode()) for who in people] == before


def test_where_nobody_is_named_no_speaker_can_be_shown(session):
    session.execute(ShowSpeakers(True))
    session.execute(SetAnonymous(True))
    assert not session.state.workshop.show_speakers
    with pytest.raises(InvalidInput) as refused:
        session.execute(ShowSpeakers(True))
    assert refused.value.key == "errors.nobody_named"
    session.execute(SetAnonymous(False))
    assert not session.state.speakers_shown
    session.undo()
    session.undo()
    assert session.state.speakers_shown
