"""The red band of private mode."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from workshop_app.i18n import tr

_AROUND = 20 + 18 + 20 + 5 * 12  # px: margins, lock, and the gaps between the parts


class PrivateBand(QWidget):
    """Runs all along under the bar: "private: do not project", and the way back.

    Between them stands what the facilitator may say now, where it fits on one line.
    """

    FOCUS_RING: ClassVar[str] = "on_band"

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "band")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 18, 0)
        row.setSpacing(12)
        self._words = Text("band", "", wrap=False)
        self._script = Text("on-band", "", wrap=False)
        self._back = ActionButton("", key="Esc", kind="band", size="small", keyless=True)
        row.addWidget(IconLabel("lock", "on_band", 20))
        row.addWidget(self._words)
        row.addStretch(1)
        row.addWidget(self._script)
        row.addStretch(1)
        row.addWidget(self._back)
        self._band_layout = DeferredLayout(self, self._fit)
        self._back.clicked.connect(self.left)
        theme().changed.connect(self._restyle)
        self.retranslate()
        self._restyle()

    def show_script(self, words: str) -> None:
        """Show what may be said now; nothing for no words."""
        self._script.setText(words)
        self._band_layout.invalidate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._band_layout.invalidate()

    def _fit(self) -> None:
        """Show the sentence only as a whole; the way back in brief where the band is narrow."""
        self._back.setText(tr("frame.private.back"))
        if self._words.natural_width() + self._back.sizeHint().width() + _AROUND > self.width():
            self._back.setText(tr("frame.private.back_brief"))
            self._back.setAccessibleName(tr("frame.private.back"))
        taken = self._words.natural_width() + self._back.sizeHint().width() + _AROUND
        fits = self._script.natural_width() + taken <= self.width()
        self._script.setVisible(bool(self._script.text()) and fits)

    def retranslate(self) -> None:
        """Show the words of the language in force."""
        self._words.setText(tr("frame.private.band"))
        self._band_layout.invalidate()

    def _restyle(self) -> None:
        self.setFixedHeight(theme().metrics.band or 44)
        self._band_layout.invalidate()
