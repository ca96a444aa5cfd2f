"""Beside the records in private mode: homework, the sample, the screen check, where records are."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.components.open_items import Homework
from ui.components.page import WindowApi
from ui.pages.start.links import check_button, sample_button, sample_words
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.long_text import LongText
from ui.widgets.text import Text
from workshop_app.i18n import tr


class Aside(QWidget):
    """A panel at the right; with ``below`` it takes the place of the records for a while."""

    check_asked = Signal()
    sample_asked = Signal()

    def __init__(self, api: WindowApi, *, below: bool) -> None:
        super().__init__()
        self._below = below
        self.homework = Homework(api)
        self.homework.wanted.connect(api.open_workshop)
        sides = QHBoxLayout(self) if below else QVBoxLayout(self)
        if below:
            sides.setContentsMargins(0, 0, 0, 0)
        else:
            self.setProperty("role", "panel")
            self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            self.setFixedWidth(theme().metrics.panel)
            sides.setContentsMargins(20, 20, 20, 16)
        sides.setSpacing(24 if below else 16)
        sides.addWidget(self.homework, 3 if below else 1)
        self._add_ways(sides, api)

    def refresh(self) -> None:
        """Read the homework anew."""
        self.homework.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._below:
            QPainter(self).fillRect(0, 0, 1, self.height(), theme().colour("line"))

    def _add_ways(self, sides: QBoxLayout, api: WindowApi) -> None:
        column = QVBoxLayout()
        column.setSpacing(6)
        roomy = not theme().metrics.tight
        if not (self._below and api.in_sample):  # there the foot bar leads back from it
            sample = sample_button(api.in_sample)
            sample.clicked.connect(self.sample_asked)
            title, what = sample_words(api.in_sample)
            _add_way(column, sample, title, what, told=roomy or api.in_sample)
        check = check_button()
        check.clicked.connect(self.check_asked)
        _add_way(column, check, tr("start.check.title"), tr("start.check.what"), told=roomy)
        column.addSpacing(2)
        column.addWidget(self._where(api))
        if self._below:
            column.addStretch(1)
        sides.addLayout(column, 2 if self._below else 0)

    @staticmethod
    def _where(api: WindowApi) -> QWidget:
        if api.in_sample:
            return Text("hint", tr("start.records.path_of_sample"))
        where = LongText("hint", most_lines=4)
        where.set_text(tr("start.records.path", path=str(api.session.store.path)))
        return where


def _add_way(
    column: QVBoxLayout, button: ActionButton, title: str, what: str, *, told: bool
) -> None:
    if told:
        column.addWidget(Text("section", title))
        column.addWidget(Text("body-quiet", what))
        column.addSpacing(2)
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    column.addSpacing(12 if told else 4)
