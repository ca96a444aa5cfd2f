"""A disk that fills up: one clear sentence, nothing lost, and on it goes once there is room."""

import pytest

from tests.helpers.sessions import open_session, reopened
from workshop_app.domain.errors import StoreError
from workshop_app.services import snapshot
from workshop_app.services.commands.problems import (
    AddProblem,
    AddProblems,
    EditProblem,
    RemoveProblem,
)


@pytest.fixture
def session(tmp_path):
    session = open_session(tmp_path / "w.db", lasting=True)
    session.execute(AddProblem("先に言ったこと"))
    yield session
    session.store.close()


def limit_pages(session, spare):
    database = session.store.database
    pages = database.execute("PRAGMA page_count").fetchone()[0]
    database.execute(f"PRAGMA max_page_count={pages + spare}")


@pytest.mark.parametrize("spare", [0, 1, 2, 3, 5, 8, 13])
def test_what_no_longer_fits_is_told_and_can_be_done_again_with_room(session, spare):
    problem = session.state.problems[0].id
    long = AddProblems(tuple(f"{number} 番目の長い課題 " * 60 for number in range(100)))
    limit_pages(session, spare)
    before = session.state
    undoable = session.undoable
    with pytest.raises(StoreError) as refused:
        session.execute(long)
    assert refused.value.key == "errors.store_full"
    assert session.state == before == snapshot.load(session.store, session.workshop_id)
    assert session.undoable == undoable
    assert session.store.check() == []

    limit_pages(session, 1_000_000)
    session.execute(long)
    session.execute(EditProblem(problem, "wording", "空きができてから"))
    again = reopened(session, lasting=True)
    assert len(again.state.problems) == 101
    assert again.store.check() == []
    again.store.close()


def test_undo_on_a_full_disk_keeps_what_is_there(session):
    problem = session.state.problems[0].id
    session.execute(EditProblem(problem, "discussion", "長い話し合い " * 2_000))
    session.execute(RemoveProblem(problem))
    session.store.database.execute("VACUUM")
    limit_pages(session, 0)
    before = session.state
    undoable = session.undoable
    with pytest.raises(StoreError) as refused:
        session.undo()
    assert refused.value.key == "errors.store_full"
    assert session.state == before == snapshot.load(session.store, session.workshop_id)
    assert session.undoable == undoable

    limit_pages(session, 1_000_000)
    session.undo()
    assert session.state.problem(problem).discussion.startswith("長い話し合い")
