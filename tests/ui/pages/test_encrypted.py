"""Encrypted files in the window: written, read and refused, by mouse and by keyboard."""

import pytest
from PySide6.QtWidgets import QFileDialog

from exports import markdown
from exports.job import export
from exports.material import Material
from exports.options import WritingOptions
from tests.helpers.list_rows import beside
from tests.helpers.papers import files_below, solutions
from workshop_app import encryption
from workshop_app.domain.workshop import Workshop
from workshop_app.encryption import Encryption, decrypted, is_encrypted_file
from workshop_app.i18n import Texts, tr
from workshop_app.services import snapshot
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.copies import Occasion, copies_of, make_copy
from workshop_app.store.forgetting import note_forgotten

WORD = "ひみつ-2026"


@pytest.fixture(autouse=True)
def _cheap(own_folders, monkeypatch):
    monkeypatch.setattr(encryption, "_COST", 10)  # a low cost keeps the tests fast


@pytest.fixture
def chosen(monkeypatch, tmp_path):
    """The file that the file dialogs return, whether it exists or not."""

    def choose(path):
        for name in ("getSaveFileName", "getOpenFileName"):
            monkeypatch.setattr(QFileDialog, name, lambda *_: (str(path), ""))
        return path

    return choose


def workshop_file(desk, folder, password=WORD):
    """The open workshop as a workshop file, before it gets one more problem."""
    (file,) = export(desk.state, solutions(), folder, ["workshop_full"], "ja",
                     options=WritingOptions(password=password)).files  # fmt: skip
    desk.do(AddProblem("あとから"))
    return file


def titles(desk):
    return sorted(each.title for each in desk.session.store.all(Workshop))


def test_keys_are_enough_to_import_a_workshop_file_with_its_password(desk, chosen, tmp_path, words):
    one = desk(words, private=True)
    one.do(AddProblem("一つ目"))
    before = one.state
    file = chosen(workshop_file(one, tmp_path / "out"))
    one.go("start")
    one.press("Ctrl+Shift+O")
    assert tr("password.to_read", file=file.name) in one.seen()
    assert len(titles(one)) == 1
    one.write("another")
    one.press("Enter")
    assert tr("password.wrong") in one.seen()
    assert len(titles(one)) == 1
    one.press("Ctrl+A")
    one.write(WORD)
    one.press("Enter")
    assert len(titles(one)) == 1
    one.press("Alt+N")
    assert len(titles(one)) == 2
    assert tr("password.to_read", file=file.name) not in one.seen()
    (beside,) = {each.id for each in one.session.store.all(Workshop)} - {before.workshop.id}
    assert [each.first_wording for each in snapshot.load(one.session.store, beside).problems] == [
        each.first_wording for each in before.problems
    ]


def test_the_mouse_is_enough_to_import_a_workshop_file(desk, chosen, tmp_path):
    one = desk(private=True)
    chosen(workshop_file(one, tmp_path / "out", password=""))
    one.go("start")
    one.click(tr("start.take.do"))
    one.click(tr("compared.copy"))
    assert len(titles(one)) == 2


def test_escape_leaves_the_question_and_forgets_the_password(desk, chosen, tmp_path):
    one = desk(private=True)
    file = chosen(workshop_file(one, tmp_path / "out"))
    one.go("start")
    one.press("Ctrl+Shift+O")
    one.write(WORD)
    one.press("Escape")
    assert tr("password.to_read", file=file.name) not in one.seen()
    assert one.page.NAME == "start"
    assert len(titles(one)) == 1
    assert one.page.view.question.field.text() == ""


def test_what_is_no_workshop_file_is_refused_in_a_sentence(desk, chosen, tmp_path):
    one = desk(private=True)
    other = chosen(tmp_path / "list.txt")
    other.write_text("一つ目\n二つ目\n", encoding="utf-8")
    one.go("start")
    one.press("Ctrl+Shift+O")
    assert one.window.notice_banner.sentence == tr("start.take.none", file="list.txt")
    damaged = chosen(workshop_file(one, tmp_path / "out"))
    data = bytearray(damaged.read_bytes())
    data[-1] ^= 1
    damaged.write_bytes(data)
    one.press("Ctrl+Shift+O")
    one.write(WORD)
    one.press("Enter")
    sentence = tr("errors.encrypted_damaged", file=damaged.name)
    assert one.window.notice_banner.sentence == sentence
    assert len(titles(one)) == 1


