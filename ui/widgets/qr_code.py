"""An address as a QR code that a phone at the back of the room can read."""

from __future__ import annotations

from functools import lru_cache

import segno
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.boxes import STRETCH, column
from ui.widgets.painted import Painted
from ui.widgets.text import Text

QUIET = 4
"""Width in modules of the quiet zone required by the QR code standard."""
_SIDE = 5.6  # of a code for the room, in heights of its letters
_LEAST_MODULE = 2  # px that a phone can tell apart at the desk


class QrCode(Painted):
    """Shows ``address`` as a code of about ``side`` px; black on white in every theme.

    Modules are whole pixels, so that edges are sharp. With less space the code is smaller, but
    always whole with its quiet zone. Takes no space without an address.
    """

    SPOKEN_ROLE = QAccessible.Role.Graphic

    def __init__(self, name: str, side: int = 220) -> None:
        super().__init__()
        self._side = side
        self.address = ""
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)

    def set_address(self, address: str) -> None:
        if address == self.address:
            return
        self.address = address
        self.setAccessibleDescription(address)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if not self.address:
            return QSize(0, 0)
        count = modules(self.address)
        side = max(_LEAST_MODULE, round(self._side / count)) * count
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        least = _LEAST_MODULE * modules(self.address) if self.address else 0
        return QSize(self.sizeHint().width(), least)

    def paint(self, painter: QPainter) -> None:
        if self.address:
            count = modules(self.address)
            module = max(_LEAST_MODULE, min(self.width(), self.height()) // count)
            paint_code(painter, self.address, (self.width() - module * count) // 2, 0, module)


class HelpCode(QWidget):
    """The code of a page of the help, with what it is below; hidden without an address."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._code = QrCode(words, round(theme().metrics.room * _SIDE))
        below = (Text("body-quiet", words, wrap=False), 0, Qt.AlignmentFlag.AlignHCenter)
        column(self, self._code, below, STRETCH, gap=6)

    def set_address(self, address: str) -> None:
        """Show another address."""
        self._code.set_address(address)
        self.setVisible(bool(address))


def modules(address: str) -> int:
    """Return the width in modules of the QR code of an address, including the quiet zone."""
    return len(_matrix(address)) + 2 * QUIET


def paint_code(painter: QPainter, address: str, x: float, y: float, module: int) -> None:
    """Paint a code with its quiet zone; ``module`` is the width of a module in px."""
    side = module * modules(address)
    painter.fillRect(QRectF(x, y, side, side), Qt.GlobalColor.white)
    for line, row in enumerate(_matrix(address), QUIET):
        for place, dark in enumerate(row, QUIET):
            if dark:
                box = QRectF(x + place * module, y + line * module, module, module)
                painter.fillRect(box, Qt.GlobalColor.black)


@lru_cache(maxsize=8)
def _matrix(address: str) -> tuple[bytes, ...]:
    return tuple(bytes(row) for row in segno.make(address, error="m", micro=False).matrix)
