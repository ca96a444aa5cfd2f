"""The entry line of a list of records: for a new one, or for one of the list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.forms.record_entry import EntryTexts, RecordEntry
from ui.forms.unsent import Unsent
from ui.widgets.error_line import ErrorLine
from workshop_app.i18n import tr

TEXTS = EntryTexts("New", "What", "Add", change="Change", save="Save")


class Window:
    """Has what is unsaved."""

    def __init__(self):
        self.unsent = Unsent(lambda: False, list)


@pytest.fixture
def window():
    return Window()


@pytest.fixture
def line(qtbot, window):
    return made(qtbot, window, {"a": "one", "b": "two"})


def made(qtbot, window, records):
    entry = RecordEntry(
        window.unsent,
        "page",
        "list",
        TEXTS,
        lambda record: {"": records[record]} if record in records else None if record else {},
    )
    entry.records = records
    entry.told = []
    entry.added.connect(lambda text: entry.told.append(("", text)))
    entry.corrected.connect(lambda record, text: entry.told.append((record, text)))
    entry.added.connect(entry.end)
    entry.corrected.connect(entry.end)
    qtbot.addWidget(entry)
    entry.show_workshop("w")
    return entry


def enter(line, text):
    line.field.selectAll()
    line.field.insertPlainText(text)
    QTest.keyClick(line.field, Qt.Key.Key_Return)


def test_enter_adds_and_after_an_edit_began_saves(line):
    enter(line, "three")
    assert line.edit("a")
    assert (line.text(), line.field.accessibleName(), line.button.text()) == (
        "one",
        "Change",
        "Save",
    )
    enter(line, "one more")
    assert line.told == [("", "three"), ("a", "one more")]
    assert (line.editing, line.text(), line.field.accessibleName()) == ("", "", "New")


def test_what_is_in_the_line_is_saved_before_another_record_is_edited(line):
    line.field.insertPlainText("three")
    assert line.edit("a")
    line.field.insertPlainText("!")
    assert line.edit("b")
    assert [record for record, _text in line.told] == ["", "a"]
    assert line.text() == "two"


def test_a_record_without_text_stays_as_it_is(line):
    line.edit("a")
    line.field.clear()
    assert line.save_begun()
    assert (line.told, line.editing) == ([], "")


def test_the_edit_goes_on_in_another_line_unless_the_record_is_gone(qtbot, window, line):
    line.edit("a")
    line.field.insertPlainText("!")
    text = line.text()
    window.unsent.detach_all()
    again = made(qtbot, window, line.records)
    assert (again.editing, again.text()) == ("a", text)
    window.unsent.detach_all()
    gone = made(qtbot, window, {"b": "two"})
    assert (gone.editing, gone.text()) == ("", "")
    assert window.unsent.begun() == {}


def test_an_edit_ends_when_its_record_goes(line):
    line.edit("a")
    del line.records["a"]
    assert line.show_workshop("w")
    assert line.editing == ""
    assert not line.show_workshop("w")


def test_a_text_that_is_too_long_stays_and_is_said(line):
    enter(line, "x" * 2_001)
    assert (line.told, len(line.text())) == ([], 2_001)
    (error,) = line.findChildren(ErrorLine)
    assert error.sentence == tr("errors.too_long", length=2_001, limit=2_000)
    line.set_text("x")
    assert error.sentence == ""
