"""The entry line with an input method, Enter, and pasted text."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.helpers.painted import misplaced, painted_texts
from ui.theme.theme import theme
from ui.widgets.entry_line import EntryLine
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_action import key_action
from ui.widgets.line_ends import as_counted
from workshop_app.i18n import tr

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def entry(show):
    line = EntryLine("課題", "話されたことばのまま", button="追加")
    show(line)
    line.setFocus()
    line.heard = []
    line.entered.connect(line.heard.append)
    return line


def paste(entry, text):
    data = QMimeData()
    data.setText(text)
    entry.field.insertFromMimeData(data)


def test_enter_hands_over_the_trimmed_text_and_leaves_it_standing(entry):
    QTest.keyClicks(entry.field, "  disk full ")
    QTest.keyClick(entry.field, Qt.Key.Key_Return)
    assert entry.heard == ["disk full"]
    assert entry.text() == "  disk full "


def test_other_sizes_are_no_change_of_the_text(entry):
    QTest.keyClicks(entry.field, "disk full")
    heard = []
    entry.changed.connect(heard.append)
    theme().resize(1920, 1080)
    theme().resize(1024, 660)
    assert heard == []
    QTest.keyClick(entry.field, Qt.Key.Key_Backspace)
    assert heard == ["disk ful"]


@pytest.mark.parametrize(("width", "cut"), [(260, True), (1300, False)])
def test_a_placeholder_that_does_not_fit_ends_in_an_ellipsis(show, width, cut):
    line = EntryLine("課題", "困っていることを、話したことばのままで書いてください")
    window = show(line)
    window.resize(width, 120)
    QApplication.processEvents()
    words = [each.words for each in painted_texts(window)]
    assert ("…" in words) is cut
    assert not misplaced(window)


def test_a_conversion_is_kept_when_the_line_loses_the_keyboard(entry, compose):
    other = QPushButton("other")
    entry.parentWidget().layout().addWidget(other)
    other.show()
    compose(entry.field, preedit="とちゅう")
    other.setFocus()
    assert entry.text() == "とちゅう"
    assert not entry.composing


def test_shift_enter_does_nothing_unless_line_breaks_are_wanted(entry, show):
    QTest.keyClicks(entry.field, "one")
    QTest.keyClick(entry.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert (entry.text(), entry.heard) == ("one", [])
    breaking = EntryLine("課題", line_breaks=True)
    show(breaking)
    QTest.keyClicks(breaking.field, "one")
    QTest.keyClick(breaking.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(breaking.field, "two")
    assert breaking.text() == "one\ntwo"


@pytest.mark.parametrize("text", ["", "   ", "\u3000"])
def test_enter_on_nothing_adds_nothing(entry, text):
    entry.set_text(text)
    QTest.keyClick(entry.field, Qt.Key.Key_Return)
    assert entry.heard == []


def test_several_pasted_lines_are_offered_not_flattened(entry, qtbot):
    with qtbot.waitSignal(entry.lines_pasted) as offered:
        paste(entry, "・ 一つ目\r\n・ 二つ目\n")
    assert offered.args == ["・ 一つ目\n・ 二つ目\n"]
    assert entry.text() == ""


def test_one_pasted_line_is_typed_text(entry):
    paste(entry, "ディスクがあふれる\n")
    assert entry.text() == "ディスクがあふれる"


def test_pasted_formatting_is_plain_text(entry):
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("<b>bold</b>")
    entry.field.insertFromMimeData(data)
    assert entry.text() == "<b>bold</b>"


def test_nothing_is_cut_silently(entry):
    long = "監" * 40_000
    entry.set_text(long)
    QTest.keyClick(entry.field, Qt.Key.Key_Return)
    (error,) = entry.findChildren(ErrorLine)
    assert error.sentence == tr("errors.too_long", length=40_000, limit=2_000)
    assert entry.text() == long
    assert entry.heard == []


def test_the_button_does_what_enter_does(entry, qtbot):
    entry.set_text("ポート")
    qtbot.mouseClick(entry.button, Qt.MouseButton.LeftButton)
    assert entry.heard == ["ポート"]


def test_letters_are_typed_and_not_taken_for_keys(entry, qtbot):
    pressed = []
    window = entry.window()
    kept = [key_action(key, window, lambda key=key: pressed.append(key)) for key in ("F", "?", "1")]
    QTest.keyClicks(entry.field, "F?1")
    assert (pressed, entry.text()) == ([], "F?1")
    entry.field.clearFocus()
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.setFocus()
    QTest.keyClicks(window, "f")
    assert pressed == ["F"]
    assert len(kept) == 3


@pytest.mark.parametrize("key", ["Alt+1", "Ctrl+Return", "PgDown", "Ctrl+Shift+Z"])
def test_commands_work_while_typing(entry, key):
    pressed = []
    window = entry.window()
    key_action(key, window, lambda: pressed.append(key))
    QTest.keyClicks(entry.field, "text")
    QTest.keySequence(entry.field, key)
    assert pressed == [key]
    assert entry.heard == []


def test_undo_is_the_line_s_own_while_something_is_typed_and_the_window_s_after(entry):
    undone = []
    key_action("Ctrl+Z", entry.window(), lambda: undone.append(1))
    QTest.keyClicks(entry.field, "x")
    QTest.keySequence(entry.field, "Ctrl+Z")
    assert (entry.text(), undone) == ("", [])
    entry.clear()
    QTest.keySequence(entry.field, "Ctrl+Z")
    assert undone == [1]


def test_a_long_text_grows_the_line_and_is_not_scrolled_away(entry, qtbot):
    before = entry.height()
    entry.set_text("外形監視の間隔を1分より短くしたいという声が夜間当番から何度も出ている")
    qtbot.waitUntil(lambda: entry.height() > before)
    assert entry.field.document().size().height() <= entry.field.height() + 1


def test_the_accessible_name_is_the_label(entry):
    assert entry.field.accessibleName() == "課題"


@pytest.mark.parametrize("role", ["body", "room"])
def test_the_button_is_clear_of_the_border(show, role, private):
    theme().set_desk(private)
    line = EntryLine("課題", button="追加", role=role)
    show(line)
    button = line.button
    top = button.mapTo(line, QPoint(0, 0)).y()
    assert min(top, line.height() - top - button.height()) >= 4


@pytest.mark.parametrize(
    ("text", "letter", "word"),
    [
        ("夜間のExcel表計算が、時々切れて。", "c", "Excel"),
        ("夜間のExcel表計算が、時々切れて。", "計", "表計算"),
        ("夜間のExcel表計算が、時々切れて。", "々", "時々切"),
        ("夜間のサーバーを見る", "バ", "サーバー"),
        ("😀 The disk is full", "s", "disk"),
    ],
)
def test_a_double_click_selects_a_word_and_a_drag_after_it_further_words(entry, text, letter, word):
    field = entry.field
    field.set_text(text)
    cursor = QTextCursor(field.document())
    cursor.setPosition(as_counted(text).index(letter))
    place = field.cursorRect(cursor).center() + QPoint(3, 0)
    QTest.mouseClick(field.viewport(), LEFT, pos=place)
    QTest.mouseDClick(field.viewport(), LEFT, pos=place)
    assert field.textCursor().selectedText() == word
    _mouse(field.viewport(), QEvent.Type.MouseButtonDblClick, place)
    _move(field.viewport(), place + QPoint(1, 0))
    assert field.textCursor().selectedText() == word
    _move(field.viewport(), QPoint(0, place.y()))
    assert field.textCursor().selectedText().endswith(word)
    assert field.textCursor().selectionStart() == 0


def _move(widget, place):
    _mouse(widget, QEvent.Type.MouseMove, place)


def _mouse(widget, kind, place):
    where = QPointF(place)
    event = QMouseEvent(
        kind, where, widget.mapToGlobal(where), LEFT, LEFT, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)
