"""The button that leads to private mode, for what the room must not see."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.actions.table import key_of
from ui.components.window_api import WindowApi
from ui.widgets.action_button import ActionButton


def private_button(
    api: WindowApi,
    words: str,
    *,
    kind: str = "secondary",
    parent: QWidget | None = None,
    then: Callable[[], object] | None = None,
) -> ActionButton:
    """Return a button that asks for private mode; ``words`` say what is found there.

    ``then`` is called in private mode, and leads to that.
    """
    key = key_of("everywhere.private")
    button = ActionButton(words, "lock", key, kind, parent=parent)
    button.clicked.connect(lambda: api.request_private(then))
    return button
