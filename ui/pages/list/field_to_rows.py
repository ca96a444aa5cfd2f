"""Between the line one types in and the rows under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.widgets.paged_list import PagedList
from ui.widgets.plain_field import PlainField


class HandOver(QObject):
    """Up and Down lead from the field to the rows; tells which of the two has the keyboard.

    Between them nothing changes: pressing a name by mouse is still for what was in hand.
    """

    to_field = Signal()
    to_rows = Signal()

    def __init__(self, field: PlainField, rows: PagedList) -> None:
        super().__init__(rows)
        self._field = field
        self._rows = rows
        field.installEventFilter(self)
        rows.view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            (self.to_field if watched is self._field else self.to_rows).emit()
        elif watched is self._field and isinstance(event, QKeyEvent) and self._leads(event):
            self._rows.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _leads(self, event: QKeyEvent) -> bool:
        return (
            event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            and not self._field.composing
            and not self._field.uses(event)
            and bool(self._rows.rows())
        )
