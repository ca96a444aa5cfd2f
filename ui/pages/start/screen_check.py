"""Sample sentences in the text sizes for the room, to check that everybody can read them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from ui.actions.table import key_of
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import STRETCH, column
from ui.widgets.text import Text
from workshop_app.i18n import tr


class ScreenCheck(QWidget):
    """Three sentences; ``closed`` leads back to the start page."""

    SPOKEN_ROLE = QAccessible.Role.Pane

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("start.check.title"))
        side = theme().metrics.side
        back = ActionButton(tr("start.check.done"), icon="arrow-left", key=key_of("moving.escape"))
        back.clicked.connect(self.leave)
        self.setFocusProxy(back)
        layout = column(
            self,
            STRETCH,
            *(
                Text(role, tr(f"start.check.{words}"))
                for role, words in (
                    ("room", "floor"),
                    ("room-bold", "bold"),
                    ("problem", "problem"),
                )
            ),
            Text("body-quiet", tr("start.check.hint")),
            (back, 0, Qt.AlignmentFlag.AlignLeft),
            gap=24,
            around=(side, 28, side, 20),
        )
        layout.addStretch(2)

    def focus_start(self) -> None:
        """Focus the button that leads back."""
        self.setFocus()

    def leave(self) -> None:
        """Go back to the start page."""
        self.closed.emit()
