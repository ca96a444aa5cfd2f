import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import state_in
from tests.helpers.sessions import create_workshop, new_session, open_session
from workshop_app.catalogue.loader import load
from workshop_app.i18n import Texts
from workshop_app.services.commands.problems import AddProblem, EditProblem
from workshop_app.store.backup import check_file
from workshop_app.store.copies import read_description
from workshop_app.store.journal import folder_of
from workshop_app.store.store import Store

RESTORE = ("restore", "--yes", "--even-if-less")
FILES = Path(__file__).resolve().parent.parent / "files"


@pytest.fixture
def other_store(tmp_path):
    """Another store, with an empty workshop; its path and the workshop's id."""
    session = new_session(tmp_path / "other.db")
    workshop_id = create_workshop(session, "別の株式会社")
    session.store.close()
    return tmp_path / "other.db", workshop_id


def test_a_sound_store_is_said_to_be_sound(terminal, sample_store, language):
    answer = terminal("check", "--store", sample_store, "--lang", language)
    assert answer.code == 0
    assert answer.err == ""
    assert len(answer.out.splitlines()) == 2
    assert str(len(load().solutions)) in answer.out


def test_damage_is_found(terminal, sample_store):
    with closing(sqlite3.connect(sample_store, isolation_level=None)) as db:
        db.execute("PRAGMA foreign_keys=0")
        db.execute("DELETE FROM customer")
    answer = terminal("check", "--store", sample_store, "--lang", "en")
    assert answer.code == 2
    assert "restore" in answer.err
    assert "sound (1 workshop" not in answer.out


def test_a_lost_record_is_reported_with_the_title_of_its_workshop(
    terminal, sample_store, tmp_path, language
):
    with closing(sqlite3.connect(sample_store)) as db, db:
        title = db.execute("SELECT title FROM workshop").fetchone()[0]
        db.execute("DELETE FROM agenda_item WHERE position = 0")
    answer = terminal("check", "--store", sample_store, "--lang", language)
    assert answer.code == 2
    told = Texts(language)("cli.check.rows_fewer", title=title, n=1)
    assert told in answer.err
    copied = terminal("backup", "--to", tmp_path / "copy.db", "--store", sample_store,
                      "--lang", language)  # fmt: skip
    assert copied.code == 0
    assert told in copied.err


def test_a_record_with_a_damaged_letter_is_named_by_check_and_backup(
    terminal, sample_store, sample_id, tmp_path, language
):
    with closing(sqlite3.connect(sample_store)) as db, db:
        db.execute("UPDATE problem SET wording = CAST(x'e79bff' AS TEXT) WHERE number = 3")
        problem = db.execute("SELECT id FROM problem WHERE number = 3").fetchone()[0]
    arguments = ("--store", sample_store, "--lang", language)
    checked = terminal("check", *arguments)
    assert checked.code == 2
    assert f"problem {problem}: wording" in checked.err
    copied = terminal("backup", "--to", tmp_path / "copy.db", *arguments)
    assert copied.code == 0
    assert f"problem {problem}: wording" in copied.err
    assert "\ufffd" in terminal("show", sample_id, *arguments).out
    out = tmp_path / "papers"
    assert terminal("export", sample_id, "--out", out, "--only", "dossier", *arguments).code == 0


def test_a_backup_is_written_beside_the_store_by_default(
    terminal, sample_store, sample_id, tmp_path
):
    answer = terminal("backup", "--store", sample_store)
    (copy,) = (tmp_path / "backups").glob("*.db")
    assert read_description(copy).occasion == "hand"
    assert answer.code == 0
    assert str(copy) in answer.out
    assert check_file(copy) == []
    assert state_in(copy, sample_id) == state_in(sample_store, sample_id)


