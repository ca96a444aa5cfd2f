"""Colours, sizes, type and icons. ``theme()`` is the one theme in force."""

from ui.theme.icons import icon, paint_icon, pixmap
from ui.theme.metrics import Metrics
from ui.theme.theme import UiTheme, theme
from ui.theme.tokens import PALETTES, Palette

__all__ = ["PALETTES", "Metrics", "Palette", "UiTheme", "icon", "paint_icon", "pixmap", "theme"]
