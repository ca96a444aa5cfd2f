"""Finds the visible widgets of a window quickly, by skipping its many hidden pages."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

Kind = TypeVar("Kind", bound=QWidget)


def visible_widgets(window: QWidget, kind: type[Kind] = QWidget) -> list[Kind]:
    """Return the visible descendants of a type, in the order of `findChildren`."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    found: list[Kind] = []
    for child in window.findChildren(QWidget, options=direct):
        if child.isVisible():
            if isinstance(child, kind):
                found.append(child)
            found += visible_widgets(child, kind)
    return found
