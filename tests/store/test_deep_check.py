"""The check that runs while the window is used: after it finds damage, nothing is written."""

import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

from tests.helpers.faulty_disk import faulty_disk
from tests.helpers.sessions import create_workshop, new_session, open_session
from workshop_app.domain.errors import NotFound, StoreError
from workshop_app.domain.workshop import Workshop
from workshop_app.services.commands.problems import AddProblem, AddProblems
from workshop_app.store import checking
from workshop_app.store.checking import INDEX
from workshop_app.store.experience import last_key
from workshop_app.store.migrations import SCHEMA_VERSION
from workshop_app.store.store import Store

PAGE = 4096
FILES = Path(__file__).resolve().parent.parent / "files"


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """A closed store whose problems take many pages."""
    session = open_session(tmp_path_factory.mktemp("large") / "w.db")
    session.execute(AddProblems(tuple(f"{number} 番目の長い課題 " * 30 for number in range(600))))
    session.store.close()
    return session.store.path


@pytest.fixture
def path(large, tmp_path):
    return shutil.copy(large, tmp_path / "workshops.db")


def open_the_workshop(session):
    session.open(session.store.all(Workshop)[0].id)


def found_in(store):
    return [each for found in store.deep_check() for each in found]


def spoil_a_page(path):
    """Damage a page that is read neither on opening nor by the list of records."""
    with closing(sqlite3.connect(path)) as db:
        sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'problem'"
        root = db.execute(sql).fetchone()[0]
    content = bytearray(path.read_bytes())
    children = content[(root - 1) * PAGE :]
    first_cell = int.from_bytes(children[12:14], "big")
    last_cell = int.from_bytes(children[12 + 2 * 3 : 14 + 2 * 3], "big")
    assert first_cell != last_cell
    leaf = int.from_bytes(children[last_cell : last_cell + 4], "big")
    content[(leaf - 1) * PAGE : leaf * PAGE] = b"\xa5" * PAGE
    path.write_bytes(content)


def test_a_sound_store_is_checked_in_several_steps_and_found_sound(path):
    store = Store(path, thorough=False)
    steps = list(store.deep_check())
    assert len(steps) > 30
    assert not any(steps)
    store.close()


def test_damage_that_opening_does_not_see_is_found_and_ends_all_writing(path):
    spoil_a_page(path)
    session = new_session(path, thorough=False)
    create_workshop(session)
    found = found_in(session.store)
    assert {each.table for each in found} == {"problem"}
    assert not any(each.row_id for each in found)
    before = path.read_bytes()
    with pytest.raises(StoreError) as refused:
        session.execute(AddProblem("書いてはいけない"))
    assert refused.value.key == "errors.store_damaged"
    session.store.close()
    assert path.read_bytes() == before
    with pytest.raises(StoreError) as refused:
        Store(path)  # as the command line opens it
    assert refused.value.key == "errors.store_damaged"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_store_cut_short_is_refused_by_the_first_look(path, share):
    content = path.read_bytes()
    cut = content[: int(len(content) * share)]
    path.write_bytes(cut)
    with pytest.raises(StoreError) as refused:
        Store(path, thorough=False)
    assert refused.value.key == "errors.store_damaged"
    assert path.read_bytes() == cut


def test_a_missing_table_is_refused_by_the_first_look(path):
    with closing(sqlite3.connect(path)) as db:
        db.execute("DROP TABLE search")
    before = path.read_bytes()
    with pytest.raises(StoreError) as refused:
        Store(path, thorough=False)
    assert refused.value.key == "errors.store_damaged"
    assert path.read_bytes() == before


@pytest.mark.parametrize("released", [None, "workshops-v12.db"])
@pytest.mark.parametrize("column", ["name", "migration_set"])
def test_a_damaged_list_of_migrations_is_reported_as_damage(path, column, released):
    if released:
        shutil.copyfile(FILES / released, path)
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"ALTER TABLE _sqlite_migrations RENAME COLUMN {column} TO other")
    with pytest.raises(StoreError) as refused:
        Store(path, thorough=False)
    assert refused.value.key == "errors.store_damaged"


