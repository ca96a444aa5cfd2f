"""Every text that a window holds, seen or not: what it paints, says, and keeps to paint later."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

_SPOKEN = ("accessibleName", "accessibleDescription", "toolTip", "statusTip", "whatsThis")


def texts_of(window: QWidget) -> list[str]:
    """The texts of `window` and all widgets and actions in it, those of hidden ones too."""
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
    """The texts in a widget's own attributes; records of the workshop are not texts to show."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if not _is_foreign(key):
                yield from _kept(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _kept(inner)
    elif is_dataclass(value) and type(value).__module__.startswith("ui.") and value is not None:
        for field in fields(value):
            yield from _kept(getattr(value, field.name))


def _is_foreign(name: object) -> bool:
    """Ids and names by which the program itself finds things are no words."""
    return name in {"role", "_role", "NAME", "ICON", "kept", "_kept", "objectName"}
