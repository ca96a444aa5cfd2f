"""The side column of the records: open actions, and the path of the store."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.components.window_api import WindowApi
from ui.pages.start.homework import Homework
from ui.theme.qt_palette import set_background
from ui.theme.theme import theme
from ui.widgets.boxes import NO_MARGINS, column
from ui.widgets.long_text import LongText
from ui.widgets.text import Text
from workshop_app.i18n import tr
from workshop_app.services.queries import store_path


class SideColumn(QWidget):
    """A panel at the right or, ``below``, temporarily instead of the records."""

    def __init__(self, api: WindowApi, *, below: bool) -> None:
        super().__init__()
        self._below = below
        self.homework = Homework(api)
        if not below:
            set_background(self, "surface")
            self.setFixedWidth(theme().metrics.panel)
        around = NO_MARGINS if below else (20, 20, 20, 16)
        column(self, (self.homework, 1), self._store_path(api), gap=16, around=around)

    def refresh(self) -> None:
        """Read the open actions from the store."""
        self.homework.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._below:
            QPainter(self).fillRect(0, 0, 1, self.height(), theme().colour("line"))

    @staticmethod
    def _store_path(api: WindowApi) -> QWidget:
        if api.in_sample:
            return Text("hint", tr("start.records.path_of_sample"))
        path = LongText("hint", most_lines=4)
        path.set_text(tr("start.records.path", path=str(store_path(api.session))))
        return path
