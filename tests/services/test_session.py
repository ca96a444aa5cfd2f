"""The session: one row of the log per action, undo by the log, and no trace of failures."""

import sys
from datetime import timedelta

import pytest

from tests.helpers.sessions import create_workshop, new_session, reopened
from workshop_app.domain.action import ActionAnswer
from workshop_app.domain.appraisal import Criterion
from workshop_app.domain.changes import Changes
from workshop_app.domain.errors import InvalidInput, NotFound, UserError
from workshop_app.domain.problem import Problem
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.i18n import LANGUAGES, Texts
from workshop_app.services import snapshot
from workshop_app.services.commands.actions import AddAction, AnswerAction
from workshop_app.services.commands.appraising import GiveGround
from workshop_app.services.commands.context import AnswerQuestion
from workshop_app.services.commands.participants import AddParticipant
from workshop_app.services.commands.problems import AddProblem, AddProblems, EditProblem
from workshop_app.services.commands.solving import MakeRequest
from workshop_app.services.commands.workshops import (
    CreateWorkshop,
    DeleteWorkshop,
    EditCustomer,
    EditWorkshop,
    UseCustomer,
)
from workshop_app.services.session import MERGE_SECONDS


def log_of(session, workshop_id=None):
    return [row["kind"] for row in session.store.log(workshop_id or session.workshop_id)]


def titles(session):
    return [problem.title for problem in session.state.problems]


def test_every_action_is_one_row_of_the_log(session):
    session.execute(AddParticipant("青木"))
    session.execute(AddProblems(("一", "二", "三")))
    session.undo()
    session.redo()
    assert log_of(session) == ["create_workshop", "add_participant", "add_problems", "undo", "redo"]


def test_an_action_that_changes_nothing_leaves_no_trace(session):
    problem = session.execute(AddProblem("監視できない"))
    told = []
    session.listen(told.append)
    rows = log_of(session)
    saved = session.saved_at
    session.execute(EditProblem(problem, "wording", ""))
    session.execute(AddProblems(()))
    assert log_of(session) == rows
    assert told == []
    assert session.saved_at == saved


@pytest.mark.parametrize(
    ("command", "key"),
    [
        (AddProblem("  "), "errors.empty"),
        (AddProblem("あ" * 100_000), "errors.too_long"),
        (AddProblems(("良い行", "", "次の行")), "errors.empty"),
        (EditProblem("gone", "wording", "x"), "errors.gone"),
        (AddAction("やる", due="来週"), "errors.bad_date"),
        (AddAction("やる", owner_id="nobody"), None),
        (MakeRequest("gone"), "errors.gone"),
        (DeleteWorkshop("gone"), "errors.gone"),
    ],
)
def test_an_action_that_fails_leaves_no_trace_and_says_why(session, command, key):
    session.execute(AddProblem("先に言ったこと"))
    before = session.state
    rows = log_of(session)
    undoable = session.next_undo()
    told = []
    session.listen(told.append)
    with pytest.raises(UserError) as refused:
        session.execute(command)
    assert key in {None, refused.value.key}
    for language in LANGUAGES:
        assert Texts(language)(refused.value.key, **refused.value.values)
    assert session.state == before
    assert snapshot.load(session.store, session.workshop_id) == before
    assert log_of(session) == rows
    assert session.next_undo() == undoable
    assert told == []
    session.execute(AddProblem("後で言ったこと"))
    assert titles(session) == ["先に言ったこと", "後で言ったこと"]


def test_listeners_get_the_kinds_of_changes_until_they_stop(session):
    told = []
    stop = session.listen(told.append)
    session.execute(AddProblem("監視できない"))
    session.execute(EditCustomer(session.state.customer.id, "industry", "通信販売"))
    session.undo()
    stop()
    session.execute(AddProblem("もう聞いていない"))
    assert told == [Changes.PROBLEMS, Changes.CUSTOMER, Changes.CUSTOMER]


def test_the_time_of_saving_is_the_time_of_the_last_action(session, clock):
    clock.pass_time(42)
    session.execute(AddProblem("監視できない"))
    assert session.saved_at == clock.now
    clock.pass_time(5)
    session.undo()
    assert session.saved_at == clock.now


def test_without_an_open_workshop_one_is_asked_for(tmp_path):
    session = new_session(tmp_path / "w.db")
    for command in (AddProblem("x"), AddParticipant("x"), AnswerQuestion("last_login", "x")):
        with pytest.raises(InvalidInput) as refused:
            session.execute(command)
        assert refused.value.key == "errors.no_workshop"
    with pytest.raises(NotFound):
        session.open("nowhere")
    assert session.undo() is None
    assert session.redo() is None


