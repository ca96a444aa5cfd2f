"""The user's text size: everything is reachable at 200 %, by scrolling in one direction."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from tests.helpers.fitting import faults
from tests.helpers.painted import misplaced, painted_texts
from tests.helpers.rounds import a_round
from tests.helpers.visible import visible_widgets
from ui.app import application
from ui.rows.scroll_bar import ScrollBar
from ui.theme.theme import theme
from ui.window.page_stack import ScrolledPage
from workshop_app import paths, settings
from workshop_app.i18n import tr


def test_nothing_is_cut_in_what_the_keys_open_at_two_hundred_percent(finished, words):
    desk = finished(words, 200)
    found = {place: wrong for place in a_round(desk) if (wrong := faults(desk.window))}
    assert found == {}


@pytest.mark.parametrize(("place", "key"), [("solve", "Alt+C"), ("appraise", "Alt+T")])
def test_what_is_promised_and_requested_is_entered_in_the_smallest_window(
    finished, words, place, key
):
    desk = finished(words, 200, size=(1024, 700))
    desk.go(place)
    desk.page.show_record(desk.state.requests[0].problem_id)
    desk.press(key)
    assert desk.page.panels.current is not None
    assert faults(desk.window) == []


@pytest.mark.parametrize(
    ("percent", "size", "private"), [(125, (1366, 768), False), (125, (1024, 768), True)]
)
def test_nothing_is_cut_on_the_way_there(finished, percent, size, private):
    desk = finished("en", percent, size=size, private=private)
    found = {
        place: wrong for place in a_round(desk, panels=False) if (wrong := faults(desk.window))
    }
    assert found == {}


@pytest.mark.parametrize("size", [(1024, 700), (1024, 768), (1280, 720), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize(
    ("place", "keys"),
    [
        ("choose", "Down " * 16),
        ("appraise", "Up " * 5 + "Down " * 5 + "Return Shift+Return Shift+Return Escape"),
    ],
    ids=["choose", "appraise"],
)
def test_each_row_in_private_mode_is_whole_at_two_hundred_percent(
    finished, words, size, place, keys
):
    desk = finished(words, 200, size=size, private=True, page=place)
    for number, key in enumerate(keys.split()):
        desk.press(key)
        assert faults(desk.window) + misplaced(desk.window) == [], f"{number}: {key}"


def test_a_page_is_rebuilt_if_the_window_becomes_too_narrow_for_its_text(finished):
    desk = finished("en", 125, size=(1366, 768))
    desk.go("wrap_up")
    assert not theme().stacked
    desk.resize(1024, 768)
    assert theme().stacked
    assert faults(desk.window) == []


def test_nothing_is_cut_at_the_upper_edge_of_a_page_that_follows_the_keyboard(finished):
    desk = finished("en", 200, size=(1024, 700))
    followed = 0
    for name, section in (("context", ""), ("wrap_up", "cards"), ("wrap_up", "next_time")):
        page = desk.go(name)
        if section:
            page.show_section(section)
        desk.settle()
        scrolled = page.parentWidget().parentWidget()
        bar = scrolled.verticalScrollBar()
        followed += 0 < bar.value() < bar.maximum()
        shown = [one for one in visible_widgets(page) if not visible_widgets(one)]
        if bar.value() == bar.maximum():  # there is nothing more to scroll a list up by
            shown = [one for one in shown if not isinstance(one, ScrollBar)]
        tops = [(one.mapTo(page, one.rect().topLeft()).y(), one) for one in shown]
        cut = [one for top, one in tops if top < bar.value() < top + one.height()]
        assert cut == [], (name, section)
    assert followed


def test_keys_go_through_the_sizes_and_stop_at_the_ends(finished):
    desk = finished(percent=100)
    desk.go("list")
    sizes = [theme().metrics.body]
    for _ in range(5):
        desk.press("Ctrl+Plus")
        sizes.append(theme().metrics.body)
    assert sizes == [15, 19, 22, 26, 30, 30]
    assert settings.load(paths.settings_path()).text_size == 200
    for _ in range(5):
        desk.press("Ctrl+Minus")
    assert theme().metrics.body == 15
    assert not desk.window.findChildren(ScrolledPage)


def test_what_is_typed_outlives_another_size(finished):
    desk = finished(percent=100)
    desk.go("list")
    desk.write("書きかけ")
    desk.press("Ctrl+Plus")
    assert desk.page.entry.text() == "書きかけ"


def test_the_setting_is_chosen_on_its_page(finished):
    desk = finished(percent=100)
    desk.go("settings")
    desk.page.sizes.setFocus()
    desk.press("Right")
    assert desk.window.settings.text_size == 125
    assert tr("settings.text_size_now", percent=125) in desk.seen()


def test_the_page_follows_the_keyboard(finished):
    desk = finished("en", 200)
    desk.go("settings")
    scrolled = desk.page.parentWidget().parentWidget()
    desk.page.signals.setFocus()
    desk.settle()
    assert scrolled.verticalScrollBar().value() > 0
    assert not scrolled.horizontalScrollBar().isVisible()
    widget = desk.page.signals
    place = widget.mapTo(scrolled.viewport(), widget.rect().center())
    assert scrolled.viewport().rect().contains(place)


def test_nothing_slides_or_fades(qapp):
    from ui.app import _ANIMATIONS

    application()
    assert not any(QApplication.isEffectEnabled(effect) for effect in _ANIMATIONS)


def test_all_parts_of_wrap_up_are_in_view_above_the_actions(finished, words):
    desk = finished(words, 200, size=(1024, 700), page="wrap_up")
    for name in ("outcomes", "actions"):
        desk.show_section(name)
    seen = [text.words for text in painted_texts(desk.window)]
    names = (tr(f"wrap_up.section.{name}") for name in desk.page.SECTIONS)
    assert not [name for name in names if not any(each.startswith(name) for each in seen)]
    assert misplaced(desk.window) == []


def test_what_the_overview_has_no_space_for_is_not_even_tried(finished):
    """Showing it would make the page higher, and so begin its layout again."""
    page = finished("ja", 200, size=(1366, 768), page="way").page
    seen = []

    class Watch(QObject):
        def eventFilter(self, _watched, event):
            seen.append(event.type())
            return False

    watch = Watch()
    page._facts.installEventFilter(watch)
    page.fit_parts()
    assert QEvent.Type.ShowToParent not in seen
