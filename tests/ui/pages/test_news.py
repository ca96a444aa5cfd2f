"""What is new after an update: said once on Start, and in the menu."""

import tomllib
from pathlib import Path

from ui.components.news import news, news_version
from workshop_app import paths, settings
from workshop_app.i18n import set_language, tr
from workshop_app.settings import Settings

ROOT = Path(__file__).resolve().parents[3]
UPDATED = {"seen_version": "0.1.0"}


def test_it_has_five_lines_about_this_version(language):
    set_language(language)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert news_version() == project["project"]["version"]
    assert len(news()) == 1 + 5


def is_told(one):
    return [line in one.seen().split("\n") for line in news()]


def test_after_an_update_start_says_it_once(desk):
    one = desk(page="start", settings=Settings(**UPDATED))
    assert all(is_told(one))
    one.go("list")
    one.go("start")
    assert not any(is_told(one))
    assert settings.load(paths.settings_path()).seen_version == news_version()


def test_it_stays_while_the_window_changes_its_size(desk):
    one = desk(page="start", settings=Settings(**UPDATED))
    one.resize(1600, 900)
    assert all(is_told(one))


def test_at_the_first_start_nothing_is_new(desk):
    one = desk(page="start", empty=True)
    assert not any(is_told(one))
    one.go("settings")
    assert settings.load(paths.settings_path()).seen_version == news_version()
    one = desk(page="start")
    assert not any(is_told(one))


def test_settings_of_a_version_that_did_not_remember_it_are_those_of_an_update(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text("{}", encoding="utf-8")
    assert settings.load(file).seen_version not in ("", news_version())
    assert settings.load(tmp_path / "none.json").seen_version == ""


def test_the_menu_leads_to_it(desk):
    one = desk(page="list")
    one.press("Ctrl+Shift+K")
    item = next(each for each in one.window.menus.menu.items if each.text() == tr("menu.news"))
    one.tap(item)
    assert one.page.browser.toPlainText().split("\n")[0] == news()[0]
