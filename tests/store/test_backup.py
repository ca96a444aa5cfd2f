"""Copies are complete and verified, or not created at all."""

import sqlite3

import pytest

from workshop_app.domain.errors import StoreError
from workshop_app.services.commands.problems import AddProblem
from workshop_app.store.backup import check_file
from workshop_app.store.store import Store


@pytest.fixture
def session(session):
    session.execute(AddProblem("写しに入るもの"))
    return session


def test_a_copy_holds_everything_and_opens(session, tmp_path):
    target = tmp_path / "控え #1 100%?" / "copy.db"
    assert session.store.copy_to(target) == target
    assert check_file(target) == []
    assert [file.name for file in target.parent.iterdir()] == ["copy.db"]
    copy = Store(target)
    assert copy.find_problems("写し")
    copy.close()


def test_the_store_goes_on_after_a_copy(session, tmp_path):
    session.store.copy_to(tmp_path / "copy.db")
    session.execute(AddProblem("写しの後のもの"))
    assert session.store.find_problems("写しの後")


def test_a_copy_takes_the_place_of_an_older_one(session, tmp_path):
    target = tmp_path / "copy.db"
    target.write_text("an older copy")
    session.store.copy_to(target)
    assert check_file(target) == []


def test_a_copy_onto_the_open_store_is_refused(session, tmp_path):
    link = tmp_path / "link.db"
    link.symlink_to(session.store.path)
    for target in (session.store.path, link):
        with pytest.raises(StoreError) as refused:
            session.store.copy_to(target)
        assert refused.value.key == "errors.copy_onto_itself"
    session.execute(AddProblem("まだ書ける"))
    session.store.close()
    file = sqlite3.connect(session.store.path)
    assert file.execute("SELECT count(*) FROM problem").fetchone()[0] == 2
    file.close()


def test_where_nothing_can_be_written_no_copy_is_left(session, tmp_path):
    (tmp_path / "file").write_text("in the way")
    taken = tmp_path / "taken.db"
    taken.mkdir()
    for target in (tmp_path / "file" / "copy.db", taken):
        with pytest.raises(StoreError) as refused:
            session.store.copy_to(target)
        assert refused.value.key == "errors.copy_failed"
    assert not list(tmp_path.rglob("*.part"))


def test_a_spoilt_file_does_not_pass_the_check(session, tmp_path):
    target = session.store.copy_to(tmp_path / "copy.db")
    content = bytearray(target.read_bytes())
    content[8192:12288] = b"\xff" * 4096
    target.write_bytes(content)
    assert check_file(target) != []
