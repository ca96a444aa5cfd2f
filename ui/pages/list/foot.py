"""The foot bar of List: its buttons, and which of them are offered."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.components.page import FootContent
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_ROOM_FOR_SENTENCE = 40  # px of the room's type size from which the sentence fits


@dataclass(frozen=True)
class _Offered:
    """What decides which buttons are offered."""

    nameless: bool = False
    inbox: bool = False
    parked: bool = False
    anonymous: bool = False


class ListFoot(QObject):
    """Makes the buttons once; the page connects them.

    ``changed`` when other buttons are offered than before.
    """

    changed = Signal()

    def __init__(self, parent: QWidget, *, private: bool) -> None:
        super().__init__(parent)
        self._private = private
        self._offered = _Offered()
        self.writing = ActionButton(tr("list.writing.open"), "clock", "Alt+T", parent=parent)
        self.paste = ActionButton(tr("list.paste"), "tray", "Ctrl+Shift+V", parent=parent)
        self.later = ActionButton("", "eye-off", "Alt+R", parent=parent)
        self.inbox = ActionButton("", "tray", "Alt+I", "note", parent=parent)
        self.parking = ActionButton("", "archive", "Alt+L", "note", parent=parent)
        self.release_all = ActionButton(tr("list.inbox.all"), "eye", "Alt+A", parent=parent)
        self.back = ActionButton(tr("list.back"), "arrow-left", "Esc", keyless=True, parent=parent)
        self.nameless = ActionButton("", "person", "Alt+J", "note", parent=parent)
        self.next = ActionButton("", key="Ctrl+Enter", kind="primary", parent=parent)
        self._leaves = _leaves(parent)
        buttons = (self.writing, self.paste, self.later, self.inbox, self.parking)
        for widget in (*buttons, self.release_all, self.back, self.nameless, self.next):
            widget.hide()
        self._leaves.hide()
        theme().changed.connect(self.changed)

    def show_state(self, state: WorkshopState) -> None:
        """Show how many problems are elsewhere, and how many have no speaker yet."""
        nameless = len([problem for problem in state.listed if problem.speaker_id is None])
        inbox = len(state.inbox)
        parked = len(state.parking_lot)
        later = state.workshop.shown_later
        anonymous = state.workshop.anonymous
        self.nameless.setText(tr("list.nameless", n=nameless))
        self.later.setText(tr("list.now" if later else "list.later"))
        self.later.set_icon("eye" if later else "eye-off")
        self.inbox.setText(tr("list.inbox.open", n=inbox))
        self.parking.setText(tr("list.parking.open", n=parked))
        offered = _Offered(
            nameless=bool(nameless and state.participants and not anonymous),
            inbox=bool(inbox) and self._private,
            parked=bool(parked),
            anonymous=anonymous,
        )
        if offered != self._offered:
            self._offered = offered
            self.changed.emit()

    def content(self, mode: str) -> FootContent:
        """The bar's content while the list, silent writing, ``inbox`` or ``parking`` is shown."""
        self.next.setText(tr("list.writing.finish" if mode == "writing" else "list.next"))
        if mode == "inbox":
            return FootContent(left=[self.back, self.release_all], primary=self.next)
        if mode != "list":
            return FootContent(left=[self.back], primary=self.next)
        left: list[QWidget] = [self.writing, self.paste, self.later]
        if self._offered.inbox:
            left.append(self.inbox)
        if self._offered.parked:
            left.append(self.parking)
        if theme().metrics.room > _ROOM_FOR_SENTENCE and not self._offered.anonymous:
            left.append(self._leaves)
        right = [self.nameless] if self._offered.nameless else []
        return FootContent(left=left, right=right, primary=self.next)


def _leaves(parent: QWidget) -> QWidget:
    """The sentence on what leaves the room."""
    sentence = QWidget(parent)
    row = QHBoxLayout(sentence)
    row.setContentsMargins(6, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(IconLabel("document", "ink2", 18))
    row.addWidget(Text("meta", tr("list.leaves"), wrap=False))
    return sentence
