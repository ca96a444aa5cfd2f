"""Notches of a mouse wheel, combining the small movements of touch pads."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent

_NOTCH = 120  # eighths of a degree that the wheel turns for one notch


class WheelNotches:
    """Adds up wheel movements until they make a notch."""

    def __init__(self) -> None:
        self._turned = 0

    def of(self, event: QWheelEvent) -> int:
        """Return the direction of the notch that `event` completes: -1 up, 1 down, 0 none.

        A large movement counts as one notch. The momentum of a touch pad is ignored, since it would
        continue to turn pages after the fingers have left the pad.
        """
        turn = event.angleDelta().y()
        if event.phase() == Qt.ScrollPhase.ScrollMomentum or not turn:
            return 0
        self._turned = self._turned + turn if self._turned * turn > 0 else turn
        if abs(self._turned) < _NOTCH:
            return 0
        direction = -1 if self._turned > 0 else 1
        self._turned = 0
        return direction
