"""A lock file: one holder at a time, whoever left a file behind, and nothing left by a holder."""

import os

import pytest

from workshop_app.file_lock import FileLock, Locked


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.lock"


def test_only_one_holds_it_until_it_is_released(path):
    one, other = FileLock(path), FileLock(path)
    one.acquire()
    with pytest.raises(Locked):
        other.acquire()
    assert (one.held, other.held) == (True, False)
    one.release()
    assert not one.held
    other.acquire()
    assert other.held
    other.release()


def test_the_file_goes_with_the_lock_and_is_its_owners_alone(path):
    lock = FileLock(path)
    lock.acquire()
    if os.name != "nt":
        assert path.stat().st_mode & 0o777 == 0o600
    lock.release()
    lock.release()
    assert list(path.parent.iterdir()) == []


def test_a_file_left_behind_locks_nobody_out(path):
    path.write_text("from a crash")
    lock = FileLock(path)
    lock.acquire()
    lock.release()
    assert not path.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot remove an open file")
def test_a_file_that_its_holder_removes_meanwhile_is_not_taken_for_the_lock(path, monkeypatch):
    holder, waiting, third = FileLock(path), FileLock(path), FileLock(path)
    holder.acquire()
    opened = os.open

    def open_and_let_go(*arguments):
        monkeypatch.undo()
        descriptor = opened(*arguments)
        holder.release()
        return descriptor

    monkeypatch.setattr(os, "open", open_and_let_go)
    waiting.acquire()
    assert path.exists()
    with pytest.raises(Locked):
        third.acquire()
    waiting.release()


def test_where_no_file_can_be_the_system_says_why(path):
    path.mkdir()
    lock = FileLock(path)
    with pytest.raises(OSError):  # noqa: PT011 - it depends on the system
        lock.acquire()
    assert not lock.held
    lock.release()
    assert path.is_dir()
