"""Colours, sizes, fonts and icons. ``theme()`` returns the current theme."""

from ui.theme.icons import icon, paint_icon, pixmap
from ui.theme.metrics import Metrics
from ui.theme.theme import UiTheme, theme
from ui.theme.tokens import PALETTES, Palette

__all__ = ["PALETTES", "Metrics", "Palette", "UiTheme", "icon", "paint_icon", "pixmap", "theme"]
