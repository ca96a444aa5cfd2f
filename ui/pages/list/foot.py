"""The foot bar of List: its buttons, and which of them are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.actions.binding import BoundAction
from ui.actions.table import key_of
from ui.components.page import FootContent
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step, nearest_step
from workshop_app.i18n import tr

_ROOM_FOR_SENTENCE = 40  # px, room text size from which the sentence fits


_KINDS = {"inbox": "note", "parking": "note", "nameless": "note", "primary": "primary"}


@dataclass(frozen=True)
class _Offered:
    """The facts that determine which buttons are shown."""

    nameless: bool = False
    inbox: bool = False
    parked: bool = False
    anonymous: bool = False


class ListFoot(QObject):
    """Creates the buttons of the page's actions once; which are shown depends on the workshop.

    ``actions`` holds the page's bound actions by name; ``primary`` names that of the primary
    button. ``changed``: other buttons are shown than before.
    """

    changed = Signal()
    back_requested = Signal()

    def __init__(self, parent: QWidget, actions: Mapping[str, BoundAction]) -> None:
        super().__init__(parent)
        self._offered = _Offered()
        self._next_step = Step.SORT
        self._actions = actions
        self._buttons = {
            name: ActionButton(kind=_KINDS.get(name, "secondary"), action=bound, parent=parent)
            for name, bound in actions.items()
        }
        self._back = ActionButton(
            tr("list.back"), "arrow-left", key_of("moving.escape"), keyless=True, parent=parent
        )
        self._back.clicked.connect(self.back_requested)
        self._leaves = _leaves(parent)
        for widget in (*self._buttons.values(), self._back, self._leaves):
            widget.hide()
        theme().changed.connect(self.changed)

    def show_state(self, state: WorkshopState) -> None:
        """Show how many problems are not listed, and how many have no speaker yet."""
        nameless = len([problem for problem in state.listed if problem.speaker_id is None])
        inbox = len(state.inbox)
        parked = len(state.parking_lot)
        later = state.workshop.shown_later
        anonymous = state.workshop.anonymous
        self._actions["nameless"].setText(tr("list.nameless", n=nameless))
        self._actions["later"].setText(tr("list.now" if later else "list.later"))
        self._buttons["later"].set_icon("eye" if later else "eye-off")
        self._actions["parking"].setText(tr("list.parking.open", n=parked))
        if "inbox" in self._actions:
            self._actions["inbox"].setText(tr("list.inbox.open", n=inbox))
        offered = _Offered(
            nameless=bool(nameless and state.participants and not anonymous),
            inbox=bool(inbox) and "inbox" in self._actions,
            parked=bool(parked),
            anonymous=anonymous,
        )
        next_step = nearest_step(state.workshop.kind, Step.SORT)
        if (offered, next_step) != (self._offered, self._next_step):
            self._offered = offered
            self._next_step = next_step
            self.changed.emit()

    def set_filled(self, filled: bool) -> None:
        """Use the primary button of the bar, or leave it to the page."""
        self._buttons["primary"].set_kind("primary" if filled else "secondary")

    def content(self, mode: str) -> FootContent:
        """Return the content for the list, silent writing, ``inbox`` or ``parking``."""
        buttons = self._buttons
        next_step = tr("list.next", step=tr(f"steps.name.{self._next_step}"))
        self._actions["primary"].setText(
            tr("list.writing.finish") if mode == "writing" else next_step
        )
        primary = buttons["primary"]
        if mode == "inbox":
            return FootContent(left=[self._back, buttons["release"]], primary=primary)
        if mode != "list":
            return FootContent(left=[self._back], primary=primary)
        left: list[QWidget] = [buttons["writing"], buttons["paste"], buttons["later"]]
        if "file" in buttons:
            left.insert(2, buttons["file"])
        if self._offered.inbox:
            left.append(buttons["inbox"])
        if self._offered.parked:
            left.append(buttons["parking"])
        if theme().metrics.room > _ROOM_FOR_SENTENCE and not self._offered.anonymous:
            left.append(self._leaves)
        right = [buttons["nameless"]] if self._offered.nameless else []
        return FootContent(left=left, right=right, primary=primary)


def _leaves(parent: QWidget) -> QWidget:
    """Return the sentence on what leaves the room."""
    sentence = QWidget(parent)
    row = QHBoxLayout(sentence)
    row.setContentsMargins(6, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(IconLabel("document", "ink2", 18))
    row.addWidget(Text("meta", tr("list.leaves"), wrap=False))
    return sentence
