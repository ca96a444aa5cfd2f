"""The background of a row: its tint, bar, hairline and focus ring."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.theme.outcomes import OUTCOMES
from ui.theme.theme import theme
from ui.widgets.painting import fill, mark_bar, mark_current, rounded
from workshop_app.domain.outcome import OutcomeKind

_SHARE = 1 / 2  # of the usual gap: height of the bar below a row


@dataclass(frozen=True)
class RowState:
    """The interaction state of a row."""

    current: bool = False
    ringed: bool = False
    """Whether it has the focus ring: a key moved the focus there."""
    hovered: bool = False
    part: str = ""
    """The part of it under the pointer (``Cell.part``)."""
    last_on_page: bool = False
    marked: bool = True
    """Whether the current row has the tint and the bar; else only a chosen one has them."""
    tint: float = 0
    """How much of the tint of the current row it has, up to 1."""


def paint_background(
    painter: QPainter,
    box: QRectF,
    state: RowState,
    *,
    chosen: bool = False,
    outcome: OutcomeKind | None = None,
    tinted: float | None = None,
    line: tuple[float, float] | None = None,
    share: float | None = None,
) -> None:
    """Paint the background of a row: tint, bar of the current one, line below, focus ring.

    ``outcome`` gives it other colours; ``tinted`` is the height in px of tint and bar, if not that
    of the box. ``line`` is where the line below begins and ends, in px from the left; None is the
    whole width. With ``share`` it is a bar, filled up to this part of its length.
    """
    barred = state.current if state.marked else chosen
    style = OUTCOMES[outcome] if outcome is not None else None
    colour = style.colour if style else "accent"
    ground = QRectF(box.left(), box.top(), box.width(), box.height() if tinted is None else tinted)
    tinting = 1 if chosen or style else state.tint
    if state.hovered and tinting < 1:
        fill(painter, ground, "hover")
    if tinting:
        tint = style.tint if style else "accent_soft"
        mark_current(painter, ground, tint=tint, colour=colour, share=tinting)
    if barred:
        mark_bar(painter, ground, colour)
    left, right = line or (box.left(), box.right())
    if share is not None:
        paint_bar(painter, QRectF(left, box.bottom() - bar_height(), right - left, 0), share)
    elif not state.last_on_page:
        hairline = QRectF(left, box.bottom() - 1, right - left, 1)
        fill(painter, hairline, "line")
    if state.current and state.ringed:
        ring = box.adjusted(2.5, 2.5, -2.5, -2.5)
        rounded(painter, ring, 6, None, "focus", 3)


def bar_height() -> int:
    """Return the height in px of the bar below a row."""
    return round(theme().metrics.gap * _SHARE)


def paint_bar(painter: QPainter, at: QRectF, share: float) -> None:
    """Paint the bar below a row from the upper edge of a box, filled up to a part of its width."""
    track = QRectF(at.left(), at.top(), at.width(), bar_height())
    fill(painter, track, "sunken")
    track.setWidth(track.width() * share)
    fill(painter, track, "accent")
