"""Leak findings on the page, passwords, and copies on a stick."""

import pytest
from PySide6.QtWidgets import QFileDialog

from exports.pdf_encryption import opens_with
from exports.registry import DOCUMENTS
from tests.helpers.fitting import faults
from tests.helpers.papers import files_below, words_of
from tests.ui.pages.hand_outs.test_page import hand_outs, pick_only, written  # noqa: F401
from ui.components.papers.jobs import CopyJob
from ui.window.private_question import PrivateQuestion
from workshop_app import paths
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import EditProblem
from workshop_app.services.commands.workshops import CreateWorkshop, EditWorkshop

OTHER = "大阪商事"
HOST = "taro@example.com"


@pytest.fixture
def stopped(hand_outs, qtbot):  # noqa: F811 - the fixture itself
    """A desk whose export was stopped by another customer's name and a mail address."""

    def make(*args, **options):
        desk = hand_outs(*args, sample=True, **options)
        desk.do(CreateWorkshop("別", "2026-01-01T00:00:00", customer_name=f"{OTHER}株式会社"))
        problem = desk.state.chosen[0]
        desk.do(EditProblem(problem.id, "wording", f"{OTHER}と同じ。{HOST} に聞く"))
        pick_only(desk, "summary")
        desk.press("Ctrl+Return")
        written(desk, qtbot)
        return desk

    return make


def test_projected_mode_says_it_without_the_words(stopped, tmp_path):
    desk = stopped()
    assert tr("export.waits") in desk.seen()
    assert tr("export.stopped", n=2) not in desk.everything()
    assert OTHER not in desk.everything()
    assert files_below(tmp_path / "papers") == []
    assert not desk.state.workshop.exported_at
    assert faults(desk.window) == []
    assert desk.focus.text() == tr("export.look_private")
    desk.press("Return")
    assert isinstance(desk.page, PrivateQuestion)


def test_private_mode_shows_the_place_and_each_is_decided_by_a_key(stopped, tmp_path, qtbot):
    desk = stopped()
    desk.press("Ctrl+Shift+P", "Return", "Ctrl+Shift+P")
    leaks = desk.page.papers._leaks
    assert tr("export.found", n=2) in desk.seen()
    assert f"【{OTHER}】" in leaks._words.text()
    assert f"_{DOCUMENTS['summary'].name_in_files('ja')}_" in desk.seen()
    assert desk.page.foot().primary is None
    assert desk.focus is leaks._mask
    desk.press("Return")
    assert HOST in desk.seen()
    desk.press("Alt+R")
    assert desk.focus is desk.page.papers
    assert tr("export.all_decided") in desk.seen()
    assert tr("export.stopped", n=2) not in desk.seen()
    desk.press("Ctrl+Return")
    (file,) = written(desk, qtbot).result.files
    text = words_of(file.read_bytes())
    assert OTHER not in text
    assert HOST in text
    assert OTHER in desk.state.chosen[0].wording
    desk.press("Alt+L", "Alt+X", "Ctrl+Return")
    assert written(desk, qtbot).result.stopped


def test_words_that_were_masked_in_vain_are_asked_again(hand_outs, qtbot):  # noqa: F811
    desk = hand_outs(sample=True, private=True)
    problem = desk.state.chosen[0]
    desk.do(EditProblem(problem.id, "wording", "通知先をだれも直していない"))
    number = problem.number
    desk.do(
        EditWorkshop(desk.state.workshop.id, "private_note", f"{number} 通知先をだれも直していない")
    )
    pick_only(desk, "summary")
    desk.press("Ctrl+Return")
    assert written(desk, qtbot).result.stopped
    desk.press("Alt+H")
    assert tr("export.all_decided") in desk.seen()
    desk.press("Ctrl+Return")
    assert written(desk, qtbot).result.stopped
    assert tr("export.found", n=1) in desk.seen()
    desk.press("Alt+R", "Ctrl+Return")
    assert not written(desk, qtbot).result.stopped


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
def test_nothing_is_cut_while_something_is_held(stopped, words, size):
    desk = stopped(words, size=size, private=True)
    assert faults(desk.window) == []


def test_a_password_is_typed_in_private_mode_and_kept_nowhere(
    hand_outs,  # noqa: F811
    tmp_path,
    qtbot,
):
    desk = hand_outs(sample=True, private=True)
    pick_only(desk, "summary")
    desk.press("Alt+I")
    desk.write("ひみつの鍵")
    desk.press("Ctrl+Return")
    (file,) = written(desk, qtbot).result.files
    assert opens_with(file.read_bytes(), "ひみつの鍵")
    assert not opens_with(file.read_bytes(), "")
    desk.window.set_private(False)
    desk.press("Alt+L")
    assert tr("export.locked") in desk.seen()
    assert "ひみつの鍵" not in desk.everything()
    kept = [paths.settings_path(), *tmp_path.glob("*.db*")]
    assert all("ひみつの鍵".encode() not in file.read_bytes() for file in kept if file.is_file())


def test_a_password_of_blanks_is_refused_in_words(hand_outs, tmp_path):  # noqa: F811
    desk = hand_outs(sample=True, private=True)
    desk.press("Alt+I")
    desk.write("   ")
    desk.press("Ctrl+Return")
    assert tr("errors.password_empty") in desk.seen()
    assert not (tmp_path / "papers").exists()


def test_files_are_copied_to_a_stick_and_compared(hand_outs, tmp_path, qtbot, monkeypatch):  # noqa: F811
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    desk = hand_outs(sample=True, private=True)
    pick_only(desk, "summary", "dossier")
    desk.press("Ctrl+Return")
    files = written(desk, qtbot).result.files
    desk.press("Ctrl+Shift+S")
    job = CopyJob.of(desk.window)
    qtbot.waitUntil(lambda: not job.running, timeout=30_000)
    desk.settle()
    copies = {file.relative_to(stick) for file in files_below(stick)}
    assert copies == {file.relative_to(tmp_path / "papers") for file in files}
    assert tr("export.copied", n=2, folder=job.folder) in desk.seen()
    assert faults(desk.window) == []
    desk.set_private(False)
    assert str(stick) not in desk.everything()
    assert "Ctrl+Shift+S" not in desk.seen()


def test_a_copy_is_stopped_by_escape(hand_outs, tmp_path, qtbot, monkeypatch):  # noqa: F811
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "stick"))
    desk = hand_outs(sample=True, private=True)
    pick_only(desk, "summary")
    desk.press("Ctrl+Return")
    written(desk, qtbot)
    desk.press("Ctrl+Shift+S", "Escape")
    job = CopyJob.of(desk.window)
    qtbot.waitUntil(lambda: not job.running, timeout=30_000)
    assert tr("export.copy_stopped") in desk.seen()


def test_the_folder_is_opened_only_in_private_mode(hand_outs, qtbot):  # noqa: F811
    desk = hand_outs(sample=True)
    pick_only(desk, "summary")
    desk.press("Ctrl+Return")
    written(desk, qtbot)
    assert desk.page.foot().primary is None
    desk.set_private(True)
    assert desk.page.foot().primary.text() == tr("wrap_up.papers.open")
