"""Every control in every page, section and panel: name, role, size of the target, a way by key."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tests.helpers.controls import controls, wrong
from tests.helpers.desk import Desk
from tests.helpers.played import played_session
from tests.helpers.rounds import a_round
from ui.app import application
from ui.audience.window import AudienceWindow
from ui.window.main_window import MainWindow
from workshop_app.i18n import language, set_language
from workshop_app.settings import Settings


@pytest.fixture
def desk(qtbot, tmp_path):
    """Makes a desk on the finished sample."""
    before = language()
    made = []
    application()

    def make(words="ja", *, private=False, size=(1366, 768)):
        set_language(words)
        session = played_session(tmp_path / "a.db", words, None)
        window = MainWindow(session, Settings(language=words))
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        window.set_private(private)
        made.append((window, session))
        return Desk(window)

    yield make
    for window, session in made:
        window.close()
        session.store.close()
    set_language(before)


@pytest.mark.parametrize("private", [False, True], ids=["projected", "private"])
@pytest.mark.parametrize("words", ["ja", "en"])
def test_every_control_has_a_name_a_role_a_large_target_and_a_key(desk, words, private):
    at = desk(words, private=private)
    found = {
        place: faults for place in a_round(at, panels=not private) if (faults := wrong(at.window))
    }
    assert found == {}


def test_the_wall_says_what_it_is(qtbot):
    wall = AudienceWindow()
    qtbot.addWidget(wall)
    wall.show()
    spoken = QAccessible.queryAccessibleInterface(wall)
    assert spoken.text(QAccessible.Text.Name).strip()
    assert spoken.role() == QAccessible.Role.Window
    assert controls(wall) == []


def test_the_round_finds_what_it_looks_for(qtbot):
    application()
    window = QWidget()
    qtbot.addWidget(window)

    class Bad(QWidget):
        def mousePressEvent(self, event: QEvent) -> None: ...

    Bad.__module__ = "ui.widgets.bad"
    bad = Bad(window)
    bad.resize(20, 40)
    window.show()
    kinds = {fault.partition(":")[0].split(" ")[0] for fault in wrong(window)}
    assert kinds == {"nameless", "no", "small", "by"}
