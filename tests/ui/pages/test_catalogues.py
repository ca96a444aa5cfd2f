"""User-defined catalogues in the window: added, reloaded, removed, and shown in the settings."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.helpers import hostile
from tests.helpers.fitting import faults
from tests.helpers.list_rows import after
from tests.helpers.own_catalogue import ENTRY_TEXT, mackerel_edition, mackerel_text, own_catalogue
from tests.ui.pages.test_settings import SIZES
from workshop_app import paths, settings
from workshop_app.i18n import tr

HOSTILE = hostile.FILE_NAME


@pytest.fixture
def own(own_folders):
    """The folder of user-defined catalogues, and settings for this test only."""
    return paths.catalogues_folder()


@pytest.fixture
def choose(monkeypatch):
    """The folder that the dialog returns."""

    def give(folder):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))

    return give


@pytest.fixture
def page(desk, own):
    return lambda **options: desk(**{"page": "catalogues", "private": True, **options})


def shown(desk):
    return "\n".join(row.text for row in desk.page.rows.rows())


def test_mackerels_catalogue_and_those_in_the_own_folder_are_there(page, own):
    own_catalogue(own / "inhouse")
    desk = page()
    assert "Mackerel" in shown(desk)
    assert f"社内の答え  {own / 'inhouse'}" in shown(desk)


def test_a_folder_is_checked_and_added_and_kept(page, choose, tmp_path):
    desk = page()
    before = desk.window.answers.count
    folder = own_catalogue(tmp_path / "further", entries=("vpn", "mail"))
    choose(folder)
    desk.press("Ctrl+Shift+O")
    assert str(folder) in shown(desk)
    assert desk.window.answers.count == before + 2
    assert settings.load(paths.settings_path()).catalogue_folders == (str(folder),)
    desk.go("catalogue")
    desk.write("閉域のサーバーだけ監視から外れている")
    assert desk.page.rows.current_id() in {"further/vpn", "further/mail"}
    assert "社内の答え" in str(desk.page.rows.rows()[0])


def test_a_folder_without_answers_is_refused_with_the_first_fault(page, choose, tmp_path):
    folder = own_catalogue(tmp_path / "further", extra="colour = 1\n")
    desk = page()
    choose(folder)
    desk.press("Ctrl+Shift+O")
    assert "vpn.toml" in desk.window.notice_banner.sentence
    assert "20" in desk.window.notice_banner.sentence
    assert str(folder) not in shown(desk)
    choose(tmp_path)
    desk.press("Ctrl+Shift+O")
    assert desk.window.notice_banner.sentence
    assert desk.window.settings.catalogue_folders == ()


def test_a_folder_is_added_once(page, choose, tmp_path):
    choose(own_catalogue(tmp_path / "further"))
    desk = page()
    desk.press("Ctrl+Shift+O", "Ctrl+Shift+O")
    assert desk.window.notice_banner.sentence == tr("catalogues.there")
    assert len(desk.window.settings.catalogue_folders) == 1


def test_nothing_happens_when_the_dialog_is_left(page, choose):
    choose("")
    desk = page()
    desk.press("Ctrl+Shift+O")
    assert desk.window.settings.catalogue_folders == ()


def test_a_broken_file_is_reported_with_its_line_until_it_is_repaired(page, own):
    folder = own_catalogue(own / "inhouse", entries=("vpn", "mail"))
    whole = ENTRY_TEXT.replace("{name}", "mail")
    (folder / "mail.toml").write_text(whole.replace("schema = 1", "schema = ["), encoding="utf-8")
    desk = page()
    assert "mail.toml" in shown(desk)
    assert "inhouse/vpn" in desk.window.answers.entries
    (folder / "mail.toml").write_text(whole, encoding="utf-8")
    desk.press("Alt+A")
    assert "mail.toml" not in shown(desk)
    assert "inhouse/mail" in desk.window.answers.entries


def test_what_was_added_can_be_taken_out_and_its_files_stay(page, own, choose, tmp_path):
    own_catalogue(own / "inhouse")
    folder = own_catalogue(tmp_path / "further")
    choose(folder)
    desk = page()
    desk.press("Ctrl+Shift+O")
    desk.press("Shift+Delete")
    assert str(folder) in shown(desk), "Mackerel's row is the current one"
    desk.page.rows.setFocus()
    desk.press("Down", "Shift+Delete")
    assert str(own / "inhouse") in shown(desk), "it just lies there"
    desk.press("Down", "Shift+Delete")
    assert str(folder) not in shown(desk)
    assert "further/vpn" not in desk.window.answers.entries
    assert (folder / "vpn.toml").exists()
    assert settings.load(paths.settings_path()).catalogue_folders == ()


def test_projected_settings_show_counts_and_no_path(page, own):
    own_catalogue(own / "hidden-name", extra="colour = 1\n")
    desk = page(private=False)
    assert desk.window.page_name != "catalogues"
    desk.go("settings")
    assert tr("settings.own_catalogues", n=1) in desk.seen()
    assert tr("settings.catalogue_faults_elsewhere", n=1) in desk.seen()
    assert "hidden-name" not in desk.everything()
    assert str(own) not in desk.everything()
    desk.press("Alt+2")
    assert desk.window.page_name == "settings"


def test_the_way_there_and_back(page):
    desk = page(page="list")
    desk.press("Ctrl+Comma", "Alt+2")
    assert desk.window.page_name == "catalogues"
    desk.press("Escape")
    assert desk.window.page_name == "settings"
    desk.press("Escape")
    assert desk.window.page_name == "list"


def test_nothing_is_cut(page, own, words):
    own_catalogue(own / HOSTILE, extra="colour = 1\n", entries=tuple("abcdefgh"))
    own_catalogue(own / "inhouse")
    desk = page(words=words)
    found = []
    for place in ("catalogues", "settings"):
        desk.go(place)
        for size in SIZES:
            desk.window.resize(*size)
            found += faults(desk.window)
    desk.window.set_private(False)
    desk.go("settings")
    for size in SIZES:
        desk.window.resize(*size)
        found += faults(desk.window)
    assert found == []


NEWER = "2099-01-31"


@pytest.fixture
def give_file(monkeypatch):
    """The file that the dialog returns."""

    def give(path):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    return give


def drop(desk, *paths):
    """Drop files onto the page, like a file manager."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    given = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    target = desk.window.page_stack
    plain = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(QPoint(5, 5), *given, plain))
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), *given, plain))
    desk.settle()


