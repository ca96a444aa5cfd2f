"""One calm sentence after the computer slept: that time was not counted, unless one wants it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from ui.window.step_timer import StepTimer
from workshop_app.i18n import tr


class SleepBanner(QWidget):
    """Stays at the foot of the window until it is answered or time is reset."""

    def __init__(self, timer: StepTimer) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._timer = timer
        self._text = Text("body", "")
        self.count = ActionButton("", key="Ctrl+Alt+C", size="small")
        self.close_button = ActionButton("", kind="quiet", size="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 5, 12, 5)
        row.setSpacing(12)
        row.addWidget(IconLabel("clock", "ink2", 20))
        row.addWidget(self._text, 1)
        row.addWidget(self.count)
        row.addWidget(self.close_button)
        self.hide()
        self.count.clicked.connect(timer.count_sleep)
        self.close_button.clicked.connect(timer.leave_sleep_out)
        timer.ticked.connect(self.refresh)
        self.retranslate()

    @property
    def sentence(self) -> str:
        """What it says, empty while there is nothing to say."""
        return self._text.text() if self._timer.uncounted else ""

    def retranslate(self) -> None:
        """Show the words of the language in force."""
        self.count.setText(tr("time.sleep.count"))
        self.close_button.setText(tr("time.sleep.close"))
        self.refresh()

    def refresh(self) -> None:
        """Show itself while the last sleep is neither counted nor left out."""
        if self._timer.uncounted:
            words = tr("time.sleep.told", n=round(self._timer.uncounted / 60))
            self._text.setText(words)
            self.setAccessibleName(words)
        self.setVisible(bool(self._timer.uncounted))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, theme().colour("line"))
