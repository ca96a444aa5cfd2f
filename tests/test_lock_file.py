"""Lock files exclude other processes, and nobody after their holder has ended."""

import errno
import os
import subprocess
import sys

import pytest

from workshop_app import lock_file
from workshop_app.lock_file import LockFile

_HOLD = """
import sys
from pathlib import Path
from workshop_app.lock_file import LockFile
lock = LockFile(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""

needs_posix = pytest.mark.skipif(os.name == "nt", reason="Windows removes no open file")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "some.lock"


def test_a_lock_is_held_by_one_until_it_is_released(path):
    first, second = LockFile(path), LockFile(path)
    first.acquire()
    for _ in range(2):  # the first failure gives nothing away
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
        lock = LockFile(path)
        with pytest.raises(BlockingIOError):
            lock.acquire()
        process.kill()
    assert path.exists()
    lock.acquire()
    lock.release()


def test_reading_the_file_does_not_release_the_lock(path):
    holder, other = LockFile(path), LockFile(path)
    holder.acquire()
    if os.name != "nt":  # Windows refuses to read it
        path.read_bytes()
    with pytest.raises(BlockingIOError):
        other.acquire()
    holder.release()


def test_releasing_a_lock_that_is_not_held_removes_nothing(path):
    holder, other = LockFile(path), LockFile(path)
    holder.acquire()
    other.release()
    assert path.exists()
    holder.release()
    holder.release()


@needs_posix
def test_a_file_that_is_removed_while_it_is_locked_is_made_again(path, monkeypatch):
    holder, lock = LockFile(path), LockFile(path)
    holder.acquire()
    locked = lock_file._locked
    removed = []

    def release_in_between(file):
        if not removed:
            removed.append(file)
            holder.release(remove=False)
            found = locked(file)
            path.unlink()
            return found
        return locked(file)

    monkeypatch.setattr(lock_file, "_locked", release_in_between)
    lock.acquire()
    assert path.exists()
    with pytest.raises(BlockingIOError):
        holder.acquire()
    lock.release()


@needs_posix
def test_only_the_user_may_open_the_file(path):
    lock = LockFile(path)
    lock.acquire()
    assert path.stat().st_mode & 0o777 == 0o600
    lock.release()


@needs_posix
def test_a_link_to_another_file_is_not_followed(path, tmp_path):
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="symbolic links"):
        LockFile(path).acquire()
    assert not (tmp_path / "elsewhere").exists()


def test_a_file_that_cannot_be_made_is_no_lock_of_another(path):
    lock = LockFile(path / "in a folder that is missing")
    with pytest.raises(FileNotFoundError):
        lock.acquire()


@needs_posix
def test_a_file_system_without_locks_is_no_lock_of_another(path, monkeypatch):
    import fcntl

    def unsupported(*_):
        raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))

    monkeypatch.setattr(fcntl, "flock", unsupported)
    with pytest.raises(OSError, match=os.strerror(errno.ENOLCK)) as refused:
        LockFile(path).acquire()
    assert not isinstance(refused.value, BlockingIOError)
