"""Creates desks with real windows, and closes them after the test."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.desk import Desk
from tests.helpers.painting import paint_at_end, paint_now
from ui.widgets.deferred_layout import finish_layouts
from ui.window.main_window import MainWindow
from workshop_app.i18n import language, set_language
from workshop_app.services.session import Session
from workshop_app.settings import Settings


class Desks:
    """Creates desks on sessions; each window is shown and active."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._made: list[tuple[Desk, Session]] = []

    @property
    def count(self) -> int:
        """The number of desks."""
        return len(self._made)

    def seat(
        self,
        session: Session,
        settings: Settings | None = None,
        *,
        size: tuple[int, int] = (1366, 768),
        private: bool = False,
        percent: int = 100,
        page: str = "",
        key: bool = True,
    ) -> Desk:
        """Create a desk whose window has a size in px, a mode, a text size in %, and shows a page.

        Without a page nothing is built yet, as before the first page of the program. With ``key`` a
        key was pressed, so that the focus is visible.
        """
        window = MainWindow(session, settings or Settings())
        self._qtbot.addWidget(window)
        paint_at_end(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        if key:
            finish_layouts()  # from then on the ring follows the window's events
            QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
        window.set_private(private)
        if percent != window.settings.text_size:
            window.set_text_size(percent)
        desk = Desk(window)
        self._made.append((desk, session))
        if page:
            desk.go(page)
        return desk

    def put_away(self) -> None:
        """Close all windows and their stores."""
        for desk, session in self._made:
            paint_now(desk.window)
            if not desk.window.close():  # unentered text requires a confirmation
                desk.window.close()
            session.store.close()


@contextmanager
def desks(qtbot: QtBot) -> Iterator[Desks]:
    """Desks that are closed at the end; the language is then restored."""
    before = language()
    made = Desks(qtbot)
    yield made
    made.put_away()
    set_language(before)
