"""The open file is moved, deleted, replaced or overwritten: nothing lost is reported as saved."""

import os
import shutil
from dataclasses import replace

import pytest

from tests.helpers.sessions import open_session
from workshop_app.domain.errors import StoreError, StoreMoved
from workshop_app.domain.problem import Problem
from workshop_app.domain.workshop import Customer
from workshop_app.i18n import LANGUAGES, Texts
from workshop_app.services import snapshot
from workshop_app.services.commands.problems import AddProblem, AddProblems
from workshop_app.store.backup import check_file
from workshop_app.store.store import Store

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps an open file in its place")


@pytest.fixture
def session(tmp_path):
    (tmp_path / "records").mkdir()
    session = open_session(tmp_path / "records" / "workshops.db", lasting=True)
    session.execute(AddProblem("先に言ったこと"))
    yield session
    session.store.close()


def deleted(path):
    path.unlink()


def renamed(path):
    path.rename(path.with_name("elsewhere.db"))


def folder_renamed(path):
    path.parent.rename(path.parent.with_name("moved"))


def replaced(path):
    other = path.with_name("other.db")
    Store(other).close()
    other.replace(path)


def replaced_by_its_own_copy(path):
    shutil.copy(path, path.with_name("copy.db")).replace(path)


LOSSES = [deleted, renamed, folder_renamed, replaced, replaced_by_its_own_copy]


@pytest.mark.parametrize("lose", LOSSES)
def test_nothing_is_acknowledged_that_is_not_kept(session, lose):
    state = session.state
    undoable = session.next_undo()
    saved = session.saved_at
    lose(session.store.path)
    for act in (lambda: session.execute(AddProblem("どこにも残らない")), session.undo):
        with pytest.raises(StoreMoved) as refused:
            act()
        for language in LANGUAGES:
            assert Texts(language)(refused.value.key, **refused.value.values)
    assert (session.state, session.next_undo(), session.saved_at) == (state, undoable, saved)
    assert snapshot.load(session.store, session.workshop_id) == state


@pytest.mark.parametrize("lose", LOSSES)
def test_everything_can_be_saved_elsewhere_and_work_goes_on_there(session, lose):
    path = session.store.path
    state = session.state
    lose(path)
    there = path.read_bytes() if path.exists() else None
    saved = session.save_elsewhere()
    assert saved.parent == path.parent
    assert (saved == path) == (there is None)
    assert session.store.path == saved
    assert session.state == state == snapshot.load(session.store, session.workshop_id)
    session.execute(AddProblem("そのあとに言ったこと"))
    session.undo()
    session.redo()
    session.store.close()
    assert check_file(saved) == []
    again = Store(saved)
    assert len(again.all(Problem)) == 2
    again.close()
    if there is not None:
        assert path.read_bytes() == there  # the file in its place is left alone


def test_a_store_opened_by_a_link_that_leads_elsewhere_then_is_lost_too(tmp_path):
    Store(tmp_path / "one.db").close()
    Store(tmp_path / "two.db").close()
    link = tmp_path / "workshops.db"
    link.symlink_to("one.db")
    session = open_session(link)
    link.unlink()
    link.symlink_to("two.db")
    with pytest.raises(StoreMoved):
        session.execute(AddProblem("どこにも残らない"))
    session.store.close()


def test_a_file_moved_while_an_action_is_done_is_noticed_before_the_commit(session):
    store = session.store
    path = session.store.path
    customer = session.state.customer

    def change_and_lose():
        with store.action():
            store.update(replace(customer, name="別の名"))
            deleted(path)

    with pytest.raises(StoreMoved):
        change_and_lose()
    assert store.get(Customer, customer.id) == customer


def test_where_nothing_can_be_written_nothing_is_called_saved(session):
    path = session.store.path
    folder_renamed(path)
    path.parent.write_text("a file in the way")
    with pytest.raises(StoreError) as refused:
        session.save_elsewhere()
    assert refused.value.key == "errors.copy_failed"
    path.parent.unlink()
    assert session.save_elsewhere() == path


def test_a_file_put_back_in_its_place_is_worked_in_again(session):
    path = session.store.path
    renamed(path)
    with pytest.raises(StoreMoved):
        session.execute(AddProblem("まだ残らない"))
    path.with_name("elsewhere.db").rename(path)
    session.execute(AddProblem("また残る"))
    assert len(session.state.problems) == 2


@pytest.mark.parametrize("larger", [False, True])
def test_a_file_that_another_program_wrote_over_is_not_written_to(session, tmp_path, larger):
    path = session.store.path
    copy = shutil.copy(path, tmp_path / "copy.db")
    if larger:
        session.execute(AddProblems(("長い話 " * 300,) * 50))
    session.execute(AddProblem("写しのあと"))
    shutil.copyfile(copy, path)
    with pytest.raises(StoreError) as refused:
        session.execute(AddProblem("混ざるもの"))
    assert refused.value.key == "errors.store_overwritten"
    assert path.read_bytes() == copy.read_bytes()


def test_a_new_modification_time_has_no_effect(session):
    for _ in range(2):
        os.utime(session.store.path, (1, 1))
        session.execute(AddProblem("書ける"))
    assert len(session.state.problems) == 3


def test_an_action_larger_than_the_page_cache_is_kept(session):
    """Pages reach the file before the commit: the file may change during an action."""
    session.store.database.execute("PRAGMA cache_size=10")
    session.execute(AddProblem("一つ目"))
    session.execute(AddProblems(tuple(f"{number} 番目の長い課題 " * 60 for number in range(100))))
    session.execute(AddProblem("最後"))
    assert len(session.state.problems) == 103
