"""The cheat sheet: complete, and readable."""

import re
from itertools import product

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel

from tests.helpers.visible import visible_widgets
from ui.actions.main import main_actions
from ui.actions.meanings import Meaning
from ui.actions.table import ACTIONS, find
from ui.components.places import PLACES
from ui.rows.view import RowsView
from ui.widgets.action_button import ActionButton
from ui.widgets.key_action import KeyAction
from ui.widgets.key_hint import KeyHint
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import key_label
from ui.widgets.plain_field import PlainField
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr

PLAIN = {"Up", "Down", "PgUp", "PgDown", "Enter", "Esc", "Space", "Delete"}
PROJECTED = [
    name
    for name, place in PLACES.items()
    if not place.private_only and name not in {"keys", "last_time", "preview", "way"}
]
"""Pages that can be shown at once in both modes; "way" has an action of "start"."""
ALSO_CALLED = {"Del": "Delete", "Return": "Enter"}


def told(*places):
    """Every key declared at these places."""
    declared = [definition for place in places for definition in ACTIONS[place]]
    return {
        key for one in declared for argument in one.arguments() for key in one.keys_for(argument)
    }


def heard(*roots):
    """Every key that a widget inside `roots` handles or shows."""
    keys = {key for root in roots for one in root.findChildren(KeyAction) for key in one.keys}
    buttons = (button for root in roots for button in root.findChildren(PaintedButton))
    keys |= {button.key for button in buttons if button.key}
    return {ALSO_CALLED.get(key, key) for key in keys}


@pytest.mark.every_pair
@pytest.mark.parametrize("size", [(1024, 700), (1366, 768)])
@pytest.mark.parametrize("place", ["list", "settings"])
def test_a_word_in_the_rail_names_the_key_that_shows_the_keys(desk, words, size, place):
    one = desk(words, sample=True, page=place, size=size)
    said = tr("frame.rail.keys", key="F1")
    assert said in one.seen()
    one.click(said)
    assert one.window.page_name == "keys"


@pytest.mark.parametrize("name", PROJECTED)
def test_every_key_of_a_page_is_in_the_table(desk, name):
    one = desk(sample=True, page=name)
    missing = set()
    for private, size in product((False, True), ((1024, 768), (1366, 768))):
        one.window.resize(*size)
        one.window.set_private(private)
        one.go(name)
        place = [name] if name in ACTIONS else []
        place += ["hand_outs"] if name == Step.WRAP_UP else []  # it contains the same papers
        known = told("everywhere", "moving", *place) | PLAIN
        missing |= heard(one.page, one.window.foot) - known
    assert missing == set()


def test_every_key_of_the_customers_page_is_in_the_table(desk):
    one = desk(sample=True, private=True, page="customer")
    known = told("everywhere", "moving", "customer") | PLAIN
    for section in one.page.sections:
        one.show_section(section)
        assert heard(one.page, one.window.foot) - known == set()


def test_projected_mode_names_no_key_that_leads_to_a_private_place(desk, words):
    one = desk(words, sample=True, page="list")
    one.go("keys")
    one.page.switch()
    one.settle()
    for place in ("customer",):
        assert tr(f"{place}.title") not in one.everything().split("\n")
        assert tr(f"keys.everywhere.{place}") not in one.everything()
    one.window.set_private(True)
    one.go("keys")
    one.page.switch()
    one.settle()
    assert tr("keys.everywhere.customer") in one.everything()


def test_every_key_of_the_frame_is_in_the_table(desk):
    one = desk(sample=True)
    frame = heard(one.window) - heard(one.page, one.window.foot)
    assert frame
    assert frame - told("everywhere", "moving", "rest") - PLAIN == set()


def test_the_keys_of_the_catalogues_are_listed_with_those_of_the_settings(desk):
    one = desk(private=True, page="catalogues")
    one.press("F1")
    first = one.page.area.widget().findChildren(QLabel)[0]
    assert first.text() == title("settings")


def test_no_combination_is_repeated_at_one_place():
    for place, definitions in ACTIONS.items():
        names = [one.name for one in definitions]
        assert len(names) == len(set(names)), place
        assert all(one.place == place for one in definitions)
        combinations = [one.combination for one in definitions]
        if place != "row":  # of different lists
            assert len(combinations) == len(set(combinations)), place


@pytest.mark.parametrize("key", ["Question", "F1"])
def test_one_key_leads_there_and_one_back(desk, key):
    one = desk(page="choose")
    one.page.setFocus()
    one.press(key)
    assert one.window.page_name == "keys"
    one.press("Escape")
    assert one.window.page_name == "choose"


def title(place):
    groups = ("everywhere", "moving", "row", "rest", "settings")
    return tr(f"keys.group.{place}" if place in groups else PLACES[place].title_key)


