"""The visible widgets of a window; hidden pages, of which a window keeps many, are passed over."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

Kind = TypeVar("Kind", bound=QWidget)


def visible_widgets(window: QWidget, kind: type[Kind] = QWidget) -> list[Kind]:
    """The visible widgets of a kind in `window`, without itself, in the order of `findChildren`."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    found: list[Kind] = []
    for child in window.findChildren(QWidget, options=direct):
        if child.isVisible():
            if isinstance(child, kind):
                found.append(child)
            found += visible_widgets(child, kind)
    return found
