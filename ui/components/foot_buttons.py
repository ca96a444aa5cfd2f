"""Buttons of the foot bar: they belong to a page, hidden until `Page.foot` names them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind
from ui.actions.table import key_of
from ui.widgets.action_button import ActionButton


def back_button(page: QWidget, words: str, then: Callable[[], object]) -> ActionButton:
    """Return the button that does the same as Esc, which the page handles."""
    key = key_of("moving.escape")
    button = ActionButton(words, "arrow-left", key, keyless=True)
    return _for_foot(page, button, then)


def primary_button(
    page: QWidget, words: str, then: Callable[[], object], icon: str | None = None
) -> ActionButton:
    """Return a primary button, with its key."""
    button = ActionButton(words, icon, key_of("everywhere.primary"), "primary")
    return _for_foot(page, button, then)


def action_button(
    page: QWidget, action_id: str, then: Callable[[], object], kind: str = "secondary"
) -> ActionButton:
    """Bind an action, and return its button; raises KeyError for an unknown id."""
    action = bind(page, action_id, then, on_button=True)
    return _for_foot(page, ActionButton(action=action, kind=kind))


def _for_foot(
    page: QWidget, button: ActionButton, then: Callable[[], object] | None = None
) -> ActionButton:
    button.setParent(page)
    button.hide()
    if then is not None:
        button.clicked.connect(then)
    return button
