"""The appearance of papers: choices are saved, logos are validated, nothing is cut."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from exports.branding import branding_of, logo_size
from tests.helpers.pictures import a_png
from workshop_app import paths, settings
from workshop_app.i18n import tr


@pytest.fixture
def page(desk, own_folders):
    return lambda **options: desk(**{"page": "paper_look", **options})


@pytest.fixture
def choose(monkeypatch):
    """The file that the dialog returns."""

    def give(file):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))

    return give


def kept():
    return settings.load(paths.settings_path())


def own():
    return branding_of(kept(), paths.logo_path())


def typed(desk, field, words):
    field.setFocus()
    desk.write(words)
    desk.press("Return")


def test_contact_and_closing_words_are_kept_for_the_papers(page):
    desk = page()
    typed(desk, desk.page.contact, " cre@example.com　03-0000 ")
    typed(desk, desk.page.closing, "ありがとうございました。")
    assert own().contact == "cre@example.com 03-0000"
    assert own().closing == "ありがとうございました。"


def test_a_logo_is_taken_made_small_and_taken_out(page, choose, tmp_path):
    desk = page(private=True)
    file = tmp_path / "mark.png"
    file.write_bytes(a_png(1600, 200))
    choose(file)
    desk.press("Ctrl+Shift+O")
    assert logo_size(own().logo) == (800, 100)
    assert tr("paper_look.logo_there") in desk.seen()
    file.unlink()
    assert logo_size(own().logo) == (800, 100)
    desk.press("Alt+X")
    assert own().logo == b""
    assert tr("paper_look.logo_none") in desk.seen()


def test_a_jpeg_and_a_transparent_picture_become_plain(page, choose, tmp_path):
    desk = page(private=True)
    clear = QImage(40, 20, QImage.Format.Format_ARGB32)
    clear.fill(0)
    clear.save(str(tmp_path / "clear.png"))
    choose(tmp_path / "clear.png")
    desk.press("Ctrl+Shift+O")
    shown = QImage.fromData(own().logo)
    assert not shown.hasAlphaChannel()
    assert shown.pixelColor(5, 5).name() == "#ffffff"
    QImage.fromData(a_png()).save(str(tmp_path / "photo.jpg"))
    choose(tmp_path / "photo.jpg")
    desk.press("Ctrl+Shift+O")
    assert logo_size(own().logo) == (40, 20)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("text.png", b"no picture", "logo_kind"),
        ("cut.png", a_png(300, 300)[:90], "logo_kind"),
        ("moving.gif", b"GIF89a" + b"\0" * 40, "logo_kind"),
        ("mark.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "logo_kind"),
        ("wide.png", a_png(12_001, 1), "logo_large"),
        ("heavy.png", a_png() + b"\0" * 20_000_001, "logo_large"),
    ],
)
def test_a_bad_picture_is_refused_in_one_sentence_and_the_logo_stays(
    page, choose, tmp_path, name, data, why
):
    desk = page(private=True)
    good = tmp_path / "good.png"
    bad = tmp_path / name
    good.write_bytes(a_png())
    bad.write_bytes(data)
    desk.page.take_logo(good)
    choose(bad)
    desk.press("Ctrl+Shift+O")
    assert desk.window.notice_banner.sentence == tr(f"errors.{why}")
    assert logo_size(own().logo) == (40, 20)


def test_in_projected_mode_no_folder_can_be_opened(page, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: pytest.fail("opened"))
    desk = page()
    desk.press("Ctrl+Shift+O")
    assert tr("paper_look.logo_none_here") in desk.seen()
    assert str(paths.logo_path().parent) not in desk.everything()


def test_days_before_the_promised_one_are_kept_for_the_dossier(page):
    desk = page()
    assert desk.page.reply_slack.value() == own().reply_slack == 3
    typed(desk, desk.page.reply_slack.field, "１２")
    assert own().reply_slack == 12
    typed(desk, desk.page.reply_slack.field, "")
    assert own().reply_slack == desk.page.reply_slack.value() == 12
    desk.page.reply_slack.field.setFocus()
    desk.press("Down")
    assert own().reply_slack == 11
    typed(desk, desk.page.reply_slack.field, "31")
    assert tr("widgets.count.wrong", most=30) in desk.seen()
    assert own().reply_slack == 11


def test_the_paper_size_is_kept_for_all_papers(page):
    desk = page()
    assert desk.page.paper_size.value() == own().paper_size == "a4"
    desk.page.paper_size.setFocus()
    desk.press("Right")
    assert own().paper_size == "letter"
