"""What a screen reader calls the widgets that we paint ourselves: a list, a choice, a page."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


@cache
def speak_roles() -> None:
    """Tell Qt the roles; without it our own widgets have none. Called once, at the start.

    A widget has its role in the attribute ``SPOKEN_ROLE``; its name it says as usual.
    """
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, of: QObject) -> QAccessibleInterface | None:
    role = getattr(of, "SPOKEN_ROLE", None)
    if role is None or not isinstance(of, QWidget):
        return None
    return QAccessibleWidget(of, role)
