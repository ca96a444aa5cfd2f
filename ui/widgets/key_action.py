"""A QAction with the keys of this program, disabled while its key would type into a field."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcutEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.typing_guard import is_plain_key, is_text_field

_ALSO = {
    "Return": "Enter",
    "Enter": "Return",
    "Ctrl+Return": "Ctrl+Enter",
    "Ctrl+Enter": "Ctrl+Return",
    "Alt+Return": "Alt+Enter",
    "Alt+Enter": "Alt+Return",
}
"""The main key and the one of the number pad are equivalent."""


class KeyAction(QAction):
    """An action with one or several keys, active while a widget with it is usable.

    ``then`` is called without arguments and may return False to say that there was nothing to do.
    Add the action to a widget (``QWidget.addAction``, or a button's ``action``): its keys work
    while one such widget is visible and enabled in the active window, so that several pages may
    use the same key. Keys that would type (letters, digits, Space, ``/``, ``?``)
    are ignored while a text field has the focus. An action that does not ``listen`` only shows its
    keys, because another widget handles them.
    """

    def __init__(
        self,
        keys: str | Sequence[str],
        then: Callable[[], object],
        parent: QObject,
        *,
        text: str = "",
        listens: bool = True,
    ) -> None:
        super().__init__(text, parent)
        self.reason = ""
        """Why it cannot be done at present; empty if unknown."""
        self.keys = (keys,) if isinstance(keys, str) else tuple(keys)
        self.listens = listens
        self._then = then
        if listens:
            names = [*self.keys, *(_ALSO[key] for key in self.keys if key in _ALSO)]
            self.setShortcuts([QKeySequence(name) for name in names])
        self.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.setAutoRepeat(False)
        self.triggered.connect(self.run)

    @property
    def key(self) -> str:
        """The first of its keys, which buttons show; empty if there is none."""
        return self.keys[0] if self.keys else ""

    @property
    def icon_name(self) -> str:
        """The name of its icon; empty for none."""
        return ""

    @property
    def is_live(self) -> bool:
        """Whether it is available now: enabled, on a widget that is visible and enabled."""
        carriers = (one for one in self.associatedObjects() if isinstance(one, QWidget))
        return self.isEnabled() and any(one.isVisible() and one.isEnabled() for one in carriers)

    def run(self) -> bool:
        """Trigger it; return False if there was nothing to do."""
        return self._then() is not False

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QShortcutEvent) and is_text_field(QApplication.focusWidget()):
            pressed = event.key().toString(QKeySequence.SequenceFormat.PortableText)
            if is_plain_key(pressed):
                return True
        return super().event(event)


def key_action(keys: str | Sequence[str], owner: QWidget, then: Callable[[], object]) -> KeyAction:
    """Return an action without a text whose keys work while ``owner`` is visible and enabled."""
    action = KeyAction(keys, then, owner)
    owner.addAction(action)
    return action
