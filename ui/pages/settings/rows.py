"""Rows of a sheet of settings: a name and what it is set to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text

_LABEL = 12.7  # letters
_GAP = 3  # px above and below each row, which stay
_AIR = 6  # px above and below each row, which go first


def add(sheet: Sheet, row: QWidget) -> None:
    """Put a row into a sheet, with a line above it unless it is the first."""
    if sheet.content.count():
        sheet.add_line()
    holder = QVBoxLayout()
    holder.setContentsMargins(24, _GAP, 24, _GAP)
    holder.setSpacing(0)
    holder.addItem(air(_AIR))
    holder.addWidget(row)
    holder.addItem(air(_AIR))
    sheet.content.addLayout(holder)


def air(height: int) -> QSpacerItem:
    """Space in px that a low window may take back."""
    return QSpacerItem(0, height, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)


def label_width() -> int:
    """Width in px of the labels beside their controls; 0 where they stand above them."""
    return 0 if theme().stacked else round(_LABEL * theme().metrics.body)


def side_by_side(*controls: QWidget) -> QWidget:
    """Return the controls beside each other; below each other where text is large."""
    row = QWidget()
    layout = QHBoxLayout(row) if theme().text_scale <= 1 else QVBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(24)
    for control in controls:
        layout.addWidget(control, 1)
    return row


def labelled(label: str, control: QWidget) -> QWidget:
    """Return a control with its name before it."""
    row = QWidget()
    layout = QVBoxLayout(row) if theme().stacked else QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4 if theme().stacked else 12)
    words = Text("body-quiet", label)
    if not theme().stacked:
        words.setFixedWidth(label_width())
    words.setBuddy(control)
    layout.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)
    layout.addWidget(control, 1)
    return row
