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

    ``then`` may return False to say that there was nothing to do.

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

    @property
    def live(self) -> bool:
        """Whether somebody listens to it at the moment."""
        owner = self.parent()
        shown = isinstance(owner, QWidget) and owner.isVisible() and owner.isEnabled()
        return shown and self.isEnabled()

    def act(self) -> bool:
        """Do it wherever the cursor is, as from a list of actions; False where it has no effect."""
        return self.live and self._then() is not False

    def _fire(self) -> None:
        if self._plain and is_text_field(QApplication.focusWidget()):
            return
        self._then()
