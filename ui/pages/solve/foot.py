"""The foot bar of Solve while no panel is open."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.actions.binding import BoundAction
from ui.actions.table import key_of
from ui.components.page import FootContent
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.paging_buttons import PagingButtons
from ui.widgets.text import Text
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr

_KINDS = {
    "request": "request",
    "not_ours": "secondary",
    "card": "card",
    "answer": "secondary",
    "trail": "secondary",
    "note": "secondary",
}
"""The styles of the buttons at the left, by the names of their actions, in order.

In a narrow window the last ones move into the menu first.
"""
_BESIDE_A_GAP = ("request", "not_ours")
"""The buttons that the work area shows instead while it shows a known gap."""


class SolveFoot(QObject):
    """Outcomes and other panels at the left, paging and details at the right, and moving on.

    ``actions`` maps the names of the buttons to their actions.

    Signals:
        turned: A page was turned; carries 1 or -1.
        next_requested: The primary button was pressed.
    """

    turned = Signal(int)
    next_requested = Signal()

    def __init__(self, actions: Mapping[str, BoundAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._lead = Text("body-quiet", tr("solve.foot.none_fits"), wrap=False)
        self._buttons = {
            name: ActionButton(action=actions[name], kind=kind) for name, kind in _KINDS.items()
        }
        self._beside_gap = False
        self._note_action = actions["note"]
        self._details = ActionButton(action=actions["details"], kind="quiet")
        self._paging = PagingButtons(steady=True)
        self._paging.add(self._details)
        self._paging.turned.connect(self.turned)
        self._primary = ActionButton(key=key_of("everywhere.primary"), kind="primary")
        self._primary.clicked.connect(self.next_requested)
        for widget in (self._lead, *self._buttons.values(), self._paging, self._primary):
            widget.setParent(parent)
            widget.hide()

    def content(self) -> FootContent:
        """Return the content; with a known gap without the outcomes that the gap area offers."""
        left: list[QWidget] = [
            button
            for name, button in self._buttons.items()
            if not (self._beside_gap and name in _BESIDE_A_GAP)
        ]
        if not self._beside_gap and not theme().metrics.compact:
            left.insert(0, self._lead)  # a narrow window has space for another button instead
        return FootContent(left=left, right=[self._paging], primary=self._primary)

    def show_beside_gap(self, beside: bool) -> None:
        """Omit the outcomes that the work area offers with a known gap."""
        self._beside_gap = beside

    def show_page(self, before: int, after: int, span: tuple[int, int, int]) -> None:
        """Show which answers are visible, as `PagingButtons` does."""
        self._paging.show_page(before, after, span)

    def show_details(self, possible: bool) -> None:
        """Show or hide the button for details of an answer."""
        self._details.setVisible(possible)

    def show_notes(self, exist: bool) -> None:
        """Show whether there are notes of the discussion."""
        self._note_action.setText(tr("solve.foot.notes_kept" if exist else "solve.foot.notes"))

    def show_next(self, decided: bool, another: bool) -> None:
        """Show where the primary button leads: to ``another`` problem, or to the next step."""
        which = "decide" if decided else "open"
        if another:
            words = tr(f"solve.foot.{which}_problem")
        else:
            step = tr(f"steps.name.{Step.APPRAISE}")
            words = tr(f"solve.foot.{which}_step", step=step)
        self._primary.setText(words)
        self._primary.set_kind("primary" if decided else "secondary")