class TestTyping:
    """Successive edits of one field are one undo step."""

    @pytest.fixture
    def problem(self, session):
        return session.execute(AddProblem("監視できない"))

    def type_on(self, session, clock, problem, *texts, field="wording", pause=1):
        for text in texts:
            clock.pass_time(pause)
            session.execute(EditProblem(problem, field, text))

    def test_typing_on_is_taken_back_at_once(self, session, clock, problem):
        self.type_on(session, clock, problem, "V", "VP", "VPN", "VPNが切れる")
        step = session.undo()
        assert step.kind == "edit_problem"
        assert session.state.problem(problem).wording == ""
        session.redo()
        assert session.state.problem(problem).wording == "VPNが切れる"
        again = reopened(session)
        assert again.undo() is not None

    def test_after_a_pause_it_is_a_new_step(self, session, clock, problem):
        self.type_on(session, clock, problem, "一")
        self.type_on(session, clock, problem, "二", pause=MERGE_SECONDS + 1)
        session.undo()
        assert session.state.problem(problem).wording == "一"

    def test_another_field_is_another_step(self, session, clock, problem):
        self.type_on(session, clock, problem, "言い方")
        self.type_on(session, clock, problem, "話し合い", field="discussion")
        self.type_on(session, clock, problem, "言い方2")
        session.undo()
        assert session.state.problem(problem).wording == "言い方"
        assert session.state.problem(problem).discussion == "話し合い"

    def test_another_record_is_another_step(self, session, clock, problem):
        other = session.execute(AddProblem("通知が多い"))
        self.type_on(session, clock, problem, "一")
        self.type_on(session, clock, other, "二")
        session.undo()
        assert session.state.problem(problem).wording == "一"
        assert session.state.problem(other).wording == ""

    def test_typing_after_an_undo_does_not_join_what_was_before(self, session, clock, problem):
        self.type_on(session, clock, problem, "一")
        session.undo()
        self.type_on(session, clock, problem, "二")
        session.undo()
        assert session.state.problem(problem).wording == ""
        session.redo()
        assert session.state.problem(problem).wording == "二"

    def test_the_ground_of_a_criterion_is_typed_as_one_step(self, session, clock, problem):
        for text in ("春", "春まで", "春までに"):
            clock.pass_time(1)
            session.execute(GiveGround(problem, Criterion.NOW, text))
        session.undo()
        assert session.state.appraisal_of(problem) is None

    def test_a_clock_set_back_merges_nothing(self, session, clock, problem):
        self.type_on(session, clock, problem, "一")
        clock.now -= timedelta(hours=1)
        self.type_on(session, clock, problem, "二", pause=0)
        session.undo()
        assert session.state.problem(problem).wording == "一"


class TestUndo:
    """Undo and redo, derived from the log."""

    def test_there_is_nothing_to_undo_in_a_new_workshop(self, session):
        assert session.next_undo() is None
        assert session.undo() is None
        assert session.redo() is None
        assert log_of(session) == ["create_workshop"]

    def test_a_new_action_ends_what_can_be_done_again(self, session):
        session.execute(AddProblem("一"))
        session.undo()
        session.execute(AddProblem("二"))
        assert session.next_redo() is None
        assert session.redo() is None
        assert titles(session) == ["二"]

    def test_steps_are_taken_back_one_by_one_and_done_again_in_order(self, session):
        for words in ("一", "二", "三"):
            session.execute(AddProblem(words))
        session.undo()
        session.undo()
        assert titles(session) == ["一"]
        session.redo()
        assert titles(session) == ["一", "二"]
        again = reopened(session)
        again.redo()
        assert titles(again) == ["一", "二", "三"]
        for _ in range(3):
            again.undo()
        assert titles(again) == []

    def test_a_record_that_comes_back_keeps_its_id_number_and_place(self, session):
        session.execute(AddProblem("一"))
        session.execute(AddProblem("二"))
        before = session.state.problems
        session.undo()
        session.redo()
        assert session.state.problems == before
        assert session.store.find_problems("二")

    def test_undo_stops_where_the_schema_changed(self, session):
        session.execute(AddProblem("前の版で言ったこと"))
        session.store.database.execute("UPDATE action_log SET version = version - 1")
        session.store.database.conn.commit()
        again = reopened(session)
        assert again.next_undo() is None
        assert again.undo() is None
        again.execute(AddProblem("この版で言ったこと"))
        again.undo()
        assert again.undo() is None
        assert titles(again) == ["前の版で言ったこと"]

    def test_each_workshop_has_its_own_steps(self, session):
        first = session.workshop_id
        session.execute(AddProblem("一社目"))
        session.close()
        create_workshop(session, "二社目")
        assert session.next_undo() is None
        session.execute(AddProblem("二社目"))
        session.undo()
        assert session.undo() is None
        session.open(first)
        assert titles(session) == ["一社目"]
        session.undo()
        assert titles(session) == []


