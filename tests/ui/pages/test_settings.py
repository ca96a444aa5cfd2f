"""The settings: each takes effect immediately, and is saved."""

import pytest

from tests.helpers.fitting import faults
from ui.theme.theme import theme
from ui.widgets.text import Text
from workshop_app import paths, settings
from workshop_app.i18n import language, tr

SIZES = [(1024, 660), (1024, 768), (1366, 768), (1920, 1080)]


@pytest.fixture
def file(own_folders):
    """The settings file for this test only."""
    return paths.settings_path()


@pytest.fixture
def page(desk, file):
    return lambda **options: desk(**{"page": "settings", **options})


def test_the_language_changes_at_once_and_is_kept(page, file):
    desk = page()
    assert desk.page.languages.hasFocus()
    desk.press("Right")
    assert language() == "en"
    assert "Settings" in desk.seen()
    assert desk.page.languages.value() == "en"
    assert desk.page.languages.hasFocus()
    assert settings.load(file).language == "en"
    desk.press("Left")
    assert "設定" in desk.seen()


@pytest.mark.parametrize("name", ["dark", "contrast", "light"])
def test_the_colours_change_at_once_and_are_kept(page, file, name):
    desk = page()
    desk.page.themes.setFocus()
    desk.press(str(settings.THEMES.index(name) + 1))
    assert theme().palette.name == name
    assert settings.load(file).theme == name


def test_the_facilitators_name_goes_into_each_new_workshop(page, file):
    desk = page(empty=True)
    desk.page.facilitator.setFocus()
    desk.write("  三谷　恵 ")
    desk.press("Return")
    assert settings.load(file).facilitator == "三谷 恵"
    desk.go("start")
    desk.press("Ctrl+N")
    assert desk.state.workshop.facilitator == "三谷 恵"


def test_a_name_that_is_too_long_stays_in_the_field_and_is_not_kept(page, file):
    desk = page()
    desk.page.facilitator.setFocus()
    desk.write("長" * 201)
    desk.press("Return")
    assert desk.page.facilitator.error
    assert desk.page.facilitator.text() == "長" * 201
    assert settings.load(file).facilitator == ""


def test_settings_that_cannot_be_kept_hold_for_now_and_it_is_said(page, file):
    file.parent.parent.mkdir(parents=True, exist_ok=True)
    file.parent.write_text("in the way")
    desk = page()
    desk.page.themes.setFocus()
    desk.press("3")
    assert theme().palette.name == "dark"
    assert desk.window.notice_banner.sentence == tr("settings.not_kept")


def test_escape_leads_back_to_where_one_was(page):
    desk = page(page="list")
    desk.press("Ctrl+Comma", "Escape")
    assert desk.window.page_name == "list"


def test_only_private_mode_shows_where_the_records_are(page):
    desk = page()
    place = str(desk.session.store.path)
    assert place not in desk.everything()
    desk.window.set_private(True)
    assert place in desk.everything()


def test_the_page_has_its_name_in_every_window_and_rows_have_air_where_there_is_room(
    page, words, private
):
    desk = page(words=words, private=private)
    for size in ((1024, 700), (1366, 768)):
        desk.resize(*size)
        assert tr("settings.title") in desk.seen().splitlines()
        assert faults(desk.window) == []
    rows = [desk.page.themes, desk.page.sizes]
    tops = [row.mapTo(desk.page, row.rect().topLeft()).y() for row in rows]
    assert tops[1] - (tops[0] + rows[0].height()) >= 18


@pytest.mark.parametrize("size", SIZES)
def test_every_setting_has_its_name_on_one_line(desk, words, size):
    page = desk(words, page="settings", size=size).page
    names = [text for text in page.findChildren(Text) if text.buddy() is not None]
    assert len(names) >= 6
    for name in names:
        assert name.heightForWidth(name.width()) == name.heightForWidth(2000), name.text()
