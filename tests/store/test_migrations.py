"""The schema: strict, independent of the records, and migrated only after a verified copy."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.sessions import new_session, open_session
from workshop_app.domain.errors import StoreError
from workshop_app.domain.pointer import Pointer
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import RequestNews
from workshop_app.domain.workshop import Participant
from workshop_app.services.commands.problems import AddProblem
from workshop_app.store import creation, header, migrations, store
from workshop_app.store.backup import check_file
from workshop_app.store.tables import TABLES

FILES = Path(__file__).resolve().parent.parent / "files"
RELEASED = sorted(FILES.glob("workshops-v*.db"), key=lambda file: int(file.stem.rpartition("v")[2]))


def test_the_migrations_are_importable_without_todays_records():
    check = (
        "import sys, workshop_app.store.migrations as m; "
        "assert m.SCHEMA_VERSION >= 1; "
        "print([n for n in sys.modules if n.startswith('workshop_app.') and 'migrations' not in n])"
    )
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['workshop_app.store']"


def test_every_table_of_records_is_strict(tmp_path):
    session = new_session(tmp_path / "w.db", lasting=True)
    rows = session.store.database.query(
        "SELECT name, strict FROM pragma_table_list WHERE schema='main'"
    )
    strict = {row["name"] for row in rows if row["strict"]}
    assert {table.name for table in TABLES} | {"action_log", "problem_key"} <= strict


def test_a_value_of_the_wrong_type_is_refused_by_the_file_itself(tmp_path):
    session = open_session(tmp_path / "w.db", lasting=True)
    session.execute(AddProblem("監視できない"))
    with pytest.raises(sqlite3.IntegrityError):
        session.store.database.execute("UPDATE problem SET position = 'first'")


@pytest.fixture
def release(monkeypatch):
    """Simulate a next version of the program, whose schema has an additional migration."""
    registered = list(migrations.migrations.all)
    newer = migrations.SCHEMA_VERSION + 1

    def release(step) -> int:
        migrations.migrations()(step)
        for module in (migrations, creation, header, store):
            monkeypatch.setattr(module, "SCHEMA_VERSION", newer)
        return newer

    yield release
    migrations.migrations.all[:] = registered


def add_colour(db):
    db.table("theme").add_column("colour", str, not_null_default="")


def fail_halfway(db):
    db.execute("DELETE FROM agenda_item")
    raise sqlite3.OperationalError("no such function")


def ask(path: Path, sql: str) -> list[tuple]:
    """Return what another program reads from a closed store."""
    file = sqlite3.connect(path)
    rows = file.execute(sql).fetchall()
    file.commit()
    file.close()
    return rows


@pytest.fixture
def old(tmp_path):
    """A closed store of the current version with one problem in it."""
    session = open_session(tmp_path / "workshops.db", lasting=True)
    session.execute(AddProblem("引っ越しの前に言ったこと"))
    session.store.close()
    return session.store.path


def columns(path: Path) -> set[str]:
    return {row[1] for row in ask(path, "PRAGMA table_info(theme)")}


def test_a_checked_copy_is_made_before_the_schema_moves(old, release):
    version = release(add_colour)
    moved = store.Store(old)
    assert moved.find_problems("引っ越し")
    assert moved.check() == []
    moved.close()
    assert "colour" in columns(old)
    assert ask(old, "PRAGMA user_version") == [(version,)]

    (copy,) = (old.parent / "backups").iterdir()
    assert check_file(copy) == []
    assert "colour" not in columns(copy)
    assert ask(copy, "PRAGMA user_version") == [(version - 1,)]
    assert ask(copy, "SELECT first_wording FROM problem") == [("引っ越しの前に言ったこと",)]


def test_a_store_of_todays_version_is_not_copied(old):
    store.Store(old).close()
    assert not (old.parent / "backups").exists()


def test_a_migration_that_fails_leaves_the_store_as_it_was(old, release):
    version = release(fail_halfway)
    with pytest.raises(StoreError):
        store.Store(old)
    assert ask(old, "SELECT count(*) FROM agenda_item") == [(8,)]
    assert ask(old, "PRAGMA user_version") == [(version - 1,)]


def test_a_migration_of_several_steps_is_all_or_nothing(old, release):
    release(add_colour)
    version = release(fail_halfway)
    with pytest.raises(StoreError):
        store.Store(old)
    assert "colour" not in columns(old)
    assert ask(old, "PRAGMA user_version") == [(version - 1,)]


def test_a_later_start_leaves_the_copy_before_the_first_one_as_it_is(old, release):
    release(fail_halfway)
    for _ in range(3):
        with pytest.raises(StoreError):
            store.Store(old)
    (copy,) = (old.parent / "backups").iterdir()  # nothing had changed: one copy is enough
    untouched = copy.read_bytes()

    ask(old, "DELETE FROM agenda_item")
    with pytest.raises(StoreError):
        store.Store(old)
    assert copy.read_bytes() == untouched
    assert ask(copy, "SELECT count(*) FROM agenda_item") == [(8,)]
    assert len(list(copy.parent.iterdir())) == 2


def test_when_no_copy_can_be_made_the_schema_does_not_move(old, release):
    release(add_colour)
    (old.parent / "backups").write_text("a file in the way")
    with pytest.raises(StoreError) as refused:
        store.Store(old)
    assert refused.value.key == "errors.copy_failed"
    assert "colour" not in columns(old)


def test_pointers_with_the_same_content_become_one(tmp_path):
    path = tmp_path / "workshops.db"
    path.write_bytes((FILES / "workshops-v20.db").read_bytes())
    for number, title in enumerate(("集まり", "集まり", "別の集まり")):
        values = f"'p{number}', id, {number}, '{title}', '', '2027-03-05', 'ja', 1"
        ask(path, f"INSERT INTO pointer SELECT {values} FROM workshop")
    opened = store.Store(path)
    shared = {each.id: each.shared_id for each in opened.all(Pointer) if each.id[0] == "p"}
    assert shared == {"p0": "p0", "p1": "p0", "p2": "p2"}
    assert opened.check() == []
    opened.close()


def test_there_is_a_stored_file_of_every_released_schema():
    versions = {int(file.stem.rpartition("v")[2]) for file in RELEASED}
    assert versions == set(range(1, migrations.SCHEMA_VERSION + 1))


@pytest.mark.parametrize("released", RELEASED, ids=lambda file: file.stem)
def test_a_file_of_a_released_schema_opens_with_everything_in_it(released, tmp_path):
    path = tmp_path / released.name
    path.write_bytes(released.read_bytes())
    session = new_session(path, lasting=True)
    assert session.store.check() == []
    (workshop_id,) = [row["id"] for row in session.store.database.query("SELECT id FROM workshop")]
    session.open(workshop_id)
    state = session.state
    assert state is not None
    assert state.customer.name == "株式会社みなとまち通販"
    assert state.problems[0].first_wording == (
        "プロトコル(HTTP/HTTPS以外)を指定して外形監視ができない"
    )
    assert session.store.find_problems("監視")
    assert len(state.requests) == 2
    session.execute(AddProblem("新しい版で言ったこと"))
    session.undo()
    assert session.state == state


@pytest.mark.parametrize("released", RELEASED[:7], ids=lambda file: file.stem)
def test_every_earlier_participant_is_a_person_of_its_own(released, tmp_path):
    path = tmp_path / released.name
    path.write_bytes(released.read_bytes())
    session = new_session(path, lasting=True)
    rows = session.store.all(Participant)
    assert rows
    assert [who.person_id for who in rows] == [who.id for who in rows]
    session.store.close()
    (copy,) = (tmp_path / "backups").iterdir()
    assert check_file(copy) == []


@pytest.mark.parametrize("released", RELEASED[:9], ids=lambda file: file.stem)
def test_no_earlier_request_counts_as_handed_over(released, tmp_path):
    path = tmp_path / released.name
    path.write_bytes(released.read_bytes())
    session = new_session(path, lasting=True)
    assert session.store.all(Request)
    assert session.store.all(RequestNews) == ()


def test_a_request_that_was_handed_over_before_has_that_as_its_news(tmp_path):
    path = tmp_path / "workshops-v11.db"
    path.write_bytes(next(file for file in RELEASED if file.stem == path.stem).read_bytes())
    with sqlite3.connect(path) as database:
        (first, *_), *_ = database.execute("SELECT id FROM request ORDER BY number").fetchall()
        moment = ("2026-12-04T09:30", first)
        database.execute("UPDATE request SET handed_over_at = ? WHERE id = ?", moment)
    database.close()
    session = new_session(path, lasting=True)
    (news,) = session.store.all(RequestNews)
    assert (news.request_id, news.state, news.date) == (first, "handed_over", "2026-12-04")
    assert session.store.check() == []
