"""Voices over all workshops: found by their words, counted separately, and joined by a person."""

from dataclasses import replace

import pytest

from tests.helpers.sessions import new_session
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.facts.voices import evidence_of
from workshop_app.domain.ids import new_id
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.workshop import Participant, Workshop
from workshop_app.services import evidence
from workshop_app.services.answers import Answers
from workshop_app.services.commands.likes import ConfirmLike, RejectLike, ReopenLike
from workshop_app.services.commands.participants import AddParticipant, SetAnonymous
from workshop_app.services.commands.problems import AddProblem, EditProblem, RemoveProblem
from workshop_app.services.commands.solving import MakeRequest, PlayCard
from workshop_app.services.commands.sorting import MergeProblems
from workshop_app.services.commands.visits import TakeOverProblem
from workshop_app.services.commands.workshops import CreateWorkshop, DeleteWorkshop
from workshop_app.services.evidence import LikeProblems
from workshop_app.services.request_board import board
from workshop_app.store.likes import decided_likes, likes_about

ANSWERS = Answers()
SAID = "回線が少し切れただけで死活監視のアラートが鳴る"
LIKE = "瞬断で死活監視のアラートが鳴るので、待ち時間を変えたい"
IN_ENGLISH = "The alive alert fires whenever our network is cut"
OTHER = "手順書が古くて役に立たない"


@pytest.fixture
def session(tmp_path):
    return new_session(tmp_path / "w.db")


def hold(session, customer, *said, day="2026-05-18", who="加藤", job="夜間当番", customer_id=None):
    """Hold a workshop in which somebody says this; return the ids. It stays open."""
    made = CreateWorkshop(
        f"{customer}の会", f"{day}T10:00:00", customer_name=customer, customer_id=customer_id,
        date=day,
    )  # fmt: skip
    workshop = str(session.execute(made))
    session.open(workshop)
    speaker = str(session.execute(AddParticipant(who, job, ""))) if who else None
    return workshop, [str(session.execute(AddProblem(text, speaker))) for text in said]


def problem(session, problem_id):
    found = session.state.problem(problem_id)
    assert found is not None
    return found


def rows(session, problem_id):
    finder = LikeProblems(session, lambda: ANSWERS)
    return finder.rows(session.state, problem(session, problem_id))


def counts(session, problem_id):
    found = evidence.counts_of(session, problem(session, problem_id))
    return found.customers, found.people, found.jobs, found.ways


def test_like_words_of_another_workshop_are_suggested_and_others_are_not(session):
    _, (like, _other) = hold(session, "北の市場", LIKE, OTHER)
    _, (english,) = hold(session, "West Rail", IN_ENGLISH, day="2026-06-02")
    _, (mine, again) = hold(session, "南の倉庫", SAID, f"{SAID}ので困る", day="2026-09-08")
    found = rows(session, mine)
    assert {row.problem_id for row in found} == {like, english}
    assert again not in {row.problem_id for row in found}
    assert {(row.customer, row.date) for row in found} == {
        ("北の市場", "2026-05-18"), ("West Rail", "2026-06-02"),
    }  # fmt: skip
    assert {row.same for row in found} == {None}
    assert counts(session, mine) == (1, 1, 1, 1)


def test_a_concrete_wording_and_a_merged_one_are_found_too(session):
    _, (vague, first, second) = hold(session, "北の市場", "なんとかして", OTHER, LIKE)
    session.execute(EditProblem(vague, "wording", LIKE))
    session.execute(MergeProblems(first, (second,)))
    _, (mine,) = hold(session, "南の倉庫", SAID, day="2026-09-08")
    assert {row.problem_id for row in rows(session, mine)} == {vague, first}


def test_the_same_answer_of_the_catalogue_is_a_sign_but_never_enough(session):
    _, (like, other) = hold(session, "北の市場", "死活アラートまでの待ち時間が短い", OTHER)
    for one in (like, other):
        session.execute(PlayCard(one, CardKind.SOLUTION, "答え", catalogue_id="mkr-wrap"))
    _, (mine,) = hold(session, "南の倉庫", SAID, day="2026-09-08")
    finder = LikeProblems(session, lambda: ANSWERS)
    before = finder.find(session.state, problem(session, mine))
    session.execute(MakeRequest(mine, "背景", "mkr-wrap"))
    after = finder.find(session.state, problem(session, mine))
    assert other not in {each.problem_id for each in after}
    score = {each.problem_id: each.likeness for each in before}
    assert all(each.likeness > score.get(each.problem_id, 0) for each in after)
    assert [each.problem_id for each in after] == [like]


