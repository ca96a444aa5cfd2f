"""A strip under the bar while the room does not see the work: since when, and the way back."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from ui.window.audience_controller import AudienceController
from workshop_app.i18n import tr


class FrozenBanner(QWidget):
    """Visible while the room's display is frozen or black."""

    FOCUS_RING: ClassVar[str] = "digits"

    def __init__(self, room: AudienceController) -> None:
        super().__init__()
        self._room = room
        self._text = Text("body-bold", "", wrap=False, colour="digits")
        self.release = ActionButton("", "play", "Esc", size="small", keyless=True)
        self._icon = IconLabel("pause", "digits", 18)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 18, 4)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        row.addStretch(1)
        row.addWidget(self.release)
        self.release.clicked.connect(room.release)
        room.changed.connect(self.refresh)
        self.hide()
        self.retranslate()

    @property
    def sentence(self) -> str:
        """What it says, empty while it is hidden."""
        return self._text.text() if self._room.held else ""

    def retranslate(self) -> None:
        """Show the words of the language in force."""
        self.release.setText(tr("audience.held.release"))
        self.refresh()

    def refresh(self) -> None:
        """Show itself while something is held."""
        held = self._room.held
        if held:
            words = tr(f"audience.held.{held}", time=self._room.held_since)
            self._text.setText(words)
            self.setAccessibleName(words)
        self.setVisible(bool(held))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().colour("warn"))
