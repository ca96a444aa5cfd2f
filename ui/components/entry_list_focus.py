"""Keyboard focus between an entry line and the list below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.rows.paged_list import PagedList
from ui.widgets.plain_field import PlainField


class EntryListFocus(QObject):
    """Emits signals when the field or the list gets the keyboard focus.

    ``others`` are further parts of the entry. Focus on other widgets is ignored: a name clicked
    with the mouse still applies to the one that had the focus before. Up and Down move from the
    field to the list.
    """

    field_focused = Signal()
    list_focused = Signal()

    def __init__(
        self,
        field: PlainField,
        rows: PagedList,
        *others: QWidget,
    ) -> None:
        super().__init__(rows)
        self._field = field
        self._rows = rows
        for part in (field, *others, rows.view):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusIn:
            (self.list_focused if watched is self._rows.view else self.field_focused).emit()
        elif kind == QEvent.Type.KeyPress and self._leads_to_list(watched, event):
            self._rows.setFocus()
            return True
        return False

    def _leads_to_list(self, watched: QObject, event: QEvent) -> bool:
        return (
            watched is self._field
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            and not self._field.composing
            and not self._field.uses(event)
            and bool(self._rows.rows())
        )
