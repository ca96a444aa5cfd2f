"""Helper functions of painted widgets: key boxes, focus rings, rounded boxes."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Ink, theme
from ui.widgets.text_layout import draw_line, text_width

KEY_PADDING = 6
_BAR = 1 / 3  # of the usual gap: width of the bar of what is current
FOCUS_OUTSIDE = 5  # 2 px of space and a ring of 3 px
_WRITTEN = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "PgDown": "PgDn"}


@lru_cache(maxsize=256)
def key_label(key: str) -> str:
    """Return the notation of a key: ``Alt+Up`` becomes ``Alt+↑``."""
    return "+".join(_WRITTEN.get(part, part) for part in key.split("+")) if key != "+" else key


def inset(widget: QWidget, by: float) -> QRectF:
    """Return the box of a widget without ``by`` px at each side."""
    return QRectF(widget.rect()).adjusted(by, by, -by, -by)


def key_size(key: str) -> tuple[int, int]:
    """Return width and height in px of a key box."""
    return _key_size(key, theme().text_size("key"))


@lru_cache(maxsize=1024)
def _key_size(key: str, text_size: int) -> tuple[int, int]:
    height = round(text_size * 1.4) + 2
    return max(text_width(key_label(key), "key") + 2 * KEY_PADDING, height), height


def draw_key(painter: QPainter, key: str, x: float, centre: float, colour: Ink, boxed: bool) -> int:
    """Paint a key hint with its left edge at ``x``; return its width in px."""
    width, height = key_size(key)
    box = QRectF(x + 0.5, round(centre - height / 2) + 0.5, width - 1, height - 1)
    if boxed:
        rounded(painter, box, 4, None, colour)
    label = key_label(key)
    left = x + (width - text_width(label, "key")) / 2
    draw_line(painter, label, "key", colour, left, box.top(), box.height())
    return width


def fill(painter: QPainter, rect: QRectF | QRect, colour: Ink) -> None:
    """Paint a rectangle in one colour.

    `QPainter.fillRect` would make PySide create the types of all gradients at the first paint.
    """
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour(colour))
    painter.drawRect(rect)
    painter.restore()


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: Ink | None,
    border: Ink | None = None,
    width: float = 1,
    dashed: bool = False,
) -> None:
    """Paint a box with round corners; the border, ``width`` px wide, is centred on ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme().colour(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(Qt.PenStyle.NoPen)
    if border and dashed:
        pen = QPen(theme().colour(border), width)
        pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
    if fill or dashed:
        painter.drawRoundedRect(rect, radius, radius)
    if border and not dashed:
        painter.fillPath(_ring(rect, radius, width / 2), theme().colour(border))
    painter.restore()


def _ring(rect: QRectF, radius: float, half: float) -> QPainterPath:
    """Return the area of a border; filling it takes a tenth of the time of drawing a line."""
    outer = rect.adjusted(-half, -half, half, half)
    inner = rect.adjusted(half, half, -half, -half)
    path = QPainterPath()
    path.addRoundedRect(outer, radius + half, radius + half)
    if inner.isValid():
        path.addRoundedRect(inner, max(0.0, radius - half), max(0.0, radius - half))
    return path


def mark_current(
    painter: QPainter,
    box: QRectF,
    *,
    tint: str = "accent_soft",
    colour: str = "accent",
    share: float = 1,
) -> None:
    """Paint ``share`` of the ground of what is current: a tint, and in high contrast a frame."""
    ground, frame = theme().colour(tint), theme().colour(colour)
    ground.setAlphaF(share)
    frame.setAlphaF(share)
    fill(painter, box, ground)
    if theme().palette.high_contrast:
        rounded(painter, box.adjusted(1, 1, -1, -1), 0, None, frame, 2)


def mark_bar(painter: QPainter, box: QRectF, colour: str = "accent") -> None:
    """Paint the bar at the left of what is current."""
    width = round(theme().metrics.gap * _BAR)
    fill(painter, QRectF(box.left(), box.top(), width, box.height()), colour)


def time_ring(painter: QPainter, box: QRectF, thickness: float, share: float) -> None:
    """Paint a ring that empties clockwise from the top; the whole is a thin line."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme().colour("line"), max(2.0, thickness / 8)))
    painter.drawEllipse(box)
    pen = QPen(theme().colour("accent"), thickness)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawArc(box, 90 * 16, round(share * 360 * 16))


def focus_ring(painter: QPainter, rect: QRectF, radius: float, colour: str = "focus") -> None:
    """Paint a focus ring, 3 px wide and 2 px outside ``rect``."""
    ring = rect.adjusted(-3.5, -3.5, 3.5, 3.5)
    rounded(painter, ring, radius + 3.5, None, colour, 3)