def test_a_backup_goes_to_a_named_file_or_folder_and_may_replace_an_older_one(
    terminal, sample_store, sample_id, tmp_path
):
    stick = tmp_path / "stick"
    stick.mkdir()
    for _ in range(2):
        assert terminal("backup", "--store", sample_store, "--to", stick / "copy.db").code == 0
    assert terminal("backup", "--store", sample_store, "--to", stick).code == 0
    names = sorted(path.name for path in stick.iterdir())
    assert len(names) == 2
    assert "copy.db" in names
    assert state_in(stick / "copy.db", sample_id)


def test_a_backup_replaces_nothing_that_is_no_store(terminal, sample_store, tmp_path, language):
    (tmp_path / "letter.txt").write_text("大事な手紙", encoding="utf-8")
    for target in (tmp_path / "letter.txt", sample_store, tmp_path / "letter.txt" / "copy.db"):
        arguments = ("--store", sample_store, "--lang", language)
        terminal("backup", *arguments, "--to", target).refusal  # noqa: B018 - looks at the answer
    assert (tmp_path / "letter.txt").read_text(encoding="utf-8") == "大事な手紙"


def test_restore_puts_the_copy_in_place_and_keeps_the_old_records(
    terminal, sample_store, sample_id, other_store, language
):
    other, other_id = other_store
    before = other.read_bytes()
    answer = terminal(*RESTORE, sample_store, "--store", other, "--lang", language)
    assert answer.code == 0
    assert answer.err == ""
    (aside,) = other.parent.glob("other-before-restore-*.db")
    assert str(aside) in answer.out
    assert aside.read_bytes() == before
    assert state_in(other, sample_id) == state_in(sample_store, sample_id)
    assert state_in(aside, other_id).customer.name == "別の株式会社"
    assert [path.name for path in other.parent.glob("*.part")] == []


def test_restore_where_nothing_is_yet(terminal, sample_store, sample_id, tmp_path):
    answer = terminal("restore", sample_store, "--store", tmp_path / "new" / "w.db", "--yes")
    assert answer.code == 0
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["w.db"]
    assert state_in(tmp_path / "new" / "w.db", sample_id)


@pytest.mark.parametrize("damage", [b"", b"garbage" * 100, b"SQLite format 3\x00" + bytes(5_000)])
def test_a_damaged_store_is_replaced_and_kept(terminal, sample_store, sample_id, tmp_path, damage):
    broken = tmp_path / "broken.db"
    broken.write_bytes(damage)
    (tmp_path / "broken.db-journal").write_bytes(b"old journal")
    assert terminal("restore", sample_store, "--store", broken, "--yes").code == 0
    assert state_in(broken, sample_id)
    (aside,) = tmp_path.glob("broken-before-restore-*.db")
    assert aside.read_bytes() == damage
    assert not (tmp_path / "broken.db-journal").exists()


