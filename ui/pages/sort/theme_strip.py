"""The themes as a strip: by name where all names fit, else by number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent

from ui.pages.sort.groups import Group
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.problem_tabs import Strip, StripItem
from workshop_app.i18n import tr


class ThemeStrip(Strip):
    """Shows every group with the number of its problems; ``chosen(id)``, Alt+Up, Alt+Down."""

    def __init__(self) -> None:
        super().__init__("")
        self.setMinimumWidth(1)
        self._groups: tuple[Group, ...] = ()
        self._here = ""
        self._tabs_layout = DeferredLayout(self, self._fill)

    def show_groups(self, groups: Sequence[Group], current: str) -> None:
        """Show these groups, ``current`` marked."""
        self._groups, self._here = tuple(groups), current
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tabs_layout.invalidate()

    def _fill(self) -> None:
        self._set([group.tab for group in self._groups])
        if self.sizeHint().width() - self._keys_width() > self.width():
            self._set([group.short_tab for group in self._groups])

    def _set(self, words: Sequence[str]) -> None:
        items = [
            StripItem(
                id=group.id,
                number=text,
                marks=(),
                spoken=tr("sort.spoken", name=group.name, n=len(group.problems)),
            )
            for group, text in zip(self._groups, words, strict=True)
        ]
        self.set_items(items, self._here)