def test_what_a_person_confirmed_counts_from_both_sides_each_kind_for_itself(session):
    first, (like,) = hold(session, "北の市場", LIKE)
    second, (english,) = hold(
        session, "West Rail", IN_ENGLISH, who="Emma", job="SRE", day="2026-06-02"
    )
    with session.store.action():
        heard = session.store.get(Problem, english)
        session.store.update(replace(heard, method=ContactKind.INTERVIEW))
    _, (mine,) = hold(session, "南の倉庫", SAID, who="原", day="2026-09-08")
    session.execute(ConfirmLike(mine, like))
    assert counts(session, mine) == (2, 2, 1, 1)
    session.execute(ConfirmLike(mine, english))
    assert counts(session, mine) == (3, 3, 2, 2)
    session.open(first)
    assert counts(session, like) == (3, 3, 2, 2)
    session.open(second)
    assert counts(session, english) == (3, 3, 2, 2)


def test_the_voices_come_by_code_with_words_date_job_and_way(session):
    _, (like,) = hold(session, "北の市場", LIKE)
    _, (mine,) = hold(session, "南の倉庫", SAID, who="原", job="基盤", day="2026-09-08")
    session.execute(ConfirmLike(mine, like))
    session.execute(MakeRequest(mine, "背景"))
    (request,) = session.state.requests
    said = evidence.voices_of_requests(session, (request,))[request.id]
    assert [(v.customer, v.date, v.job, v.way, v.words, v.own) for v in said.voices] == [
        ("C-1", "2026-05-18", "夜間当番", "workshop", LIKE, False),
        ("C-2", "2026-09-08", "基盤", "workshop", SAID, True),
    ]
    assert (said.counts.customers, said.counts.people) == (2, 2)
    assert said.others == said.voices[:1]


def test_a_person_in_several_workshops_counts_once_and_so_does_the_customer(session):
    _first, (like,) = hold(session, "北の市場", LIKE)
    customer = session.state.customer.id
    (who,) = session.state.participants
    _, (again,) = hold(session, "", LIKE, day="2026-06-02", customer_id=customer)
    (same,) = session.state.participants
    with session.store.action():
        session.store.update(replace(same, person_id=who.person_id))
    _, (typed_again,) = hold(session, "株式会社北の市場", LIKE, who="西", day="2026-07-02")
    _, (mine,) = hold(session, "南の倉庫", SAID, who="原", day="2026-09-08")
    for each in (like, again, typed_again):
        session.execute(ConfirmLike(mine, each))
    assert counts(session, mine) == (2, 3, 1, 1)


def test_an_unknown_speaker_is_called_unknown_and_not_counted(session):
    _, (like,) = hold(session, "北の市場", LIKE)
    session.execute(SetAnonymous(anonymous=True))
    _, (mine,) = hold(session, "南の倉庫", SAID, who="原", day="2026-09-08")
    session.execute(ConfirmLike(mine, like))
    found = evidence.counts_of(session, problem(session, mine))
    assert (found.customers, found.people, found.people_unknown) == (2, 1, True)


def test_merged_problems_count_with_the_one_they_were_merged_into(session):
    _, (like, other) = hold(session, "北の市場", LIKE, SAID)
    west = str(session.execute(AddParticipant("西", "開発", "")))
    session.execute(EditProblem(other, "speaker_id", west))
    session.execute(MergeProblems(like, (other,)))
    _, (mine,) = hold(session, "南の倉庫", SAID, who="原", job="基盤", day="2026-09-08")
    session.execute(ConfirmLike(mine, like))
    assert counts(session, mine) == (2, 3, 3, 1)


def test_not_the_same_is_kept_and_cuts_what_came_by_another_way(session):
    _, (first,) = hold(session, "北の市場", LIKE)
    _, (second,) = hold(session, "西の鉄道", LIKE, who="西", day="2026-06-02")
    session.execute(ConfirmLike(second, first))
    _, (mine,) = hold(session, "南の倉庫", SAID, who="原", day="2026-09-08")
    session.execute(ConfirmLike(mine, second))
    assert counts(session, mine)[0] == 3
    session.execute(RejectLike(mine, first))
    assert counts(session, mine)[0] == 2
    assert {(row.problem_id, row.same) for row in rows(session, mine)} == {
        (second, True), (first, False),
    }  # fmt: skip
    session.execute(ReopenLike(mine, first))
    assert counts(session, mine)[0] == 3


def test_there_is_one_record_per_pair_from_whichever_side_it_is_decided(session):
    first, (like,) = hold(session, "北の市場", LIKE)
    _, (mine,) = hold(session, "南の倉庫", SAID, day="2026-09-08")
    session.execute(ConfirmLike(mine, like))
    session.open(first)
    session.execute(RejectLike(like, mine))
    (decided,) = session.store.read(decided_likes, (mine,))
    assert not decided.is_same
    session.undo()
    assert counts(session, like)[0] == 2


def test_problems_of_one_workshop_are_merged_instead(session):
    _, (one, other) = hold(session, "北の市場", SAID, LIKE)
    with pytest.raises(InvalidInput, match="like_here"):
        session.execute(ConfirmLike(one, other))


