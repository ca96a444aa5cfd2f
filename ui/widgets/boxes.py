"""Layouts in one call: a row or a column of widgets, layouts and stretches."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

STRETCH = object()
"""A part that takes the space left over."""

Part = QWidget | QLayout | tuple[QWidget | QLayout, int] | object
"""A widget or layout, with its stretch factor if that is not 0, or STRETCH."""
Margins = tuple[int, int, int, int]
NO_MARGINS: Margins = (0, 0, 0, 0)


def row(
    within: QWidget | None, *parts: Part, gap: int | None = None, around: Margins | None = None
) -> QHBoxLayout:
    """Lay out parts from left to right in a widget, or for another layout.

    ``gap`` between parts and margins ``around`` them are in px; without them those of Qt hold.
    """
    layout = QHBoxLayout(within) if within is not None else QHBoxLayout()
    _fill(layout, parts, gap, around)
    return layout


def column(
    within: QWidget | None, *parts: Part, gap: int | None = None, around: Margins | None = None
) -> QVBoxLayout:
    """Lay out parts from top to bottom, as `row` does."""
    layout = QVBoxLayout(within) if within is not None else QVBoxLayout()
    _fill(layout, parts, gap, around)
    return layout


def _fill(
    layout: QBoxLayout, parts: tuple[Part, ...], gap: int | None, around: Margins | None
) -> None:
    if around is not None:
        layout.setContentsMargins(*around)
    if gap is not None:
        layout.setSpacing(gap)
    for part in parts:
        one, stretch = part if isinstance(part, tuple) else (part, 0)
        if isinstance(one, QWidget):
            layout.addWidget(one, stretch)
        elif isinstance(one, QLayout):
            layout.addLayout(one, stretch)
        else:
            layout.addStretch(1)
