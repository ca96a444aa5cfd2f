"""Nothing moves by another mechanism than the window's own, which shows nothing offscreen."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, QTimeLine
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QProgressBar,
    QScrollBar,
    QStyle,
    QTabBar,
    QTreeView,
    QWidget,
)

from tests.helpers.desk import Desk
from tests.helpers.played import played_session
from tests.helpers.rounds import a_round
from tests.helpers.two_displays import LAPTOP, PROJECTOR, Stage
from tests.helpers.visible import visible_widgets
from ui.app import application
from ui.window.main_window import MainWindow
from workshop_app.domain.steps import Step
from workshop_app.i18n import language, set_language
from workshop_app.settings import Settings

UI = Path(__file__).resolve().parents[2] / "ui"
MOVERS = re.compile(
    r"QPropertyAnimation|QVariantAnimation|QTimeLine|QAbstractAnimation|AnimationGroup"
    r"|QGraphicsOpacityEffect|setWindowOpacity|QMovie"
)
DRESSED = QScrollBar
ANIMATED = (QComboBox, QProgressBar, QTabBar, QTreeView, QMainWindow)
ACTIONS = {
    "list": ("Up", "Delete", "Ctrl+Z", "Ctrl+K", "Escape", "Alt+T", "Escape", "Escape"),
    "sort": ("Space", "Down", "PageDown", "Alt+W", "Escape", "F", "F"),
    "choose": ("Alt+X", "Ctrl+Return", "Down", "Alt+Space", "PageDown"),
    "solve": (
        *("Alt+Down", "Down", "Alt+D", "PageDown", "Escape"),
        *("Ctrl+Shift+P", "Return", "Ctrl+Shift+P", "Ctrl+Shift+P"),
    ),
}


@pytest.fixture
def desk(qtbot, tmp_path):
    application()
    before = language()
    blink = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    set_language("ja")
    session = played_session(tmp_path / "a.db", "ja", None)
    window = MainWindow(session, Settings())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    yield Desk(window)
    window.close()
    session.store.close()
    QApplication.setCursorFlashTime(blink)
    set_language(before)


def moving(*windows: QWidget) -> list[str]:
    """Animations inside the windows or of the whole program."""
    holders = [*windows, QApplication.instance(), QApplication.style()]
    kinds = (QAbstractAnimation, QTimeLine)
    found = [one for each in holders for kind in kinds for one in each.findChildren(kind)]
    return [f"{type(one).__name__} {one.duration()} ms" for one in found if one.duration()]


def test_no_source_of_the_window_makes_anything_move():
    found = {path.name for path in UI.rglob("*.py") if MOVERS.search(path.read_text("utf-8"))}
    assert found == {"toast.py"}  # its message fades, by the motion that all have


def animated_by_the_style(window: QWidget) -> list[QWidget]:
    """Widgets that Qt's style may animate; only those with a style sheet of ours are used."""
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    styled = visible_widgets(window, DRESSED)
    found: list[QWidget] = [one for one in styled if one.style().styleHint(hint, None, one)]
    found += [one for kind in ANIMATED for one in window.findChildren(kind)]
    return found + [one for one in window.findChildren(QLineEdit) if one.isClearButtonEnabled()]


def test_nothing_moves_in_any_place_or_panel(desk, private):
    stage = Stage(desk.window, LAPTOP, PROJECTOR)
    desk.window.set_private(private)
    for stop in a_round(desk):
        assert moving(desk.window, stage.audience) == [], stop
        assert animated_by_the_style(desk.window) == [], stop


@pytest.mark.parametrize("page", list(ACTIONS))
def test_what_an_action_shows_is_there_at_once_and_stays(desk, page):
    desk.go(page)
    QTest.qWait(600)  # deferred searches are finished
    for key in ACTIONS[page]:
        desk.press(key)
        at_once = desk.window.grab().toImage()
        QTest.qWait(180)  # longer than any animation
        assert desk.window.grab().toImage() == at_once, (page, key)
        assert moving(desk.window) == []


def test_another_page_of_the_audience_display_appears_without_animation(desk):
    stage = Stage(desk.window, LAPTOP, PROJECTOR)
    stage.go(Step.LIST.value)
    assert stage.audience.pages > 1
    while stage.audience.turn(1):
        at_once = stage.audience.grab().toImage()
        QTest.qWait(180)
        assert stage.audience.grab().toImage() == at_once
