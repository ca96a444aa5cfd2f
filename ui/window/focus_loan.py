"""The keyboard while something lies over the work, and its way back."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusLoan:
    """Remembers who had the keyboard; whoever that was may have been thrown away meanwhile."""

    def __init__(self) -> None:
        self._lender: QWidget | None = None

    def take(self, taker: QWidget) -> None:
        """Give the keyboard to what lies over the work."""
        self._lender = QApplication.focusWidget()
        taker.setFocus()

    def give_back(self) -> bool:
        """Give it back; False where nobody is left to have it."""
        lender, self._lender = self._lender, None
        if lender is None or not isValid(lender) or not lender.isVisible():
            return False
        lender.setFocus()
        return True
