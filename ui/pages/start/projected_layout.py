"""The start page as the room may see it: what waits, and what else can be begun."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.components.page import WindowApi
from ui.pages.start.links import WaysSheet
from ui.pages.start.today import TodaySheet
from ui.theme.theme import theme
from ui.widgets.deferred_layout import DeferredLayout


class PlainDesk(QWidget):
    """Projected mode: no other record than the one that waits."""

    check_asked = Signal()
    sample_asked = Signal()

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self.today = TodaySheet(private=False, in_sample=api.in_sample)
        ways = WaysSheet(in_sample=api.in_sample)
        ways.new_asked.connect(api.new_workshop)
        ways.check_asked.connect(self.check_asked)
        ways.sample_asked.connect(self.sample_asked)
        self._fit_layout = DeferredLayout(self, self._fit)
        metrics = theme().metrics
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(metrics.side, 16 if metrics.low else 28, metrics.side, 14)
        column.setSpacing(12 if metrics.low else 22)
        column.addWidget(self.today)
        column.addWidget(ways)
        column.addStretch(1)

    def refresh(self) -> None:
        """Make room for what waits, which the page has shown."""
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_layout.invalidate()

    def _fit(self) -> None:
        """Show two lines of a long title where the window is high enough, else one at a time."""
        self.today.set_title_lines(2)
        self._column.invalidate()
        if self._column.totalHeightForWidth(self.width()) > self.height():
            self.today.set_title_lines(1)

    def take_over(self, old: QWidget) -> None:
        """Nothing was typed or chosen that another layout would lose."""

    def focus_start(self) -> None:
        """Put the keyboard on the button that starts."""
        self.today.start_button.setFocus()

    def handle_escape(self) -> bool:
        """Nothing to leave."""
        return False
