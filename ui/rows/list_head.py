"""The names of the columns of a painted list, above it."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.rows.paged_view import PagedView
from ui.theme.theme import theme
from ui.widgets.lettering import draw_line

V = TypeVar("V", bound=PagedView[Any, Any])


class ListHead(QWidget, Generic[V]):
    """One line, empty while the list is. Subclasses paint the names."""

    def __init__(self, view: V) -> None:
        super().__init__()
        self._view = view
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        view.page_changed.connect(self.update)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(200, theme().line_height("meta"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._view.rows:
            self.paint_names(QPainter(self))

    def paint_names(self, painter: QPainter) -> None:
        """Paint the names of the columns; the list has at least one row."""
        raise NotImplementedError

    def write(self, painter: QPainter, words: str, left: float) -> None:
        """Paint one name, ``left`` px from the edge."""
        colour = theme().colour("ink2")
        draw_line(painter, words, theme().font("meta"), colour, left, 0, self.height())
