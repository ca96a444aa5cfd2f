"""The words that a page shows while there is nothing to work on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.text import Text


class EmptyNote(QWidget):
    """A sentence in large letters, and a smaller line that says what to do."""

    def __init__(self, sentence: str, hint: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Text("room-quiet", sentence, align=centre))
        column.addWidget(Text("body-quiet", hint, align=centre))
        column.addStretch(3)
