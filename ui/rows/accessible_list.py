"""The accessibility interface of a painted list, and those of its rows."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

from ui.rows.view import RowsView


class AccessibleList(QAccessibleWidget):
    """A list whose children are its rows, created on access."""

    def __init__(self, view: RowsView) -> None:
        super().__init__(view, view.SPOKEN_ROLE)
        self._view = view
        self._rows: dict[str, tuple[AccessibleRow, int]] = {}
        view.destroyed.connect(lambda _gone=None, rows=self._rows: _delete(rows))

    def childCount(self) -> int:
        return len(self._view.rows)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        rows = self._view.rows
        if not 0 <= index < len(rows):
            return None
        self._forget_removed()
        row_id = rows[index].id
        if row_id not in self._rows:
            row = AccessibleRow(self._view, row_id)
            self._rows[row_id] = (row, QAccessible.registerAccessibleInterface(row))
        return self._rows[row_id][0]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.index if isinstance(child, AccessibleRow) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        point = self._view.mapFromGlobal(QPoint(x, y))
        return self.child(self._view.accessible_row_at(QPointF(point)))

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return self.child(self._view.current) if self._view.hasFocus() else None

    def _forget_removed(self) -> None:
        """Delete the interfaces of removed rows."""
        if len(self._rows) <= len(self._view.rows):
            return
        ids = {row.id for row in self._view.rows}
        _delete({row_id: self._rows.pop(row_id) for row_id in self._rows.keys() - ids})


class AccessibleRow(QAccessibleInterface):
    """One row of a list: its name, description, position and state."""

    def __init__(self, view: RowsView, row_id: str) -> None:
        super().__init__()
        self._view = view
        self._row_id = row_id

    @property
    def index(self) -> int:
        """The index of the row in the list, -1 if it was removed."""
        rows = self._view.rows
        return next((n for n, row in enumerate(rows) if row.id == self._row_id), -1)

    def isValid(self) -> bool:
        return isValid(self._view) and self.index >= 0

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self._view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._view)

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        index = self.index
        if index < 0:
            return ""
        row = self._view.rows[index]
        if kind == QAccessible.Text.Name:
            return self._view.row_name(row)
        if kind == QAccessible.Text.Description:
            return self._view.row_description(row)
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        pass

    def rect(self) -> QRect:
        box = self._view.accessible_box(self.index).toRect()
        return QRect(self._view.mapToGlobal(box.topLeft()), box.size()) if box else QRect()

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        index = self.index
        if index < 0:
            state.invalid = 1
            return state
        view = self._view
        checked = view.row_checked(view.rows[index])
        state.selectable = 1
        state.focusable = 1
        state.selected = int(index == view.current)
        state.focused = int(index == view.current and view.hasFocus())
        state.checkable = int(checked is not None)
        state.checked = int(bool(checked))
        state.offscreen = int(view.accessible_box(index).isEmpty())
        state.invisible = int(not view.isVisible())
        return state

    def foregroundColor(self) -> QColor:
        return QColor()

    def backgroundColor(self) -> QColor:
        return QColor()


def _delete(rows: dict[str, tuple[AccessibleRow, int]]) -> None:
    for _, number in rows.values():
        QAccessible.deleteAccessibleInterface(number)
    rows.clear()