def test_a_damaged_store_is_not_brought_to_a_new_schema(path):
    spoil_a_page(path)
    with closing(sqlite3.connect(path)) as db, db:
        last = db.execute("SELECT max(rowid) FROM _sqlite_migrations").fetchone()[0]
        db.execute("DELETE FROM _sqlite_migrations WHERE rowid = ?", [last])
        db.execute("ALTER TABLE tally DROP COLUMN set_aside")
        db.execute(f"PRAGMA user_version={SCHEMA_VERSION - 1}")
    before = path.read_bytes()
    with pytest.raises(StoreError) as refused:
        Store(path, thorough=False)
    assert refused.value.key == "errors.store_damaged"
    assert path.read_bytes() == before


def test_a_record_that_cannot_be_read_stops_nobody(path):
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE problem SET wording = CAST(x'ff' AS TEXT) WHERE number = 7")
    session = new_session(path, thorough=False)
    (found,) = found_in(session.store)
    assert (found.table, bool(found.row_id)) == ("problem", True)
    open_the_workshop(session)
    session.execute(AddProblem("書いてよい"))


def spoil_the_index(path):
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(f"UPDATE {INDEX}_data SET block = x'ffffffff' WHERE id = 10")  # its structure


def test_a_spoilt_index_is_made_again(path):
    spoil_the_index(path)
    store = Store(path, thorough=False)
    assert found_in(store) == []
    assert store.check() == []
    assert store.find_problems("番目")
    store.close()


def spoil_an_index_of(path, table, index):
    """Change a letter of an id in an index without changing the table's rows."""
    with closing(sqlite3.connect(path)) as db:
        sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        root = db.execute(sql, [index]).fetchone()[0]
        known = db.execute(f"SELECT id FROM {table} LIMIT 1").fetchone()[0].encode()
    content = bytearray(path.read_bytes())
    place = content.index(known, (root - 1) * PAGE, root * PAGE)
    content[place + 12] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("table", ["customer", "workshop"])
def test_an_index_that_leads_elsewhere_is_made_again(path, table):
    spoil_an_index_of(path, table, f"sqlite_autoindex_{table}_1")
    session = new_session(path, thorough=False)
    with pytest.raises(NotFound):
        open_the_workshop(session)
    assert found_in(session.store) == []
    assert session.store.check() == []
    open_the_workshop(session)
    session.execute(AddProblem("外形監視ができない"))


def test_an_action_that_meets_a_spoilt_index_can_be_done_again(path):
    spoil_the_index(path)
    session = new_session(path, thorough=False)
    open_the_workshop(session)
    with pytest.raises(StoreError) as refused:
        session.execute(AddProblem("外形監視ができない"))
    assert refused.value.key == "errors.store_failed"
    session.execute(AddProblem("外形監視ができない"))
    assert session.store.find_problems("外形")


@pytest.fixture
def disk():
    with faulty_disk() as disk:
        yield disk


def test_a_lasting_error_of_reading_is_not_called_damage(path, disk):
    session = new_session(path, thorough=False)
    store = session.store
    disk.fail_at("PRAGMA quick_check", done=False, times=1_000, error="SQLITE_IOERR_READ")
    with pytest.raises(StoreError) as refused:
        found_in(store)
    assert refused.value.key == "errors.store_unreadable"
    open_the_workshop(session)
    session.execute(AddProblem("書いてよい"))
    store.close()


def test_a_passing_error_of_reading_is_not_noticed(path, disk):
    store = Store(path, thorough=False)
    disk.fail_at("PRAGMA quick_check", done=False, times=2, error="SQLITE_IOERR_READ")
    assert found_in(store) == []
    store.close()


@pytest.mark.parametrize(
    "line",
    [
        "Tree 9 page 31: unable to get the page. error code=266",
        "Tree 9 page 31: btreeInitPage() returns error code 11",
    ],
)
def test_damage_that_does_not_recur_is_no_damage(path, disk, line):
    session = new_session(path, thorough=False)
    disk.answers["PRAGMA quick_check"] = [line]
    assert found_in(session.store) == []
    open_the_workshop(session)
    session.execute(AddProblem("書いてよい"))
    disk.answers["PRAGMA integrity_check"] = [line]
    assert session.store.check() == []
    session.store.close()
    disk.answers["PRAGMA quick_check"] = [line]
    Store(path).close()  # as the command line opens it