def test_a_password_is_never_on_the_disk(desk, chosen, tmp_path, qtbot):
    one = desk(private=True)
    chosen(workshop_file(one, tmp_path / "out"))
    one.go("start")
    one.press("Ctrl+Shift+O")
    one.write("canary-word")
    one.window.draft_keeper.save()
    one.window.set_private(False)
    one.window.draft_keeper.close()
    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert not [each for each in files if b"canary-word" in each.read_bytes()]


@pytest.fixture
def backups(desk, qtbot):
    one = desk(private=True)
    one.do(AddProblem("一つ目"))
    make_copy(one.session, Occasion.IMPORT)
    one.do(AddProblem("二つ目"))
    one.go("backups")
    read(qtbot, one)
    return one


def read(qtbot, desk):
    qtbot.waitUntil(lambda: not desk.page.verifying and not desk.page.encrypting, timeout=10_000)
    qtbot.wait(20)
    desk.settle()


def test_a_backup_is_written_encrypted_and_comes_back_to_the_list(backups, chosen, qtbot, tmp_path):
    (made,) = copies_of(backups.session)
    before = made.path.read_bytes()
    target = chosen(tmp_path / "stick" / "copy.db.enc")
    backups.press("Alt+I")
    backups.write(WORD)
    backups.press("Enter")
    read(qtbot, backups)
    assert decrypted(target.read_bytes(), WORD, "") == before
    assert tr("backups.encrypted", file=target.name) in backups.seen()
    backups.click(tr("backups.take"))
    backups.write("another")
    backups.press("Enter")
    assert tr("password.wrong") in backups.seen()
    backups.press("Ctrl+A")
    backups.write(WORD)
    backups.press("Enter")
    read(qtbot, backups)
    assert len(copies_of(backups.session)) == 2
    taken = next(each for each in copies_of(backups.session) if each.path != made.path)
    assert taken.about.digest == made.about.digest
    read(qtbot, backups)
    assert backups.page.list.current_id() == str(taken.path)
    backups.press("Ctrl+Return")
    assert len(titles(backups)) == 2
    assert list(tmp_path.rglob("*.part")) == []


def test_what_was_deleted_since_does_not_come_back_with_an_encrypted_backup(
    backups, chosen, qtbot, tmp_path
):
    chosen(tmp_path / "copy.db.enc")
    backups.press("Alt+I")
    backups.write(WORD)
    backups.press("Enter")
    read(qtbot, backups)
    note_forgotten(backups.session.store.path, backups.state.workshop.id)
    backups.press("Alt+F")
    backups.write(WORD)
    backups.press("Enter")
    read(qtbot, backups)
    taken = [each for each in copies_of(backups.session) if "-taken-" in each.path.name]
    assert len(taken) == 1
    assert "一つ目".encode() not in taken[0].path.read_bytes()


def test_a_file_that_is_not_encrypted_is_refused(backups, chosen, tmp_path):
    other = chosen(tmp_path / "letter.txt")
    other.write_text("a letter")
    backups.press("Alt+F")
    sentence = tr("backups.not_encrypted", file="letter.txt")
    assert backups.window.notice_banner.sentence == sentence


def test_the_board_is_written_with_a_password_and_answers_are_read_with_one(desk, chosen, tmp_path):
    one = desk("ja", sample=True, page="requests", private=True)
    one.window.settings.export_folder = str(tmp_path / "out")
    one.press("Alt+I")
    one.write(WORD)
    one.press("Enter")
    written = files_below(tmp_path / "out")
    assert [each.suffixes[-2:] for each in written] == [[".md", ".enc"], [".xlsx", ".enc"]]
    assert all(map(is_encrypted_file, written))
    assert b"# " in decrypted(written[0].read_bytes(), WORD, "")
    words = Texts("ja")
    material = Material(one.state, solutions(), "ja")
    text = markdown.build(material)[0].data.decode()
    head = f"### {words('request_news.reason')}\n"
    answers = chosen(tmp_path / "R-1.md.enc")
    filled = text.replace(head, f"{head}\n送りきり\n")
    answers.write_bytes(Encryption(WORD).encrypted(filled.encode()))
    one.press("Ctrl+Shift+O")
    one.write("another")
    one.press("Enter")
    assert tr("password.wrong") in one.seen()
    one.press("Ctrl+A")
    one.write(WORD)
    one.press("Enter")
    assert "送りきり" in "".join(beside(row) for row in one.page.differences.rows.rows())
