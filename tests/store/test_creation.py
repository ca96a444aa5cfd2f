"""Creation of a store, complete or not at all, and files that a crash left incomplete."""

import multiprocessing
import shutil
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.first_start import start
from tests.helpers.sessions import open_session
from workshop_app.domain.errors import StoreError
from workshop_app.domain.problem import Problem
from workshop_app.services.commands.problems import AddProblem
from workshop_app.store.header import APPLICATION_ID
from workshop_app.store.migrations import SCHEMA_VERSION
from workshop_app.store.restore import restore
from workshop_app.store.store import Store


@pytest.fixture
def path(tmp_path):
    return tmp_path / "workshops.db"


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


# -- an interrupted first start -------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a forked server starts the victims")
def test_a_first_start_killed_at_any_point_can_be_repeated(tmp_path, pytestconfig):
    """At each operation around the moment when the store gets its name, and some before.

    With ``--exhaustive`` at ten times as many before.
    """
    step = 9 if pytestconfig.getoption("--exhaustive") else 90
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.first_start", "sqlite_utils"])
    here, there = context.Pipe(duplex=False)

    def exit_code(path, kill_at):
        victim = context.Process(target=start, args=(path, kill_at, there))
        victim.start()
        victim.join(60)
        return victim.exitcode

    assert exit_code(tmp_path / "whole" / "workshops.db", 0) == 0
    operations = here.recv()
    for kill_at in (*range(1, operations - 60, step), *range(operations - 60, operations + 1)):
        folder = tmp_path / str(kill_at)
        assert exit_code(folder / "workshops.db", kill_at) == -signal.SIGKILL
        store = Store(folder / "workshops.db")
        assert store.check() == []
        store.close()
        assert names(folder) == ["workshops.db"]


@pytest.mark.parametrize("left", ["workshops.db.part", "workshops.db.part-journal"])
def test_what_a_first_start_left_unfinished_is_cleared_away(path, left):
    (path.parent / left).write_bytes(b"half")
    Store(path).close()
    assert names(path.parent) == ["workshops.db"]


def test_a_journal_without_its_store_is_not_rolled_back_into_the_new_one(path, old_journal):
    journal = path.with_name("workshops.db-journal")
    journal.write_bytes(old_journal)
    store = Store(path)
    assert store.created
    assert store.check() == []
    store.close()
    (kept,) = path.parent.glob("workshops-left-over-*.db-journal")
    assert kept.read_bytes() == old_journal


def test_a_journal_without_its_store_is_not_rolled_back_into_a_restored_one(
    path, old_journal, tmp_path
):
    session = open_session(tmp_path / "copy.db", lasting=True)
    session.execute(AddProblem("控えにあるもの"))
    session.store.close()
    path.with_name("workshops.db-journal").write_bytes(old_journal)
    assert restore(tmp_path / "copy.db", path) is None
    store = Store(path)
    assert store.check() == []
    assert len(store.all(Problem)) == 1
    store.close()
    (kept,) = path.parent.glob("workshops-before-restore-*.db-journal")
    assert kept.read_bytes() == old_journal


# -- a file whose last transaction was interrupted -----------------------------------------------


