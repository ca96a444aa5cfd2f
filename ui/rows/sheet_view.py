"""A list whose rows are painted on one sheet with round corners."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent

from ui.rows.background import RowState
from ui.rows.paged_view import Identified, Measured, PagedView
from ui.rows.pager import Slot
from ui.theme.theme import theme
from ui.widgets.painting import rounded

_RADIUS = 12

R = TypeVar("R", bound=Identified)
L = TypeVar("L", bound=Measured)


class SheetView(PagedView[R, L]):
    """Paints the sheet; subclasses lay out rows and paint them in ``paint_slot``."""

    def paint_slot(self, painter: QPainter, slot: Slot, state: RowState) -> None:
        """Paint one row, or the part of it that is on the page."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        slots = self.slots
        if not slots:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        last = slots[-1]
        sheet = QRectF(0, 0, self.width(), last.top + last.height)
        outline = sheet.adjusted(0.5, 0.5, -0.5, -0.5)
        rounded(painter, outline, _RADIUS, theme().colour("surface"))
        clip = QPainterPath()
        clip.addRoundedRect(outline, _RADIUS, _RADIUS)
        painter.setClipPath(clip)
        for slot in slots:
            self.paint_slot(painter, slot, self._state(slot))
        painter.setClipping(False)
        rounded(painter, outline, _RADIUS, None, theme().colour("line"))

    marks_current = True
    """Whether the current row is tinted; otherwise it only has the focus ring."""

    def _state(self, slot: Slot) -> RowState:
        return RowState(
            current=slot.row == self._current,
            focused=self.hasFocus(),
            hovered=slot.row == self._hovered[0],
            action_hovered=self._hovered == (slot.row, "action"),
            last_on_page=slot is self._slots[-1],
            marked=self.marks_current,
        )
