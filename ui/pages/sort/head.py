"""The calm line over the themes: what can be done with this one, and the strip of all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.sort.groups import UNSORTED, Group
from ui.pages.sort.theme_strip import ThemeStrip
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.flow import Flow
from ui.widgets.text import Text
from workshop_app.i18n import tr


class SortHead(QWidget):
    """``went(id)``: another group is wanted."""

    went = Signal(str)
    rename_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._place = Text("body-quiet", "", wrap=False)
        self._rename = ActionButton(tr("sort.rename"), "pen", "Alt+R", "note", size="small")
        self._remove = ActionButton(tr("sort.remove"), "trash", "Alt+Del", "note", size="small")
        self.strip = ThemeStrip()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        row = Flow(8) if theme().stacked else QHBoxLayout()
        row.setSpacing(8)
        rows.addLayout(row)
        for widget in (self._place, self._rename, self._remove):
            row.addWidget(widget)
        if isinstance(row, Flow):
            rows.addWidget(self.strip)
        else:
            row.addWidget(self.strip, 1)
        self.strip.chosen.connect(self.went)
        self._rename.clicked.connect(self.rename_wanted)
        self._remove.clicked.connect(self.remove_wanted)

    def show_group(self, group: Group, groups: Sequence[Group]) -> None:
        """Show which group is in front."""
        themes = len(groups) - 1
        place = tr("sort.place", number=group.number, n=themes) if group.number else None
        self._place.setText(place or tr("sort.place_unsorted"))
        self.show_actions(theme=group.id != UNSORTED)
        self.strip.show_groups(groups, group.id)

    def show_actions(self, *, theme: bool) -> None:
        """Offer what can be done with a theme."""
        self._rename.setVisible(theme)
        self._remove.setVisible(theme)
