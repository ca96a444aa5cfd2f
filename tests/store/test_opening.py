"""Opening the store: foreign files are left alone, with one clear sentence; ours are locked."""

import os
import shutil
import sqlite3
import struct
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.helpers.rights import folder_for_all
from tests.helpers.sessions import new_session, open_session
from workshop_app.domain.errors import StoreError
from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import LANGUAGES, Texts
from workshop_app.services.commands.problems import AddProblem
from workshop_app.store.header import APPLICATION_ID
from workshop_app.store.migrations import SCHEMA_VERSION
from workshop_app.store.store import Store

needs_a_plain_user = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)


def refusal(path: Path) -> StoreError:
    """Return the refusal to open `path`, in both languages and without open placeholders."""
    with pytest.raises(StoreError) as refused:
        Store(path)
    for language in LANGUAGES:
        assert Texts(language)(refused.value.key, **refused.value.values)
    return refused.value


@pytest.fixture
def path(tmp_path):
    return tmp_path / "workshops.db"


@pytest.fixture
def closed(path):
    """A whole store that was closed."""
    Store(path).close()
    return path


def test_a_new_store_is_made_with_its_folder(tmp_path):
    path = tmp_path / "記録 #1 100%" / "workshops.db"
    store = Store(path)
    assert store.created
    assert store.check() == []
    store.close()
    again = Store(path)
    assert not again.created
    again.close()


def test_a_closed_store_is_not_opened_again_by_a_late_query(path):
    store = Store(path)
    store.close()
    for ask in (store.contents, lambda: store.find_problems("監視", 5)):
        with pytest.raises(StoreError):
            ask()
    again = Store(path)
    assert not again.has_any(Workshop)
    with pytest.raises(StoreError):
        store.has_any(Workshop)
    again.close()


@pytest.mark.parametrize(("lasting", "level"), [(True, 3), (False, 0)])
def test_only_a_store_to_throw_away_does_not_wait_for_the_disk(path, lasting, level):
    store = Store(path, lasting=lasting)
    assert store.database.execute("PRAGMA synchronous").fetchone()[0] == level
    store.close()


def test_an_empty_file_is_no_new_store(path):
    path.touch()
    assert refusal(path).key == "errors.store_empty"
    assert [file.name for file in path.parent.iterdir()] == ["workshops.db"]
    assert path.read_bytes() == b""


def test_the_header_says_whose_file_it_is_and_of_which_version(closed):
    version, application = struct.unpack(">I4xI", closed.read_bytes()[60:72])
    assert application == APPLICATION_ID
    assert version == SCHEMA_VERSION


def test_the_pragmas_are_set(path):
    store = Store(path)
    pragma = lambda name: store.database.execute(f"PRAGMA {name}").fetchone()[0]  # noqa: E731
    assert pragma("journal_mode") == "delete"
    assert pragma("synchronous") == 3
    assert pragma("locking_mode") == "exclusive"
    assert pragma("foreign_keys") == 1
    assert pragma("trusted_schema") == 0
    assert pragma("secure_delete") == 1
    assert pragma("busy_timeout") == 200
    assert pragma("temp_store") == 2
    store.close()


def test_a_first_start_cut_short_leaves_a_file_that_opens(path):
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.close()
    store = Store(path)
    assert store.check() == []
    assert store.database.table("problem").exists()
    store.close()


