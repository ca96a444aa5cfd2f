"""A lock on a file: held by one at a time, and by nobody after its holder has ended."""

import os
import subprocess
import sys

import pytest

from workshop_app import file_lock
from workshop_app.file_lock import FileLock

_HOLD = """
import sys
from pathlib import Path
from workshop_app.file_lock import FileLock
lock = FileLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""

needs_posix = pytest.mark.skipif(os.name == "nt", reason="Windows removes no open file")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "some.lock"


def test_a_lock_is_held_by_one_until_it_is_released(path):
    first, second = FileLock(path), FileLock(path)
    first.acquire()
    with pytest.raises(BlockingIOError):
        second.acquire()
    first.release()
    assert not path.exists()
    second.acquire()
    with pytest.raises(BlockingIOError):
        first.acquire()
    second.release(remove=False)
    assert path.exists()


def test_the_lock_of_a_killed_process_is_free(path):
    command = [sys.executable, "-c", _HOLD, path]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline().strip() == b"held"
        lock = FileLock(path)
        with pytest.raises(BlockingIOError):
            lock.acquire()
        process.kill()
    assert path.exists()
    lock.acquire()
    lock.release()


def test_releasing_a_lock_that_is_not_held_removes_nothing(path):
    holder, other = FileLock(path), FileLock(path)
    holder.acquire()
    other.release()
    assert path.exists()
    holder.release()
    holder.release()


@needs_posix
def test_a_file_that_is_removed_while_it_is_locked_is_made_again(path, monkeypatch):
    holder, lock = FileLock(path), FileLock(path)
    holder.acquire()
    locked = file_lock._lock
    removed = []

    def release_first(descriptor):
        if not removed:
            removed.append(descriptor)
            holder.release()
        locked(descriptor)

    monkeypatch.setattr(file_lock, "_lock", release_first)
    lock.acquire()
    with pytest.raises(BlockingIOError):
        holder.acquire()
    lock.release()


@needs_posix
def test_only_the_user_may_open_the_file(path):
    lock = FileLock(path)
    lock.acquire()
    assert path.stat().st_mode & 0o777 == 0o600
    lock.release()


def test_a_file_that_cannot_be_made_is_no_lock_of_another(path):
    lock = FileLock(path / "in a folder that is missing")
    with pytest.raises(FileNotFoundError):
        lock.acquire()
