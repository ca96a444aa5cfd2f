"""Icons by name, drawn in a colour of the palette, sharp at any pixel ratio."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme.theme import theme
from workshop_app.package_files import package_folder

_THICKER_UP_TO = 16  # px; at this size a stroke of 1.7 looks thin


@cache
def names() -> tuple[str, ...]:
    """Return the names of all icons."""
    entries = (entry.name for entry in package_folder("icons").iterdir())
    return tuple(sorted(name[:-4] for name in entries if name.endswith(".svg")))


def paint_icon(
    painter: QPainter, name: str, token: str, x: float, centre: float, size: int
) -> None:
    """Paint an icon in the palette colour ``token``, ``size`` logical px wide.

    ``x`` is its left edge, ``centre`` the middle of its height.
    """
    picture = pixmap(name, token, size, painter.device().devicePixelRatio())
    painter.drawPixmap(QPointF(round(x), round(centre - size / 2)), picture)


def pixmap(name: str, token: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture of ``size`` logical px for a screen's pixel ratio."""
    return _pixmap(name, theme().palette.colour(token), size, ratio)


def icon(name: str, colour: str = "ink2", size: int = 20) -> QIcon:
    """Return an icon for Qt's own buttons and menus."""
    result = QIcon()
    for ratio in (1.0, 2.0, 3.0):
        result.addPixmap(pixmap(name, colour, size, ratio))
    return result


@cache
def _source(name: str) -> str:
    return (package_folder("icons") / f"{name}.svg").read_text(encoding="utf-8")


@cache
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    text = _source(name).replace("currentColor", colour)
    if size <= _THICKER_UP_TO:
        text = text.replace('stroke-width="1.7"', 'stroke-width="2"')
    renderer = QSvgRenderer(QByteArray(text.encode()))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture
