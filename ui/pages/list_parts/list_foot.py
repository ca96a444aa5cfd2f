"""The foot bar of the page: paste, what leaves the room, and who has no speaker yet."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.pages.base import FootContent
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class ListFoot(QObject):
    """Makes the widgets once; ``changed`` when others are to be shown."""

    paste_wanted = Signal()
    nameless_wanted = Signal()
    next_wanted = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._paste = ActionButton(tr("list.paste"), "tray", "Ctrl+Shift+V", parent=parent)
        self._leaves = _leaves(parent)
        self._nameless = ActionButton("", "person", "Alt+J", "note", parent=parent)
        self._next = ActionButton(tr("list.next"), key="Ctrl+Enter", parent=parent)
        self._some_nameless = False
        for widget in (self._paste, self._leaves, self._nameless, self._next):
            widget.hide()
        self._paste.clicked.connect(self.paste_wanted)
        self._nameless.clicked.connect(self.nameless_wanted)
        self._next.clicked.connect(self.next_wanted)
        theme().changed.connect(self.changed)

    def show_state(self, state: WorkshopState) -> None:
        """Count the problems that have no speaker yet."""
        count = sum(problem.speaker_id is None for problem in state.listed)
        some = bool(count and state.participants)
        self._nameless.setText(tr("list.nameless", n=count))
        if some != self._some_nameless:
            self._some_nameless = some
            self.changed.emit()

    def content(self) -> FootContent:
        """What stands in the bar; in a narrow window the sentence makes room for the buttons."""
        left: list[QWidget] = [self._paste]
        if not theme().metrics.compact:
            left.append(self._leaves)
        right: list[QWidget] = [self._nameless] if self._some_nameless else []
        return FootContent(left=left, right=right, primary=self._next)


def _leaves(parent: QWidget) -> QWidget:
    """The sentence on what leaves the room."""
    sentence = QWidget(parent)
    row = QHBoxLayout(sentence)
    row.setContentsMargins(6, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(IconLabel("document", "ink2", 18))
    row.addWidget(Text("meta", tr("list.leaves"), wrap=False))
    return sentence
