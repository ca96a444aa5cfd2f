"""What stands in the middle of the page: the list, silent writing, or a shelf."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.components.problem_commands import ProblemCommands
from ui.components.shelved_problems import Shelf
from ui.pages.list.list_memory import ListMemory
from ui.pages.list.writing_view import WritingView
from workshop_app.domain.audience_view import SilentWriting
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState


class Stage(QStackedWidget):
    """``board`` is the list; the inbox is not even built where the room could see it."""

    turned = Signal()

    def __init__(
        self, board: QWidget, kept: ListMemory, lister: ProblemCommands, *, private: bool
    ) -> None:
        super().__init__()
        self._kept, self._lister = kept, lister
        self._state: WorkshopState | None = None
        self.writing = WritingView(kept.writing)
        names = ("inbox", "parking") if private else ("parking",)
        self.shelves = {name: Shelf(name) for name in names}
        self._layers = {"list": board, "writing": self.writing, **self.shelves}
        for layer in self._layers.values():
            self.addWidget(layer)
        for shelf in self.shelves.values():
            shelf.taken.connect(self._take)
            shelf.removed.connect(self._remove)

    @property
    def mode(self) -> str:
        """``list``, ``writing``, or the name of a shelf."""
        return self._kept.mode if self._kept.mode in self._layers else "list"

    @property
    def silence(self) -> SilentWriting | None:
        """What the room sees of silent writing, while it is in front."""
        writing = self._kept.writing
        if self.mode != "writing":
            return None
        left, done = writing.seconds_left(), writing.done
        return SilentWriting(minutes=writing.minutes, seconds_left=left, done=done)

    def show_state(self, state: WorkshopState) -> None:
        """Show the shelves and the head count of a state."""
        self._state = state
        for name, shelf in self.shelves.items():
            shelf.show_problems(state.inbox if name == "inbox" else state.parking_lot)
        self.writing.show_people(state.present_count, anonymous=state.workshop.anonymous)
        self.setCurrentWidget(self._layers[self.mode])

    def come_to(self, mode: str) -> None:
        """Bring one of them to the front."""
        self._kept.mode = mode
        self.setCurrentWidget(self._layers[self.mode])
        self.turned.emit()

    def leave(self) -> bool:
        """Go back to the list; False when it is in front."""
        if self.mode == "list":
            return False
        if self.mode == "writing":
            self._kept.writing.end()
        self.come_to("list")
        return True

    def finish_writing(self) -> bool:
        """End silent writing and go on with the next sheet to type; False when there is none."""
        if self.mode != "writing":
            return False
        typed = self._state.problems if self._state else ()
        self._kept.sheet = max((problem.worksheet for problem in typed), default=0) + 1
        return self.leave()

    def release_all(self) -> None:
        """Show the room everything that waits in the inbox."""
        if self._state is not None and self._lister.release(self._state.inbox):
            self.come_to("list")

    def focus_start(self) -> bool:
        """Put the keyboard where work begins; False where the list is in front."""
        front = self.currentWidget()
        if isinstance(front, Shelf):
            front.focus_start()
        elif front is self.writing:
            self.writing.setFocus()
        return self.mode != "list"

    def _problem(self, problem_id: str) -> Problem | None:
        return self._state.problem(problem_id) if self._state else None

    def _take(self, problem_id: str) -> None:
        problem = self._problem(problem_id)
        if problem is not None:
            self._lister.take(problem)

    def _remove(self, problem_id: str) -> None:
        problem = self._problem(problem_id)
        if problem is not None:
            self._lister.remove(problem)
