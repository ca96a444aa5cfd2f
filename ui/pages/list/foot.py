"""The foot bar of the page: ways of listing, what is elsewhere, and who has no speaker yet."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.components.page import FootContent
from ui.pages.list.views import Stage
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class Hands(Protocol):
    """What the buttons do."""

    private: bool

    def paste(self) -> None:
        """Show what the clipboard would become."""

    def toggle_later(self) -> None:
        """Show the room a count, or the problems."""

    def next_nameless(self) -> None:
        """Go to a problem without a speaker."""

    def finish(self) -> None:
        """Go on."""

    def handle_escape(self) -> bool:
        """Go back to the list."""
        ...


class ListFoot(QObject):
    """Makes the widgets once; ``changed`` when others are to be shown."""

    changed = Signal()

    def __init__(self, hands: Hands, stage: Stage, parent: QWidget) -> None:
        super().__init__(parent)
        self._private, self._stage = hands.private, stage
        self._writing = ActionButton(tr("list.writing.open"), "clock", "Alt+T", parent=parent)
        self._paste = ActionButton(tr("list.paste"), "tray", "Ctrl+Shift+V", parent=parent)
        self._later = ActionButton("", "eye-off", "Alt+R", parent=parent)
        self._inbox = ActionButton("", "tray", "Alt+I", "note", parent=parent)
        self._parking = ActionButton("", "archive", "Alt+L", "note", parent=parent)
        self._all = ActionButton(tr("list.inbox.all"), "eye", "Alt+A", parent=parent)
        self._back = ActionButton(tr("list.back"), "arrow-left", "Esc", keyless=True, parent=parent)
        self._leaves = _leaves(parent)
        self._nameless = ActionButton("", "person", "Alt+J", "note", parent=parent)
        self._next = ActionButton("", key="Ctrl+Enter", kind="primary", parent=parent)
        self._shown: tuple[object, ...] = ()
        self._lasting = (self._writing, self._paste, self._later)
        self._hide_all()
        self._writing.clicked.connect(lambda: stage.come_to("writing"))
        self._paste.clicked.connect(hands.paste)
        self._later.clicked.connect(hands.toggle_later)
        self._inbox.clicked.connect(lambda: stage.come_to("inbox"))
        self._parking.clicked.connect(lambda: stage.come_to("parking"))
        self._back.clicked.connect(hands.handle_escape)
        self._nameless.clicked.connect(hands.next_nameless)
        self._next.clicked.connect(hands.finish)
        self._all.clicked.connect(stage.release_all)
        theme().changed.connect(self.changed)

    def show_state(self, state: WorkshopState, *, later: bool) -> None:
        """Count what is elsewhere, and the problems that have no speaker yet."""
        count = sum(problem.speaker_id is None for problem in state.listed)
        nameless = bool(count and state.participants and not state.workshop.anonymous)
        self._nameless.setText(tr("list.nameless", n=count))
        self._later.setText(tr("list.now" if later else "list.later"))
        self._later.set_icon("eye" if later else "eye-off")
        inbox, parked = len(state.inbox), len(state.parking_lot)
        self._inbox.setText(tr("list.inbox.open", n=inbox))
        self._parking.setText(tr("list.parking.open", n=parked))
        shown = (nameless, bool(inbox), bool(parked), state.workshop.anonymous)
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()

    def content(self) -> FootContent:
        """What stands in the bar while the list, silent writing or a shelf is in front."""
        mode = self._stage.mode
        self._next.setText(tr("list.writing.finish" if mode == "writing" else "list.next"))
        if mode == "inbox":
            return FootContent(left=[self._back, self._all], primary=self._next)
        if mode != "list":
            return FootContent(left=[self._back], primary=self._next)
        nameless, inbox, parked, anonymous = self._shown or (False, False, False, False)
        left: list[QWidget] = [*self._lasting]
        left += [self._inbox] if inbox and self._private else []
        left += [self._parking] if parked else []
        if theme().metrics.room > 40 and not anonymous:  # where there is room for it
            left.append(self._leaves)
        right: list[QWidget] = [self._nameless] if nameless else []
        return FootContent(left=left, right=right, primary=self._next)

    def _hide_all(self) -> None:
        more = (self._all, self._back, self._leaves, self._nameless, self._next)
        for widget in (*self._lasting, self._inbox, self._parking, *more):
            widget.hide()


def _leaves(parent: QWidget) -> QWidget:
    """The sentence on what leaves the room."""
    sentence = QWidget(parent)
    row = QHBoxLayout(sentence)
    row.setContentsMargins(6, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(IconLabel("document", "ink2", 18))
    row.addWidget(Text("meta", tr("list.leaves"), wrap=False))
    return sentence
