"""The background of a row: its tint, bar, hairline and focus ring."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.theme.theme import theme
from ui.widgets.painting import rounded

_BAR = 4
_SHARE = 6  # px: height of the bar below a row


@dataclass(frozen=True)
class RowState:
    """The interaction state of a row."""

    current: bool = False
    ringed: bool = False
    """Whether it has the focus ring: a key moved the focus there."""
    hovered: bool = False
    action_hovered: bool = False
    last_on_page: bool = False
    marked: bool = True
    """Whether the current row has the tint and the bar; else only a chosen one has them."""


def paint_background(
    painter: QPainter,
    box: QRectF,
    state: RowState,
    *,
    chosen: bool = False,
    line: tuple[float, float] | None = None,
    share: float | None = None,
) -> None:
    """Paint the background of a row: tint, bar of the current one, line below, focus ring.

    ``line`` is where the line below begins and ends, in px from the left; None is the whole width.
    With ``share`` it is a bar, filled up to this part of its length.
    """
    barred = state.current if state.marked else chosen
    tinted = barred or chosen
    if tinted:
        painter.fillRect(box, theme().colour("accent_soft"))
    elif state.hovered:
        painter.fillRect(box, theme().colour("hover"))
    if theme().palette.high_contrast and tinted:
        rounded(painter, box.adjusted(1, 1, -1, -1), 0, None, theme().colour("accent"), 2)
    if barred:
        bar = QRectF(box.left(), box.top(), _BAR, box.height())
        painter.fillRect(bar, theme().colour("accent"))
    left, right = line or (box.left(), box.right())
    if share is not None:
        track = QRectF(left, box.bottom() - _SHARE, right - left, _SHARE)
        painter.fillRect(track, theme().colour("sunken"))
        filled = QRectF(track.left(), track.top(), track.width() * share, _SHARE)
        painter.fillRect(filled, theme().colour("accent"))
    elif not state.last_on_page:
        hairline = QRectF(left, box.bottom() - 1, right - left, 1)
        painter.fillRect(hairline, theme().colour("line"))
    if state.current and state.ringed:
        ring = box.adjusted(2.5, 2.5, -2.5, -2.5)
        rounded(painter, ring, 6, None, theme().colour("focus"), 3)
