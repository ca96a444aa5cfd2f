"""Invalid UTF-8: the other records are readable, and the damaged ones are named."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from tests.helpers.builders import a_customer, a_problem, a_workshop
from tests.helpers.sessions import new_session
from workshop_app.domain.errors import StoreError
from workshop_app.domain.problem import Problem
from workshop_app.domain.steps import Step, missing
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.i18n import Texts
from workshop_app.services import queries
from workshop_app.services.commands.problems import EditProblem
from workshop_app.services.sample import play
from workshop_app.services.session import Session
from workshop_app.store.store import Store
from workshop_app.store.tables import TABLES

NAMES_OTHERS = {"id", "workshop_id", "customer_id"}
"""Columns by which records refer to each other: if damaged, the record is lost."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """A closed store with the sample workshop."""
    path = tmp_path_factory.mktemp("sample") / "w.db"
    session = new_session(path)
    play(session, "ja")
    session.store.close()
    return path


@pytest.fixture
def path(sample, tmp_path):
    return shutil.copy(sample, tmp_path / "w.db")


def spoil(path, table, column):
    """Make a byte of the first text in a column invalid; return the row's id if there is one."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA foreign_keys=0")
        sql = f"SELECT rowid, id, CAST({column} AS BLOB) FROM {table} WHERE {column} <> '' LIMIT 1"
        row = db.execute(sql).fetchone()
        if row is None:
            return None
        data = bytearray(row[2])
        data[len(data) // 2] = 0xFF
        with db:
            sql = f"UPDATE {table} SET {column} = CAST(? AS TEXT) WHERE rowid = ?"
            db.execute(sql, [bytes(data), row[0]])
        with_id = db.execute(f"SELECT CAST(id AS BLOB) FROM {table} WHERE rowid = ?", [row[0]])
        return with_id.fetchone()[0].decode("utf-8", "replace")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_one_damaged_byte_hides_nothing_else_and_is_found(sample, tmp_path, table):
    with closing(sqlite3.connect(sample)) as db:
        rows = db.execute(f"PRAGMA table_info({table.name})").fetchall()
    for column in (row[1] for row in rows if row[2] == "TEXT"):
        path = shutil.copy(sample, tmp_path / f"{column}.db")
        row_id = spoil(path, table.name, column)
        if row_id is None:
            continue
        session = new_session(path)
        store = session.store
        found = store.unreadable()
        assert [(each.table, each.row_id) for each in found] == [(table.name, row_id)]
        assert column in found[0].reason
        queries.open_commitments(Session(store), Texts("ja"))
        if column not in NAMES_OTHERS or table.name not in ("customer", "workshop"):
            assert len(queries.workshops(Session(store))) == 1
            session.open(store.all(Workshop)[0].id)
            assert len(session.state.problems) >= 12
            for step in Step:
                missing(session.state, step)
        store.close()


def test_a_damaged_letter_is_shown_as_such_and_kept_when_another_field_is_changed(path):
    problem_id = spoil(path, "problem", "first_wording")
    session = new_session(path)
    session.open(session.store.all(Workshop)[0].id)
    assert "\ufffd" in session.store.get(Problem, problem_id).first_wording
    session.execute(EditProblem(problem_id, "discussion", "話し合ったこと"))
    session.store.close()
    with closing(sqlite3.connect(path)) as db:
        sql = "SELECT CAST(first_wording AS BLOB) FROM problem WHERE id = ?"
        assert b"\xff" in db.execute(sql, [problem_id]).fetchone()[0]


def test_a_replacement_letter_that_was_typed_is_no_damage(tmp_path):
    store = Store(tmp_path / "w.db")
    with store.action():
        for record in (a_customer(name="文字化け\ufffd"), a_workshop(), a_problem(words="\ufffd")):
            store.insert(record)
    assert store.unreadable() == []
    assert store.all(Customer) == (a_customer(name="文字化け\ufffd"),)
    store.close()


def test_a_value_that_no_record_has_becomes_the_default_or_leaves_its_row_out(path):
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE workshop SET kind = 'magic', dismissed = '[broken'")
        db.execute("UPDATE problem SET source = 'nowhere' WHERE number = 1")
    store = Store(path)
    (workshop,) = store.all(Workshop)
    assert workshop.kind == Workshop.__dataclass_fields__["kind"].default
    assert workshop.dismissed == ()
    reasons = {(each.table, each.reason) for each in store.unreadable()}
    assert reasons == {("workshop", "JSONDecodeError"), ("problem", "ValueError")}
    assert len(queries.workshops(Session(store))) == 1
    store.close()


def test_a_schema_with_a_damaged_byte_is_refused_in_one_sentence_or_read(path):
    whole = bytearray(path.read_bytes())
    opened = 0
    for place in range(150, 4096, 37):
        damaged = whole.copy()
        damaged[place] = 0xFF
        path.write_bytes(damaged)
        try:
            Store(path).close()
        except StoreError:
            pass
        else:
            opened += 1
    assert opened > 0
