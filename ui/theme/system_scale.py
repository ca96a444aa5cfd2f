"""How large the system wants text, beside how large it draws everything."""

from __future__ import annotations

import sys

from PySide6.QtGui import QScreen

_BASE_DPI = 72.0 if sys.platform == "darwin" else 96.0
_STEP = 0.05
"""Less is rounding: displays report 95.8 dpi and the like."""


def system_text_scale(screen: QScreen | None) -> float:
    """Return the scale of text that the system asks for, 1.0 = 100 %; never less.

    Desktops tell it as the logical resolution of the display (``Xft.dpi`` and the like). What
    enlarges everything is not in it: Qt has divided by that already.
    """
    if screen is None:
        return 1.0
    scale = screen.logicalDotsPerInch() / _BASE_DPI
    return max(1.0, round(scale / _STEP) * _STEP)
