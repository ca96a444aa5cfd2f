"""A key combination in a box."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter

from ui.widgets.boxes import FIXED_SIZE
from ui.widgets.painted import Painted
from ui.widgets.painting import draw_key, key_label, key_size
from ui.widgets.typing_guard import is_plain_key, typing_guard


class KeyHint(Painted):
    """Shows one combination, such as ``Alt+1``. Letters have no box while they would type."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        """The combination it shows."""
        self._plain = is_plain_key(key)
        self.setAccessibleName(key_label(key))
        self.setSizePolicy(*FIXED_SIZE)
        if self._plain:
            typing_guard().changed.connect(self._repaint)

    def sizeHint(self) -> QSize:
        return QSize(*key_size(self.key))

    def paint(self, painter: QPainter) -> None:
        live = not (self._plain and typing_guard().typing)
        colour = "ink2" if live else "ink3"
        draw_key(painter, self.key, 0, self.height() / 2, colour, live)

    def _repaint(self, *_: object) -> None:
        self.update()
