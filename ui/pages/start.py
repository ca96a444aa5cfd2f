"""The start page: today's workshop, a new one, the sample; in private mode all records too."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ui.pages.base import FootContent, Page
from ui.pages.registry import page
from ui.pages.start_parts.records import Records
from ui.pages.start_parts.screen_check import ScreenCheck
from ui.pages.start_parts.today import TodaySheet
from ui.pages.start_parts.ways import WaysSheet
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.queries import todays_workshop


@page
class StartPage(Page):
    """Where the program opens, and where the house in the bar leads."""

    NAME: ClassVar[str] = "start"
    ICON: ClassVar[str] = "home"

    def build(self) -> None:
        self._waiting: WorkshopState | None = None
        self._today = TodaySheet()
        self._today.started.connect(self._start)
        self._check = ScreenCheck()
        self._check.closed.connect(self.handle_escape)
        ways = WaysSheet()
        ways.check_asked.connect(self._check_screen)
        ways.new_asked.connect(self.context.new_workshop)
        ways.sample_asked.connect(self.context.open_sample)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._private(ways) if self.private else self._plain(ways))
        self._layers.addWidget(self._check)

    def refresh(self, state: WorkshopState | None) -> None:
        today = date.today()
        self._waiting = state or todays_workshop(self.session.store, today.isoformat())
        self._today.show_state(self._waiting, today)
        if self.private:
            self._records.refresh()

    def foot(self) -> FootContent:
        calm = QWidget()
        row = QHBoxLayout(calm)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel("no-network", "ink2", 18))
        words = "start.first_start" if self.session.store.created else "start.offline"
        row.addWidget(Text("body-quiet", tr(words), wrap=False))
        if self.private:
            return FootContent(left=[calm])
        other = ActionButton(
            tr("start.others_private"), icon="lock", key="Ctrl+Shift+P", kind="note", keyless=True
        )
        other.clicked.connect(lambda: self.context.set_private(True))
        return FootContent(left=[calm], right=[other])

    def focus_start(self) -> None:
        self._today.start_button.setFocus()

    def handle_escape(self) -> bool:
        if self._layers.currentWidget() is not self._check:
            return False
        self._layers.setCurrentIndex(0)
        self.focus_start()
        return True

    def _plain(self, ways: WaysSheet) -> QWidget:
        body = QWidget()
        metrics = theme().metrics
        column = QVBoxLayout(body)
        column.setContentsMargins(metrics.side + 12, 28, metrics.side + 12, 20)
        column.setSpacing(22)
        column.addWidget(self._today)
        column.addWidget(ways)
        column.addStretch(1)
        return body

    def _private(self, ways: WaysSheet) -> QWidget:
        self._records = Records(self.context)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(theme().metrics.side, 24, theme().metrics.side, 16)
        row.setSpacing(28)
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self._today)
        left.addWidget(self._records, 1)
        row.addLayout(left, 3)
        right = QVBoxLayout()
        right.addWidget(ways)
        right.addWidget(self._records.homework)
        right.addStretch(1)
        row.addLayout(right, 2)
        return body

    def _start(self) -> None:
        if self._waiting is None:
            self.context.new_workshop()
        else:
            self.context.open_workshop(self._waiting.workshop.id)

    def _check_screen(self) -> None:
        self._layers.setCurrentWidget(self._check)
        self._check.setFocus()
