"""The calm line over the themes: what can be done with the current one, and a strip of all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.actions.binding import bind_each
from ui.pages.sort.groups import UNSORTED, Group
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.flow import Flow
from ui.widgets.key_action import KeyAction
from ui.widgets.problem_tabs import ProblemTab, ProblemTabs
from ui.widgets.text import Text
from workshop_app.i18n import tr


class SortHead(QWidget):
    """``group_chosen(id)`` when another group is chosen in the strip.

    The page's actions ``rename`` and ``remove`` are for the current theme.
    """

    group_chosen = Signal(str)

    def __init__(self, rename: KeyAction, remove: KeyAction) -> None:
        super().__init__()
        self._place = Text("body-quiet", "", wrap=False)
        self._rename = ActionButton(kind="note", size="small", action=rename)
        self._remove = ActionButton(kind="note", size="small", action=remove)
        self.strip = ThemeTabs()
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
        self.strip.chosen.connect(self.group_chosen)

    def show_group(self, group: Group, groups: Sequence[Group]) -> None:
        """Show the current group and its place among all."""
        themes = len(groups) - 1
        place = tr("sort.place", number=group.number, n=themes) if group.number else None
        self._place.setText(place or tr("sort.place_unsorted"))
        self.show_actions(theme=group.id != UNSORTED)
        self.strip.show_groups(groups, group.id)

    def show_actions(self, *, theme: bool) -> None:
        """Offer what can be done with a theme, or nothing."""
        self._rename.setVisible(theme)
        self._remove.setVisible(theme)


class ThemeTabs(ProblemTabs):
    """Every group with the number of its problems: by name where all fit, else by number."""

    def __init__(self) -> None:
        super().__init__("")
        self.setMinimumWidth(1)
        self._groups: tuple[Group, ...] = ()
        self._current_id = ""
        self._tabs_layout = DeferredLayout(self, self._fill)
        before, after = bind_each(self, "sort.theme", self.go)
        self.set_keys(before.key, after.key)

    def show_groups(self, groups: Sequence[Group], current: str) -> None:
        """Show these groups, ``current`` marked."""
        self._groups = tuple(groups)
        self._current_id = current
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
            ProblemTab(
                id=group.id,
                number=text,
                marks=(),
                spoken=tr("sort.spoken", name=group.name, n=len(group.problems)),
            )
            for group, text in zip(self._groups, words, strict=True)
        ]
        self.set_items(items, self._current_id)
