"""Encrypted files and copies on the command line: exporting, importing and restoring."""

import io
import sys
from dataclasses import replace

import pytest

from exports.registry import DOCUMENTS
from tests.cli.conftest import state_in
from tests.helpers.papers import files_below
from tests.helpers.sessions import create_workshop, new_session
from workshop_app import encryption
from workshop_app.cli.passwords import VARIABLE
from workshop_app.i18n import Texts

WORD = "ひみつ-2026"
INTERNAL = ("workshop", "workshop_full", "requests", "workbook_internal", "issues")


@pytest.fixture(autouse=True)
def _password(monkeypatch):
    monkeypatch.setattr(encryption, "_COST", 10)  # a low cost keeps the tests fast
    monkeypatch.setenv(VARIABLE, WORD)


def _mark(name):
    """Return the part of the Japanese file names of a document."""
    return f"_{DOCUMENTS[name].name_in_files('ja')}_"


@pytest.fixture
def exported(terminal, sample_store, sample_id, tmp_path):
    """The folder of an export with a password: internal files, and some for the customer."""
    names = ",".join((*INTERNAL, "problems", "calendar"))
    where = ("--store", sample_store, "--out", tmp_path / "out", "--password")
    assert terminal("export", sample_id, *where, "--only", names).code == 0
    return tmp_path / "out"


def test_only_internal_files_are_encrypted(exported):
    files = files_below(exported)
    assert len(files) > len(INTERNAL)
    for each in files:
        internal = any(_mark(name) in each.name for name in INTERNAL)
        assert each.name.endswith(".enc") == internal, files
        assert encryption.is_encrypted_file(each) == internal
        assert not internal or "みなとまち".encode() not in each.read_bytes()


def test_a_workshop_file_is_imported_only_with_the_password(
    terminal, exported, sample_store, sample_id, tmp_path, monkeypatch, language
):
    (file,) = exported.rglob(f"*{_mark('workshop_full')}*")
    away = ("--store", tmp_path / "away.db", "--lang", language)
    texts = Texts(language)
    monkeypatch.setenv(VARIABLE, "another")
    answer = terminal("import", file, *away)
    assert answer.refusal
    assert texts("errors.encrypted_wrong_password", file=file.name) in answer.err
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    answer = terminal("import", file, *away)
    assert texts("errors.encrypted", file=file.name) in answer.err
    assert not (tmp_path / "away.db").exists()
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{WORD}\n"))
    assert terminal("import", file, *away).code == 0
    arrived, kept = (state_in(path, sample_id) for path in (tmp_path / "away.db", sample_store))
    assert arrived == replace(kept, workshop=replace(kept.workshop, exported_at=""))


def test_answers_are_read_from_an_encrypted_table(terminal, exported, sample_store, sample_id):
    for name in ("issues", "requests", "workbook_internal"):
        file = next(exported.rglob(f"*{_mark(name)}*"))
        answer = terminal("import", file, "--into", sample_id, "--dry-run", "--store", sample_store)
        assert answer.code == 0, answer.err


def test_decrypt_writes_the_content_of_a_file(terminal, exported, tmp_path):
    (file,) = exported.rglob(f"*{_mark('requests')}*")
    assert terminal("decrypt", file, "--out", tmp_path / "plain").code == 0
    (plain,) = (tmp_path / "plain").iterdir()
    assert plain.name == file.name.removesuffix(".enc")
    assert plain.read_bytes().startswith(b"\xef\xbb\xbf")
    assert terminal("decrypt", file, "--out", tmp_path / "plain").refusal
    assert terminal("decrypt", plain).refusal
    assert [*(tmp_path / "plain").iterdir()] == [plain]


def test_a_copy_is_made_and_brought_back_with_the_password(
    terminal, sample_store, sample_id, tmp_path, monkeypatch
):
    (tmp_path / "stick").mkdir()
    copy = tmp_path / "stick" / "copy.db.enc"
    before = state_in(sample_store, sample_id)
    beside = sorted(each.name for each in sample_store.parent.iterdir())
    made = terminal("backup", "--password", "--to", tmp_path / "stick" / "copy.db", "--store",
                    sample_store)  # fmt: skip
    assert made.code == 0, made.err
    assert [*(tmp_path / "stick").iterdir()] == [copy]
    assert not copy.read_bytes().startswith(b"SQLite")
    assert sorted(each.name for each in sample_store.parent.iterdir()) == beside
    away = tmp_path / "away.db"
    assert terminal("restore", copy, "--store", away, "--yes").code == 0
    assert state_in(away, sample_id) == before
    one = tmp_path / "one.db"
    session = new_session(one)
    create_workshop(session)
    session.store.close()
    assert terminal("restore", copy, "--workshop", sample_id, "--store", one).code == 0
    monkeypatch.setenv(VARIABLE, "another")
    assert terminal("restore", copy, "--store", away, "--yes").refusal
    assert state_in(away, sample_id) == before
    left = [each.name for each in tmp_path.rglob("*") if ".plain" in each.name]
    assert left == []


def test_an_encrypted_copy_is_written_elsewhere_and_replaces_no_other_file(
    terminal, sample_store, tmp_path
):
    assert terminal("backup", "--password", "--store", sample_store).refusal
    other = tmp_path / "letter.enc"
    other.write_bytes(b"a letter")
    answer = terminal("backup", "--password", "--to", other, "--store", sample_store)
    assert answer.refusal
    assert other.read_bytes() == b"a letter"


def test_a_damaged_copy_changes_nothing(terminal, sample_store, sample_id, tmp_path):
    copy = tmp_path / "copy.db.enc"
    terminal("backup", "--password", "--to", copy, "--store", sample_store)
    data = bytearray(copy.read_bytes())
    data[len(data) // 2] ^= 1
    copy.write_bytes(data)
    before = state_in(sample_store, sample_id)
    answer = terminal("restore", copy, "--store", sample_store, "--lang", "en")
    assert "damaged or cut off" in answer.err
    assert state_in(sample_store, sample_id) == before
