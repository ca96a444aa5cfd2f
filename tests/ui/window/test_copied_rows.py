"""Rows of a list on the clipboard: the current one as text, all of them as a table."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.components.places import PLACES
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import AddProblems

SAID = ("通知が多い", "画面が\u3000遅い")


def copied():
    return QGuiApplication.clipboard().text()


@pytest.fixture
def listed(desk):
    QGuiApplication.clipboard().clear()
    one = desk(page="list")
    one.do(AddProblems(SAID))
    return one


def test_the_current_row_is_copied_as_text(listed):
    view = listed.page.rows.view
    view.setFocus()
    listed.press("Home", "Ctrl+C")
    assert copied() in SAID
    assert copied() == view.current_row.text
    assert tr("frame.copied") in listed.seen()


def test_all_rows_are_copied_as_a_table(listed):
    listed.press("Ctrl+Shift+C")
    rows = [line.split("\t") for line in copied().split("\n")]
    assert len(rows) == len(SAID)
    assert len({len(row) for row in rows}) == 1
    for row, words in zip(rows, listed.page.rows.rows(), strict=True):
        assert words.text in row


def test_a_field_copies_its_own_words(listed):
    listed.write("書きかけ")
    listed.press("Ctrl+A", "Ctrl+C")
    assert copied() == "書きかけ"


def test_where_there_is_no_list_nothing_is_copied(listed):
    listed.go("keys")
    listed.press("Ctrl+Shift+C")
    assert copied() == ""


@pytest.mark.parametrize("page", ["solve", "list"])
def test_a_file_over_a_page_that_reads_none_is_said_to_be_read_in_list(desk, tmp_path, page):
    one = desk(sample=True, page=page)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.csv"))])
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    event = QDragEnterEvent(
        QPoint(), both, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    )
    QApplication.sendEvent(one.window.page_stack, event)
    assert event.isAccepted()
    assert event.dropAction() == Qt.DropAction.CopyAction
    said = tr("frame.drop", place=tr(PLACES[Step.LIST.value].title_key))
    assert (said in one.seen()) == (page == "solve")
