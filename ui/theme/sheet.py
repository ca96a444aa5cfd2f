"""Builds the application's style sheet from palette and metrics.

Painted widgets take their colours from the theme directly; the sheet dresses plain
containers (by the dynamic property ``role``) and Qt's own fields, menus and scroll bars.
"""

from __future__ import annotations

from string import Template

from ui.theme.fonts import FAMILY
from ui.theme.metrics import Metrics
from ui.theme.tokens import Palette

_SHEET = Template("""
QWidget { color: $ink; widget-animation-duration: 0; }
QMainWindow, QDialog, QWidget[role="canvas"] { background: $canvas; }
QWidget[role="surface"], QWidget[role="bar"], QWidget[role="foot"], QWidget[role="panel"]
  { background: $surface; }
QWidget[role="rail"] { background: $rail; }
QWidget[role="sunken"] { background: $sunken; border-radius: 8px; }
QWidget[role="band"] { background: $band; }
QFrame[role="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="upright"] { background: $line; border: none; max-width: 1px; min-width: 1px; }
QScrollArea, QScrollArea > QWidget > QWidget[role="clear"]
  { background: transparent; border: none; }
QToolTip { background: $toast; color: $on_toast; border: 0; padding: 6px 8px;
  font-family: "$family"; font-size: ${meta}px; }
QMenu { background: $surface; border: 1px solid $edge; padding: 4px;
  font-family: "$family"; font-size: ${body}px; }
QMenu::item { padding: 8px 24px 8px 12px; border-radius: 6px; min-height: 20px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit, QComboBox
  { background: $surface; color: $ink; border: 1px solid $edge; border-radius: 8px;
    padding: 6px 10px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus
  { border: 2px solid $accent; padding: 5px 9px; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: $ink2; background: $sunken; }
QTextEdit[role="bare"], QTextEdit[role="bare"]:focus, QTextEdit[role="bare"]:disabled
  { background: transparent; border: none; padding: 0; border-radius: 0; }
QPushButton { background: $surface; color: $ink; border: 1px solid $edge; border-radius: 8px;
  padding: 6px 16px; min-height: 24px; font-size: ${button}px; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 15px; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:disabled { color: $ink3; border-color: $line; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $edge; border-radius: 4px; margin: 2px;
  min-height: 36px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: $edge; border-radius: 4px; margin: 2px;
  min-width: 36px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QListView, QTableView, QTreeView { background: $surface; border: 1px solid $line;
  border-radius: 12px; selection-background-color: $accent_soft; selection-color: $ink;
  outline: 0; font-size: ${list_row}px; gridline-color: $line; }
QHeaderView::section { background: $surface; color: $ink2; border: none;
  border-bottom: 1px solid $line; padding: 6px 10px; font-size: ${meta}px; }
QCheckBox, QRadioButton { spacing: 8px; font-size: ${body}px; }
""")


def style_sheet(palette: Palette, metrics: Metrics) -> str:
    """The complete sheet for a palette and a set of sizes."""
    values: dict[str, object] = {name: palette.colour(name) for name in Palette.tokens()}
    values |= {
        "family": FAMILY,
        "body": metrics.body,
        "button": metrics.button,
        "meta": metrics.meta,
        "list_row": metrics.list_row,
    }
    return _SHEET.substitute(values)
