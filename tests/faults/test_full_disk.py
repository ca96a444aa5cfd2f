"""A full disk: one clear sentence, nothing lost, and work continues once there is space."""

import multiprocessing
import signal
import sys

import pytest

from tests.helpers.sessions import new_session, open_session, reopened
from workshop_app.domain.errors import StoreError
from workshop_app.services import snapshot
from workshop_app.services.commands.problems import (
    AddProblem,
    AddProblems,
    EditProblem,
    RemoveProblem,
)
from workshop_app.services.session import Session
from workshop_app.store.store import Store

if sys.platform != "win32":
    import resource


@pytest.fixture
def session(tmp_path):
    session = open_session(tmp_path / "w.db", lasting=True)
    session.execute(AddProblem("先に言ったこと"))
    return session


def limit_pages(session, spare):
    database = session.store.database
    pages = database.execute("PRAGMA page_count").fetchone()[0]
    database.execute(f"PRAGMA max_page_count={pages + spare}")


@pytest.mark.parametrize("spare", [0, 1, 2, 3, 5, 8, 13])
def test_a_full_disk_is_reported_and_the_action_can_be_repeated_with_space(session, spare):
    problem = session.state.problems[0].id
    long = AddProblems(tuple(f"{number} 番目の長い課題 " * 60 for number in range(100)))
    limit_pages(session, spare)
    before = session.state
    undoable = session.next_undo()
    with pytest.raises(StoreError) as refused:
        session.execute(long)
    assert refused.value.key == "errors.store_full"
    assert session.state == before == snapshot.load(session.store, session.workshop_id)
    assert session.next_undo() == undoable
    assert session.store.check() == []

    limit_pages(session, 1_000_000)
    session.execute(long)
    session.execute(EditProblem(problem, "wording", "空きができてから"))
    again = reopened(session, lasting=True)
    assert len(again.state.problems) == 101
    assert again.store.check() == []


def test_undo_on_a_full_disk_keeps_what_is_there(session):
    problem = session.state.problems[0].id
    session.execute(EditProblem(problem, "discussion", "長い話し合い " * 2_000))
    session.execute(RemoveProblem(problem))
    session.store.database.execute("VACUUM")
    limit_pages(session, 0)
    before = session.state
    undoable = session.next_undo()
    with pytest.raises(StoreError) as refused:
        session.undo()
    assert refused.value.key == "errors.store_full"
    assert session.state == before == snapshot.load(session.store, session.workshop_id)
    assert session.next_undo() == undoable

    limit_pages(session, 1_000_000)
    session.undo()
    assert session.state.problem(problem).discussion.startswith("長い話し合い")


def fill_to_the_limit(path, workshop_id, done):
    """Act until the system refuses to extend the file; sends the messages and the shown state."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    session = new_session(path, lasting=True)
    session.open(workshop_id)
    limit = path.stat().st_size + 400_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    told = ""
    for number in range(100):
        try:
            session.execute(AddProblems(tuple(f"{number} の長い課題 " * 60 for _ in range(9))))
        except StoreError as error:
            told = error.key
            break
    done.send((told, [each.first_wording for each in session.state.problems]))


@pytest.mark.skipif(sys.platform == "win32", reason="has no such limit")
def test_a_file_size_limit_is_reported_and_keeps_the_content(session):
    path = session.store.path
    workshop_id = session.workshop_id
    session.store.close()
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=fill_to_the_limit, args=(path, workshop_id, there))
    process.start()
    there.close()
    told, shown = here.recv()
    process.join(120)
    assert told in ("errors.store_failed", "errors.store_full")
    session.store = Store(path)
    assert session.store.check() == []
    again = Session(session.store)
    again.open(workshop_id)
    assert [each.first_wording for each in again.state.problems] == shown
    assert len(shown) > 1