def edition(tmp_path, **changes):
    mkr = mackerel_text("mkr.toml").replace('name = "mkr', 'name = "MKR', 2)
    return mackerel_edition(tmp_path / "m.zip", NEWER, {"mkr.toml": mkr, **changes})


def test_a_new_edition_is_shown_asked_for_once_and_taken(page, own, give_file, tmp_path, words):
    give_file(edition(tmp_path, **{"gaps/white-label.toml": None}))
    desk = page(words=words)
    before = desk.window.answers.version
    desk.press("Ctrl+Shift+I")
    text = shown(desk)
    assert tr("catalogues.edition.changed.answers", n=1) in text
    assert tr("catalogues.edition.gone_ones.gaps", n=1) in text
    assert "MKR" in text
    assert before in desk.seen()
    assert NEWER in desk.seen()
    assert not own.exists()
    desk.press("Ctrl+Return")
    assert desk.window.answers.version == NEWER
    assert NEWER in " ".join(after(desk.page.rows.rows()[0]))
    assert tr("catalogues.edition.from_file") in shown(desk)
    desk.page.rows.setFocus()
    desk.press("Shift+Delete")
    assert desk.window.answers.version == before
    assert tr("catalogues.program") in shown(desk)


def test_an_edition_can_be_left(page, own, give_file, tmp_path):
    give_file(edition(tmp_path))
    desk = page()
    desk.press("Ctrl+Shift+I", "Escape")
    assert desk.window.page_name == "catalogues"
    assert tr("catalogues.program") in shown(desk)
    desk.press("Ctrl+Return")
    assert not own.exists()
    desk.press("Escape")
    assert desk.window.page_name != "catalogues"


@pytest.mark.parametrize("place", ["catalogues", "settings"])
def test_a_file_dropped_there_is_offered(page, own, tmp_path, place):
    desk = page(page=place)
    drop(desk, edition(tmp_path))
    assert desk.window.page_name == "catalogues"
    assert NEWER in desk.seen()
    desk.press("Ctrl+Return")
    assert desk.window.answers.version == NEWER


def test_in_projected_mode_a_dropped_edition_is_not_taken(page, own, tmp_path):
    desk = page(page="settings", private=False)
    drop(desk, edition(tmp_path))
    assert desk.window.page_name == "settings"
    assert desk.window.notice_banner.sentence == tr("catalogues.edition.private")
    assert not own.exists()


def test_other_files_and_several_are_refused_in_a_sentence(page, own, tmp_path):
    notes = tmp_path / "notes.txt"
    notes.write_text("x", encoding="utf-8")
    desk = page()
    drop(desk, notes)
    assert "notes.txt" in desk.window.notice_banner.sentence
    drop(desk, notes, edition(tmp_path))
    assert desk.window.notice_banner.sentence == tr("catalogues.edition.one")
    drop(desk, own_catalogue(tmp_path / "further"))
    assert "further/vpn" in desk.window.answers.entries
    assert not own.exists()


def test_nothing_of_an_offer_is_cut(page, own, tmp_path, words):
    desk = page(words=words)
    drop(desk, edition(tmp_path, **{"gaps/white-label.toml": None}))
    found = []
    for size in SIZES:
        desk.window.resize(*size)
        found += faults(desk.window)
    assert found == []
