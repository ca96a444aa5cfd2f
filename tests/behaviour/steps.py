"""Writes what the window shows after each key: texts, accessible tree, and screens."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from tests.helpers.watched import Look

_STATES = ("focused", "checked", "selected", "disabled", "expanded", "readOnly")
_RECORD = re.compile(r"[A-Z]\w*\(\w+=")
"""The data of a row, whose form is no behaviour; its texts are in the accessible tree."""
_CONTAINERS = ("Client", "Pane", "LayeredPane")
"""Roles of widgets that a screen reader passes over if they have no name."""


class Steps:
    """The steps of a run, in a folder; `replaced` are texts that differ between machines."""

    def __init__(self, folder: Path, replaced: Mapping[str, str]) -> None:
        self._folder = folder
        self._replaced = replaced
        self._count = 0
        for name in ("steps", "screens", "audience"):
            (folder / name).mkdir(parents=True, exist_ok=True)

    def add(self, key: str, look: Look, window: QWidget, room: QWidget | None) -> None:
        """Write one step, named by its number, the page and the key."""
        self._count += 1
        short = re.sub(r"\W+", "_", key)[:24].strip("_")
        name = f"{self._count:03}-{look.page}-{short}"
        lines = [
            f"page: {look.page}",
            f"focus: {look.focus}",
            f"states: {' '.join(look.states)}",
            *_section("texts", (text for text in look.seen if not _RECORD.match(text))),
            *_section("audience", look.wall),
            *_section("accessible", accessible_tree(window)),
        ]
        text = "\n".join(lines) + "\n"
        for found, put in self._replaced.items():
            text = text.replace(found, put)
        (self._folder / "steps" / f"{name}.txt").write_text(text, encoding="utf-8")
        window.grab().save(str(self._folder / "screens" / f"{name}.png"))
        if room is not None and room.isVisible():
            room.grab().save(str(self._folder / "audience" / f"{name}.png"))


def _section(name: str, texts: object) -> Iterator[str]:
    yield f"== {name}"
    for text in texts:
        yield text.replace("\n", "⏎")


def accessible_tree(widget: QWidget) -> Iterator[str]:
    """Yield role, name, value, description and states of all that a screen reader finds."""
    yield from _described(QAccessible.queryAccessibleInterface(widget), 0)


def _described(item: QAccessibleInterface | None, depth: int) -> Iterator[str]:
    if item is None or not item.isValid() or item.state().invisible:
        return
    texts = [item.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value)]
    description = item.text(QAccessible.Text.Description)
    words = " = ".join(dict.fromkeys(text for text in texts if text))
    role = item.role().name
    if words or role not in _CONTAINERS:
        states = ", ".join(name for name in _STATES if getattr(item.state(), name))
        parts = (words, description and f"({description})", states and f"[{states}]")
        line = " ".join(part for part in (role, *parts) if part)
        yield "  " * depth + line.replace("\n", "⏎")
        depth += 1
    for number in range(item.childCount()):
        yield from _described(item.child(number), depth)
