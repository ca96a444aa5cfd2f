"""What else can be begun from the start page: a row each, with its button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.action_button import ActionButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.i18n import tr


class WaysSheet(Sheet):
    """The sentence for the last row of the room, a new workshop, and the sample."""

    check_asked = Signal()
    new_asked = Signal()
    sample_asked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=24, spacing=12)
        readable = Text("room", tr("start.readable"))
        check = ActionButton(tr("start.check_screen"), icon="screen", key="Ctrl+T", size="small")
        check.clicked.connect(self.check_asked)
        row = QHBoxLayout()
        row.addWidget(readable, 1)
        row.addWidget(check, 0, Qt.AlignmentFlag.AlignVCenter)
        self.content.addLayout(row)
        for name, icon, key, signal in (
            ("new", "plus", "Ctrl+N", self.new_asked),
            ("sample", "play", "Ctrl+O", self.sample_asked),
        ):
            self.add_line()
            button = ActionButton(tr(f"start.{name}.do"), key=key, size="small")
            button.clicked.connect(signal)
            self.content.addWidget(_way(name, icon, button))


def _way(name: str, icon: str, button: ActionButton) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(16)
    layout.addWidget(IconLabel(icon, "accent", 20))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text("body-bold", tr(f"start.{name}.title")))
    words.addWidget(Text("meta", tr(f"start.{name}.what")))
    layout.addLayout(words, 1)
    layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
    return row
