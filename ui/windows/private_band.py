"""The red band of private mode."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from workshop_app.i18n import tr


class PrivateBand(QWidget):
    """Runs all along under the bar: "private: do not project", and the way back."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "band")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 18, 0)
        row.setSpacing(12)
        self._words = Text("band", "", wrap=False)
        self._back = ActionButton("", key="Esc", kind="band", size="small", keyless=True)
        row.addWidget(IconLabel("lock", "on_band", 20))
        row.addWidget(self._words)
        row.addStretch(1)
        row.addWidget(self._back)
        self._back.clicked.connect(self.left)
        theme().changed.connect(self._restyle)
        self.retranslate()
        self._restyle()

    def retranslate(self) -> None:
        """Show the words of the language in force."""
        self._words.setText(tr("frame.private.band"))
        self._back.setText(tr("frame.private.back"))

    def _restyle(self) -> None:
        self.setFixedHeight(theme().metrics.band or 44)
