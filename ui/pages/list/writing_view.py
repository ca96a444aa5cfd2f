"""Silent writing fills the page: what to do, how long, who is done, and what leaves the room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.list.silent_writing import LENGTHS, SilentWriting
from ui.pages.list.writing_ring import WritingRing
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.flow import Flow
from ui.widgets.shortcut import Shortcut
from ui.widgets.text import Text
from workshop_app.i18n import tr


class WritingView(QWidget):
    """Digits choose the length, Space pauses, + and - count who has written."""

    def __init__(self, writing: SilentWriting) -> None:
        super().__init__()
        self._writing = writing
        self._people = 0
        self.ring = WritingRing(writing)
        self._task = Text("problem", tr("list.writing.task"))
        self._done = Text("room-bold", "")
        self._leaves = Text("room-quiet", "")
        self._lengths = [self._length(n, minutes) for n, minutes in enumerate(LENGTHS, 1)]
        self._pause = self._button("pause", "pause", "Space", writing.toggle)
        self._longer = self._button("longer", "plus", "M", writing.add_minute)
        self._less = self._button("less", "minus", "-", lambda: self._count(-1))
        self._more = self._button("more", "plus", "+", lambda: self._count(1))
        for key, change in (("Up", 1), ("Down", -1)):
            Shortcut(key, self, lambda change=change: self._count(change))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._arrange()
        writing.changed.connect(self._show)

    def show_people(self, people: int, *, anonymous: bool) -> None:
        """Show of how many people it is counted who is done, and what leaves the room."""
        self._people = people
        self._leaves.setText(tr("list.writing.nameless" if anonymous else "list.writing.leaves"))
        self._show()

    def focus_shape(self) -> tuple[QRectF, float]:
        """The ring of the keyboard goes around that of the time."""
        side = min(self.ring.width(), self.ring.height())
        circle = QRectF(0, 0, side, side)
        circle.moveCenter(QRectF(self.ring.geometry()).center())
        return circle, side / 2

    def _count(self, change: int) -> None:
        if self._writing.begun:
            self._writing.count(change, self._people)

    def _show(self) -> None:
        writing = self._writing
        for button in self._lengths:
            button.setVisible(not writing.begun)
        for button in (self._pause, self._longer, self._less, self._more):
            button.setVisible(writing.begun)
        self._pause.setText(tr("list.writing.pause" if writing.running else "list.writing.go_on"))
        self._pause.set_icon("pause" if writing.running else "play")
        self._done.setText(done_words(writing.done, self._people))
        self._done.setVisible(writing.begun)
        said = (self._task.text(), self.ring.words(), self._done.text() if writing.begun else "")
        self.setAccessibleName(" ".join(part for part in said if part))
        self.ring.update()

    def _arrange(self) -> None:
        metrics = theme().metrics
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.gap * 2)
        row.addWidget(self.ring, 4)
        column = QVBoxLayout()
        column.setSpacing(metrics.gap)
        column.addStretch(1)
        column.addWidget(self._task)
        column.addWidget(self._done)
        column.addWidget(self._leaves)
        buttons = QWidget()
        flow = Flow(8, buttons)
        controls = (*self._lengths, self._less, self._more, self._pause, self._longer)
        for button in controls:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            flow.addWidget(button)
        column.addSpacing(metrics.gap)
        column.addWidget(buttons)
        column.addStretch(1)
        row.addLayout(column, 5)

    def _length(self, number: int, minutes: int) -> ActionButton:
        button = ActionButton(tr("list.writing.minutes", n=minutes), key=str(number))
        button.clicked.connect(lambda: self._writing.begin(minutes))
        return button

    @staticmethod
    def _button(words: str, icon: str, key: str, then: Callable[[], object]) -> ActionButton:
        button = ActionButton(tr(f"list.writing.{words}"), icon, key)
        button.clicked.connect(then)
        return button


def done_words(done: int, people: int) -> str:
    """How many have written, of how many where that is known."""
    return tr("list.writing.done_of" if people else "list.writing.done", n=done, people=people)
