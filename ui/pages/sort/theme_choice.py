"""The themes below the list: one click moves problems there, and dragged rows are dropped there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint

from ui.components.next_entry import ChoiceLine
from ui.pages.sort.groups import Group
from ui.theme.theme import theme
from ui.widgets.check_group import Option, Rule
from ui.widgets.check_line import CheckLine
from workshop_app.domain.problem import Problem
from workshop_app.i18n import tr

NEW_THEME = ""
"""Represents a new theme among the ids of themes."""


class ThemeChoice(ChoiceLine):
    """A chip for a new theme, whose value is None, then one for each theme.

    While rows are dragged all themes are chips: numbers, if there is no space for all names. The
    name is beside the pointer then.
    """

    def __init__(self) -> None:
        chips = CheckLine(
            tr("sort.theme"), rule=Rule.SET_BY_PAGE, nobody=tr("sort.theme_line"),
            nobody_first=True, lines=1 if theme().stacked else 2,
        )  # fmt: skip
        super().__init__(tr("sort.theme"), chips)
        self._marked: frozenset[object] = frozenset()
        self.aimed: str | None = None
        """The id of the theme where dragged rows would go, or `NEW_THEME`; None for none."""

    def show_themes(
        self, themes: Sequence[Group], chosen: Sequence[Problem], *, dragging: bool
    ) -> None:
        """Show these themes; those of the chosen problems are marked."""
        names = [tr("sort.numbered", number=one.number, name=one.name) for one in themes]
        self._marked = frozenset(one.theme_id for one in chosen if one.theme_id)
        self._set(themes, names)
        if dragging and not self.choices.fits:
            self._set(themes, [str(one.number) for one in themes])
        self.set_aimed(None)

    def theme_at(self, point: QPoint) -> str | None:
        """Return the id of the theme at a global position, or `NEW_THEME`; None elsewhere."""
        for theme_id, button in self.choices.shown().items():
            if button.rect().contains(button.mapFromGlobal(point)):
                return str(theme_id or NEW_THEME)
        return None

    def set_aimed(self, theme_id: str | None) -> None:
        """Mark where dragged rows would be dropped instead of where the chosen problems are."""
        self.aimed = theme_id
        self.choices.set_checked(self._marked if theme_id is None else (theme_id or None,))

    def _set(self, themes: Sequence[Group], words: Sequence[str]) -> None:
        self.choices.set_options(
            [Option(one.id, text, spoken=one.name) for one, text in zip(themes, words, strict=True)]
        )
