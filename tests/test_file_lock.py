"""One holder at a time, also when the file of the lock is removed at the wrong moment."""

import multiprocessing
import os

import pytest

from workshop_app import file_lock
from workshop_app.file_lock import FileLock, LockHeldError


def hold(path, ready, end):
    lock = FileLock(path)
    lock.acquire()
    ready.set()
    end.wait(60)


def test_a_second_holder_is_refused_until_the_first_releases_it(tmp_path):
    first, second = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    first.acquire()
    with pytest.raises(LockHeldError):
        second.acquire()
    assert not second.is_held
    second.release()
    assert first.is_held
    assert first.path.exists()
    first.release()
    assert not first.path.exists()
    second.acquire()
    assert second.is_held
    second.release()


def test_a_process_that_ends_leaves_the_lock_to_the_next(tmp_path):
    context = multiprocessing.get_context("spawn")
    ready, end = context.Event(), context.Event()
    process = context.Process(target=hold, args=(tmp_path / "lock", ready, end))
    process.start()
    assert ready.wait(60)
    lock = FileLock(tmp_path / "lock")
    with pytest.raises(LockHeldError):
        lock.acquire()
    process.kill()
    process.join()
    assert lock.path.exists()
    lock.acquire()
    lock.release()


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be removed")
def test_a_file_that_was_removed_before_it_was_locked_is_not_taken_for_the_lock(
    tmp_path, monkeypatch
):
    first, second = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    first.acquire()
    lock = file_lock._lock

    def lock_late(descriptor):
        monkeypatch.setattr(file_lock, "_lock", lock)
        first.release()
        lock(descriptor)

    monkeypatch.setattr(file_lock, "_lock", lock_late)
    second.acquire()
    third = FileLock(tmp_path / "lock")
    with pytest.raises(LockHeldError):
        third.acquire()
    second.release()


def test_a_folder_that_cannot_hold_the_file_is_an_error_of_the_system(tmp_path):
    lock = FileLock(tmp_path / "missing" / "lock")
    with pytest.raises(FileNotFoundError):
        lock.acquire()
    assert not lock.is_held
