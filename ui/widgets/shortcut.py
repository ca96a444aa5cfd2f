"""A key that belongs to a visible widget."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.typing_guard import is_plain_key, is_text_field

_ALSO = {"Return": "Enter", "Enter": "Return", "Ctrl+Return": "Ctrl+Enter",
         "Ctrl+Enter": "Ctrl+Return"}  # fmt: skip


class Shortcut(QShortcut):
    """Calls ``then`` when ``key`` is pressed while ``owner`` is visible and enabled.

    Since Qt asks the owner, keys of hidden pages neither fire nor become ambiguous. Keys
    that would write (letters, digits, Space, ``/``, ``?``) stay silent in text fields.
    """

    def __init__(self, key: str, owner: QWidget, then: Callable[[], object]) -> None:
        super().__init__(owner)
        self.key_text = key
        self._then = then
        keys = [QKeySequence(key)]
        if key in _ALSO:
            keys.append(QKeySequence(_ALSO[key]))
        self.setKeys(keys)
        self.setContext(Qt.ShortcutContext.WindowShortcut)
        self.setAutoRepeat(False)
        self._plain = is_plain_key(key)
        self.activated.connect(self._fire)

    def act(self) -> bool:
        """Do it wherever the cursor is, as from a list of actions; False where it has no effect."""
        owner = self.parent()
        live = isinstance(owner, QWidget) and owner.isVisible() and owner.isEnabled()
        if live and self.isEnabled():
            self._then()
        return live and self.isEnabled()

    def _fire(self) -> None:
        if self._plain and is_text_field(QApplication.focusWidget()):
            return
        self._then()
