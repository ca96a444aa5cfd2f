"""Deletes a widget after the current event."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

_leaving: dict[int, QWidget] = {}


def discard(widget: QWidget) -> None:
    """Hide a widget, take it out of its window, and let the event loop delete it.

    A widget without parent belongs to Python, which would delete it with its last reference,
    possibly during an event that Qt is still delivering to it or to a child.
    """
    key = id(widget)
    _leaving[key] = widget
    widget.destroyed.connect(lambda: _leaving.pop(key, None))
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
