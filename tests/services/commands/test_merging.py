"""Merging: outcomes of a merged problem count for its root, and are restored by unmerging."""

import pytest

from workshop_app.domain.appraisal import Criterion
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.domain.steps import Step, missing
from workshop_app.domain.workshop_json import from_json, to_json
from workshop_app.services.commands.appraising import AnswerCriterion
from workshop_app.services.commands.choosing import Choose, CountHands
from workshop_app.services.commands.problems import AddProblems, RemoveProblem
from workshop_app.services.commands.solving import (
    DecideNotOurs,
    MakeRequest,
    PlayCard,
    TakeBackCard,
)
from workshop_app.services.commands.sorting import MergeProblems, Unmerge


@pytest.fixture
def three(session):
    return session.execute(AddProblems(("一つ目", "二つ目", "三つ目")))


def chosen(session):
    return [problem.number for problem in session.state.chosen]


def outcomes(session, problem_id):
    return session.state.outcomes_of(session.state.problem(problem_id))


def entry(problem_id, solution="check-tcp"):
    return PlayCard(problem_id, CardKind.SOLUTION, "検査", catalogue_id=solution)


class TestChosen:
    def test_one_is_chosen_as_any_merged_into_it_was(self, session, three):
        session.execute(Choose((three[1], three[2])))
        before = session.state
        session.execute(MergeProblems(three[0], (three[1],)))
        assert chosen(session) == [1, 3]
        assert session.state.problem(three[0]).chosen
        assert [problem.number for problem in session.state.to_appraise] == [1, 3]
        session.execute(Unmerge(three[0]))
        assert session.state == before
        assert chosen(session) == [2, 3]

    def test_the_mark_is_taken_from_all_of_them(self, session, three):
        session.execute(Choose((three[1],)))
        session.execute(MergeProblems(three[0], (three[1],)))
        session.execute(Choose((three[0],), chosen=False))
        assert chosen(session) == []

    def test_choosing_the_top_keeps_what_was_chosen_in_a_merged_one(self, session, three):
        session.execute(Choose((three[1], three[2])))
        session.execute(MergeProblems(three[0], (three[1],)))
        session.execute(Choose((three[0],), only=True))
        assert chosen(session) == [1]
        session.execute(Unmerge(three[0]))
        assert chosen(session) == [2]


class TestOutcomes:
    def test_answers_and_requests_count_for_the_whole_and_come_back(self, session, three):
        session.execute(Choose((three[1],)))
        session.execute(entry(three[1]))
        session.execute(MakeRequest(three[1]))
        before = session.state
        session.execute(MergeProblems(three[0], (three[1],)))
        assert outcomes(session, three[0]) == (OutcomeKind.SOLUTION, OutcomeKind.REQUEST)
        assert session.state.request_of(three[0]) == session.state.requests[0]
        assert not missing(session.state, Step.SOLVE)
        session.execute(Unmerge(three[0]))
        assert session.state == before
        assert outcomes(session, three[0]) == (OutcomeKind.OPEN,)

    def test_the_same_entry_is_shown_once_and_taken_back_from_all(self, session, three):
        session.execute(entry(three[0]))
        session.execute(entry(three[1]))
        session.execute(MergeProblems(three[0], (three[1],)))
        (card,) = session.state.cards_of(three[0])
        assert session.execute(entry(three[0])) == card.id
        session.execute(TakeBackCard(card.id, three[0]))
        assert outcomes(session, three[0]) == (OutcomeKind.OPEN,)

    def test_an_entry_of_a_merged_problem_is_not_played_twice(self, session, three):
        old = session.execute(entry(three[1]))
        session.execute(MergeProblems(three[0], (three[1],)))
        assert session.execute(entry(three[0])) == old

    def test_not_ours_counts_for_the_whole_until_it_is_opened_again(self, session, three):
        session.execute(DecideNotOurs(three[1], "社内の規則"))
        session.execute(MergeProblems(three[0], (three[1],)))
        assert session.state.problem(three[0]).not_ours_reason == "社内の規則"
        assert outcomes(session, three[0]) == (OutcomeKind.NOT_OURS,)
        session.execute(DecideNotOurs(three[0], ""))
        assert outcomes(session, three[0]) == (OutcomeKind.OPEN,)

    def test_an_answer_is_not_hidden_by_a_reason_and_the_reason_comes_back(self, session, three):
        session.execute(DecideNotOurs(three[0], "社内の規則"))
        session.execute(entry(three[1]))
        session.execute(MergeProblems(three[0], (three[1],)))
        assert outcomes(session, three[0]) == (OutcomeKind.SOLUTION,)
        with pytest.raises(InvalidInput):
            session.execute(DecideNotOurs(three[0], "社内の規則"))
        session.execute(Unmerge(three[0]))
        assert outcomes(session, three[0]) == (OutcomeKind.NOT_OURS,)
        assert outcomes(session, three[1]) == (OutcomeKind.SOLUTION,)

    def test_a_merged_request_is_not_made_again(self, session, three):
        made = session.execute(MakeRequest(three[1]))
        session.execute(MergeProblems(three[0], (three[1],)))
        assert session.execute(MakeRequest(three[0])) == made


