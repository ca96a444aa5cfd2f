"""The foot bar of Sort: the buttons that fit what is open."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.actions.binding import BoundAction
from ui.actions.meanings import Meaning
from ui.components.page import FootContent
from ui.pages.sort.panel import SortPanel
from ui.widgets.action_button import ActionButton
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_KINDS = {
    "unmerge": "note",
    "park": "note",
    "parking": "note",
    "skip": "note",
    "details": "quiet",
    "primary": "primary",
}
_SHOWN_KEYS = {"merge": Meaning.MERGE, "unmerge": Meaning.UNMERGE}
"""Of several keys those that work everywhere on the page."""
_OF_PROBLEMS = ("reword", "merge", "split", "unmerge", "park", "details")


class SortFoot(QObject):
    """Makes the buttons of the page's actions once; ``content`` picks from them.

    ``actions`` holds the page's bound actions by name; that of ``primary`` is the way on.
    """

    back_requested = Signal()

    def __init__(self, parent: QWidget, actions: Mapping[str, BoundAction]) -> None:
        super().__init__(parent)
        self._actions = actions
        self._parked = False
        self._buttons = {
            name: ActionButton(
                key=_SHOWN_KEYS.get(name), kind=_KINDS.get(name, "secondary"), action=bound
            )
            for name, bound in actions.items()
        }
        self._back = ActionButton(tr("sort.back"), "arrow-left", "Esc", keyless=True)
        self._back.clicked.connect(self.back_requested)
        for button in (*self._buttons.values(), self._back):
            button.setParent(parent)
            button.hide()

    def show_state(self, state: WorkshopState) -> bool:
        """Say what the buttons would do now; True when other ones are to be shown than before."""
        skipped = state.workshop.sort_skipped
        self._actions["skip"].setText(tr("sort.take_up" if skipped else "sort.skip"))
        parked = len(state.parking_lot)
        self._actions["parking"].setText(tr("list.parking.open", n=parked))
        for name in _OF_PROBLEMS:
            self._actions[name].setEnabled(bool(state.listed))
        before = self._parked
        self._parked = bool(parked)
        return before != self._parked

    def content(self, panel: SortPanel | None) -> FootContent:
        """The bar's content while a panel, or none, is open."""
        primary = self._buttons["primary"]
        if panel is None:
            self._actions["primary"].setText(tr("sort.next"))
            names = ["reword", "new", "merge", "split", "unmerge", "park"]
            names += ["parking"] if self._parked else []
            left = [self._buttons[name] for name in (*names, "skip")]
            return FootContent(left=left, right=[self._buttons["details"]], primary=primary)
        if panel.done_words:
            self._actions["primary"].setText(tr(panel.done_words))
            return FootContent(left=[self._back], primary=primary)
        return FootContent(left=[self._back])
