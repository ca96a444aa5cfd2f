"""A row of all themes below the board, for a board with several pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint

from ui.pages.sort.groups import KEYS, Group
from ui.widgets.check_group import Option, Rule
from ui.widgets.check_line import CheckLine
from workshop_app.i18n import tr


class ThemeRow(CheckLine):
    """Names the themes with their number of problems; ``chosen(theme_id)``: one was clicked.

    The current problem goes into the clicked theme. Dragged rows can be dropped here too.
    """

    def __init__(self) -> None:
        super().__init__("", rule=Rule.SET_BY_PAGE)
        self._named = False
        self.hide()

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show the themes among these groups."""
        themes = [group for group in groups if group.number]
        self._named = bool(themes)
        self.set_label(tr("sort.put_into" if themes else "sort.no_theme"))
        self.set_keys([f"Alt+{group.number}" for group in themes[:KEYS]])
        self.set_options([Option(group.id, _words(group)) for group in themes])

    @property
    def is_empty(self) -> bool:
        """Whether there is no theme."""
        return not self._named

    # -- DropPlace

    def theme_at(self, point: QPoint) -> str | None:
        if not self.isVisible():
            return None
        found = self.value_at(self.mapFromGlobal(point))
        return None if found is None else str(found)

    def set_aimed(self, theme_id: str | None) -> None:
        self.set_checked(() if theme_id is None else (theme_id,))


def _words(group: Group) -> str:
    return tr("sort.theme_count", number=group.number, name=group.name, n=len(group.problems))
