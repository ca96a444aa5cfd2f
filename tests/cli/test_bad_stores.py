"""Stores that cannot be opened: one sentence in the user's language, and no byte changed."""

import os
import sqlite3
import struct
import subprocess
import sys
from contextlib import closing
from multiprocessing import get_context

import pytest

from tests.helpers.sessions import open_session
from workshop_app.domain.errors import StoreError
from workshop_app.i18n import Texts
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.workshops import DeleteWorkshop
from workshop_app.services.copies import Occasion, copying, make_copy
from workshop_app.services.session import Session
from workshop_app.store.store import Store

COMMANDS = (
    ("list",),
    ("show", "x", "--json"),
    ("export", "x", "--out", "out"),
    ("import", __file__, "--into", "x"),
    ("check",),
    ("backup", "--to", "copy.db"),
)


HOLD_OPEN = (
    "import sys; from pathlib import Path; from workshop_app.store.store import Store; "
    "store = Store(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
)


def newer(data):
    return data[:60] + struct.pack(">I", 999) + data[64:]


DAMAGES = {
    "nothing": lambda _: b"",
    "text": lambda _: "大事な手紙".encode() * 100,
    "one byte": lambda _: b"S",
    "half": lambda data: data[: len(data) // 2],
    "no first page": lambda data: bytes(4096) + data[4096:],
    "newer": newer,
    "another program's": lambda data: data[:68] + b"\x00\x00\x00\x07" + data[72:],
}


@pytest.mark.parametrize(
    ("command", "language"),
    [(command, "en") for command in COMMANDS] + [(COMMANDS[0], "ja")],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
@pytest.mark.parametrize("damage", list(DAMAGES))
def test_a_file_that_is_no_sound_store_is_refused_and_unchanged(
    terminal, sample_store, tmp_path, monkeypatch, damage, command, language
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.txt").write_text("監視が遅い", encoding="utf-8")
    sample_store.write_bytes(DAMAGES[damage](sample_store.read_bytes()))
    before = sample_store.read_bytes()
    files = sorted(tmp_path.iterdir())
    terminal(*command, "--store", sample_store, "--lang", language).refusal  # noqa: B018
    assert sample_store.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == files


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_folder_or_a_pipe_is_refused_without_waiting(terminal, tmp_path, command):
    places = [tmp_path]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        places.append(tmp_path / "pipe")
    for place in places:
        assert terminal(*command, "--store", place).refusal


def test_a_store_that_is_open_in_a_window_is_refused(terminal, sample_store, language):
    holder = subprocess.Popen(
        [
            sys.executable, "-c", HOLD_OPEN, str(sample_store),
        ],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    try:
        assert holder.stdout.readline() == b"open\n"
        for command in COMMANDS:
            sentence = terminal(*command, "--store", sample_store, "--lang", language).refusal
            assert ("使っています" if language == "ja" else "Another Workshop App") in sentence
    finally:
        holder.communicate()
    Store(sample_store).close()


@pytest.fixture
def read_only(monkeypatch, sample_store):
    """The sample's store, which `os.access` reports as read-only, also for root."""
    access = os.access
    places = (sample_store, sample_store.parent)
    monkeypatch.setattr(os, "access", lambda path, mode: path not in places and access(path, mode))
    return sample_store


def test_a_read_only_store_is_refused_by_commands_that_write(terminal, read_only, tmp_path):
    (tmp_path / "list.txt").write_text("一つ目")
    answer = terminal("import", tmp_path / "list.txt", "--into", "0", "--store", read_only)
    assert "read-only" in answer.refusal


def test_a_read_only_store_can_be_read(terminal, read_only, sample_id, tmp_path):
    before = {each: each.read_bytes() for each in read_only.parent.iterdir() if each.is_file()}
    to_out = ("--out", tmp_path / "out", "--only", "problems")
    for command in (("list",), ("show", sample_id), ("export", sample_id, *to_out)):
        answer = terminal(*command, "--store", read_only, "--lang", "en")
        assert answer.code == 0, answer.err
        assert "read from a copy" in answer.err
        assert answer.out
    after = {each: each.read_bytes() for each in read_only.parent.iterdir() if each.is_file()}
    assert after == before


@pytest.mark.skipif(sys.platform == "win32", reason="a process is forked")
def test_an_unfinished_transaction_is_rolled_back_in_the_copy_that_is_read(
    terminal, sample_store, sample_id, monkeypatch
):
    before = terminal("show", sample_id, "--store", sample_store, "--lang", "en").out
    process = get_context("fork").Process(target=die_within_an_action, args=(sample_store,))
    process.start()
    process.join()
    journal = sample_store.with_name(sample_store.name + "-journal")
    assert journal.stat().st_size
    access = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: path != sample_store and access(path, mode)
    )
    hot = sample_store.read_bytes(), journal.read_bytes()
    answer = terminal("show", sample_id, "--store", sample_store, "--lang", "en")
    assert (answer.code, answer.out) == (0, before), answer.err
    assert (sample_store.read_bytes(), journal.read_bytes()) == hot


def die_within_an_action(path):
    """Leave a hot journal: pages are written, but the transaction is not ended."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA cache_size = 1")
    db.execute("BEGIN IMMEDIATE")
    db.execute("UPDATE problem SET wording = wording || hex(randomblob(4000))")
    os._exit(0)


CIRCLES = {
    "itself": "UPDATE problem SET merged_into = id WHERE number = 2",
    "three": "UPDATE problem SET merged_into = (SELECT id FROM problem AS other "
    "WHERE other.number = problem.number % 3 + 1) WHERE number <= 3",
}


@pytest.mark.timeout(120)
@pytest.mark.parametrize("circle", list(CIRCLES))
def test_mergings_in_a_circle_are_read_and_reported(
    terminal, sample_store, sample_id, tmp_path, circle
):
    arguments = ("--store", sample_store, "--lang", "en")
    with closing(sqlite3.connect(sample_store)) as db, db:
        db.execute(CIRCLES[circle])
    shown = terminal("show", sample_id, *arguments)
    assert (shown.code, shown.err) == (0, "")
    with closing(sqlite3.connect(sample_store)) as db:
        (first,) = db.execute(
            "SELECT id FROM problem WHERE number = ?", [2 if circle == "itself" else 1]
        ).fetchone()
        words = db.execute("SELECT wording FROM problem WHERE id = ?", [first]).fetchone()[0]
    assert words in shown.out
    out = tmp_path / "papers"
    assert terminal("export", sample_id, "--out", out, "--only", "problems", *arguments).code == 0
    checked = terminal("check", *arguments)
    assert checked.code == 2
    assert f"problem {first}: merged_into" in checked.err


def test_an_unreadable_date_is_left_out_and_its_workshop_is_named(
    terminal, sample_store, sample_id
):
    arguments = ("--store", sample_store, "--lang", "en")
    with closing(sqlite3.connect(sample_store)) as db, db:
        db.execute("UPDATE workshop SET date = '2O26-12-O3'")
    shown = terminal("show", sample_id, *arguments)
    assert (shown.code, shown.err) == (0, "")
    assert "2O26" not in shown.out
    checked = terminal("check", *arguments)
    assert checked.code == 2
    assert f"workshop {sample_id}" in checked.err


# -- a store that is a link

LINKS = pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")


@LINKS
def test_through_a_link_everything_is_beside_the_store_and_nothing_deleted_is_left(
    terminal, tmp_path
):
    folder = tmp_path / "real"
    link = tmp_path / "link.db"
    link.symlink_to(folder / "workshops.db")
    folder.mkdir()
    open_session(folder / "workshops.db", lasting=True).store.close()
    session = copying(Session(Store(link)))
    session.open(next(iter(session.store.contents())))
    session.execute(AddProblem("a private matter"))
    make_copy(session, Occasion.EVERY)
    assert terminal("backup", "--store", link).code == 2  # the session has it open
    session.store.close()
    assert terminal("backup", "--store", link).code == 0
    assert sorted(tmp_path.iterdir()) == [link, folder]
    assert link.is_symlink()
    assert {each.name for each in folder.iterdir()} == {
        "workshops.db",
        "workshops.db.journals",
        "backups",
    }
    session = copying(Session(Store(link)))
    session.execute(DeleteWorkshop(next(iter(session.store.contents()))))
    make_copy(session, Occasion.EVERY)
    session.store.close()
    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert [each for each in files if b"a private matter" in each.read_bytes()] == []


@LINKS
def test_a_damaged_store_behind_a_link_is_recovered_in_its_own_place(terminal, tmp_path):
    path = tmp_path / "real" / "workshops.db"
    path.parent.mkdir()
    link = tmp_path / "link.db"
    link.symlink_to(path)
    session = open_session(path, lasting=True)
    session.execute(AddProblem("monitoring"))
    session.store.close()
    path.write_bytes(bytes(path.stat().st_size))
    assert terminal("restore", "--yes", "--store", link).code == 0
    assert link.is_symlink()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["link.db", "real"]
    again = Session(Store(link))
    again.open(session.workshop_id)
    assert [each.first_wording for each in again.state.problems] == ["monitoring"]
    again.store.close()


@LINKS
@pytest.mark.parametrize(
    "command", [("list",), ("check",), ("restore", "--yes"), ("restore", "copy.db", "--yes")]
)
def test_a_link_to_nothing_is_refused_and_nothing_is_made(
    terminal, sample_store, tmp_path, monkeypatch, command, language
):
    monkeypatch.chdir(tmp_path)
    sample_store.rename("copy.db")
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / "not connected" / "workshops.db")
    told = terminal(*command, "--store", link, "--lang", language).refusal
    assert told == Texts(language)("errors.store_link", path=link.readlink())
    with pytest.raises(StoreError) as refused:
        Store(link)
    assert refused.value.key == "errors.store_link"
    assert link.is_symlink()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["copy.db", "link.db"]
