"""One program at a time, even after this process has lost its POSIX locks, and no stale locks."""

import os
import shutil
import signal

import pytest

from tests.helpers.another_program import refusal_elsewhere
from workshop_app.domain.errors import StoreError
from workshop_app.store.lock import SUFFIX, StoreLock
from workshop_app.store.restore import restore
from workshop_app.store.store import Store


@pytest.fixture
def path(tmp_path):
    return tmp_path / "workshops.db"


@pytest.fixture
def store(path):
    store = Store(path)
    yield store
    store.close()


def give_posix_locks_away(path):
    """Open and close the file, as other code in this process may do, which drops the locks."""
    path.read_bytes()


def test_a_store_whose_file_was_read_in_this_process_is_still_held(store, path):
    give_posix_locks_away(path)
    assert refusal_elsewhere(path) == "errors.store_locked"


def test_another_name_of_the_same_store_is_held_too(store, path, tmp_path):
    link = tmp_path / "link.db"
    link.symlink_to(path)
    give_posix_locks_away(path)
    assert refusal_elsewhere(link) == "errors.store_locked"


def test_without_its_lock_file_the_store_is_still_held(store, path):
    (path.with_name(path.name + SUFFIX)).unlink()
    assert refusal_elsewhere(path) == "errors.store_locked"


def test_nothing_is_left_beside_a_closed_store(store, path):
    store.close()
    assert [file.name for file in path.parent.iterdir()] == ["workshops.db"]
    assert refusal_elsewhere(path) == "opened"
    assert [file.name for file in path.parent.iterdir()] == ["workshops.db"]


def test_a_lock_file_left_behind_locks_nobody_out(store, path):
    store.close()
    path.with_name(path.name + SUFFIX).write_text("from a crash")
    assert refusal_elsewhere(path) == "opened"
    Store(path).close()


def test_a_folder_in_the_place_of_the_lock_file_keeps_nobody_from_working(store, path):
    store.close()
    path.with_name(path.name + SUFFIX).mkdir()
    Store(path).close()


def test_a_refused_program_leaves_the_lock_to_the_one_that_has_it(store, path):
    for _ in range(2):
        assert refusal_elsewhere(path) == "errors.store_locked"
    assert path.with_name(path.name + SUFFIX).exists()


def test_a_restore_waits_for_the_lock_file(path, tmp_path):
    Store(path).close()
    copy = shutil.copy(path, tmp_path / "copy.db")
    before = path.read_bytes()
    lock = StoreLock(path)  # all that is left to a program that has lost its POSIX locks
    with pytest.raises(StoreError) as refused:
        restore(copy, path)
    assert refused.value.key == "errors.store_locked"
    lock.release()
    assert path.read_bytes() == before
    assert restore(copy, path) is not None
    assert not path.with_name(path.name + SUFFIX).exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes that inherit descriptors")
def test_a_child_process_does_not_keep_the_lock(store, path):
    child = os.fork()
    if not child:
        signal.pause()
        os._exit(0)
    try:
        store.close()
        assert refusal_elsewhere(path) == "opened"
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
