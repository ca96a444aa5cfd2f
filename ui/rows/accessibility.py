"""The accessibility interfaces of painted widgets, by the role that they declare."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget


@cache
def install_accessibility() -> None:
    """Register the accessibility interfaces; called once, at the start.

    A widget declares its role in the attribute ``SPOKEN_ROLE``, and its name as usual. A list
    (`RowsView`) has one child for each of its rows, whether or not it is on the page.
    """
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, of: QObject) -> QAccessibleInterface | None:
    role = getattr(of, "SPOKEN_ROLE", None)
    if role is None or not isinstance(of, QWidget):
        return None
    from ui.rows.accessible_list import AccessibleList  # for screen readers only
    from ui.rows.view import RowsView

    if isinstance(of, RowsView):
        return AccessibleList(of)
    return _Button(of, role) if isinstance(of, QAbstractButton) else QAccessibleWidget(of, role)


class _Button(QAccessibleWidget):
    """A button with a role of its own: it can be pressed, and is selected while it is on."""

    def __init__(self, button: QAbstractButton, role: QAccessible.Role) -> None:
        super().__init__(button, role)
        self._button = button

    def state(self) -> QAccessible.State:
        state = super().state()
        state.selectable = int(self._button.isCheckable())
        state.selected = int(self._button.isChecked())
        return state

    def actionNames(self) -> list[str]:
        return [self.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:
        if name == self.pressAction():
            self._button.click()
        else:
            super().doAction(name)
