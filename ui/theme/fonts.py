"""Loads the bundled fonts, so that text looks the same on every machine."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFontDatabase

from workshop_app.package_files import package_folder

FAMILY = "Workshop Gothic"
MONOSPACED_FAMILY = "Workshop Gothic Mono"
"""Has only the printable ASCII characters."""
_FILES = ("WorkshopGothic-Regular.ttf", "WorkshopGothic-Bold.ttf", "WorkshopGothicMono-Regular.ttf")


@cache
def load_fonts() -> tuple[str, ...]:
    """Register the bundled font files; return their families."""
    families: list[str] = []
    for name in _FILES:
        file = package_folder("exports") / "fonts" / name
        if not file.is_file():
            continue  # the system's own fonts are used
        number = QFontDatabase.addApplicationFont(str(file))
        families.extend(QFontDatabase.applicationFontFamilies(number))
    return tuple(families)