def test_a_copy_that_is_no_store_changes_nothing(
    terminal, sample_store, other_store, tmp_path, language
):
    other, _ = other_store
    made = {
        "empty.db": b"",
        "letter.txt": "大事な手紙".encode(),
        "half.db": sample_store.read_bytes()[: 40 * 1024],
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    before = other.read_bytes()
    files = sorted(tmp_path.iterdir())
    for name in (*made, "none.db", "other.db", "."):
        arguments = ("--store", other, "--lang", language)
        terminal("restore", tmp_path / name, *arguments).refusal  # noqa: B018 - looks at the answer
    assert other.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == files


def test_a_folder_is_no_store_to_be_replaced(terminal, sample_store, tmp_path):
    (tmp_path / "folder").mkdir()
    terminal("restore", sample_store, "--store", tmp_path / "folder").refusal  # noqa: B018
    assert (tmp_path / "folder").is_dir()


def test_restore_does_not_wait_for_a_window_and_changes_nothing_it_has_open(
    terminal, sample_store, other_store
):
    other, other_id = other_store
    holder = Store(other)
    try:
        sentence = terminal("restore", sample_store, "--store", other, "--lang", "en").refusal
        assert "Another" in sentence
        assert (
            "Another" in terminal("restore", other, "--store", sample_store, "--lang", "en").refusal
        )
    finally:
        holder.close()
    assert state_in(other, other_id)
    assert len(list(other.parent.glob("*before-restore*"))) == 0


def test_two_restores_in_one_second_keep_both_old_stores(terminal, sample_store, other_store):
    other, _ = other_store
    for _ in range(3):
        assert terminal(*RESTORE, sample_store, "--store", other).code == 0
    assert len(list(other.parent.glob("other-before-restore-*.db"))) == 3


def test_the_copy_itself_is_only_read(terminal, sample_store, other_store, tmp_path):
    copy = shutil.copy(sample_store, tmp_path / "copy.db")
    before = copy.read_bytes()
    assert terminal(*RESTORE, copy, "--store", other_store[0]).code == 0
    assert copy.read_bytes() == before


def test_a_copy_takes_no_other_records_place(terminal, sample_store, other_store, tmp_path):
    other, _ = other_store
    before = other.read_bytes()
    answer = terminal("backup", "--to", other, "--store", sample_store, "--lang", "en")
    assert answer.code == 2
    assert "other.db holds workshops" in answer.err
    assert other.read_bytes() == before
    for _ in range(2):  # an older copy of the same records is replaced
        copied = terminal("backup", "--to", tmp_path / "mine.db", "--store", sample_store)
        assert copied.code == 0


def test_an_empty_name_is_no_place_for_a_copy_or_papers(
    terminal, sample_store, sample_id, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    for call in (
        ("backup", "--to", "", "--store", sample_store),
        ("export", sample_id, "--out", "", "--store", sample_store),
        ("demo", "--out", ""),
    ):
        answer = terminal(*call, "--lang", "en")
        assert answer.code == 2
        assert "has a value that does not fit" in answer.err
    assert sorted(tmp_path.iterdir()) == before


def test_a_store_path_that_is_too_long_is_refused_in_one_sentence(terminal, tmp_path):
    answer = terminal("list", "--store", tmp_path / ("x" * 300), "--lang", "en")
    assert answer.code == 2
    assert "records file cannot be read" in answer.err


@pytest.mark.parametrize("there", [True, False])
def test_one_workshop_comes_back_from_a_copy_beside_the_current_ones(
    terminal, sample_store, sample_id, other_store, tmp_path, language, there
):
    other, other_id = other_store
    store = sample_store if there else other
    copy = tmp_path / "copy.db"
    shutil.copy(sample_store, copy)
    before = state_in(store, sample_id if there else other_id)
    arguments = ("--workshop", sample_id, "--store", store, "--lang", language)
    answer = terminal("restore", copy, *arguments)
    assert (answer.code, answer.err) == (0, "")
    restored = answer.out.replace("：", " ").split()[-1]
    assert (restored == sample_id) != there
    assert state_in(store, sample_id if there else other_id) == before
    back = state_in(store, restored)
    original = state_in(copy, sample_id)
    assert [each.wording for each in back.problems] == [each.wording for each in original.problems]
    assert list(tmp_path.glob("*before-restore*")) == []


def test_restoring_one_workshop_from_an_earlier_version_works_and_an_unknown_one_is_refused(
    terminal, other_store
):
    other, other_id = other_store
    old = FILES / "workshops-v1.db"
    with closing(sqlite3.connect(f"{old.as_uri()}?mode=ro", uri=True)) as db:
        (old_id,) = db.execute("SELECT id FROM workshop").fetchone()
    assert terminal("restore", old, "--workshop", old_id, "--store", other).code == 0
    assert state_in(other, old_id).problems
    before = other.read_bytes()
    refused = terminal("restore", old, "--workshop", "nobody", "--store", other, "--lang", "en")
    assert refused.code == 2
    assert "no workshop" in refused.err.lower()
    assert state_in(other, other_id)
    assert len(before) == len(other.read_bytes())


def overwrite_beginning(path):
    data = bytearray(path.read_bytes())
    data[:4096] = bytes(4096)
    path.write_bytes(data)
    return bytes(data)


@pytest.mark.parametrize("options", [(), ("--from-journals",)])
def test_without_a_file_restore_goes_by_the_newest_copy_and_the_journals(
    terminal, tmp_path, language, options
):
    path = tmp_path / "workshops.db"
    session = open_session(path, lasting=True)
    session.execute(AddProblem("一つ目"))
    terminal_id = session.workshop_id
    before = session.state
    session.store.close()
    assert terminal("backup", "--store", path).code == 0
    damaged = overwrite_beginning(path)
    answer = terminal("restore", "--store", path, "--lang", language, "--yes", *options)
    assert answer.code == 0, answer.err
    assert answer.err == ""
    assert before.workshop.title in answer.out
    assert state_in(path, terminal_id) == before
    (aside,) = tmp_path.glob("workshops-before-restore-*.db")
    assert aside.read_bytes() == damaged
    assert terminal("check", "--store", path).code == 0


def test_check_names_a_record_that_differs_from_its_journal(terminal, tmp_path):
    path = tmp_path / "workshops.db"
    session = open_session(path, lasting=True)
    session.execute(AddProblem("monitoring of the lift"))
    problem = session.state.problems[0].id
    session.store.close()
    path.write_bytes(path.read_bytes().replace(b"of the lift", b"of the gift"))
    answer = terminal("check", "--store", path, "--lang", "en")
    assert answer.code == 2
    assert f"problem {problem}" in answer.err


def change_in_log(path, old, new):
    """Change words in the payload of the log, as damage does."""
    with closing(sqlite3.connect(path)) as db, db:
        sql = "UPDATE action_log SET payload = replace(payload, ?, ?) WHERE instr(payload, ?)"
        assert db.execute(sql, [old, new, old]).rowcount


@pytest.mark.parametrize("journals", [True, False])
@pytest.mark.parametrize("old", ["of the lift", '"problem"'])
def test_check_names_an_action_that_was_changed(terminal, tmp_path, old, journals):
    path = tmp_path / "workshops.db"
    session = open_session(path, lasting=True)
    session.execute(AddProblem("monitoring"))
    problem = session.state.problems[0].id
    for words in ("monitoring of the lift", "monitoring of the door"):
        session.execute(EditProblem(problem, "wording", words))
    session.undo()
    session.redo()
    session.store.close()
    assert terminal("check", "--store", path).code == 0
    change_in_log(path, old, old.replace("l", "g", 1))
    if not journals:
        shutil.rmtree(folder_of(path))
    answer = terminal("check", "--store", path, "--lang", "en")
    assert answer.code == 2
    assert "action_log" in answer.err


def test_nothing_is_made_where_there_is_nothing_to_restore_from(terminal, tmp_path):
    answer = terminal("restore", "--store", tmp_path / "none.db", "--lang", "en")
    assert answer.code == 2
    assert "none.db" in answer.err
    assert [*tmp_path.iterdir()] == []
    both = terminal("restore", "x.db", "--from-journals", "--store", tmp_path / "none.db")
    assert both.code == 2


def test_a_backup_creates_no_folder(terminal, sample_store, tmp_path, language):
    target = tmp_path / "mistyped" / "copy.db"
    arguments = ("--to", target, "--store", sample_store, "--lang", language)
    assert str(target.parent) in terminal("backup", *arguments).refusal
    assert not target.parent.exists()


def test_what_a_backup_that_failed_left_is_removed_and_never_applied(
    terminal, sample_store, tmp_path
):
    folder = tmp_path / "stick"
    folder.mkdir()
    for ending in (".part", ".part-journal"):
        (folder / f"copy.db{ending}").write_bytes(b"from a failing disk")
    answer = terminal("backup", "--to", folder / "copy.db", "--store", sample_store)
    assert answer.code == 0, answer
    assert [each.name for each in folder.iterdir()] == ["copy.db"]
