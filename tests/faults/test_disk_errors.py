"""Disk errors: the shown state is the stored one, and the message is true."""

import pytest

from tests.helpers.faulty_disk import faulty_disk
from tests.helpers.sessions import open_session, reopened
from workshop_app.domain.errors import StoreError
from workshop_app.domain.problem import Problem
from workshop_app.i18n import LANGUAGES, Texts
from workshop_app.services import snapshot
from workshop_app.services.commands.problems import AddProblem, EditProblem


@pytest.fixture
def disk():
    with faulty_disk() as disk:
        yield disk


@pytest.fixture
def session(disk, tmp_path):
    session = open_session(tmp_path / "w.db", lasting=True)
    session.execute(AddProblem("先に言ったこと"))
    yield session
    session.store.close()


def shown_is_stored(session):
    assert session.state == snapshot.load(session.store, session.workshop_id)
    again = reopened(session, lasting=True)
    assert again.state == session.state
    assert again.next_undo() == session.next_undo()
    session.store = again.store


def told(refused) -> None:
    for language in LANGUAGES:
        assert Texts(language)(refused.value.key, **refused.value.values)


def test_an_action_that_is_stored_counts_as_done_whatever_the_disk_answered(session, disk):
    heard = []
    session.listen(heard.append)
    disk.fail_at("COMMIT", done=True)
    assert session.execute(AddProblem("届いていたこと"))
    assert session.store.disk_warning == "SQLITE_IOERR_FSYNC"
    assert heard
    assert [problem.first_wording for problem in session.state.problems] == [
        "先に言ったこと",
        "届いていたこと",
    ]
    session.execute(AddProblem("次のこと"))
    assert session.store.disk_warning == ""
    session.undo()
    shown_is_stored(session)


def test_an_undo_that_is_stored_counts_as_done_too(session, disk):
    disk.fail_at("COMMIT", done=True)
    assert session.undo()
    assert session.state.problems == ()
    assert session.next_redo()
    shown_is_stored(session)


@pytest.mark.parametrize("statement", ["COMMIT", "INSERT", "BEGIN"])
def test_an_action_that_is_not_stored_is_refused_and_can_be_repeated(session, disk, statement):
    before = session.state
    undoable = session.next_undo()
    disk.fail_at(statement, done=False)
    with pytest.raises(StoreError) as refused:
        session.execute(AddProblem("届かなかったこと"))
    assert refused.value.key == "errors.store_failed"
    told(refused)
    assert (session.state, session.next_undo()) == (before, undoable)
    session.execute(AddProblem("届かなかったこと"))
    assert len(session.state.problems) == 2
    shown_is_stored(session)


@pytest.mark.parametrize("stored", [True, False])
def test_while_nothing_can_be_read_no_message_claims_more_than_is_known(session, disk, stored):
    disk.fail_at("COMMIT", done=stored)
    disk.may_open = False
    with pytest.raises(StoreError) as refused:
        session.execute(AddProblem("わからないこと"))
    assert refused.value.key == "errors.store_unknown"
    told(refused)
    for act in (lambda: session.execute(AddProblem("まだ")), lambda: session.store.all(Problem)):
        with pytest.raises(StoreError) as refused:
            act()
        told(refused)

    disk.may_open = True
    session.execute(AddProblem("また書ける"))
    words = [problem.first_wording for problem in session.state.problems]
    assert words == ["先に言ったこと", *(["わからないこと"] if stored else []), "また書ける"]
    shown_is_stored(session)


def test_a_fault_between_changes_of_one_record_is_judged_by_the_last_of_them(session, disk):
    problem = session.state.problems[0].id
    session.execute(EditProblem(problem, "wording", "一つ"))
    disk.fail_at("COMMIT", done=True)
    session.execute(EditProblem(problem, "wording", "二つ"))
    assert session.state.problem(problem).wording == "二つ"
    shown_is_stored(session)
