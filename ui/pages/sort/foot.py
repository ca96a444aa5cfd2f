"""The foot bar of Sort: a new theme, merging, pages; drop targets while rows are dragged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.actions.binding import BoundAction
from ui.actions.meanings import Meaning
from ui.components.page import FootContent
from ui.pages.sort.drop_places import DropPlaces
from ui.pages.sort.groups import Group, theme_keys
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.discard import discard
from ui.widgets.key_note import KeyNote
from ui.widgets.paging_buttons import PagingButtons
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_KINDS = {"new": "secondary", "merge": "secondary", "primary": "primary"}
_BUTTONS = ("new", "merge", "parking", "primary")
_OF_PROBLEMS = ("merge", "reword", "split", "details", "unmerge", "park")
_OF_THEMES = ("rename", "remove")


class SortFoot(QObject):
    """Creates the buttons once; actions without a button are in the menus and have keys.

    ``actions`` holds the page's bound actions by name; ``primary`` names that of the primary
    button. ``turned`` with -1 or 1 requests another page.
    """

    turned = Signal(int)

    def __init__(self, parent: QWidget, actions: Mapping[str, BoundAction]) -> None:
        super().__init__(parent)
        self._page = parent
        self._actions = actions
        self._parked = False
        self._empty = False
        self._keys: tuple[str, ...] | None = None
        self._hints: list[QWidget] = []
        self._buttons = {
            name: ActionButton(
                key=Meaning.MERGE if name == "merge" else None,
                kind=_KINDS.get(name, "note"),
                action=bound,
            )
            for name, bound in actions.items()
            if name in _BUTTONS
        }
        self.places = DropPlaces(parent)
        self._paging = PagingButtons()
        self._paging.turned.connect(self.turned)
        for widget in (*self._buttons.values(), self._paging):
            widget.setParent(parent)
            widget.hide()

    def show_state(self, state: WorkshopState, groups: Sequence[Group], *, in_theme: bool) -> bool:
        """Update the buttons; return True if other ones are to be shown than before.

        ``in_theme``: the current row belongs to a theme.
        """
        before = (self._parked, self._empty, self._keys)
        skipped = state.workshop.sort_skipped
        self._actions["primary"].setText(tr("sort.next"))
        self._actions["skip"].setText(tr("sort.take_up" if skipped else "sort.skip"))
        parked = len(state.parking_lot)
        self._actions["parking"].setText(tr("list.parking.open", n=parked))
        self._parked = bool(parked)
        self._empty = not state.listed
        self._actions["parking"].setEnabled(self._parked)
        for name in _OF_PROBLEMS:
            self._actions[name].setEnabled(bool(state.listed))
        for name in _OF_THEMES:
            self._actions[name].setEnabled(in_theme)
        self._show_keys(theme_keys(groups))
        return before != (self._parked, self._empty, self._keys)

    def show_page(self, before: int, after: int, span: tuple[int, int, int]) -> None:
        """Show which rows are visible, as `PagingButtons` does."""
        self._paging.show_page(before, after, span)

    def content(self, *, dragging: bool) -> FootContent:
        """Return the content while no panel is open."""
        primary = self._buttons["primary"]
        if self._empty:
            ways = [self._buttons["parking"]] if self._parked else []
            return FootContent(left=ways)
        hints = [] if theme().metrics.compact or theme().stacked else self._hints
        if dragging:
            several = self.places.shows_themes  # their names need the room of the way on
            return FootContent([self.places], hints[:1], None if several else primary)
        return FootContent(
            left=[self._buttons[name] for name in ("new", "merge")],
            right=[*hints, self._paging],
            primary=primary,
        )

    def _show_keys(self, keys: tuple[str, ...]) -> None:
        if keys == self._keys:
            return
        self._keys = keys
        for hint in self._hints:
            discard(hint)
        notes = [KeyNote(keys, tr("sort.send"), "–")] if keys else []
        self._hints = [*notes, KeyNote(("Space",), tr("sort.tick"))]
        for hint in self._hints:
            hint.setParent(self._page)
            hint.hide()
