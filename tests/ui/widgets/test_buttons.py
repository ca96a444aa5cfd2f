"""Buttons, their keys, the focus ring and the undo line."""

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QCursor, QEnterEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QWidget

from tests.helpers.fitting import faults
from ui.theme.theme import theme
from ui.widgets.action_button import KINDS, ActionButton
from ui.widgets.badge import Badge
from ui.widgets.boxes import row
from ui.widgets.check_button import CHIP, CheckButton
from ui.widgets.deferred_layout import finish_layouts
from ui.widgets.entry_line import EntryLine
from ui.widgets.focus_ring import FocusRing
from ui.widgets.icon_button import IconButton
from ui.widgets.key_hint import KeyHint
from ui.widgets.typing_guard import is_plain_key
from workshop_app.domain.outcome import OutcomeKind

LEFT = Qt.MouseButton.LeftButton


def pressed(button):
    told = []
    button.clicked.connect(lambda: told.append(button.text()))
    return told


def test_a_button_is_pressed_by_its_key_mouse_enter_and_space(show, qtbot):
    button = ActionButton("詳しく", key="Alt+D", listens=True)
    window = show(button)
    told = pressed(button)
    QTest.keySequence(window, "Alt+D")
    qtbot.mouseClick(button, LEFT)
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert len(told) == 4


def test_a_double_click_does_not_press_what_its_first_press_brought_there(show):
    first, second = ActionButton("First"), ActionButton("Second")
    stack = QStackedWidget()
    stack.addWidget(first)
    stack.addWidget(second)
    first.clicked.connect(lambda: stack.setCurrentWidget(second))
    told = pressed(second)
    show(stack)
    QTest.mouseClick(first, LEFT)
    press_again(second)
    assert not told
    QTest.mouseClick(second, LEFT)
    press_again(second)
    assert len(told) == 2


