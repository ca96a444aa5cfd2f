"""The box around a field: its border, an icon before it and widgets after it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.boxes import FULL_WIDTH, column, row
from ui.widgets.painted import Painted
from ui.widgets.painting import inset, rounded
from ui.widgets.plain_field import PlainField

MARGIN = 4  # px above and below what is in the box


class FieldBox(Painted):
    """Frames ``field``: 1 px edge, 2 px accent while focused, danger if invalid."""

    def __init__(self, field: PlainField, icon: str | None = None) -> None:
        super().__init__()
        self.field = field
        self._icon = icon
        self._wrong = False
        self._bare = False
        self._inner = column(None, field)
        self._row = row(self, (self._inner, 1), gap=12)
        self.setFocusProxy(field)
        self.setSizePolicy(*FULL_WIDTH)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        field.focus_entered.connect(self.update)
        field.focus_left.connect(self.update)
        self.restyle()

    def add_trailing(self, widget: QWidget) -> None:
        """Add a widget after the field, inside the box."""
        widget.setCursor(Qt.CursorShape.ArrowCursor)
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.restyle()

    def set_bare(self) -> None:
        """Paint only a line below a text that is invalid."""
        self._bare = True
        self.restyle()

    def set_wrong(self, wrong: bool) -> None:
        """Mark the content as invalid."""
        self._wrong = wrong
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.field.setFocus(Qt.FocusReason.MouseFocusReason)

    def paint(self, painter: QPainter) -> None:
        if self._bare:
            if self._wrong:
                rule = QRectF(0, self.height() - 2, self.width(), 2)
                painter.fillRect(rule, theme().colour("danger"))
            return
        focused = self.field.hasFocus()
        width = 2 if focused or self._wrong else 1
        token = "danger" if self._wrong else "accent" if focused else "edge"
        box = inset(self, width / 2)
        fill = "surface" if self.isEnabled() else "sunken"
        rounded(painter, box, 8, fill, token, width)
        if self._icon:
            left, side = self._padding().width(), self._icon_side()
            paint_icon(painter, self._icon, "accent", left, self.height() / 2, side)

    def _icon_side(self) -> int:
        return max(18, round(theme().text_size(self.field.role) * 0.66))

    def _padding(self) -> QSize:
        size = theme().text_size(self.field.role)
        return QSize(max(12, round(size * 0.55)), max(7, round(size * 0.16)))

    def restyle(self) -> None:
        if self._bare:
            self._row.setContentsMargins(0, 0, 0, 0)
            self._inner.setContentsMargins(0, 0, 0, 0)
            self.setMinimumHeight(0)
            return
        padding = self._padding()
        left = padding.width() + (self._icon_side() + padding.width() * 0.8 if self._icon else 0)
        self._row.setContentsMargins(round(left), MARGIN, padding.width(), MARGIN)
        inner = max(0, padding.height() - MARGIN)
        self._inner.setContentsMargins(0, inner, 0, inner)
        inside = self._row.minimumSize().height()
        self.setMinimumHeight(max(theme().metrics.target + 4, inside))
        self.update()
