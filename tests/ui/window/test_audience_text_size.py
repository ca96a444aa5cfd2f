"""The audience's text size: changed by keys, saved per display, never below the minimum."""

from dataclasses import replace

from PySide6.QtCore import QRect

from tests.helpers.two_displays import LAPTOP, PROJECTOR
from tests.helpers.wall_paint import shown_on
from ui.widgets.menu import window_menu
from workshop_app.i18n import tr
from workshop_app.settings import Settings

LARGER = "Ctrl+Alt+Plus"
SMALLER = "Ctrl+Alt+Minus"
OTHER = replace(PROJECTOR, key="another", geometry=QRect(1366, 0, 1024, 768))


def smallest(stage):
    sizes = [text.px for text in shown_on(stage.audience)]
    return min(sizes) / stage.audience.height()


def test_one_key_makes_them_larger_step_by_step_and_one_smaller_again(stage):
    one = stage()
    one.go("list")
    pages = one.audience.pages
    for percent in (115, 130, 150, 150):
        one.press(LARGER)
        assert smallest(one) >= 0.0444 * percent / 100
        assert tr("audience.said.letters", percent=percent) in one.desk.seen()
    assert one.audience.pages > pages
    for percent in (130, 115, 100, 100):
        one.press(SMALLER)
        assert one.window.settings.wall_letters["projector"] == percent
    assert 0.0444 <= smallest(one) < 0.05
    assert one.audience.pages == pages


def test_the_words_of_a_problem_are_all_there_at_every_size(stage):
    one = stage()
    one.go("list")
    said = [problem.said for problem in one.desk.state.listed]
    for _ in range(4):
        words = one.all_pages().replace("\n", "").replace(" ", "")
        assert all(each.replace(" ", "") in words for each in said)
        one.press(LARGER)


def test_each_display_keeps_its_own_size(stage):
    one = stage()
    one.go("list")
    one.press(LARGER, LARGER)
    large = smallest(one)
    one.plug(LAPTOP)
    one.plug(LAPTOP, OTHER)
    assert smallest(one) < 0.05
    one.press(LARGER)
    one.plug(LAPTOP)
    one.plug(LAPTOP, PROJECTOR)
    assert smallest(one) == large
    assert one.window.settings.wall_letters == {"projector": 130, "another": 115}
    assert one.kept


def test_the_size_is_there_at_the_next_start(stage):
    one = stage(settings=Settings(wall_letters={"projector": 150}))
    one.go("list")
    assert smallest(one) >= 0.0444 * 1.5


def test_the_menu_of_the_room_offers_both_and_the_window_has_its_own_text_size(stage):
    one = stage()
    one.go("list")
    sign = one.window.bar.audience_status.preview
    sign._open_menu()
    items = {item.text(): item for item in window_menu(sign).items}
    assert tr("audience.room.smaller") in items
    items[tr("audience.room.larger")].click()
    one.settle()
    assert one.window.settings.wall_letters["projector"] == 115
    assert one.window.settings.text_size == 100


def test_without_a_display_for_the_room_the_keys_do_nothing(stage):
    one = stage(LAPTOP)
    one.go("list")
    one.press(LARGER)
    assert one.window.settings.wall_letters == {}
