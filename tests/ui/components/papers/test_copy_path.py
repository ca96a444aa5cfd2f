"""The button that copies the path of a folder."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from ui.components.papers.copy_path import CopyPath
from workshop_app.i18n import tr


def test_the_path_is_on_the_clipboard_and_the_button_says_so(qtbot, tmp_path):
    button = CopyPath()
    qtbot.addWidget(button)
    button.set_path(tmp_path)
    button.click()
    assert QGuiApplication.clipboard().text() == str(tmp_path)
    assert button.text() == tr("export.path_copied")
    button.set_path(Path(tmp_path / "another"))
    assert button.text() == tr("export.copy_path")
