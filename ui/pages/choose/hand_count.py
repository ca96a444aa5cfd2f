"""The show of hands before it is closed: problems only; numbers are typed in a calm field."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.choose.count_fields import SmallCount
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.count_field import parse_count
from ui.widgets.entry_line import EntryLine
from ui.widgets.error_line import ErrorLine
from ui.widgets.flow import Flow
from ui.widgets.paged_list import PagedList
from ui.widgets.rows import Mark, Row
from ui.widgets.shortcut import Shortcut
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_MOST = 9_999


class Counting(QWidget):
    """``counted(id, votes | None)`` for what was typed, ``present(n)`` for the head count.

    Enter takes the number over and goes to the next problem. A number above the head count
    is pointed out first; Enter once more keeps it as it is.
    """

    counted = Signal(str, object)
    present = Signal(object)
    moved = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._row_id = ""
        self._known = ""
        self._warned = ""
        self._present = 0
        self.hands = EntryLine(tr("choose.count.list"), role="body", limit=40)
        self._called = Text("body-bold", "", wrap=False)
        self._next = ActionButton(
            tr("choose.count.next"), key="Enter", kind="secondary", size="small", keyless=True
        )
        self.people = SmallCount(tr("choose.count.present"), _MOST)
        self.error = ErrorLine()
        self._progress = Text("body-quiet", "", wrap=False)
        self.rows = PagedList(tr("choose.count.list"))
        self._arrange()
        self._connect()

    def show_state(self, state: WorkshopState, current: str) -> None:
        """Show the problems in order of entry, ``current`` being counted; no number shows."""
        self._present = state.present_count
        self.people.set_value(self._present)
        listed = state.candidates_of(state.workshop.round)
        counted = state.votes_in(state.workshop.round)
        rows = [self._row(p.id, p.number, p.title, counted.get(p.id)) for p in listed]
        ids = [row.id for row in rows]
        wanted = current if current in ids else next((i for i in ids if i not in counted), ids[0])
        self.rows.set_rows(rows, wanted)
        done = sum(problem_id in counted for problem_id in ids)
        self._say_progress(done, len(ids))
        self._show_field(state, wanted)

    def current_id(self) -> str:
        """Id of the problem being counted."""
        return self._row_id

    def leave(self) -> None:
        """Take over what is typed, when the page is left; an unclear number stays unsaved."""
        self.hands.field.settle()
        self.people.flush()
        votes = self._typed()
        if votes is not None and not self._is_surplus(votes):
            self._record(votes)

    def focus_start(self) -> None:
        """Put the cursor where hands are typed."""
        self.hands.setFocus()
        self.hands.field.selectAll()

    def _is_surplus(self, votes: int) -> bool:
        """Whether there are more hands than people; unknown while nobody was counted."""
        return 0 < self._present < votes

    def _row(self, problem_id: str, number: int, title: str, votes: int | None) -> Row:
        marks: list[Mark] = []
        if votes is not None and self._is_surplus(votes):
            marks.append(Mark(tr("choose.count.too_many"), "circle-alert", "danger"))
        elif votes is not None:
            marks.append(Mark(tr("choose.count.counted"), "check", "ink2"))
        return Row(problem_id, title, str(number), marks=tuple(marks))

    def _show_field(self, state: WorkshopState, problem_id: str) -> None:
        problem, votes = state.problem(problem_id), state.votes_of(problem_id)
        if problem is None:
            return
        words = tr("choose.count.hands", number=problem.number)
        self._called.setText(words)
        self.hands.set_words(words)
        known = "" if votes is None else str(votes)
        same = problem_id == self._row_id
        if same and (self.hands.composing or self.hands.text() != self._known):
            return  # somebody is just typing another number
        self._row_id = problem_id
        if not same or known != self._known:
            self._known = known
            self.hands.set_text(known)
            self.hands.field.selectAll()
            self._say_wrong("")

    def _say_progress(self, done: int, total: int) -> None:
        words = tr("choose.count.progress", n=done, total=total)
        self._progress.setText(tr("choose.count.all") if done == total else words)

    def _typed(self) -> int | None:
        """The number in the field, if it is one and another than the recorded one."""
        text = self.hands.text().strip()
        number = parse_count(text)
        if number is None or number > _MOST or text == self._known:
            return None
        return number

    def _enter(self) -> None:
        if self.take_over(confirming=True):
            self._go(1)

    def take_over(self, *, confirming: bool = False) -> bool:
        """Record what is typed; False while there is something to say about it.

        With ``confirming`` a surplus that was pointed out already is kept.
        """
        text = self.hands.text().strip()
        number = parse_count(text)
        if text == self._known:
            return True
        if not text:
            self._known = ""
            self.counted.emit(self._row_id, None)
            return True
        if number is None or number > _MOST:
            self._say_wrong(tr("choose.count.wrong", most=self._present or _MOST))
            return False
        if self._is_surplus(number) and not (confirming and self._warned == text):
            over = number - self._present
            self._say_wrong(tr("choose.count.surplus", n=over, present=self._present))
            self._warned = text
            self.hands.field.selectAll()
            return False
        self._record(number)
        return True

    def _record(self, votes: int) -> None:
        self._known = self.hands.text().strip()
        self._warned = ""
        self._say_wrong("")
        self.counted.emit(self._row_id, votes)

    def _go(self, by: int) -> None:
        ids = [row.id for row in self.rows.rows()]
        place = ids.index(self._row_id) + by if self._row_id in ids else 0
        if 0 <= place < len(ids):
            self.moved.emit(ids[place])
        self.hands.field.selectAll()

    def _moved_by_key(self, row_id: str) -> None:
        if row_id == self._row_id:
            return
        if self.take_over():
            self.moved.emit(row_id)
        else:
            self.rows.set_current(self._row_id)

    def _say_wrong(self, sentence: str) -> None:
        self.error.show_sentence(sentence)

    def _arrange(self) -> None:
        metrics = theme().metrics
        self.hands.setFixedWidth(7 * metrics.body)
        calm = Flow(12) if theme().stacked else QHBoxLayout()
        calm.setSpacing(12)
        for widget in (self._called, self.hands, self._next, self._progress):
            calm.addWidget(widget)
        if isinstance(calm, QHBoxLayout):
            calm.addStretch(1)
        calm.addWidget(self.people)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.gap - 2)
        column.addLayout(calm)
        column.addWidget(self.error)
        column.addWidget(self.rows, 1)

    def _connect(self) -> None:
        self.hands.field.returned.connect(self._enter)
        self._next.clicked.connect(self._enter)
        self.hands.changed.connect(self._typing)
        self.rows.take_keys_from(self.hands.field)
        self.rows.current_changed.connect(self._moved_by_key)
        self.rows.activated.connect(lambda _row: self.focus_start())
        self.people.counted.connect(self.present)
        Shortcut("Alt+H", self, self.focus_start)

    def _typing(self, text: str) -> None:
        if text.strip() != self._warned:
            self._warned = ""
            self._say_wrong("")
