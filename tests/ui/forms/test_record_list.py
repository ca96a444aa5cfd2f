"""Records are added, changed and removed in one way, by keys and from the menu of a row."""

from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.forms.record_entry import EntryTexts, RecordEntry
from ui.forms.record_list import RecordCommands, RecordList
from ui.forms.unsent import Unsent
from ui.rows.paged_list import PagedList
from ui.rows.row import Row

TEXTS = EntryTexts("New", "What", "Add", change="Change", save="Save")


class Result(NamedTuple):
    result: object


class Window:
    """Has records by id; a command is a function that changes them."""

    def __init__(self):
        self.unsent = Unsent(lambda: False, list)
        self.records = {"a": "one", "b": "two"}
        self.said = []
        self.refuses = False
        self.executed = 0

    def execute(self, command, *, done=""):
        if self.refuses:
            return None
        self.executed += 1
        result = Result(command(self.records))
        if done:
            self.said.append(done)
        return result


def add(text):
    def execute(records):
        records[text] = text
        return text

    return execute


def several(text):
    def execute(records):
        records |= {one: one for one in text.split()}
        return tuple(text.split())

    return execute


def change(record, text):
    return lambda records: records.update({record: text})


def remove(record):
    return lambda records: records.pop(record)


class Page(QWidget):
    """Places the parts of a list, and refreshes it."""

    def __init__(self, window, add):
        super().__init__()
        self.window_api = window
        self.rows = PagedList("Records")
        self.nothing = QWidget()
        self.ticked = []
        self.entry = RecordEntry(window.unsent, "page", "list", TEXTS, self._saved)
        self.list = RecordList(
            window,
            self.rows,
            RecordCommands(remove, lambda record: f"{window.records[record]} removed", add, change),
            entry=self.entry,
            nothing=self.nothing,
        )
        self.list.offer(
            {
                "row.edit": self.list.edit,
                "row.tick": self.ticked.append,
                "row.remove": self.list.remove,
            }
        )
        column = QVBoxLayout(self)
        for part in (self.entry, self.rows, self.nothing):
            column.addWidget(part)
        execute = window.execute
        window.execute = lambda command, **more: self.after(execute(command, **more))
        self.show_records()

    def after(self, done):
        self.show_records()
        return done

    def show_records(self):
        rows = [Row(record, text) for record, text in self.window_api.records.items()]
        self.entry.show_workshop("w")
        self.list.show(rows, rows[0].id if rows else None)

    def texts(self):
        return [row.text for row in self.rows.rows()]

    def _saved(self, record):
        if not record:
            return {}
        found = self.window_api.records.get(record)
        return None if found is None else {"": found}


@pytest.fixture
def window():
    return Window()


@pytest.fixture
def page(qtbot, window):
    return shown(qtbot, Page(window, add))


def shown(qtbot, page):
    qtbot.addWidget(page)
    page.resize(600, 500)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    return page


def enter(page, text):
    page.entry.field.selectAll()
    page.entry.field.insertPlainText(text)
    QTest.keyClick(page.entry.field, Qt.Key.Key_Return)


def press(page, key):
    page.rows.view.setFocus()
    QTest.keyClick(page.rows.view, key)


def test_enter_adds_a_record_and_makes_it_current(page):
    enter(page, "three")
    assert page.texts() == ["one", "two", "three"]
    assert page.rows.current_id() == "three"
    assert page.entry.text() == ""
    assert page.entry.field.hasFocus()


def test_of_several_records_added_at_once_the_last_one_is_current(qtbot, window):
    page = shown(qtbot, Page(window, several))
    enter(page, "three four")
    assert page.texts() == ["one", "two", "three", "four"]
    assert page.rows.current_id() == "four"


def test_a_text_that_is_refused_stays_in_the_line(qtbot, window, page):
    window.refuses = True
    enter(page, "three")
    assert page.entry.text() == "three"
    refusing = shown(qtbot, Page(Window(), lambda _text: None))
    enter(refusing, "three")
    assert refusing.entry.text() == "three"
    assert refusing.texts() == ["one", "two"]


def test_a_record_is_changed_in_the_line_which_keeps_the_keyboard_for_the_next_one(page):
    page.list.select("b")
    press(page, Qt.Key.Key_Return)
    assert page.entry.text() == "two"
    enter(page, "second")
    assert page.texts() == ["one", "second"]
    assert page.rows.current_id() == "b"
    assert page.entry.field.hasFocus()


def test_an_unchanged_record_is_left_alone(page, window):
    press(page, Qt.Key.Key_Return)
    enter(page, "one ")
    assert window.executed == 0
    assert not page.entry.editing


def test_an_edit_can_be_given_up(page, window):
    press(page, Qt.Key.Key_Return)
    page.entry.field.insertPlainText("else")
    assert page.list.leave()
    assert not page.list.leave()
    assert page.texts() == ["one", "two"]
    assert page.entry.field.hasFocus()


def test_delete_removes_the_current_record_and_says_so(page, window):
    press(page, Qt.Key.Key_Delete)
    assert page.texts() == ["two"]
    assert page.rows.current_id() == "b"
    assert window.said == ["one removed"]
    assert page.rows.view.hasFocus()
    press(page, Qt.Key.Key_Delete)
    assert page.entry.field.hasFocus()
    assert page.nothing.isVisible()
    assert not page.rows.isVisible()


def test_space_ticks_the_current_record(page):
    page.list.select("b")
    press(page, Qt.Key.Key_Space)
    assert page.ticked == ["b"]


def test_the_menu_of_a_row_offers_the_same_in_order(page):
    assert page.rows.row_actions == ("row.edit", "row.tick", "row.remove")
    found = {action.objectName(): action for action in page.rows.actions()}
    found["row.remove"].trigger()
    assert page.texts() == ["two"]


def test_a_record_that_is_not_there_cannot_be_selected(page):
    assert page.list.select("b")
    assert page.rows.current_id() == "b"
    assert not page.list.select("gone")
    assert page.rows.current_id() == "b"
