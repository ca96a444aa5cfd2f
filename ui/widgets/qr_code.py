"""An address as a QR code that a phone at the back of the room can read."""

from __future__ import annotations

from typing import ClassVar

import segno
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.painted import Painted

_QUIET = 4  # modules of quiet zone required by the QR code standard
_LEAST_MODULE = 2  # px that a phone can tell apart at the desk


class QrCode(Painted):
    """Shows ``address`` as a code of about ``side`` px; black on white in every theme.

    Modules are whole pixels, so that edges are sharp. With less space the code is smaller, but
    always whole with its quiet zone. Takes no space without an address.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.Graphic

    def __init__(self, name: str, side: int = 220, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._address = ""
        self._rows: tuple[bytes, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)

    @property
    def address(self) -> str:
        return self._address

    def set_address(self, address: str) -> None:
        if address == self._address:
            return
        self._address = address
        code = segno.make(address, error="m", micro=False) if address else None
        self._rows = tuple(bytes(row) for row in code.matrix) if code else ()
        self.setAccessibleDescription(address)
        self.updateGeometry()
        self.update()

    def set_side(self, side: int) -> None:
        """Change the size in px."""
        if side != self._side:
            self._side = side
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        side = max(_LEAST_MODULE, round(self._side / self._count())) * self._count()
        return QSize(side, side) if self._rows else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), _LEAST_MODULE * self._count() if self._rows else 0)

    def paint(self, painter: QPainter) -> None:
        if not self._rows:
            return
        module = max(_LEAST_MODULE, min(self.width(), self.height()) // self._count())
        side = module * self._count()
        painter.translate((self.width() - side) // 2, 0)
        painter.fillRect(0, 0, side, side, Qt.GlobalColor.white)
        for y, row in enumerate(self._rows, _QUIET):
            for x, dark in enumerate(row, _QUIET):
                if dark:
                    painter.fillRect(
                        QRectF(x * module, y * module, module, module), Qt.GlobalColor.black
                    )

    def _count(self) -> int:
        return len(self._rows) + 2 * _QUIET
