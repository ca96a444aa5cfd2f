"""Returns every text in a window, visible or not, including texts kept for later painting."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from tests.helpers.painted import painted_texts
from workshop_app.i18n import LANGUAGES, Texts
from workshop_app.package_files import package_folder

_TOKEN = re.compile("[a-z][a-z0-9_-]*")
"""A name used by the program itself, such as a role, which is not shown."""
_NOT_SHOWN = {"key", "kept", "measured_for", "memory"}
"""Attributes with texts that no one sees."""
_KEY = re.compile(
    r"((Ctrl|Alt|Shift)\+)*(F\d+|PgUp|PgDn|Enter|Esc|Space|Tab|Del(ete)?|Home|[A-Z0-9←→↑↓/])"
)
_SPOKEN = ("accessibleName", "accessibleDescription", "toolTip", "statusTip", "whatsThis")


def texts_of(window: QWidget) -> list[str]:
    """Return the texts of `window` and all widgets and actions in it, including hidden ones.

    What several widgets keep is among them once.
    """
    found: list[str] = []
    seen: dict[int, object] = {}
    for widget in (window, *window.findChildren(QWidget)):
        found += [getattr(widget, name)() for name in (*_SPOKEN, "windowTitle")]
        words = getattr(widget, "text", None)
        if callable(words):
            found.append(str(words()))
        if isinstance(widget, QTextEdit):
            found.append(widget.toPlainText())
        if isinstance(widget, QLineEdit):
            found.append(widget.placeholderText())
        if type(widget).__module__.startswith("ui."):
            _keep(vars(widget), found, seen)
    for action in window.findChildren(QAction):
        found += [action.text(), action.toolTip(), action.statusTip()]
    return [text for text in found if text]


def unsearched(window: QWidget) -> list[str]:
    """Return painted texts that are not in `texts_of`, nor words of the program such as keys."""
    searched = squeezed("\n".join(texts_of(window)))
    return [
        str(text)
        for text in painted_texts(window)
        if squeezed(text.words) not in searched
        and not _KEY.fullmatch(text.words)
        and squeezed(re.sub(r"\d", "", text.words)) not in fixed_words()
    ]


def squeezed(words: str) -> str:
    """Return the words without the ends of lines at which they are broken when painted."""
    return "".join(words.replace("…", "").split())


@cache
def fixed_words() -> str:
    """Return the words of the program itself in both languages, squeezed, without values."""
    months = [
        Texts(language).month(f"2026-{number:02}-01", year=False, short=True)
        for language in LANGUAGES
        for number in range(1, 13)
    ]
    files = (package_folder("workshop_app") / "locale").glob("*/*.toml")
    read = (tomllib.loads(file.read_text("utf-8")) for file in files)
    texts = (re.sub(r"{[^}]*}", "", text) for each in read for text in _all(each))
    return "\n".join(map(squeezed, (*texts, *months)))


def _all(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else ():
        yield from _all(inner)


def _keep(value: Any, found: list[str], seen: dict[int, object]) -> None:
    """Add the texts in a widget's attributes, except records of the workshop, to `found`."""
    if id(value) in seen:
        return
    seen[id(value)] = value  # which keeps its id from being another one's
    kind = _kind(type(value))
    if kind == "dataclass":
        value = [getattr(value, name) for name in _shown_fields(type(value))]
    elif kind == "mapping":
        value = [one for name, one in value.items() if str(name).strip("_") not in _NOT_SHOWN]
    for inner in value:
        if type(inner) is str:
            if not _TOKEN.fullmatch(inner):
                found.append(inner)
        elif _kind(type(inner)):
            _keep(inner, found, seen)


@cache
def _shown_fields(of: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(of) if one.name.strip("_") not in _NOT_SHOWN)


@cache
def _kind(of: type) -> str:
    """How `_keep` goes through values of a type; empty if there are no texts in them."""
    if issubclass(of, Mapping):
        return "mapping"
    if issubclass(of, (list, tuple)):
        return "sequence"
    return "dataclass" if is_dataclass(of) and of.__module__.startswith("ui.") else ""
