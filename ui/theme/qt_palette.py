"""The colours of the theme as Qt's palette, which all widgets share, and grounds taken from it.

There is no style sheet for the whole application: under one, Qt looks at each widget again
whenever anything around it gets another parent, which makes a page take twice as long to build.
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
    _Role.Dark: "band",
}
"""The token of each role; the last three have a name of Qt's that says nothing here."""
_DISABLED = {_Role.WindowText: "ink3", _Role.Text: "ink2", _Role.ButtonText: "ink3"}
_GROUNDS = {token: role for role, token in reversed(_COLOURS.items())}


def qt_palette(palette: Palette) -> QPalette:
    """The palette of the application."""
    made = QPalette()
    for role, token in _COLOURS.items():
        made.setColor(role, QColor(palette.colour(token)))
    for role, token in _DISABLED.items():
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.colour(token)))
    return made


def set_ground(widget: QWidget, token: str) -> None:
    """Fill a widget with a colour that the application's palette has."""
    widget.setBackgroundRole(_GROUNDS[token])
    widget.setAutoFillBackground(True)


def show_through(area: QScrollArea) -> None:
    """Let what is behind a scroll area be seen behind its content; call it with each content."""
    area.viewport().setAutoFillBackground(False)
    content = area.widget()
    if content is not None:
        content.setAutoFillBackground(False)
