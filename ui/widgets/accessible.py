"""The accessibility interfaces of painted widgets, by the role that they declare."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


@cache
def install_accessibility() -> None:
    """Register the accessibility interfaces; called once, at the start.

    A widget declares its role in the attribute ``SPOKEN_ROLE``, and its name as usual. One with
    parts, such as a list, returns its interface from ``accessible_interface``.
    """
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, of: QObject) -> QAccessibleInterface | None:
    role = getattr(of, "SPOKEN_ROLE", None)
    if role is None or not isinstance(of, QWidget):
        return None
    with_parts = getattr(of, "accessible_interface", None)
    return with_parts() if with_parts is not None else QAccessibleWidget(of, role)
