"""The command ``restore``: what it shows, asks, refuses and reports as missing."""

import io
import json
import os
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.helpers.faulty_disk import faulty_disk
from tests.helpers.sessions import create_workshop, open_session
from workshop_app.i18n import Texts
from workshop_app.services import snapshot
from workshop_app.services.commands.problems import AddProblem, AddProblems, EditProblem
from workshop_app.services.copies import Occasion, copying, make_copy
from workshop_app.services.queries import workshops
from workshop_app.services.session import Session
from workshop_app.store.store import Store

FILES = Path(__file__).resolve().parent.parent / "files"
WORDS = [f"request {number}" for number in range(25)]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A folder with a store, of which each test gets a copy."""
    session = open_session(tmp_path_factory.mktemp("made") / "workshops.db", lasting=True)
    session.execute(AddProblem("before the copy"))
    make_copy(session, Occasion.EVERY)
    create_workshop(session, "Later Ltd.")
    for words in WORDS:
        session.execute(AddProblem(words))
    session.store.close()
    return session.store.path.parent


@pytest.fixture
def path(made, tmp_path):
    """A store with a copy, then a workshop of 25 problems that is only in the journals."""
    return shutil.copytree(made, tmp_path, dirs_exist_ok=True) / "workshops.db"


def journal_of(path, words="request 3"):
    """The journal that contains some words."""
    folder = path.with_name(path.name + ".journals")
    (found,) = (each for each in folder.iterdir() if words.encode() in each.read_bytes())
    return found


def lose_content(path):
    path.write_bytes(bytes(path.stat().st_size))


def flip(file, place):
    data = bytearray(file.read_bytes())
    data[place] ^= 1
    file.write_bytes(data)


def flip_in_line(file, number):
    """Change one byte in the middle of a line."""
    lines = file.read_bytes().splitlines(keepends=True)
    flip(file, sum(map(len, lines[:number])) + len(lines[number]) // 2)


def place_of(file, words):
    return file.read_bytes().index(words.encode())


def flip_line_break(file, number):
    lines = file.read_bytes().splitlines(keepends=True)
    flip(file, sum(map(len, lines[: number + 1])) - 1)


def problems_in(path):
    """The problems of each workshop, by the number of them."""
    session = Session(Store(path))
    states = [snapshot.load(session.store, each) for each in session.store.contents()]
    session.store.close()
    return sorted(([one.first_wording for one in state.problems] for state in states), key=len)


COSTS_NOTHING = {
    "its first line": lambda file: flip_in_line(file, 0),
    "the head of the snapshot": lambda file: flip_in_line(file, 1),
    "a line break": lambda file: flip_line_break(file, 9),
    "the first line break": lambda file: flip_line_break(file, 0),
    "the last line break": lambda file: flip(file, -1),
}


@pytest.mark.every_value
@pytest.mark.parametrize("damage", COSTS_NOTHING)
def test_a_byte_that_holds_no_action_costs_nothing_and_its_journal_is_named(
    terminal, path, damage, language
):
    journal = journal_of(path)
    COSTS_NOTHING[damage](journal)
    lose_content(path)
    answer = terminal("restore", "--yes", "--store", path, "--lang", language)
    assert answer.code == 0, answer
    assert Texts(language)("cli.restore.from_both", n=2, path=path) in answer.out
    assert journal.name in answer.err
    assert problems_in(path) == [["before the copy"], WORDS]


COSTS_ONE_LINE = {
    "the customer": (lambda file: flip(file, place_of(file, "Later Ltd.")), WORDS),
    "the workshop": (lambda file: flip(file, place_of(file, '"facilitator"')), WORDS),
    "an action": (lambda file: flip(file, place_of(file, "request 5")), WORDS[:5] + WORDS[6:]),
    "the last action": (lambda file: flip(file, -20), WORDS[:-1]),
}


@pytest.mark.every_value
@pytest.mark.parametrize("copied", [True, False])
@pytest.mark.parametrize("damage", COSTS_ONE_LINE)
def test_a_byte_in_a_line_costs_that_line_only_and_is_no_success(
    terminal, path, damage, copied, language
):
    spoil, left = COSTS_ONE_LINE[damage]
    journal = journal_of(path)
    spoil(journal)
    lose_content(path)
    if not copied:
        shutil.rmtree(path.parent / "backups")
    answer = terminal("restore", "--yes", "--store", path, "--lang", language)
    assert answer.code == 1, answer
    text = Texts(language)
    source = "both" if copied else "journals"
    assert text(f"cli.restore.from_{source}", n=2, path=path) not in answer.out
    assert text("cli.restore.part", n=2, path=path) in answer.err
    assert journal.name in answer.err
    assert problems_in(path) == [["before the copy"], left]
    assert terminal("check", "--store", path).code == 0


@pytest.mark.every_value
def test_a_journal_of_which_nothing_can_be_read_is_named(terminal, path, language):
    journal = journal_of(path)
    journal.write_bytes(os.urandom(3_000).replace(b"\n", b" ") + b"\n")
    lose_content(path)
    answer = terminal("restore", "--yes", "--store", path, "--lang", language)
    assert answer.code == 1, answer
    assert Texts(language)("cli.restore.journal_lost", file=journal) in answer.err
    assert problems_in(path) == [["before the copy"]]
    again = terminal("restore", "--yes", "--store", path, "--lang", language)
    assert (again.code, again.err) == (0, "")


def test_a_workshop_that_does_not_come_back_is_named(terminal, path):
    journal = journal_of(path)
    journal.write_bytes(journal.read_bytes().splitlines(keepends=True)[0] + b"garbage\n")
    with closing(sqlite3.connect(path)) as db:
        (key,) = db.execute("SELECT id FROM workshop ORDER BY created_at DESC, id DESC").fetchone()
    lose_content(path)
    answer = terminal("restore", "--yes", "--store", path, "--lang", "en")
    assert answer.code == 1, answer
    assert f"{key}: this workshop did not come back." in answer.err


def test_what_the_damaged_file_still_holds_completes_a_damaged_journal(terminal, path):
    journal = journal_of(path)
    for number in range(1, 5):
        flip_in_line(journal, number)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE problem SET wording = 'a changed letter' WHERE number = 1")
        db.execute("DELETE FROM problem WHERE number = 9")
    answer = terminal("restore", "--yes", "--store", path, "--lang", "en")
    assert answer.code == 1, answer
    assert "Recovered workshop" not in answer.out
    assert [sorted(each) for each in problems_in(path)] == [["before the copy"], sorted(WORDS)]


def test_journals_of_earlier_versions_are_read(terminal, tmp_path):
    path = tmp_path / "workshops.db"
    folder = tmp_path / "workshops.db.journals"
    folder.mkdir()
    shutil.copy(FILES / "journal.jsonl", folder / "a.jsonl")
    answer = terminal("restore", "--yes", "--store", path, "--lang", "en")
    assert (answer.code, answer.err) == (0, "")
    assert problems_in(path) == [["one", "two", "three"]]


@pytest.mark.every_value
def test_actions_are_read_where_nothing_of_their_workshop_can_be(terminal, tmp_path, language):
    """Earlier versions wrote all rows of a snapshot into one line."""
    path = tmp_path / "workshops.db"
    journal = tmp_path / "workshops.db.journals" / "a.jsonl"
    journal.parent.mkdir()
    shutil.copy(FILES / "journal.jsonl", journal)
    flip_in_line(journal, 1)
    answer = terminal("restore", "--yes", "--store", path, "--lang", language)
    assert answer.code == 1
    assert Texts(language)("recovery.untitled") in answer.out
    assert problems_in(path) == [["one", "two", "three"]]


# -- what it shows, asks and refuses


def rows(answer):
    """The printed counts, by name."""
    lines = (line.split() for line in answer.out.splitlines() if "→" in line)
    return {line[0]: (line[-3], line[-1]) for line in lines}


@pytest.mark.every_value
@pytest.mark.parametrize("options", [(), ("--from-journals",), ("FILE",)])
def test_counts_are_shown_and_without_a_terminal_nothing_changes_unless_told(
    terminal, path, options, language
):
    copy = path.with_name("copy.db")
    assert terminal("backup", "--to", copy, "--store", path).code == 0
    arguments = [copy if each == "FILE" else each for each in options]
    before = path.read_bytes()
    answer = terminal("restore", *arguments, "--store", path, "--lang", language)
    text = Texts(language)
    assert answer.code == 2
    assert answer.err.strip() == text("cli.restore.not_asked")
    assert rows(answer)[text("backups.count.workshops")] == ("2", "2")
    assert rows(answer)[text("backups.count.problems")] == ("26", "26")
    assert path.read_bytes() == before
    assert not [*path.parent.glob("*before-restore*")]
    assert not [*path.parent.glob("*.recovery")]


class _Screen(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize("said", ["y", "n"])
def test_in_a_terminal_it_asks(terminal, path, monkeypatch, said):
    before = path.read_bytes()
    monkeypatch.setattr(sys, "stdin", _Screen(f"{said}\n"))
    answer = terminal("restore", "--store", path, "--lang", "en")
    assert answer.code == 0
    assert Texts("en")("cli.restore.ask") in answer.out
    assert bool([*path.parent.glob("*before-restore*")]) == (said == "y")
    assert (path.read_bytes() == before) == (said == "n")


@pytest.mark.every_value
@pytest.mark.parametrize("what", ["fewer problems", "fewer workshops"])
def test_less_than_now_needs_a_consent_of_its_own(terminal, path, what, language):
    copy = path.with_name("copy.db")
    if what == "fewer problems":
        assert terminal("backup", "--to", copy, "--store", path).code == 0
        session = Session(Store(path))
        session.open(next(each.id for each in workshops(session) if each.problems == 1))
        session.execute(AddProblem("after the copy"))
        session.store.close()
    else:
        (made,) = (path.parent / "backups").glob("*.db")
        shutil.copy(made, copy)
    before = path.read_bytes()
    arguments = ("restore", copy, "--yes", "--store", path, "--lang", language)
    refused = terminal(*arguments)
    assert (refused.code, refused.err.strip()) == (2, Texts(language)("cli.restore.less"))
    assert path.read_bytes() == before
    assert terminal(*arguments, "--even-if-less").code == 0
    (aside,) = path.parent.glob("workshops-before-restore-*.db")
    assert aside.read_bytes() == before


@pytest.mark.every_value
def test_without_a_journal_nothing_is_restored_from_journals(terminal, path, language):
    shutil.rmtree(path.with_name(path.name + ".journals"))
    before = path.read_bytes()
    answer = terminal("restore", "--from-journals", "--yes", "--store", path, "--lang", language)
    assert answer.refusal == Texts(language)("errors.no_journals", path=path)
    assert path.read_bytes() == before


@pytest.mark.every_value
def test_where_nothing_can_be_read_nothing_is_replaced(terminal, tmp_path, language):
    path = tmp_path / "workshops.db"
    path.write_bytes(bytes(9_000))
    answer = terminal("restore", "--yes", "--store", path, "--lang", language)
    assert answer.refusal == Texts(language)("errors.nothing_read", path=path)
    assert [*tmp_path.iterdir()] == [path]


@pytest.mark.every_value
@pytest.mark.parametrize("what", ["damaged", "unreadable"])
def test_a_fault_of_the_copy_is_not_called_one_of_the_records(terminal, path, what, language):
    copy = path.with_name("copy.db")
    assert terminal("backup", "--to", copy, "--store", path).code == 0
    before = path.read_bytes()
    arguments = ("restore", copy, "--yes", "--store", path, "--lang", language)
    if what == "damaged":
        data = bytearray(copy.read_bytes())
        data[4096 : len(data) // 2] = os.urandom(len(data) // 2 - 4096)
        copy.write_bytes(data)
        sentence = terminal(*arguments).refusal
    else:
        with faulty_disk() as disk:
            disk.fail_at("PRAGMA integrity_check", done=False, error="SQLITE_IOERR_READ")
            sentence = terminal(*arguments).refusal
    told = Texts(language)(f"errors.copy_{what}", file="copy.db", reason="@").split("@")[0]
    assert sentence.startswith(told)
    assert path.read_bytes() == before


def test_records_of_a_newer_version_are_not_replaced_by_older_ones(terminal, path):
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA user_version = 999")
        db.execute("UPDATE _sqlite_migrations SET name = 'a_later_one' WHERE rowid = 1")
    before = path.read_bytes()
    answer = terminal("restore", "--yes", "--store", path, "--lang", "en")
    assert "newer version" in answer.refusal
    assert path.read_bytes() == before


def test_a_copy_that_is_not_as_it_was_saved_is_no_success(terminal, path):
    copy = path.with_name("copy.db")
    assert terminal("backup", "--to", copy, "--store", path).code == 0
    with closing(sqlite3.connect(copy)) as db, db:
        db.execute("UPDATE problem SET wording = 'a changed letter' WHERE number = 1")
    answer = terminal("restore", copy, "--yes", "--store", path, "--lang", "en")
    assert answer.code == 1
    assert "the records are not as they were saved" in answer.err
    assert "Restored" not in answer.out


@pytest.mark.timeout(120)
def test_mergings_in_a_circle_are_reported_and_cleared(terminal, path):
    session = Session(Store(path))
    session.open(next(each.id for each in workshops(session) if each.problems == 25))
    session.execute(EditProblem(session.state.problems[0].id, "wording", "the first"))
    session.store.close()
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE problem SET merged_into = id WHERE number = 2")
    other = path.with_name("other.db")
    taken = terminal("restore", path, "--yes", "--store", other, "--lang", "en")
    assert taken.code == 1
    assert "merged_into" in taken.err
    for folder in ("backups", path.name + ".journals"):
        shutil.rmtree(path.parent / folder)
    assert terminal("restore", "--yes", "--store", path).code == 0
    assert terminal("check", "--store", path).code == 0
    assert [len(each) for each in problems_in(path)] == [1, 25]


# -- nothing but the damaged file, and damaged copies

LETTERS = "一二三四五六七八九十百千万億兆京"
MANY = [f"困りごとの{LETTERS[number // 16]}の{LETTERS[number % 16]}" for number in range(160)]


@pytest.fixture
def alone(tmp_path):
    """A store of many pages with nothing beside it, whose log holds no words."""
    session = open_session(tmp_path / "workshops.db", lasting=True)
    session.execute(AddProblems(tuple(MANY[:80])))
    create_workshop(session, "Later Ltd.")
    session.execute(AddProblems(tuple(MANY[80:])))
    path = session.store.path
    session.store.close()
    shutil.rmtree(path.with_name(path.name + ".journals"))
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE action_log SET payload = '[]'")
        db.commit()
        db.execute("VACUUM")
    return path


def without_page(data, number):
    return data[: number * 4096] + bytes(4096) + data[(number + 1) * 4096 :]


def read_by_sqlite(path):
    """The number of problems that SQLite reads in a file."""
    try:
        with closing(sqlite3.connect(path)) as db:
            return len(db.execute("SELECT * FROM problem NOT INDEXED").fetchall())
    except (sqlite3.Error, UnicodeDecodeError):
        return 0


def test_a_lost_page_costs_only_the_records_on_it(terminal, alone):
    whole = alone.read_bytes()
    lost = []
    for number in range(len(whole) // 4096):
        data = without_page(whole, number)
        alone.write_bytes(data)
        if read_by_sqlite(alone) == len(MANY):
            continue
        lost.append(number)
        still_there = [words for words in MANY if words.encode() in data]
        answer = terminal("restore", "--yes", "--even-if-less", "--store", alone)
        back = [words for each in problems_in(alone) for words in each]
        assert sorted(back) == sorted(still_there), number
        assert answer.code == (0 if len(back) == len(MANY) else 1), (number, answer)
        (aside,) = alone.parent.glob("*-before-restore-*")
        assert aside.read_bytes() == data
        aside.unlink()
        shutil.rmtree(alone.with_name(alone.name + ".journals"), ignore_errors=True)
    assert lost[0] == 0
    assert len(lost) > len(MANY) // 80


@pytest.mark.every_value
@pytest.mark.parametrize("lost", ["everything", "problems"])
def test_damaged_copies_are_read_row_by_row_for_what_is_missing(terminal, alone, lost):
    copy = alone.parent / "backups" / "workshops-2026-12-01-120000.db"
    copy.parent.mkdir()
    whole = alone.read_bytes()
    copy.write_bytes(without_page(whole, 0))
    if lost == "everything":
        alone.write_bytes(b"")
    else:
        place = whole.index(MANY[100].encode()) // 4096
        alone.write_bytes(without_page(whole, place))
    answer = terminal("restore", "--yes", "--store", alone)
    assert sorted(words for each in problems_in(alone) for words in each) == sorted(MANY)
    # Only the store's own digest proves that a copy holds its last state.
    assert answer.code == (0 if lost == "problems" else 1), answer


def test_what_the_store_proves_is_not_replaced_by_an_older_copy(terminal, path):
    shutil.rmtree(path.with_name(path.name + ".journals"))
    path.write_bytes(without_page(path.read_bytes(), 0))
    answer = terminal("restore", "--yes", "--store", path, "--lang", "en")
    assert answer.code == 0, answer
    assert problems_in(path) == [["before the copy"], WORDS]
    session = Session(Store(path))
    session.open(max(session.store.contents()))
    session.undo()
    assert [each.first_wording for each in session.state.problems] == WORDS[:-1]
    session.store.close()


def test_the_copy_made_last_is_taken_whatever_the_clock_said(terminal, path):
    shutil.rmtree(path.with_name(path.name + ".journals"))
    (copy,) = (path.parent / "backups").glob("*.db")
    about = copy.with_name(f"{copy.name}.json")
    found = json.loads(about.read_text(encoding="utf-8"))
    found["at"] = found["at"].replace("20", "21", 1)  # the clock was ahead, and was set back
    about.write_text(json.dumps(found), encoding="utf-8")
    for words in ("second", "third"):
        session = copying(Session(Store(path)))
        session.open(max(session.store.contents()))
        session.execute(AddProblem(words))
        make_copy(session, Occasion.EVERY)
        session.store.close()
    lose_content(path)
    shutil.rmtree(path.with_name(path.name + ".journals"))
    assert terminal("restore", "--yes", "--store", path).code == 0
    assert problems_in(path)[-1] == [*WORDS, "second", "third"]
