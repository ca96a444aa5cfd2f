"""Keys in boxes and a text with their effect, on one line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.key_hint import KeyHint
from ui.widgets.text import Text


class KeyNote(QWidget):
    """Shows ``keys`` before ``words``, without handling them."""

    def __init__(self, keys: Sequence[str], words: str, between: str = "") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for number, key in enumerate(keys):
            if number and between:
                row.addWidget(Text("meta", between, wrap=False))
            row.addWidget(KeyHint(key))
        row.addSpacing(2)
        row.addWidget(Text("meta", words, wrap=False))
