"""Where the bar has no room for the buttons of the room: one menu with all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from ui.theme.icons import icon
from ui.widgets.action_button import ActionButton
from ui.widgets.icon_button import IconButton
from ui.widgets.shortcut import Shortcut


class AudienceMenu(IconButton):
    """Stands for ``buttons`` while they are hidden; their keys go on working."""

    def __init__(self, buttons: Sequence[ActionButton]) -> None:
        super().__init__("more", "", size=20)
        self._buttons = list(buttons)
        self.clicked.connect(self._open)
        for button in buttons:
            if button.key and button.listens:
                Shortcut(button.key, self, button.click)
        self.hide()

    def offer(self, buttons: Sequence[ActionButton]) -> None:
        """Say which of the buttons are of use now."""
        self._buttons = list(buttons)

    def _open(self) -> None:
        menu = QMenu(self)
        for button in self._buttons:
            words = button.text().replace("&", "&&")
            action = menu.addAction(f"{words}\t{button.key}")
            if button.icon_name:
                action.setIcon(icon(button.icon_name))
            action.triggered.connect(button.click)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
