"""A button with only an icon, a tool tip and an accessible name."""

from __future__ import annotations

from PySide6.QtCore import QSize

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton


class IconButton(ActionButton):
    """An icon of ``size`` px in a square target of ``target`` px; ``name`` is its action.

    By ``less`` px it is smaller than other targets, as in a field that it must not make higher.
    """

    def __init__(
        self, icon: str, name: str, *, size: int, target: int | None = None, less: int = 0
    ) -> None:
        self._icon_px = size
        self._less = less
        self._target = target
        super().__init__(name, icon, kind="tool")

    def painted(self) -> tuple[str, str]:
        return "", ""

    def sizeHint(self) -> QSize:
        side = self._target or theme().metrics.target - self._less
        return QSize(side, side)

    def _icon_size(self) -> int:
        return self._icon_px