class TestSeveralWorkshops:
    """Creating, sharing and deleting workshops."""

    def test_a_workshop_created_while_another_is_open_has_its_own_log(self, session):
        first = session.workshop_id
        session.execute(AddProblem("一社目"))
        session.undo()
        second = session.execute(
            CreateWorkshop("二回目", "2027-01-14T09:00:00", customer_name="秘密の客")
        )
        assert session.workshop_id == first
        assert session.next_redo() is not None
        assert log_of(session, second) == ["create_workshop"]
        assert log_of(session, first) == ["create_workshop", "add_problem", "undo"]

    def test_changing_to_another_customer_is_reported_as_a_change_of_customer(self, session):
        first = session.workshop_id
        second = create_workshop(session, "別の客")
        told = []
        session.listen(told.append)
        customer = session.store.get(Workshop, first).customer_id
        session.execute(UseCustomer(customer))
        assert session.state.customer.id == customer
        assert Changes.CUSTOMER in told[-1]
        assert Changes.WORKSHOP in told[-1]
        assert session.store.get(Workshop, second).customer_id == customer

    def test_deleting_for_good_takes_the_log_along_and_cannot_be_undone(self, session):
        gone = session.workshop_id
        session.execute(AddProblem("消すもの"))
        session.close()
        session.execute(DeleteWorkshop(gone))
        assert session.store.all(Workshop) == ()
        assert session.store.all(Customer) == ()
        assert session.store.all(Problem) == ()
        assert log_of(session, gone) == []
        assert session.store.database.table("action_log").count == 0
        assert session.undo() is None
        with pytest.raises(NotFound):
            session.open(gone)

    def test_another_one_may_be_deleted_while_a_workshop_is_open(self, session):
        other = session.execute(CreateWorkshop("別の会", "2027-01-14T09:00:00", "別の客"))
        session.execute(AddProblem("残すもの"))
        before = session.state
        session.execute(DeleteWorkshop(other))
        assert session.state == before == snapshot.load(session.store, session.workshop_id)
        assert [one.id for one in session.store.all(Workshop)] == [session.workshop_id]
        session.undo()
        assert titles(session) == []

    def test_the_open_one_is_not_deleted(self, session):
        with pytest.raises(UserError) as refused:
            session.execute(DeleteWorkshop(session.workshop_id))
        assert refused.value.key == "errors.close_first"
        assert session.store.all(Workshop) == (session.state.workshop,)

    def test_a_customer_of_two_workshops_outlives_the_first(self, session):
        first = session.workshop_id
        customer = session.state.customer
        second = session.execute(
            CreateWorkshop("二回目", "2027-01-14T09:00:00", customer_id=customer.id)
        )
        session.close()
        session.execute(DeleteWorkshop(first))
        assert session.store.all(Customer) == (customer,)
        session.execute(DeleteWorkshop(second))
        assert session.store.all(Customer) == ()

    def test_an_action_done_from_the_start_page_goes_into_its_workshops_log(self, session):
        workshop_id = session.workshop_id
        action = session.execute(AddAction("check-tcp を入れる"))
        session.close()
        session.execute(AnswerAction(action, ActionAnswer.DONE, "2026-12-04T09:00"))
        assert log_of(session, workshop_id) == ["create_workshop", "add_action", "answer_action"]
        session.open(workshop_id)
        assert session.state.actions[0].done
        session.undo()
        assert not session.state.actions[0].done

    def test_an_edit_in_another_workshop_of_the_customer_is_seen_on_opening(self, session):
        first = session.workshop_id
        customer = session.state.customer
        second = session.execute(
            CreateWorkshop("二回目", "2027-01-14T09:00:00", customer_id=customer.id)
        )
        session.open(second)
        session.execute(EditCustomer(customer.id, "industry", "通信販売"))
        session.execute(EditWorkshop(second, "place", "本社"))
        session.open(first)
        assert session.state.customer.industry == "通信販売"
        assert session.state.workshop.place == ""


def test_a_listener_that_fails_is_reported_and_takes_nothing_from_the_others(session, monkeypatch):
    reported = []
    heard = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: reported.append(kind))

    def fail(_changes):
        raise RuntimeError

    session.listen(fail)
    session.listen(heard.append)
    assert session.execute(AddProblem("一度だけ"))
    assert (reported, len(heard)) == ([RuntimeError], 1)
    assert len(session.state.problems) == 1
