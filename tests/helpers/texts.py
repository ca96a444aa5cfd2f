"""Returns every text in a window, visible or not, including texts kept for later painting."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

_TOKEN = re.compile("[a-z][a-z0-9_-]*")
"""A name used by the program itself, such as a role, which is not shown."""
_SPOKEN = ("accessibleName", "accessibleDescription", "toolTip", "statusTip", "whatsThis")


def texts_of(window: QWidget) -> list[str]:
    """Return the texts of `window` and all widgets and actions in it, including hidden ones."""
    found = []
    for widget in (window, *window.findChildren(QWidget)):
        found += [getattr(widget, name)() for name in (*_SPOKEN, "windowTitle")]
        words = getattr(widget, "text", None)
        if callable(words):
            found.append(str(words()))
        if isinstance(widget, QTextEdit):
            found.append(widget.toPlainText())
        if isinstance(widget, QLineEdit):
            found.append(widget.placeholderText())
        found += _kept(vars(widget)) if type(widget).__module__.startswith("ui.") else ()
    for action in window.findChildren(QAction):
        found += [action.text(), action.toolTip(), action.statusTip()]
    return [text for text in found if text]


def _kept(value: object) -> Iterator[str]:
    """Return the texts in a widget's attributes, except records of the workshop."""
    if type(value) is str:
        if not _TOKEN.fullmatch(value):
            yield value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if str(name).strip("_") not in {"key", "kept", "memory"}:
                yield from _kept(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _kept(inner)
    elif is_dataclass(value) and type(value).__module__.startswith("ui.") and value is not None:
        yield from _kept({each.name: getattr(value, each.name) for each in fields(value)})
