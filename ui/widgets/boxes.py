"""Layouts in one call: a row, a column or a flow of widgets, layouts and spaces."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.flow import Flow

STRETCH = object()
"""A part that takes the space left over."""

Box = QWidget | QLayout
Part = Box | tuple[Box, int] | tuple[Box, int, Qt.AlignmentFlag] | int | object | None
"""A widget or layout, with its stretch factor, and a widget also with its alignment, if those are
not 0; a space in px; STRETCH, with its factor if that is not 1; or None for no part."""
Margins = tuple[int, int, int, int]
NO_MARGINS: Margins = (0, 0, 0, 0)
FIXED_SIZE = (QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
FULL_WIDTH = (QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
ALL_ROOM = (QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
"""How widgets take the room across and down, for ``setSizePolicy``."""


def row(
    within: QWidget | None, *parts: Part, gap: int | None = None, around: Margins = NO_MARGINS
) -> QHBoxLayout:
    """Lay out parts from left to right in a widget, or for another layout.

    ``gap`` between parts and margins ``around`` them are in px; without a gap that of Qt holds.
    """
    layout = QHBoxLayout(within) if within is not None else QHBoxLayout()
    _set_up(layout, parts, gap, around)
    return layout


def column(
    within: QWidget | None, *parts: Part, gap: int | None = None, around: Margins = NO_MARGINS
) -> QVBoxLayout:
    """Lay out parts from top to bottom, as `row` does."""
    layout = QVBoxLayout(within) if within is not None else QVBoxLayout()
    _set_up(layout, parts, gap, around)
    return layout


def beside(within: QWidget | None, *parts: Part, gap: int | None = None) -> QBoxLayout:
    """Lay out parts in a row; large text in a column."""
    return (column if theme().stacked else row)(within, *parts, gap=gap)


def flow(within: QWidget | None, *parts: QWidget | None, gap: int = 8) -> Flow:
    """Lay out widgets from left to right, in as many lines as needed."""
    layout = Flow(gap, within)
    for part in parts:
        if part is not None:
            layout.addWidget(part)
    return layout


def _set_up(layout: QBoxLayout, parts: tuple[Part, ...], gap: int | None, around: Margins) -> None:
    layout.setContentsMargins(*around)
    if gap is not None:
        layout.setSpacing(gap)
    add_to(layout, *parts)


def add_to(layout: QBoxLayout, *parts: Part) -> None:
    """Add parts at the end of a row or column."""
    for part in parts:
        placed = part if isinstance(part, tuple) else (part,)
        one = placed[0]
        stretch = placed[1] if len(placed) > 1 else 0
        if isinstance(one, QWidget):
            layout.addWidget(one, stretch, *placed[2:])
        elif isinstance(one, QLayout):
            layout.addLayout(one, stretch)
        elif isinstance(one, int):
            layout.addSpacing(one)
        elif one is STRETCH:
            layout.addStretch(stretch or 1)
