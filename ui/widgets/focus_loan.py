"""Gives the keyboard to an overlay for a while, and back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusLoan:
    """Remembers which widget had the keyboard; that widget may be deleted meanwhile."""

    def __init__(self) -> None:
        self._lender: QWidget | None = None

    def take(
        self, taker: QWidget, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason
    ) -> None:
        """Move the keyboard to ``taker``; for ``PopupFocusReason`` fields do not count as left."""
        self._lender = QApplication.focusWidget()
        taker.setFocus(reason)

    def give_back(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> bool:
        """Move the keyboard back; False where the widget that had it is gone or hidden."""
        lender = self._lender
        self._lender = None
        if lender is None or not isValid(lender) or not lender.isVisible():
            return False
        lender.setFocus(reason)
        return True