@pytest.mark.parametrize(("words", "size"), [("ja", (1024, 768)), ("en", (1920, 1080))])
def test_it_opens_at_the_keys_of_the_previous_page(desk, size, words):
    one = desk(words, sample=True, size=size)
    titles = {title(place) for place in ACTIONS}
    for place in [
        place for place in ACTIONS if place not in ("everywhere", "moving", "row", "rest")
    ]:
        one.window.set_private(place in PLACES and PLACES[place].private_only)
        one.go(place)
        one.page.setFocus()
        one.press("Question")
        body = one.page.area.widget()
        heads = [label for label in body.findChildren(QLabel) if label.text() in titles]
        first = min(heads, key=lambda label: (label.mapTo(body, QPoint()).y() // 40,
                                              label.mapTo(body, QPoint()).x()))  # fmt: skip
        assert first.text() == title(place)
        assert one.page.area.verticalScrollBar().value() == 0
        one.press("PageDown", "Escape")
        assert one.window.page_name == place


def test_all_of_it_is_shown_in_both_languages(desk, words):
    one = desk(words=words, page="keys", private=True)
    one.press("F1")
    labels = {label.text() for label in one.page.findChildren(QLabel)}
    hints = {hint.accessibleName() for hint in one.page.findChildren(KeyHint)}
    for definitions in ACTIONS.values():
        for one_action in definitions:
            assert tr(one_action.words) in labels
            for part in re.split(r" [/–] ", one_action.combination):
                assert key_label(part) in hints
    for meaning in Meaning:
        assert tr(meaning.words) in labels


@pytest.mark.every_value
def test_it_has_its_name_and_needs_no_scrolling_in_the_smallest_window(desk, words, private):
    one = desk(words, sample=True, page="list", private=private, size=(1024, 700))
    one.press("F1")
    assert tr("keys.title") in one.seen().splitlines()
    assert one.page.area.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("step", Step)
def test_first_it_shows_some_twenty_keys_without_scrolling(desk, step):
    one = desk(sample=True, page=str(step))
    one.press("F1")
    shown = [d for part in main_actions(str(step)).values() for d in part]
    assert 15 <= len(shown) <= 27
    labels = {label.text() for label in one.page.area.widget().findChildren(QLabel)}
    assert {tr(definition.words) for definition in shown} <= labels
    assert one.page.area.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("step", Step)
def test_what_a_step_offers_in_words_is_among_the_keys_it_shows_first(desk, step):
    one = desk(sample=True, page=str(step), private=False)
    offered = {
        button.action.objectName()
        for part in (one.page, one.window.foot)
        for button in visible_widgets(part, ActionButton)
        if button.action is not None
    }
    shown = {each.id for part in main_actions(str(step)).values() for each in part}
    assert {each for each in offered if find(each).place == step} <= shown


def test_the_same_key_or_a_click_of_the_mouse_shows_the_rest_and_back(desk):
    one = desk(sample=True, page="list")
    one.press("F1")
    few = len(key_hints(one))
    one.press("F1")
    assert len(key_hints(one)) > 2 * few
    one.click(tr("keys.fewer"))
    assert len(key_hints(one)) == few
    one.press("F1", "Escape", "F1")
    assert len(key_hints(one)) == few


def key_hints(one):
    return one.page.area.widget().findChildren(KeyHint)


def test_it_scrolls_with_the_keys(desk):
    one = desk(page="keys", size=(1024, 700))
    one.press("F1")
    bar = one.page.area.verticalScrollBar()
    one.press("PageDown")
    assert bar.value() > 0
    one.press("End")
    assert bar.value() == bar.maximum()
    one.press("Home")
    assert bar.value() == 0


def test_where_nothing_scrolls_enter_leads_back(desk):
    one = desk(page="list", size=(1920, 1080))
    one.press("F1")
    assert one.page.area.verticalScrollBar().maximum() == 0
    one.press("Return")
    assert one.window.page_name == "list"


@pytest.mark.parametrize("place", PLACES.values(), ids=list(PLACES))
def test_what_is_pasted_where_no_field_has_the_keyboard_is_seen_or_said(desk, place):
    one = desk(sample=True, page="", private=place.private_only)
    page = one.go(place.name)
    lists = [each for each in page.findChildren(RowsView) if each.isVisible()]
    (lists or [page])[0].setFocus()
    QApplication.clipboard().setText("貼った文の例")
    one.press("Ctrl+V")
    texts = [each.text() for each in one.window.findChildren(PlainField) if each.isVisible()]
    seen = "貼った文の例" in texts or "貼った文の例" in one.everything()
    assert seen or tr("frame.paste_nowhere") in one.seen()
