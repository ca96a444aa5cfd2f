"""Imports a logo from a picture file: validated, scaled down, and converted to a plain PNG."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from workshop_app.domain.errors import UserError
from workshop_app.open_store import refuse_open_store

KINDS = ("png", "jpeg")
_MOST_BYTES = 20_000_000
_MOST_SIDE = 12_000
_KEPT = QSize(800, 300)


def logo_from(file: Path) -> bytes:
    """Return the picture in `file` as a small PNG on white.

    Raises UserError: `errors.logo_kind` if it is not a valid PNG or JPEG, `errors.logo_large` if it
    is too large to be read, `errors.file_is_open_store` for the records themselves.
    """
    refuse_open_store(file)
    try:
        large = file.stat().st_size > _MOST_BYTES
    except OSError as error:
        raise UserError("errors.logo_kind") from error
    reader = QImageReader(str(file))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if large:
        raise UserError("errors.logo_large")
    if bytes(reader.format().data()).decode() not in KINDS:
        raise UserError("errors.logo_kind")
    size = reader.size()
    if max(size.width(), size.height()) > _MOST_SIDE:
        raise UserError("errors.logo_large")
    image = reader.read()
    if image.isNull():
        raise UserError("errors.logo_kind")
    return _png(_on_white(_small(image)))


def keep_logo(data: bytes, file: Path) -> None:
    """Write the logo atomically; raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(file.name + ".part")
    part.write_bytes(data)
    part.replace(file)


def _small(image: QImage) -> QImage:
    if image.width() <= _KEPT.width() and image.height() <= _KEPT.height():
        return image
    keep = Qt.AspectRatioMode.KeepAspectRatio
    return image.scaled(_KEPT, keep, Qt.TransformationMode.SmoothTransformation)


def _on_white(image: QImage) -> QImage:
    page = QImage(image.size(), QImage.Format.Format_RGB888)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.drawImage(0, 0, image)
    painter.end()
    return page


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportCallIssue,reportArgumentType] - also a device
    return bytes(buffer.data().data())
