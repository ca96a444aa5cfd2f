"""Choosing, solving, appraising: hands, cards, requests and verdicts."""

import pytest

from workshop_app.domain.action import ActionAnswer
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.errors import InvalidInput, NotFound
from workshop_app.domain.facts.verdicts import decision_of, verdict_of
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.services.commands.actions import AddAction, AnswerAction, EditAction
from workshop_app.services.commands.appraising import (
    AnswerCriterion,
    GiveGround,
    NoteOnAppraisal,
    Overrule,
)
from workshop_app.services.commands.participants import AddParticipant
from workshop_app.services.commands.problems import AddProblem, EditProblem, RemoveProblem
from workshop_app.services.commands.solving import (
    DecideNotOurs,
    MakeRequest,
    PlayCard,
    TakeBackCard,
    TakeBackRequest,
)
from workshop_app.services.commands.visits import EditDelivery, EditEarlierDelivery


@pytest.fixture
def problem(session):
    return session.execute(AddProblem("死活監視が鳴りすぎる"))


def outcomes(session, problem):
    return session.state.outcomes_of(session.state.problem(problem))


class TestCards:
    def test_an_answer_keeps_the_search_words_that_led_to_it(self, session, problem):
        play = PlayCard(problem, CardKind.SOLUTION, "check-tcp", "", "check-tcp", "1", "ポート")
        card = session.execute(play)
        again = PlayCard(
            problem, CardKind.SOLUTION, "check-tcp", "", "check-tcp", "1", "TCP 監視", 2
        )
        assert session.execute(again) == card
        (only,) = session.state.cards
        assert (only.search_words, only.catalogue_version) == ("TCP 監視", "1")
        assert only.limit_number == 2
        assert outcomes(session, problem) == (OutcomeKind.SOLUTION,)

    def test_several_cards_are_in_order_of_play(self, session, problem):
        for title in ("ハンズオン", "記事", "サポート"):
            session.execute(PlayCard(problem, CardKind.OWN, title))
        assert [card.title for card in session.state.cards_of(problem)] == [
            "ハンズオン",
            "記事",
            "サポート",
        ]

    def test_a_card_needs_a_title(self, session, problem):
        with pytest.raises(InvalidInput):
            session.execute(PlayCard(problem, CardKind.OWN, " "))

    def test_a_card_taken_back_leaves_its_action(self, session, problem):
        card = session.execute(PlayCard(problem, CardKind.HANDS_ON, "ハンズオン"))
        session.execute(AddAction("日を決める", problem_id=problem, card_id=card))
        session.execute(TakeBackCard(card))
        assert session.state.actions[0].card_id is None
        assert session.state.actions[0].problem_id == problem
        assert outcomes(session, problem) == (OutcomeKind.OPEN,)

    def test_help_and_the_action_that_delivers_it_have_one_mark(self, session, problem):
        card = session.execute(PlayCard(problem, CardKind.HANDS_ON, "ハンズオン"))
        action = session.execute(AddAction("ハンズオンを開く", problem_id=problem, card_id=card))

        def marks():
            return session.state.actions[0].answer, session.state.cards[0].delivered_on

        session.execute(AnswerAction(action, ActionAnswer.DONE, "2026-12-20T10:00:00"))
        assert marks() == (ActionAnswer.DONE, "2026-12-20")
        session.execute(EditDelivery(card, "delivered_on", "2026-12-18"))
        assert marks() == (ActionAnswer.DONE, "2026-12-18")
        session.execute(AnswerAction(action, ActionAnswer.NOT_YET, "2026-12-21T10:00:00"))
        assert marks() == (ActionAnswer.NOT_YET, "")
        session.execute(EditEarlierDelivery(card, "delivered_on", "2026-12-22"))
        assert marks() == (ActionAnswer.DONE, "2026-12-22")
        session.execute(EditDelivery(card, "delivered_on", ""))
        assert marks() == (None, "")
        session.undo()
        assert marks() == (ActionAnswer.DONE, "2026-12-22")

    @pytest.mark.parametrize("answer", ActionAnswer)
    def test_an_action_for_a_solution_says_nothing_about_its_delivery(
        self, session, problem, answer
    ):
        card = session.execute(PlayCard(problem, CardKind.ANSWER, "条件を広げる"))
        action = session.execute(AddAction("広げる", problem_id=problem, card_id=card))
        session.execute(AnswerAction(action, answer, "2026-12-20T10:00:00"))
        assert session.state.cards[0].delivered_on == ""
        session.execute(EditDelivery(card, "delivered_on", "2026-12-18"))
        assert session.state.actions[0].answer is answer

    def test_an_action_of_a_card_outlives_the_problem(self, session, problem):
        other = session.execute(AddProblem("別の課題"))
        card = session.execute(PlayCard(problem, CardKind.HANDS_ON, "ハンズオン"))
        session.execute(AddAction("日を決める", problem_id=other, card_id=card))
        session.execute(RemoveProblem(problem))
        (action,) = session.state.actions
        assert (action.problem_id, action.card_id) == (other, None)
        session.undo()
        assert session.state.actions[0].card_id == card


