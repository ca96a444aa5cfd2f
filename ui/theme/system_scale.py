"""The system's text scale, in addition to its general scaling."""

from __future__ import annotations

import sys

from PySide6.QtGui import QScreen

_BASE_DPI = 72.0 if sys.platform == "darwin" else 96.0
_STEP = 0.05
"""Smaller scales are rounding errors, since displays report 95.8 dpi and the like."""


def system_text_scale(screen: QScreen | None) -> float:
    """Return the text scale of the system, 1.0 = 100 %; never less.

    Desktops provide it as the logical resolution of the display (``Xft.dpi`` and the like). It
    excludes general scaling, by which Qt has divided already.
    """
    if screen is None:
        return 1.0
    scale = screen.logicalDotsPerInch() / _BASE_DPI
    return max(1.0, round(scale / _STEP) * _STEP)
