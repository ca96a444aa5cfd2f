"""Sample sentences in the text sizes for the room, to check that everybody can read them."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.actions.table import key_of
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.text import Text
from workshop_app.i18n import tr


class ScreenCheck(QWidget):
    """Three sentences; ``closed`` leads back to the start page."""

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.Pane

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("start.check.title"))
        column = QVBoxLayout(self)
        side = theme().metrics.side
        column.setContentsMargins(side, 28, side, 20)
        column.setSpacing(24)
        column.addStretch(1)
        for role, words in (("room", "floor"), ("room-bold", "bold"), ("problem", "problem")):
            column.addWidget(Text(role, tr(f"start.check.{words}")))
        column.addWidget(Text("body-quiet", tr("start.check.hint")))
        back = ActionButton(
            tr("start.check.done"), icon="arrow-left", key=key_of("moving.escape"), keyless=True
        )
        back.clicked.connect(self.closed)
        self.setFocusProxy(back)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