@pytest.mark.parametrize("error", ["SQLITE_IOERR_READ", "SQLITE_CORRUPT", "SQLITE_NOMEM"])
def test_a_question_is_asked_again_when_the_disk_did_not_answer(path, disk, error):
    session = new_session(path, thorough=False)
    open_the_workshop(session)
    for statement, read in (
        ("SELECT * FROM workshop", lambda: session.store.all(Workshop)),
        ("SELECT coalesce(max(key)", lambda: session.store.read(last_key)),
        ("PRAGMA foreign_key_check", session.store.check),
    ):
        whole = read()
        disk.fail_at(statement, done=False, error=error)
        assert read() == whole
        disk.fail_at(statement, done=False, times=1_000, error=error)
        if "key_check" not in statement or error != "SQLITE_CORRUPT":
            with pytest.raises(StoreError):
                read()
        disk.fail_at(statement, done=False, times=0)
    session.execute(AddProblem("書いてよい"))


def test_the_check_goes_on_when_the_file_was_opened_again_meanwhile(path, disk):
    session = new_session(path, thorough=False)
    open_the_workshop(session)
    steps = session.store.deep_check()
    next(steps)
    disk.fail_at("COMMIT", done=True)
    session.execute(AddProblem("届いていた"))
    disk.fail_at("COMMIT", done=True, times=0)
    assert not any(steps)


def test_what_is_read_while_something_is_written_does_not_count(path, disk):
    session = new_session(path, thorough=False)
    open_the_workshop(session)
    begun, written = Event(), Event()
    asked = []

    def hold_the_first(sql):
        if sql.startswith("PRAGMA quick_check"):
            asked.append(sql)
            if len(asked) == 1:
                begun.set()
                written.wait(30)
                disk.answers["PRAGMA quick_check"] = ["Tree 9 page 31: half written"]

    disk.before = hold_the_first
    steps = session.store.deep_check()
    assert next(steps) == []
    assert begun.wait(30)
    session.execute(AddProblem("調べている間に書いたこと"))
    written.set()
    assert not any(steps)
    assert asked[0] == asked[1]
    assert session.store.openings == 1
    session.execute(AddProblem("書いてよい"))


def test_a_check_that_is_given_up_ends_its_thread(path, disk):
    store = Store(path, thorough=False)
    connections = []
    connect = checking.connect_beside

    def count_to_a_thousand_million(sql):
        if sql.startswith("PRAGMA quick_check"):
            numbers = (
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1e9)"
            )
            connections[-1].execute(f"{numbers} SELECT max(i) FROM n")

    def noted(place):
        connections.append(connect(place))
        return connections[-1]

    disk.before = count_to_a_thousand_million
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checking, "connect_beside", noted)
        steps = store.deep_check()
        assert next(steps) == []
        steps.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "check"]
    store.close()


def test_the_store_stays_locked_for_other_programs_during_and_after_the_check(path):
    store = Store(path, thorough=False)
    for number, _ in enumerate(store.deep_check()):
        if number in (0, 10):
            assert is_locked(path)
    assert is_locked(path)
    store.close()
    assert not is_locked(path)


def is_locked(path):
    """Return whether another process is refused by SQLite's own lock."""
    code = (
        "import sqlite3, sys\n"
        "db = sqlite3.connect(sys.argv[1], timeout=0)\n"
        "try:\n    db.execute('SELECT 1 FROM sqlite_schema')\n"
        "except sqlite3.OperationalError as error:\n    print(error.sqlite_errorname)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, check=True)
    return done.stdout.strip() == b"SQLITE_BUSY"


def test_an_error_of_opening_is_reported_as_such(path, disk):
    disk.fail_at("BEGIN", done=False, error="SQLITE_IOERR_LOCK")
    with pytest.raises(StoreError) as refused:
        Store(path)
    assert refused.value.key == "errors.store_not_opened"
    Store(path).close()