def test_a_decision_goes_with_either_workshop_and_with_either_problem(session):
    first, (like, _) = hold(session, "北の市場", LIKE, OTHER)
    second, (mine, kept) = hold(session, "南の倉庫", SAID, f"{SAID}まで", day="2026-09-08")
    session.execute(ConfirmLike(mine, like))
    session.execute(ConfirmLike(kept, like))
    session.execute(RemoveProblem(mine))
    assert len(session.store.read(decided_likes, (like,))) == 1
    session.undo()
    assert len(session.store.read(decided_likes, (like,))) == 2
    session.execute(DeleteWorkshop(first))
    assert session.store.read(decided_likes, (mine, kept, like)) == ()
    assert counts(session, mine)[0] == 1
    assert session.store.check() == []
    third, _ = hold(session, "東の港", LIKE, day="2026-10-01")
    session.execute(ConfirmLike(session.state.problems[0].id, mine))
    session.execute(DeleteWorkshop(second))
    assert session.store.read(likes_about, third) == ()
    session.open(third)
    assert session.state.likes == ()


def test_undo_of_a_decision_survives_that_the_other_side_is_gone(session):
    first, (like,) = hold(session, "北の市場", LIKE)
    second, (mine,) = hold(session, "南の倉庫", SAID, day="2026-09-08")
    session.execute(ConfirmLike(mine, like))
    session.execute(RemoveProblem(mine))
    session.execute(DeleteWorkshop(first))
    session.open(second)
    session.undo()
    assert counts(session, mine)[0] == 1
    assert rows(session, mine) == ()
    assert session.store.check() == []


def test_a_sample_and_the_own_records_do_not_find_each_other(session):
    made = CreateWorkshop("見本", "2026-01-01T00:00:00", is_sample=True)
    session.open(str(session.execute(made)))
    session.execute(AddProblem(LIKE))
    _, (mine,) = hold(session, "南の倉庫", SAID, day="2026-09-08")
    assert rows(session, mine) == ()


def test_a_problem_that_was_taken_over_counts_once(session):
    _, (first,) = hold(session, "北の市場", LIKE)
    customer = session.state.customer.id
    _, (later,) = hold(session, "", LIKE, who="西", day="2026-06-02", customer_id=customer)
    with session.store.action():
        taken = session.store.get(Problem, later)
        session.store.update(replace(taken, origin_id=first))
    assert counts(session, later) == (1, 1, 1, 1)
    _, (mine,) = hold(session, "南の倉庫", SAID, who="原", day="2026-09-08")
    session.execute(ConfirmLike(mine, later))
    assert counts(session, mine) == (2, 2, 1, 1)


def test_who_said_a_problem_may_be_known_only_where_it_was_taken_over(session):
    _, (first,) = hold(session, "北の市場", LIKE, who="")
    customer = session.state.customer.id
    hold(session, "", customer_id=customer, day="2026-06-02")
    taken = str(session.execute(TakeOverProblem(first)))
    session.execute(EditProblem(taken, "speaker_id", session.state.participants[0].id))
    assert counts(session, taken) == (1, 1, 1, 1)
    said = evidence_of(session.state, problem(session, taken)).counts
    assert evidence.counts_of(session, problem(session, taken)) == said


def test_a_full_store_answers_a_common_problem_with_the_newest(session):
    """With more problems than one word may look up, pairs of frequent words find them."""
    with session.store.action() as changes:
        for number in range(9):
            workshop = Workshop(
                id=new_id(), customer_id=_customer(session, number), title="会",
                created_at=f"2026-01-0{number + 1}T10:00:00",
            )  # fmt: skip
            session.store.insert(workshop)
            who = Participant(
                id=new_id(), workshop_id=workshop.id, position=0, name="加藤", code="P-1"
            )
            session.store.insert(who)
            for place in range(60):
                session.store.insert(
                    Problem(
                        id=new_id(), workshop_id=workshop.id, position=place, number=place + 1,
                        first_wording=f"{SAID} {place}", speaker_id=who.id,
                    )
                )  # fmt: skip
        changes.clear()
    _, (mine,) = hold(session, "南の倉庫", SAID, day="2026-09-08")
    assert len(rows(session, mine)) == evidence.MOST_SUGGESTED


def _customer(session, number):
    from tests.helpers.builders import a_customer

    customer = a_customer(id=f"customer-{number}", name=f"例 {number}")
    session.store.insert(customer)
    return customer.id


def test_the_board_counts_the_voices_of_all_workshops(session):
    _, (like,) = hold(session, "北の市場", LIKE)
    _, (mine, alone) = hold(session, "南の倉庫", SAID, OTHER, who="原", day="2026-09-08")
    session.execute(MakeRequest(mine, "背景"))
    session.execute(MakeRequest(alone, "背景"))
    session.execute(ConfirmLike(mine, like))
    first, second = board(session)
    assert first.request.problem_id == mine
    assert first.counts == (2, 2, 1, 1)
    assert [(v.customer, v.words) for v in first.said.voices] == [("C-1", LIKE), ("C-2", SAID)]
    assert second.counts == (1, 1, 1, 1)
