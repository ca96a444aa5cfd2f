"""One sentence under the bar about something that went wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.icon_button import IconButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from workshop_app.i18n import tr


class NoticeBanner(QWidget):
    """Stays until the next action succeeds or it is closed."""

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.AlertMessage

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 12, 5)
        row.setSpacing(10)
        self._text = Text("danger", "")
        self.way_out = ActionButton("", size="small", keyless=True)
        self.way_out.clicked.connect(self._go_out)
        self._then: Callable[[], None] | None = None
        self._close = IconButton("close", tr("frame.notice.close"), size=16)
        self._close.clicked.connect(self.clear)
        row.addWidget(IconLabel("circle-alert", "danger", 20))
        row.addWidget(self._text, 1)
        row.addWidget(self.way_out)
        row.addWidget(self._close)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says, empty while it is hidden."""
        return self._text.text()

    def say(self, sentence: str, way_out: tuple[str, Callable[[], None]] | None = None) -> None:
        """Show a sentence; ``way_out`` is the label of a button beside it and what that does."""
        self._text.setText(sentence)
        self.way_out.setVisible(way_out is not None)
        if way_out is not None:
            self.way_out.setText(way_out[0])
        self._then = way_out[1] if way_out is not None else None
        self.setAccessibleName(sentence)
        self.show()

    def clear(self) -> None:
        """Take the sentence away."""
        self._text.setText("")
        self.setAccessibleName("")
        self.hide()

    def _go_out(self) -> None:
        if self._then is not None:
            self._then()

    def retranslate(self) -> None:
        """Show the words of the language in force."""
        self._close.setText(tr("frame.notice.close"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, theme().colour("danger"))