def press_again(button):
    """Press as the second press of a double click."""
    at = QPointF(button.rect().center())
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        there = button.mapToGlobal(at)
        QApplication.sendEvent(
            button, QMouseEvent(kind, at, there, LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
        )


@pytest.mark.parametrize(("after_ms", "counts"), [(12, True), (600, False)])
def test_a_click_whose_release_is_reported_where_the_pointer_went_next_counts(
    show, after_ms, counts
):
    around = QWidget()
    row(around, *(buttons := [CheckButton(word, CHIP) for word in ("青木様", "井上様")]))
    window = show(around)
    clicks = []
    for button in buttons:
        button.clicked.connect(lambda _on, button=button: clicks.append(button))
    first, second = (one.mapTo(window, one.rect().center()) for one in buttons)
    QTest.mousePress(window.windowHandle(), LEFT, pos=first)
    QTest.mouseRelease(window.windowHandle(), LEFT, pos=second, delay=after_ms)
    assert clicks == buttons[:counts]
    assert [one.isChecked() for one in buttons] == [counts, False]
    assert not any(one.isDown() for one in buttons)


def test_a_button_that_moves_away_from_a_resting_pointer_is_not_hovered(show, qtbot):
    button = ActionButton("次へ")
    box = QWidget()
    button.setParent(box)
    box.resize(400, 200)
    show(box)
    button.move(0, 0)
    pointer = button.mapToGlobal(button.rect().center())
    QCursor.setPos(pointer)
    enter = QEnterEvent(QPointF(button.rect().center()), QPointF(5, 5), QPointF(pointer))
    QApplication.sendEvent(button, enter)
    assert button.is_hovered
    button.move(200, 100)
    assert not button.is_hovered


def test_the_same_key_on_a_hidden_page_is_neither_pressed_nor_ambiguous(show):
    stack = QStackedWidget()
    buttons = [ActionButton(f"page {n}", key="Alt+D", listens=True) for n in range(2)]
    for button in buttons:
        stack.addWidget(button)
    window = show(stack)
    told = [pressed(button) for button in buttons]
    QTest.keySequence(window, "Alt+D")
    stack.setCurrentIndex(1)
    QTest.keySequence(window, "Alt+D")
    assert told == [["page 0"], ["page 1"]]


def test_a_disabled_button_has_no_key(show):
    button = ActionButton("詳しく", key="Alt+D", listens=True)
    window = show(button)
    told = pressed(button)
    button.setEnabled(False)
    QTest.keySequence(window, "Alt+D")
    assert told == []


def test_letters_press_only_while_nobody_types(show):
    button = ActionButton("固定", key="F", listens=True)
    entry = EntryLine("課題")
    window = show(button, entry)
    told = pressed(button)
    entry.setFocus()
    assert not button.key_works
    QTest.keyClicks(entry.field, "F")
    button.setFocus()
    assert button.key_works
    QTest.keyClicks(window, "f")
    assert told == ["固定"]
    assert entry.text() == "F"


@pytest.mark.parametrize("key", ["Return", "Ctrl+Return"])
def test_enter_on_either_side_of_the_keyboard(show, key):
    button = ActionButton("次へ", key=key, kind="primary", listens=True)
    field = QLineEdit()
    window = show(button, field)
    told = pressed(button)
    QTest.keySequence(window, key)
    QTest.keySequence(window, key.replace("Return", "Enter"))
    assert len(told) == 2


@pytest.mark.parametrize(
    ("key", "plain"),
    [("F", True), ("?", True), ("/", True), ("Space", True), ("1", True), ("Alt+1", False),
     ("Ctrl+Enter", False), ("PgDown", False), ("Esc", False), ("F1", False)],
)  # fmt: skip
def test_keys_that_type_text_are_recognised(qapp, key, plain):
    assert is_plain_key(key) is plain


def test_every_look_is_drawn_and_whole(show):
    buttons = [ActionButton("要望にする", "plane", "Alt+Q", kind, size=size)
               for kind in KINDS for size in ("small", "normal", "large")]  # fmt: skip
    window = show(*buttons, height=3000)
    assert faults(window) == []
    assert min(button.height() for button in buttons) >= 36
    buttons[1].setEnabled(False)
    assert not buttons[1].grab().isNull()


def test_an_ampersand_is_a_letter(show):
    button = ActionButton("Q&A")
    show(button)
    assert (button.text(), button.accessibleName()) == ("Q&A", "Q&A")
    assert button.shortcut().isEmpty()


def test_a_button_with_only_an_icon_has_a_name_and_a_tool_tip(show):
    button = IconButton("undo", "元に戻す", size=20)
    window = show(button, KeyHint("Alt+Up"), Badge(OutcomeKind.OPEN))
    assert button.accessibleName() == "元に戻す"
    assert button.toolTip() == "元に戻す"
    assert faults(window) == []


def test_the_ring_runs_around_what_has_the_keyboard(show, qtbot):
    one = ActionButton("一")
    other = ActionButton("二")
    field = QLineEdit()
    window = show(one, other, field)
    ring = FocusRing(window)
    place = one.geometry()
    other.setFocus()
    finish_layouts()
    assert not ring.isVisible(), "no key was pressed yet"
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    one.setFocus()
    finish_layouts()
    assert ring.isVisible()
    assert ring.geometry() == one.geometry().adjusted(-5, -5, 5, 5)
    other.setFocus()
    finish_layouts()
    assert ring.geometry() == other.geometry().adjusted(-5, -5, 5, 5)
    assert one.geometry() == place
    field.setFocus()
    finish_layouts()
    assert not ring.isVisible()
    other.setFocus()
    other.hide()
    finish_layouts()
    assert not ring.isVisible()


def test_a_button_offers_its_box_to_the_ring(show):
    button = ActionButton("一")
    show(button)
    assert button.focus_shape()[0] == QRectF(button.rect())


def test_everything_is_drawn_in_every_theme_and_size(show):
    button = ActionButton("要望", "plane", "F", "request")
    badge = Badge(OutcomeKind.REQUEST)
    window = show(button, badge, KeyHint("F"))
    for name in ("light", "dark", "contrast"):
        theme().set_name(name)
        for size in ((1024, 768), (1366, 768), (1920, 1080)):
            theme().resize(*size)
            window.layout().activate()
            assert faults(window) == []
