"""The colours of the theme as a QPalette shared by all widgets, and backgrounds based on it.

There is no application-wide style sheet: with one, Qt polishes each widget again whenever an
ancestor is reparented, which makes a page take twice as long to build.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.theme.tokens import Palette

_Role = QPalette.ColorRole

_COLOURS = {
    _Role.Window: "canvas",
    _Role.WindowText: "ink",
    _Role.Base: "surface",
    _Role.AlternateBase: "sunken",
    _Role.Text: "ink",
    _Role.PlaceholderText: "ink3",
    _Role.Button: "surface",
    _Role.ButtonText: "ink",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "on_accent",
    _Role.Accent: "accent",
    _Role.Link: "accent",
    _Role.ToolTipBase: "toast",
    _Role.ToolTipText: "on_toast",
    _Role.Midlight: "rail",
    _Role.Mid: "line",
    _Role.Dark: "banner",
}
"""The colour token of each role; the last three use roles of Qt with unrelated names."""
_DISABLED = {_Role.WindowText: "ink3", _Role.Text: "ink2", _Role.ButtonText: "ink3"}
_GROUNDS = {token: role for role, token in reversed(_COLOURS.items())}


def qt_palette(palette: Palette) -> QPalette:
    """Return the palette of the application."""
    made = QPalette()
    for role, token in _COLOURS.items():
        made.setColor(role, QColor(palette.colour(token)))
    for role, token in _DISABLED.items():
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.colour(token)))
    return made


def set_background(widget: QWidget, token: str) -> None:
    """Fill a widget with a colour of the application's palette."""
    widget.setBackgroundRole(_GROUNDS[token])
    widget.setAutoFillBackground(True)


def show_through(area: QScrollArea) -> None:
    """Make a scroll area and its content transparent; call it again for each new content."""
    area.viewport().setAutoFillBackground(False)
    content = area.widget()
    if content is not None:
        content.setAutoFillBackground(False)
