"""Loads the bundled fonts, so that text looks the same on every machine."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files

from PySide6.QtGui import QFontDatabase

FAMILY = "BIZ UDPGothic"
MONOSPACED_FAMILY = "BIZ UDGothic"
"""Has only the printable ASCII characters."""
_FILES = ("BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf", "BIZUDGothic-Regular.ttf")


@cache
def load_fonts() -> tuple[str, ...]:
    """Register the bundled font files; return their families."""
    families: list[str] = []
    folder = files("exports").joinpath("fonts")
    for name in _FILES:
        file = folder.joinpath(name)
        if not file.is_file():
            continue  # the system's own fonts are used
        with as_file(file) as path:
            number = QFontDatabase.addApplicationFont(str(path))
        families.extend(QFontDatabase.applicationFontFamilies(number))
    return tuple(families)
