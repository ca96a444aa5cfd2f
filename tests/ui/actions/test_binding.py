"""Declared actions bound to their effects: by key, by button, and by name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from ui.actions.binding import bind, bind_button, bind_each, live_action
from ui.actions.table import find
from ui.widgets.action_button import ActionButton
from workshop_app.i18n import set_language, tr


@pytest.fixture
def part(qtbot):
    """A visible window with a field and a focusable part."""
    set_language("ja")
    window = QWidget()
    window.part = QWidget()
    window.part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.field = QLineEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(window.field)
    layout.addWidget(window.part)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.part.setFocus()
    return window


def press(part, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or part, key, modifier)


def test_the_key_works_while_its_owner_is_visible(part):
    done = []
    bind(part.part, "list.park", lambda: done.append("parked"))
    press(part, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    assert done == ["parked"]
    part.part.hide()
    part.field.setFocus()
    press(part, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    assert done == ["parked"]


def test_a_disabled_action_is_not_done(part):
    done = []
    bound = bind(part.part, "list.park", lambda: done.append("parked"))
    bound.setEnabled(False)
    press(part, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    assert done == []
    assert not bound.is_live


def test_a_letter_writes_while_a_field_has_the_keyboard(part):
    done = []
    bound = bind(part, "everywhere.freeze", lambda: done.append("frozen"))
    part.field.setFocus()
    press(part, Qt.Key.Key_F)
    assert (done, part.field.text()) == ([], "f")
    assert bound.run()
    part.part.setFocus()
    press(part, Qt.Key.Key_F)
    assert done == ["frozen", "frozen"]


def test_the_effect_gets_the_direction_of_a_pair_or_the_number(part):
    asked = []
    bind_each(part.part, "sort.theme", asked.append)
    bind_each(part.part, "solve.choose", asked.append, last=2)
    press(part, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(part, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    press(part, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    press(part, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert asked == [-1, 1, 2]


def test_a_button_takes_words_key_and_state_from_its_action(part):
    done = []
    bound = bind_button(part, "list.park", lambda: done.append("parked"))
    button = ActionButton(action=bound)
    part.layout().addWidget(button)
    button.show()
    assert (button.text(), button.key) == (tr(find("list.park").label), "Alt+P")
    button.click()
    press(part, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    assert done == ["parked", "parked"]
    bound.setText("Park 3")
    bound.setEnabled(False)
    assert button.text() == "Park 3"
    assert not button.isEnabled()
    bound.setEnabled(True)
    button.hide()
    press(part, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    assert done == ["parked", "parked"]


def test_words_of_its_own_stay_on_a_button(part):
    bound = bind_button(part, "list.park", lambda: None)
    button = ActionButton("Later", action=bound)
    bound.setText("Park 3")
    assert button.text() == "Later"


def test_a_button_that_only_shows_its_key_does_not_handle_it(part):
    done = []
    bound = bind(part.part, "start.begin", lambda: done.append("begun"), listens=False)
    press(part, Qt.Key.Key_Return)
    assert done == []
    assert live_action(part, "start.begin") is bound
    assert bound.run()
    assert done == ["begun"]


def test_a_live_action_is_found_by_id_and_argument(part):
    bound = bind_each(part.part, "sort.theme", lambda way: way)
    assert live_action(part, "sort.theme", 1) is bound[1]
    assert live_action(part, "sort.theme") is None
    part.part.hide()
    assert live_action(part, "sort.theme", 1) is None


def test_an_effect_that_returns_false_had_nothing_to_do(part):
    assert not bind(part, "list.park", lambda: False).run()
