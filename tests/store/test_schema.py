"""A file with a foreign schema is refused, found by the check, and never replaces a good one."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.helpers.sessions import open_session
from workshop_app.domain.errors import StoreError
from workshop_app.services.commands.problems import AddProblem
from workshop_app.store.restore import restore
from workshop_app.store.store import Store

FILES = Path(__file__).resolve().parent.parent / "files"
MISSING = [
    "DROP TABLE setup_part",
    "DROP TABLE action_log",
    "ALTER TABLE problem DROP COLUMN discussion",
    "ALTER TABLE problem RENAME COLUMN parked TO halted",
    "DROP TABLE problem_text",
    "DELETE FROM _sqlite_migrations",
]
TRIGGER = "CREATE TRIGGER t AFTER INSERT ON problem BEGIN DELETE FROM participant; END"
UNSEEN_AT_OPENING = [
    "DROP INDEX idx_dot_problem_id",
    "DROP INDEX idx_problem_key_problem_id",
    "ALTER TABLE problem ADD COLUMN extra TEXT",
]
BESIDE_OURS = [
    "CREATE INDEX mine ON problem(wording)",
    "CREATE TABLE mine(a TEXT)",
    "CREATE VIEW mine AS SELECT 1",
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A closed store with a problem."""
    session = open_session(tmp_path_factory.mktemp("whole") / "w.db", lasting=True)
    session.execute(AddProblem("先に言ったこと"))
    session.store.close()
    return session.store.path


@pytest.fixture
def path(whole, tmp_path):
    return Path(shutil.copy(whole, tmp_path / "workshops.db"))


def change(path: Path, statement: str) -> bytes:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(statement)
    return path.read_bytes()


@pytest.mark.parametrize("thorough", [False, True])
@pytest.mark.parametrize("statement", [*MISSING, TRIGGER])
def test_a_store_of_another_schema_is_refused_and_not_written_to(path, statement, thorough):
    changed = change(path, statement)
    with pytest.raises(StoreError) as refused:
        Store(path, thorough=thorough)
    assert refused.value.key == "errors.store_damaged"
    assert path.read_bytes() == changed


@pytest.mark.parametrize("statement", [*MISSING, TRIGGER, *UNSEEN_AT_OPENING])
def test_a_copy_of_another_schema_takes_no_ones_place(path, whole, tmp_path, statement):
    copy = Path(shutil.copy(whole, tmp_path / "copy.db"))
    change(copy, statement)
    before = path.read_bytes()
    with pytest.raises(StoreError) as refused:
        restore(copy, path)
    assert refused.value.key == "errors.copy_damaged"
    assert path.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy.db", "workshops.db"]


@pytest.mark.parametrize("statement", UNSEEN_AT_OPENING)
def test_the_check_of_the_window_finds_what_opening_does_not_look_for(path, statement):
    change(path, statement)
    store = Store(path, thorough=False)
    assert [each for found in store.deep_check() for each in found]
    with pytest.raises(StoreError), store.action():
        pass
    store.close()


@pytest.mark.parametrize("statement", [*UNSEEN_AT_OPENING, *BESIDE_OURS])
def test_the_check_names_every_difference(path, statement):
    change(path, statement)
    store = Store(path)
    assert len(store.check()) == 1
    store.close()


@pytest.mark.parametrize("statement", [*BESIDE_OURS, "ANALYZE"])
def test_other_files_beside_the_store_have_no_effect(path, whole, tmp_path, statement):
    change(path, statement)
    store = Store(path, thorough=False)
    assert not [each for found in store.deep_check() for each in found]
    with store.action():
        pass
    store.close()
    restore(path, Path(shutil.copy(whole, tmp_path / "other.db")))


@pytest.mark.parametrize("released", sorted(FILES.glob("workshops-v*.db")), ids=lambda it: it.stem)
def test_a_copy_of_each_released_version_can_be_restored_unless_it_was_changed(released, tmp_path):
    copy = Path(shutil.copy(released, tmp_path / "copy.db"))
    restore(copy, tmp_path / "workshops.db")
    change(copy, "DROP INDEX idx_participant_workshop_id")
    with pytest.raises(StoreError):
        restore(copy, tmp_path / "workshops.db")
    store = Store(tmp_path / "workshops.db")
    assert store.check() == []
    store.close()


def test_an_old_store_with_a_foreign_trigger_is_not_moved_on(tmp_path):
    path = Path(shutil.copy(FILES / "workshops-v5.db", tmp_path / "workshops.db"))
    changed = change(path, TRIGGER)
    with pytest.raises(StoreError) as refused:
        Store(path, thorough=False)
    assert refused.value.key == "errors.store_damaged"
    assert path.read_bytes() == changed