class TestAppraisal:
    def test_it_goes_on_from_what_was_said_of_the_merged_one(self, session, three):
        session.execute(AnswerCriterion(three[1], Criterion.WHO, "known", "監視の担当"))
        session.execute(MergeProblems(three[0], (three[1],)))
        assert session.state.appraisal_of(three[0]).who == "known"
        session.execute(AnswerCriterion(three[0], Criterion.OURS, "no"))
        whole = session.state.appraisal_of(three[0])
        assert (whole.who, whole.ours) == ("known", "no")
        assert session.state.appraisal_of(three[1]) == whole
        session.execute(Unmerge(three[0]))
        merged = session.state.appraisal_of(three[1])
        assert (merged.who, merged.ours) == ("known", "")


class TestHands:
    def votes(self, session, ids):
        return [session.state.votes.of(one) for one in ids]

    def test_counts_made_before_merging_come_back_after_a_new_count(self, session, three):
        for one, hands in zip(three, (3, 4, 1), strict=True):
            session.execute(CountHands(one, hands))
        before = session.state
        session.execute(MergeProblems(three[0], (three[1],)))
        for hands in (5, 6):
            session.execute(CountHands(three[0], hands))
            assert self.votes(session, three) == [hands, None, 1]
            assert session.state.votes.at_least_in(1) == ()
        session.execute(Unmerge(three[0]))
        assert session.state == before

    def test_a_count_taken_away_from_merged_ones_comes_back_when_they_are_parted(
        self, session, three
    ):
        session.execute(CountHands(three[1], 4))
        before = session.state
        session.execute(MergeProblems(three[0], (three[1],)))
        session.execute(CountHands(three[0], None))
        assert session.state.votes.rounds == ()
        session.execute(Unmerge(three[0]))
        assert session.state == before

    def test_each_merging_has_its_own_count(self, session, three):
        for one, hands in zip(three, (3, 4, 1), strict=True):
            session.execute(CountHands(one, hands))
        before = session.state
        session.execute(MergeProblems(three[0], (three[1],)))
        session.execute(CountHands(three[0], 5))
        once = session.state
        session.execute(MergeProblems(three[2], (three[0],)))
        session.execute(CountHands(three[2], 9))
        assert self.votes(session, three) == [None, None, 9]
        session.execute(Unmerge(three[2]))
        assert session.state == once
        session.execute(Unmerge(three[0]))
        assert session.state == before

    def test_removing_the_one_that_stays_gives_the_others_their_counts(self, session, three):
        session.execute(CountHands(three[1], 4))
        session.execute(MergeProblems(three[0], (three[1],)))
        session.execute(CountHands(three[0], 5))
        session.execute(RemoveProblem(three[0]))
        assert self.votes(session, three[1:]) == [4, None]


class TestMergingAgain:
    def test_unmerging_gives_back_what_each_was(self, session, three):
        session.execute(MergeProblems(three[0], (three[1],)))
        before = session.state
        session.execute(MergeProblems(three[2], (three[0],)))
        assert [problem.number for problem in session.state.merged_into(three[2])] == [1, 2]
        read = from_json(to_json(session.state, private=True))
        assert read.merging.root_ids == session.state.merging.root_ids
        session.execute(Unmerge(three[2]))
        assert session.state == before

    def test_removing_one_in_the_middle_leaves_the_rest_merged(self, session, three):
        session.execute(MergeProblems(three[0], (three[1],)))
        session.execute(MergeProblems(three[2], (three[0],)))
        session.execute(RemoveProblem(three[0]))
        assert [problem.number for problem in session.state.listed] == [3]
        assert [problem.number for problem in session.state.merged_into(three[2])] == [2]
