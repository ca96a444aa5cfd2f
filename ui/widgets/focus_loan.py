"""Moves the keyboard focus to an overlay temporarily."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusLoan:
    """Remembers which widget had the focus; that widget may be deleted meanwhile."""

    def __init__(self) -> None:
        self._lender: QWidget | None = None

    def take(
        self, taker: QWidget, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason
    ) -> None:
        """Move the focus to ``taker``; with ``PopupFocusReason`` fields do not commit."""
        self._lender = QApplication.focusWidget()
        taker.setFocus(reason)

    def give_back(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> bool:
        """Restore the focus; return False if the widget that had it was deleted or hidden."""
        lender = self._lender
        self._lender = None
        if lender is None or not isValid(lender) or not lender.isVisible():
            return False
        lender.setFocus(reason)
        return True
