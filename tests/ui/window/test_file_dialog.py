"""The system's file dialog over the window, where the platform has none of its own: Qt's."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from tests.helpers.desks import desks
from tests.helpers.sessions import create_workshop, new_session
from ui.pages.prepare.page import PreparePage
from ui.pages.prepare.received_list import ReceivedListSection


def choose(file):
    """Type the name of a file into the dialog and press Enter, as soon as the dialog is there."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    field.setFocus()
    field.setText(str(file))
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_file_chosen_by_enter_is_read_by_its_columns(qtbot, tmp_path):
    file = tmp_path / "list.csv"
    file.write_text(
        "番号,課題,氏名\n1,ダッシュボードが遅い,佐藤\n2,夜のアラートを見逃す,田中\n", "utf-8"
    )
    session = new_session(tmp_path / "workshops.db")
    create_workshop(session)
    with desks(qtbot) as made:
        desk = made.seat(session, private=True, page="prepare")
        page = desk.page
        assert isinstance(page, PreparePage)
        page.show_section("advance")
        received = page.sections["advance"]
        assert isinstance(received, ReceivedListSection)
        QTimer.singleShot(0, lambda: choose(file))
        received.choose_file()
        desk.settle()
        assert received.previewing
        assert [line.text for line in received.preview.ticked()] == [
            "ダッシュボードが遅い",
            "夜のアラートを見逃す",
        ]
