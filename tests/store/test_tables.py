"""Records and their tables: every field has a column, every table a kind of change."""

from dataclasses import fields

import pytest

from tests.helpers.sessions import new_session
from workshop_app.domain.changes import Changes
from workshop_app.store.tables import TABLES, table_named, table_of


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    session = new_session(tmp_path_factory.mktemp("store") / "w.db")
    yield session.store
    session.store.close()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_field_of_a_record_has_its_column(store, table):
    columns = store.database.table(table.name).columns_dict
    assert list(columns) == [field.name for field in fields(table.record)]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_row_that_changes_concerns_some_screen(table):
    assert table.changes in Changes.ALL
    assert table.changes is not Changes.NONE
    assert table_named(table.name) is table_of(table.record) is table


def test_tables_come_after_what_they_refer_to(store):
    written = set()
    for table in TABLES:
        written.add(table.name)
        keys = store.database.table(table.name).foreign_keys
        assert {key.other_table for key in keys} <= written
