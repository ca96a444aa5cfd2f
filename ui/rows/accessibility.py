"""The accessibility interfaces of painted widgets, by the role that they declare."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


@cache
def install_accessibility() -> None:
    """Register the accessibility interfaces; called once, at the start.

    A widget declares its role in the attribute ``SPOKEN_ROLE``, and its name as usual. A list
    (`PagedView`) has one child for each of its rows, whether or not it is on the page.
    """
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, of: QObject) -> QAccessibleInterface | None:
    role = getattr(of, "SPOKEN_ROLE", None)
    if role is None or not isinstance(of, QWidget):
        return None
    from ui.rows.accessible_list import AccessibleList  # for screen readers only
    from ui.rows.paged_view import PagedView

    return AccessibleList(of) if isinstance(of, PagedView) else QAccessibleWidget(of, role)