def cut_short(path: Path, *statements: str) -> tuple[bytes, bytes]:
    """The file and its journal as they are within a transaction."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=0")  # the journal counts its pages by its size
        connection.execute("PRAGMA cache_size=5")
        connection.execute("BEGIN")
        for statement in statements:
            connection.execute(statement)
        return path.read_bytes(), path.with_name(path.name + "-journal").read_bytes()


MUCH_TABLE = "CREATE TABLE much (i INTEGER, words TEXT)"
MUCH = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300) "
    "INSERT INTO much SELECT i, hex(zeroblob(500)) FROM n"
)


@pytest.fixture
def old_journal(tmp_path):
    """A journal that SQLite would roll back into any store beside it."""
    (tmp_path / "other").mkdir()
    other = tmp_path / "other" / "workshops.db"
    Store(other).close()
    _, journal = cut_short(other, "PRAGMA user_version=3", MUCH_TABLE, MUCH)
    shutil.rmtree(other.parent)
    return journal


def torn(main: bytes) -> bytes:
    return b"\x00" * 512 + main[512:]


def of_a_newer_version(main: bytes) -> bytes:
    return main[:60] + (SCHEMA_VERSION + 1).to_bytes(4, "big") + main[64:]


@pytest.mark.parametrize("half_written", [torn, of_a_newer_version, lambda main: main])
def test_a_first_page_half_written_is_taken_back_by_the_journal(path, half_written):
    session = open_session(path, lasting=True)
    session.execute(AddProblem("前からあるもの"))
    session.store.close()
    main, journal = cut_short(path, f"PRAGMA user_version={SCHEMA_VERSION + 1}", MUCH_TABLE, MUCH)
    path.write_bytes(half_written(main))
    path.with_name("workshops.db-journal").write_bytes(journal)
    store = Store(path)
    assert not store.created
    assert store.check() == []
    assert len(store.all(Problem)) == 1
    store.close()


def test_another_programs_file_is_left_to_that_program_with_its_journal(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id=7")
        connection.execute("CREATE TABLE contacts (name TEXT)")
    main, journal = cut_short(path, "PRAGMA user_version=3", MUCH_TABLE, MUCH)
    for content in (main, torn(main)):
        path.write_bytes(content)
        path.with_name("workshops.db-journal").write_bytes(journal)
        with pytest.raises(StoreError) as refused:
            Store(path)
        assert refused.value.key == "errors.store_not_ours"
        assert path.read_bytes() == content
        assert path.with_name("workshops.db-journal").read_bytes() == journal


def first_transaction(path: Path, mark: int) -> tuple[bytes, bytes]:
    """All pages of a first transaction, and the journal that exists until it is committed."""
    _, journal = cut_short(path, f"PRAGMA application_id={mark}", MUCH_TABLE, MUCH)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id={mark}")
    return path.read_bytes(), journal


@pytest.mark.parametrize("mark", [0, APPLICATION_ID])
@pytest.mark.parametrize("written", [True, False])
def test_a_file_whose_very_first_transaction_was_cut_short_becomes_a_store(path, mark, written):
    main, journal = first_transaction(path, mark)
    path.write_bytes(main if written else b"")
    path.with_name("workshops.db-journal").write_bytes(journal)
    store = Store(path)
    assert store.created
    assert store.check() == []
    store.close()
    assert names(path.parent) == ["workshops.db"]


def test_the_first_transaction_of_another_program_is_unchanged(path):
    main, journal = first_transaction(path, 7)
    path.write_bytes(main)
    path.with_name("workshops.db-journal").write_bytes(journal)
    with pytest.raises(StoreError) as refused:
        Store(path)
    assert refused.value.key == "errors.store_not_ours"
    assert path.read_bytes() == main
    assert path.with_name("workshops.db-journal").read_bytes() == journal


# -- a truncated store ----------------------------------------------------------------------------


def test_a_store_cut_to_nothing_is_no_new_one_and_can_be_restored(path):
    session = open_session(path, lasting=True)
    session.execute(AddProblem("失われたもの"))
    copy = session.store.copy_to(path.parent / "backups" / "copy.db")
    session.store.close()
    path.write_bytes(b"")
    with pytest.raises(StoreError) as refused:
        Store(path)
    assert refused.value.key == "errors.store_empty"
    assert names(path.parent) == ["backups", "workshops.db", "workshops.db.journals"]
    restore(copy, path)
    store = Store(path)
    assert len(store.all(Problem)) == 1
    store.close()


def test_a_store_cut_to_nothing_in_the_middle_of_a_transaction_is_no_new_one(path):
    Store(path).close()
    _, journal = cut_short(path, "PRAGMA user_version=3", MUCH_TABLE, MUCH)
    path.write_bytes(b"")
    path.with_name("workshops.db-journal").write_bytes(journal)
    with pytest.raises(StoreError) as refused:
        Store(path)
    assert refused.value.key == "errors.store_empty"
    assert path.with_name("workshops.db-journal").read_bytes() == journal