@pytest.mark.parametrize("content", [b"a shopping list", b"%PDF-1.7" + b"x" * 500, b"\x00" * 4096])
def test_a_file_of_another_kind_is_unchanged(path, content):
    path.write_bytes(content)
    assert refusal(path).key == "errors.store_not_ours"
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_unchanged(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE contacts (name TEXT)")
    connection.close()
    before = path.read_bytes()
    assert refusal(path).key == "errors.store_not_ours"
    assert path.read_bytes() == before


def test_a_newer_version_is_unchanged(closed):
    content = bytearray(closed.read_bytes())
    content[60:64] = struct.pack(">I", SCHEMA_VERSION + 1)
    closed.write_bytes(content)
    refused = refusal(closed)
    assert refused.key == "errors.store_too_new"
    assert refused.values == {"version": SCHEMA_VERSION + 1, "known": SCHEMA_VERSION}
    assert closed.read_bytes() == content


@pytest.mark.parametrize("kept", [1, 50, 99])
def test_a_store_cut_within_its_header_is_not_taken_for_ours(closed, kept):
    cut = closed.read_bytes()[:kept]
    closed.write_bytes(cut)
    assert refusal(closed).key == "errors.store_not_ours"
    assert closed.read_bytes() == cut


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_store_is_said_to_be_damaged_and_not_written_to(closed, share):
    content = closed.read_bytes()
    cut = content[: int(len(content) * share)]
    closed.write_bytes(cut)
    assert refusal(closed).key == "errors.store_damaged"
    assert closed.read_bytes() == cut


def test_a_store_with_a_spoilt_page_is_said_to_be_damaged(closed):
    content = bytearray(closed.read_bytes())
    content[4096 : 4096 * 4] = os.urandom(4096 * 3)
    closed.write_bytes(content)
    assert refusal(closed).key == "errors.store_damaged"


def test_a_folder_is_no_store(tmp_path):
    assert refusal(tmp_path).key == "errors.store_not_ours"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_a_fifo_is_refused_without_waiting_for_a_writer(path):
    os.mkfifo(path)
    assert refusal(path).key == "errors.store_not_ours"


def test_a_file_in_the_way_of_the_folder_is_named(tmp_path):
    (tmp_path / "file").write_text("x")
    assert refusal(tmp_path / "file" / "workshops.db").key in {
        "errors.store_folder",
        "errors.store_unreadable",
    }


def test_a_name_that_is_too_long_is_refused(tmp_path):
    assert refusal(tmp_path / ("長" * 300)).key in {
        "errors.store_folder",
        "errors.store_unreadable",
    }


@needs_a_plain_user
def test_a_read_only_store_is_refused(closed):
    closed.chmod(0o444)
    assert refusal(closed).key == "errors.store_read_only"


@pytest.mark.skipif(
    not hasattr(os, "setuid") or os.geteuid() != 0, reason="needs root to step down"
)
@pytest.mark.parametrize(
    ("mode_of_file", "mode_of_folder", "key"),
    [
        (0o444, 0o777, "errors.store_read_only"),
        (0o000, 0o777, "errors.store_unreadable"),
        (0o666, 0o555, "errors.store_read_only"),
        (0o666, 0o000, "errors.store_unreadable"),
    ],
)
def test_a_user_without_permission_is_refused(mode_of_file, mode_of_folder, key):
    with folder_for_all() as folder:
        closed = folder / "workshops.db"
        Store(closed).close()
        closed.chmod(mode_of_file)
        folder.chmod(mode_of_folder)
        assert opened_by_nobody(closed) in {key, "errors.store_folder"}
        folder.chmod(0o755)


def opened_by_nobody(path: Path) -> str:
    """Return the message to a user without permissions, in a separate process."""
    program = """
        import os, sys
        from pathlib import Path
        from workshop_app.domain.errors import StoreError
        from workshop_app.store.store import Store
        os.setgid(65534)
        os.setuid(65534)
        try:
            Store(Path(sys.argv[1]))
            print("opened")
        except StoreError as error:
            print(error.key)
    """
    command = [sys.executable, "-c", textwrap.dedent(program), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path.cwd())
    return done.stdout.strip()


def test_a_second_program_learns_that_the_store_is_in_use(path):
    store = Store(path)
    assert refusal(path).key == "errors.store_locked"
    store.close()
    Store(path).close()


def test_a_second_process_is_refused_too(path):
    program = """
        import sys
        from pathlib import Path
        from workshop_app.store.store import Store
        store = Store(Path(sys.argv[1]))
        print("open", flush=True)
        sys.stdin.read()
    """
    command = [sys.executable, "-c", textwrap.dedent(program), str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdin
        assert holder.stdout.readline() == b"open\n"
        assert refusal(path).key == "errors.store_locked"
        holder.stdin.close()
        holder.wait(timeout=120)
    Store(path).close()


def test_what_another_database_left_in_a_write_ahead_log_is_not_taken_in(tmp_path):
    session = open_session(tmp_path / "w.db", lasting=True)
    session.execute(AddProblem("言ったこと"))
    wanted = session.state
    path = session.store.path
    session.store.close()
    other = sqlite3.connect(shutil.copy(path, tmp_path / "other.db"), isolation_level=None)
    other.execute("PRAGMA journal_mode=WAL")
    other.execute("UPDATE problem SET wording = 'of another file'")
    log = Path(shutil.copy(tmp_path / "other.db-wal", tmp_path / "w.db-wal")).read_bytes()
    other.close()
    again = new_session(path, lasting=True)
    again.open(wanted.workshop.id)
    assert again.state == wanted
    again.execute(AddProblem("書いてよい"))
    assert again.store.check() == []
    again.store.close()
    (kept,) = tmp_path.glob("w-left-over-*-wal")
    assert kept.read_bytes() == log
