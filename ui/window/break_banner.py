"""A calm strip during a break that the room sees on its own display: until when, and the end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from ui.window.audience_controller import AudienceController
from ui.window.break_overlay import LENGTHS, BreakOverlay
from workshop_app.i18n import tr


class BreakBanner(QWidget):
    """No plain letter, digit or Esc is its key: the facilitator types on."""

    def __init__(self, rest: BreakOverlay, room: AudienceController) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rest, self._room = rest, room
        self._text = Text("body-bold", "")
        self.lengths = [ActionButton("", kind="quiet", size="small") for _ in LENGTHS]
        self.end_button = ActionButton("", key="Ctrl+B", size="small", keyless=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 18, 5)
        row.setSpacing(10)
        row.addWidget(IconLabel("clock", "ink2", 20))
        row.addWidget(self._text, 1)
        for minutes, button in zip(LENGTHS, self.lengths, strict=True):
            button.clicked.connect(lambda _=False, minutes=minutes: rest.set_length(minutes))
            row.addWidget(button)
        row.addWidget(self.end_button)
        self.end_button.clicked.connect(rest.end)
        room.changed.connect(lambda: rest.set_elsewhere(room.live))
        for signal in (rest.changed, rest.beat, room.changed):
            signal.connect(self.refresh)
        self.hide()
        self.retranslate()

    @property
    def sentence(self) -> str:
        """What it says, empty while it is hidden."""
        return self._text.text() if self._wanted else ""

    @property
    def _wanted(self) -> bool:
        return bool(self._rest.until) and self._room.live

    def retranslate(self) -> None:
        """Show the words of the language in force."""
        for minutes, button in zip(LENGTHS, self.lengths, strict=True):
            button.setText(tr("time.break.minutes", n=minutes))
        self.end_button.setText(tr("time.break.end"))
        self.refresh()

    def refresh(self) -> None:
        """Show itself while the room has a break on a display of its own."""
        if self._wanted:
            over = self._rest.seconds_left() <= 0
            state = "over" if over else self._room.held or "live"
            words = tr(f"time.break.strip.{state}", time=self._rest.until)
            if words != self._text.text():
                self._text.setText(words)
                self.setAccessibleName(words)
        self.setVisible(self._wanted)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, theme().colour("line"))
