"""The side column of the records: open actions, the sample, text sizes, path of the store."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.components.page import WindowApi
from ui.pages.start.homework import Homework
from ui.pages.start.start_actions import StartActions, sample_words
from ui.theme.qt_palette import set_background
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.long_text import LongText
from ui.widgets.text import Text
from workshop_app.i18n import tr
from workshop_app.services.queries import store_path


class SideColumn(QWidget):
    """A panel at the right or, ``below``, temporarily instead of the records."""

    def __init__(self, api: WindowApi, actions: StartActions, *, below: bool) -> None:
        super().__init__()
        self._below = below
        self.homework = Homework(api)
        self.homework.open_requested.connect(api.open_workshop)
        sides = QHBoxLayout(self) if below else QVBoxLayout(self)
        if below:
            sides.setContentsMargins(0, 0, 0, 0)
        else:
            set_background(self, "surface")
            self.setFixedWidth(theme().metrics.panel)
            sides.setContentsMargins(20, 20, 20, 16)
        sides.setSpacing(24 if below else 16)
        sides.addWidget(self.homework, 3 if below else 1)
        self._add_buttons(sides, api, actions)

    def refresh(self) -> None:
        """Read the open actions from the store."""
        self.homework.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._below:
            QPainter(self).fillRect(0, 0, 1, self.height(), theme().colour("line"))

    def _add_buttons(self, sides: QBoxLayout, api: WindowApi, actions: StartActions) -> None:
        column = QVBoxLayout()
        column.setSpacing(6)
        described = not theme().metrics.rather_low
        if not (self._below and api.in_sample):  # the foot bar has the button that leaves it
            sample = actions.sample_button(api.in_sample)
            title, what = sample_words(api.in_sample)
            _add_button(column, sample, title, what, described=described or api.in_sample)
        if not api.in_sample:
            _add_button(column, actions.second_visit_button(), "", "", described=False)
            take = actions.take_button()
            if take is not None:
                _add_button(column, take, "", "", described=False)
        check = actions.check_button()
        _add_button(
            column, check, tr("start.check.title"), tr("start.check.what"), described=described
        )
        column.addSpacing(2)
        column.addWidget(self._store_path(api))
        if self._below:
            column.addStretch(1)
        sides.addLayout(column, 2 if self._below else 0)

    @staticmethod
    def _store_path(api: WindowApi) -> QWidget:
        if api.in_sample:
            return Text("hint", tr("start.records.path_of_sample"))
        path = LongText("hint", most_lines=4)
        path.set_text(tr("start.records.path", path=str(store_path(api.session))))
        return path


def _add_button(
    column: QVBoxLayout, button: ActionButton, title: str, what: str, *, described: bool
) -> None:
    if described:
        column.addWidget(Text("section", title))
        column.addWidget(Text("body-quiet", what))
        column.addSpacing(2)
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    column.addSpacing(12 if described else 4)
