"""No code in this process opens the file of an open store, which would drop its locks."""

import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from exports.branding import stored_logo
from exports.files import FileSet
from tests.helpers.sessions import create_workshop, new_session
from ui.pages.settings.logo_file import logo_from
from workshop_app.catalogue.loader import load_other
from workshop_app.domain.errors import InvalidInput, StoreError
from workshop_app.open_store import is_open_store
from workshop_app.services.imports.files import read_list
from workshop_app.services.imports.mackerel.files import is_setup_file, read_setups
from workshop_app.services.imports.read import read_text_file
from workshop_app.services.workshop_file import is_workshop_file, read_workshop_file
from workshop_app.store.restore import refuse_foreign_file, restore
from workshop_app.store.store import Store

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps locks by descriptor")

PROBE = """
    import sqlite3, sys
    connection = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)
    try:
        connection.execute("BEGIN EXCLUSIVE")
        print("in")
    except sqlite3.OperationalError as error:
        print(error.sqlite_errorname)
"""


@pytest.fixture
def store(tmp_path):
    session = new_session(tmp_path / "workshops.db")
    create_workshop(session)
    return session.store


@pytest.fixture(params=["itself", "link", "hard link"])
def name(request, store, tmp_path):
    """A path to the open store."""
    if request.param == "itself":
        return store.path
    other = tmp_path / "other name.txt"
    if request.param == "link":
        other.symlink_to(store.path)
    else:
        os.link(store.path, other)
    return other


def posix_locks_are_held(path: Path) -> bool:
    """Return whether a program that does not use our lock file is kept out."""
    command = [sys.executable, "-c", textwrap.dedent(PROBE), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.strip() == "SQLITE_BUSY"


READERS = {
    "text": read_text_file,
    "list": read_list,
    "setup told": is_setup_file,
    "setup": lambda path: read_setups([path]),
    "workshop file": read_workshop_file,
    "logo": logo_from,
}


@pytest.mark.parametrize("reader", list(READERS))
def test_a_file_to_be_read_is_not_the_open_store(store, name, reader):
    with pytest.raises(InvalidInput) as refused:
        READERS[reader](name)
    assert refused.value.key == "errors.file_is_open_store"
    assert refused.value.values == {"file": name.name}
    assert posix_locks_are_held(store.path)


def test_looking_for_a_file_does_not_open_it(store, name):
    assert not is_workshop_file(name)
    assert stored_logo(name) == b""
    refuse_foreign_file(name)
    assert posix_locks_are_held(store.path)


def test_an_entry_of_a_catalogue_is_not_the_open_store(store, tmp_path):
    folder = tmp_path / "catalogue"
    folder.mkdir()
    os.link(store.path, folder / "entry.toml")
    (fault,) = (each for each in load_other(folder).faults if each.file == "entry.toml")
    assert fault.problem == "unreadable"
    assert posix_locks_are_held(store.path)


def test_neither_a_copy_nor_what_becomes_one_replaces_an_open_store(store, name, tmp_path):
    with pytest.raises(StoreError) as refused:
        store.copy_to(name)
    assert refused.value.key == "errors.copy_onto_itself"
    waiting = Store(tmp_path / "copy.db.part")
    with pytest.raises(StoreError) as refused:
        store.copy_to(tmp_path / "copy.db")
    assert refused.value.key == "errors.copy_onto_itself"
    assert waiting.check() == []
    waiting.close()
    assert posix_locks_are_held(store.path)


def test_an_open_store_is_neither_restored_nor_restored_from(store, name, tmp_path):
    copy = shutil.copy(store.copy_to(tmp_path / "copy.db"), tmp_path / "copy 2.db")
    for given in ((copy, name), (name, tmp_path / "third.db")):
        with pytest.raises(StoreError) as refused:
            restore(*given)
        assert refused.value.key == "errors.store_locked"
    assert posix_locks_are_held(store.path)


def test_a_paper_does_not_replace_the_open_store(store, tmp_path):
    with FileSet(tmp_path, "token") as bundle:
        bundle.add("workshops.db", b"%PDF")
        with pytest.raises(InvalidInput):
            bundle.publish()
    assert store.check() == []
    assert posix_locks_are_held(store.path)


def test_the_same_store_is_not_opened_twice(store, name):
    with pytest.raises(StoreError) as refused:
        Store(name)
    assert refused.value.key == "errors.store_locked"
    assert posix_locks_are_held(store.path)


def test_a_closed_store_is_a_file_like_any_other(store):
    assert is_open_store(store.path)
    store.close()
    assert not is_open_store(store.path)


@pytest.mark.parametrize("path", ["none.db", "a\0b", "x" * 5_000])
def test_a_path_without_a_file_is_no_open_store(store, path):
    assert not is_open_store(Path(path))
