"""A large text index is one segment after the store was closed, with equal results."""

import pytest

from workshop_app.domain.errors import StoreError
from workshop_app.domain.problem import Problem
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.store import store as module
from workshop_app.store.likes import newest_holding
from workshop_app.store.store import Store

PIECES = "SELECT count(DISTINCT segid) FROM problem_text_idx"


@pytest.fixture
def path(tmp_path, monkeypatch):
    """A store of forty problems, whose index counts as large."""
    monkeypatch.setattr(module, "_LARGE_INDEX", 2)
    monkeypatch.setattr(module, "_MANY_PIECES", 2)
    path = tmp_path / "w.db"
    store = Store(path, lasting=False)
    with store.action():
        store.insert(Customer(id="c", name="港"))
        store.insert(Workshop(id="w", customer_id="c", title="会", created_at="2026-11-27"))
    for number in range(41):
        with store.action():
            store.insert(problem(number))
    monkeypatch.setattr(module, "_LARGE_INDEX", 1_000_000)
    store.close()
    monkeypatch.setattr(module, "_LARGE_INDEX", 2)
    return path


def problem(number):
    return Problem(
        id=f"p{number}", workshop_id="w", position=number, number=number + 1,
        first_wording=f"夜間の通知が {number} 件届く",
    )  # fmt: skip


def pieces(path):
    store = Store(path, lasting=False)
    found = store.database.execute(PIECES).fetchone()[0]
    return store, found


def test_closing_merges_it_and_everything_is_found_as_before(path):
    store, before = pieces(path)
    assert before > 1
    found = store.read(newest_holding, '"通知"', 100)
    assert len(found) == 41
    store.close()
    store, after = pieces(path)
    assert after == 1
    assert store.read(newest_holding, '"通知"', 100) == found
    assert store.check() == []
    assert not store.merge_index(), "there is nothing left to merge"
    store.close()


def test_a_store_that_cannot_be_written_is_closed_all_the_same(path, monkeypatch):
    store, before = pieces(path)

    def refuse():
        raise StoreError("errors.store_moved")

    monkeypatch.setattr(store, "refuse_lost_file", refuse)
    store.close()
    _, after = again = pieces(path)
    assert after == before
    monkeypatch.setattr(module, "_LARGE_INDEX", 1_000_000)
    again[0].close()