class TestNotOurs:
    def test_not_ours_is_refused_while_cards_are_played(self, session, problem):
        session.execute(PlayCard(problem, CardKind.OWN, "自分のカード"))
        with pytest.raises(InvalidInput) as refused:
            session.execute(DecideNotOurs(problem, "やはり違う"))
        assert refused.value.key == "errors.cards_played"

    def test_a_card_replaces_the_outcome_not_ours(self, session, problem):
        session.execute(DecideNotOurs(problem, "違う"))
        session.execute(PlayCard(problem, CardKind.SUPPORT, "サポートへ"))
        assert outcomes(session, problem) == (OutcomeKind.CARD,)


class TestRequests:
    def test_a_request_starts_from_the_users_own_words(self, session, problem):
        session.execute(EditProblem(problem, "wording", "VPNが切れると36通届く"))
        made = session.execute(MakeRequest(problem, "VPNで7拠点", "connectivity-monitoring"))
        (request,) = session.state.requests
        assert request.id == made
        assert request.own_words == "死活監視が鳴りすぎる"
        assert request.title == "VPNが切れると36通届く"
        assert (request.situation, request.nearest_id) == ("VPNで7拠点", "connectivity-monitoring")
        assert outcomes(session, problem) == (OutcomeKind.REQUEST,)


class TestAppraising:
    def test_answering_keeps_the_recorded_ground(self, session, problem):
        session.execute(AnswerCriterion(problem, Criterion.WHO, "known", "基盤運用 課長"))
        session.execute(AnswerCriterion(problem, Criterion.WHO, "partly", "別の根拠"))
        appraisal = session.state.appraisal_of(problem)
        assert (appraisal.who, appraisal.who_ground) == ("partly", "基盤運用 課長")
        session.execute(AnswerCriterion(problem, Criterion.WHO, ""))
        assert session.state.appraisal_of(problem).who == ""

    def test_only_answers_of_the_criterion_are_taken(self, session, problem):
        with pytest.raises(InvalidInput) as refused:
            session.execute(AnswerCriterion(problem, Criterion.WHO, "urgent"))
        assert refused.value.key == "errors.bad_answer"
        assert session.state.appraisal_of(problem) is None

    def test_overruling_wants_a_reason_and_can_be_given_back(self, session, problem):
        with pytest.raises(InvalidInput):
            session.execute(Overrule(problem, Verdict.LATER, " ", "高橋"))
        session.execute(Overrule(problem, Verdict.LATER, "待てるため", "高橋"))
        shown = session.state.problem(problem)
        assert verdict_of(session.state, shown) is Verdict.LATER
        assert decision_of(session.state, shown).verdict is Verdict.OPEN
        session.execute(Overrule(problem, None))
        appraisal = session.state.appraisal_of(problem)
        assert (appraisal.override, appraisal.override_reason, appraisal.override_by) == (
            None,
            "",
            "",
        )

    def test_ground_and_private_note_make_one_appraisal(self, session, problem):
        session.execute(GiveGround(problem, Criterion.NOW, "春まで\n待てる"))
        session.execute(NoteOnAppraisal(problem, "内々の話"))
        (appraisal,) = session.state.appraisals
        assert appraisal.now_ground == "春まで\n待てる"
        assert appraisal.private_note == "内々の話"

    def test_an_appraisal_goes_with_its_problem(self, session, problem):
        session.execute(AnswerCriterion(problem, Criterion.OURS, "yes"))
        session.execute(RemoveProblem(problem))
        assert session.state.appraisals == ()
        with pytest.raises(NotFound):
            session.execute(AnswerCriterion(problem, Criterion.OURS, "no"))


def test_an_action_has_an_owner_from_the_room_or_from_elsewhere(session, problem):
    who = session.execute(AddParticipant("青木"))
    action = session.execute(AddAction("記事を書く", owner_name="高橋（CRE）", due="2026-12-17"))
    session.execute(EditAction(action, "記事を書く", owner_id=who, due="2026-12-17"))
    session.execute(AnswerAction(action, ActionAnswer.DONE, "2026-12-04T09:00"))
    (kept,) = session.state.actions
    assert (kept.owner_id, kept.owner_name, kept.due, kept.done) == (who, "", "2026-12-17", True)


def test_the_number_of_a_request_taken_back_never_comes_back(session, problem):
    session.execute(MakeRequest(problem))
    card = session.state.cards_of(problem)[0]
    session.execute(TakeBackRequest(card.id, problem))
    session.execute(MakeRequest(problem))
    assert [request.number for request in session.state.requests] == [2]
    session.execute(RemoveProblem(problem))
    other = str(session.execute(AddProblem("ほかの課題")))
    session.execute(MakeRequest(other))
    assert [request.number for request in session.state.requests] == [3]
