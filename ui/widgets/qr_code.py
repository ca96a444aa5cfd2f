"""An address as a QR code that a phone at the back of the room can read."""

from __future__ import annotations

from typing import ClassVar

import segno
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_QUIET = 4  # modules of quiet zone required by the QR code standard


class QrCode(QWidget):
    """Shows ``address`` as a code of about ``side`` px; black on white in every theme.

    Modules are whole pixels, so that edges are sharp. Takes no space without an address.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.Graphic

    def __init__(self, name: str, side: int = 220, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._address = ""
        self._rows: tuple[bytes, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def address(self) -> str:
        """The address in the code."""
        return self._address

    def set_address(self, address: str) -> None:
        """Show another address."""
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
        side = self._module() * self._count() if self._rows else 0
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._rows:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        module = self._module()
        for y, row in enumerate(self._rows, _QUIET):
            for x, dark in enumerate(row, _QUIET):
                if dark:
                    painter.fillRect(
                        QRectF(x * module, y * module, module, module), Qt.GlobalColor.black
                    )

    def _count(self) -> int:
        return len(self._rows) + 2 * _QUIET

    def _module(self) -> int:
        return max(2, round(self._side / self._count()))
