"""Style sheets for individual Qt widgets: menus, message boxes and scroll bars.

All other widgets are painted with the theme's colours, or use those of ``ui.theme.qt_palette``.
"""

from __future__ import annotations

from functools import partial
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget
from shiboken6 import isValid

from ui.theme.fonts import FAMILY
from ui.theme.metrics import Metrics
from ui.theme.theme import theme
from ui.theme.tokens import Palette

_SHEET = Template("""
QWidget { color: $ink; widget-animation-duration: 0; }
QDialog { background: $canvas; }
QMenu { background: $surface; border: 1px solid $edge; padding: 4px;
  font-family: "$family"; font-size: ${body}px; }
QMenu::item { padding: 8px 24px 8px 12px; border-radius: 6px; min-height: 20px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QPushButton { background: $surface; color: $ink; border: 1px solid $edge; border-radius: 8px;
  padding: 6px 16px; min-height: 24px; font-size: ${body}px; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 15px; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:disabled { color: $ink3; border-color: $line; }
""")
_BARS = Template("""
QScrollBar { widget-animation-duration: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $edge; border-radius: 4px; margin: 2px;
  min-height: 36px; }
QScrollBar#rows4::handle:vertical { border-radius: 3px; margin: 8px 4px; }
QScrollBar#rows10::handle:vertical { border-radius: 3px; margin: 8px 10px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: $edge; border-radius: 4px; margin: 2px;
  min-width: 36px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def style_sheet(palette: Palette, metrics: Metrics) -> str:
    """Return the style sheet for a palette and a set of sizes."""
    return _filled(_SHEET, palette, metrics) + _filled(_BARS, palette, metrics)


def _filled(sheet: Template, palette: Palette, metrics: Metrics) -> str:
    values: dict[str, object] = {name: palette.colour(name) for name in Palette.tokens()}
    values |= {"family": FAMILY, "body": metrics.body}
    return sheet.substitute(values)


def dress(widget: QWidget) -> None:
    """Style one of Qt's own widgets, now and whenever the theme changes."""
    bare = isinstance(widget, QScrollBar)

    def follow() -> None:
        if not isValid(widget):  # deleted with its parent, which is not announced to Python
            theme().changed.disconnect(changes)
            return
        sheet = partial(_filled, _BARS) if bare else style_sheet
        widget.setStyleSheet(sheet(theme().palette, theme().metrics))

    changes = theme().changed.connect(follow)
    follow()


def dress_bars(area: QAbstractScrollArea) -> None:
    """Style the scroll bars of an area that it may show."""
    if area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        dress(area.horizontalScrollBar())
    dress(area.verticalScrollBar())
