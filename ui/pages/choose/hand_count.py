"""An open round by show of hands: the number of hands is typed for each problem."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from ui.actions.binding import bind
from ui.components.problem_notes import origin_aside
from ui.components.window_api import WindowApi
from ui.pages.choose.part import ChoosePart
from ui.pages.choose.small_count import SmallCount
from ui.rows.cells import Cell, Number, Space, Words
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.rows.style import Style, paper_table
from ui.rows.view import RowsView
from ui.theme.theme import theme
from ui.widgets.boxes import column, flow, row
from ui.widgets.count_field import parse_count
from ui.widgets.entry_line import EntryLine
from ui.widgets.error_line import ErrorLine
from ui.widgets.text import Text
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.choosing import CountHands

_MOST = 9_999
_SPARE = 8  # px
_FIELD_PADDING = 9  # px above and below the text in the field
_COUNTED = "✓"
"""Stands in the field for a count that is not to be seen."""


def _counting(role: str, width: int) -> Style:
    """Return the measures of rows that are as high as the field in one of them."""
    style = paper_table(role, width)
    pad = max(style.pad, _FIELD_PADDING)
    return style._replace(pad=pad, least=style.line + 2 * pad)


def _counted() -> Words:
    return Words(tr("choose.count.counted"), "check", "ink2", right=True)


class HandCount(ChoosePart):
    """Enter records the number typed and goes to the next problem that is not counted.

    A recorded number is only shown, and selected, after a click or an arrow key went to its
    problem. The focus stays in the field: digits typed next count for the problem shown. A number
    above the head count must be confirmed with a second Enter. ``people`` is the head count.
    """

    def __init__(self, api: WindowApi) -> None:
        super().__init__(api)
        self._current = ""
        self._recorded = ""
        self._asked = ""
        """The id of the problem whose recorded number is shown."""
        self._warned = ""
        self._present = 0
        self._counted: Mapping[str, int] = {}
        self.hands = EntryLine(tr("choose.count.list"), limit=40)
        bind(self, "choose.hand", self._enter, listens=False)
        self.people = SmallCount(tr("choose.count.present"), _MOST)
        self.error = ErrorLine()
        self._progress = Text("body-quiet", wrap=False)
        self.rows = PagedList(tr("choose.count.list"), view=RowsView("room", _counting))
        self.rows.row_actions = ("choose.field", "choose.heard")
        self._arrange()
        self._connect()

    def show_round(self) -> None:
        """Show the problems in order of entry, with the current one being counted, but no sum."""
        state = self.state
        self._present = state.votes.present
        self.people.set_value(self._present)
        listed = state.votes.candidates
        counted = self._counted = state.votes.now
        ids = [problem.id for problem in listed]
        wanted = self.current
        if wanted not in ids:
            wanted = next((each for each in ids if each not in counted), ids[0])
        rows = [self._row(problem, counted.get(problem.id), wanted) for problem in listed]
        self.rows.set_rows(rows, wanted)
        self._show_progress(len(ids) - state.votes.uncounted, len(ids))
        self._show_field(state, wanted)

    def current_id(self) -> str:
        return self._current

    def leave(self) -> None:
        self.hands.field.commit_composed()
        self.people.flush()
        votes = self._typed()
        if votes is not None and not self._is_surplus(votes):
            self._record(votes, self._current)

    def focus_start(self) -> None:
        self.hands.setFocus()
        self.hands.field.selectAll()

    def _is_surplus(self, votes: int) -> bool:
        """Return whether there are more hands than people; False if the head count is unknown."""
        return 0 < self._present < votes

    def _row(self, problem: Problem, votes: int | None, current: str) -> Row:
        mark: Cell = Space(self.hands.minimumWidth())
        if votes is not None and self._is_surplus(votes):
            mark = Words(tr("choose.count.too_many"), "circle-alert", "danger", right=True)
        elif votes is not None:
            mark = _counted()
        if problem.id == current:
            mark = Space(self.hands.minimumWidth())
        return Row(
            problem.id,
            problem.title,
            before=(Number(str(problem.number)),),
            asides=origin_aside(problem),
            after=(mark,),
        )

    def _show_field(self, state: WorkshopState, problem_id: str) -> None:
        problem = state.problem(problem_id)
        votes = state.votes.of(problem_id)
        if problem is None:
            return
        hidden = votes is not None and problem_id != self._asked
        words = tr("choose.count.hands", number=problem.number)
        self.hands.set_words(words, _COUNTED if hidden else tr("choose.count.hint"))
        recorded = "" if votes is None or hidden else str(votes)
        same = problem_id == self._current
        if same and (self.hands.composing or self.hands.text() != self._recorded):
            return  # the user is typing another number
        self._current = problem_id
        if not same or recorded != self._recorded:
            self._recorded = recorded
            self.hands.set_text(recorded)
            self.hands.field.selectAll()
            self._show_error("")

    def _show_progress(self, done: int, total: int) -> None:
        words = tr("choose.count.progress", n=done, total=total)
        self._progress.setText(tr("choose.count.all") if done == total else words)

    def _typed(self) -> int | None:
        """Return the number typed; None if it is invalid or already recorded."""
        text = self.hands.text().strip()
        number = parse_count(text)
        if number is None or number > _MOST or text == self._recorded:
            return None
        return number

    def _enter(self) -> None:
        self._asked = ""
        if self.commit(confirming=True, then=self._following()):
            self.hands.field.selectAll()
        self.hands.setFocus()  # a click on the button has moved the focus

    def commit(self, *, confirming: bool = False, then: str = "") -> bool:
        """Record the typed number; return False, and show the reason, if it is refused.

        With ``confirming`` a surplus that was already pointed out is recorded. ``then`` is the id
        of the problem to count next; empty means the current one.
        """
        text = self.hands.text().strip()
        number = parse_count(text)
        following = then or self._current
        if text == self._recorded:
            if then:
                self.go_to(then)
            self.hands.field.selectAll()
            return True
        if not text:
            self._recorded = ""
            self._count(None, following)
            return True
        if number is None or number > _MOST:
            self._show_error(tr("choose.count.wrong", most=self._present or _MOST))
            return False
        if self._is_surplus(number) and not (confirming and self._warned == text):
            over = number - self._present
            self._show_error(tr("choose.count.surplus", n=over, present=self._present))
            self._warned = text
            self.hands.field.selectAll()
            return False
        self._record(number, following)
        return True

    def _record(self, votes: int, following: str) -> None:
        self._recorded = self.hands.text().strip()
        self.hands.set_text(self._recorded)  # no longer unsaved
        self._warned = ""
        self._show_error("")
        self._count(votes, following)

    def _count(self, votes: int | None, following: str) -> None:
        counted = self._current
        self.memory["current"] = following
        if self.api.execute(CountHands(counted, votes)) is None:
            self.memory["current"] = counted

    def _following(self) -> str:
        """Return the id of the next problem not counted; without one the current one stays."""
        ids = [row.id for row in self.rows.rows()]
        after = ids.index(self._current) + 1 if self._current in ids else 0
        others = (each for each in ids[after:] + ids[:after] if each != self._current)
        return next((each for each in others if each not in self._counted), self._current)

    def _go_to(self, row_id: str) -> None:
        before, self._asked = self._asked, row_id
        if row_id != self._current and not self.commit(then=row_id):
            self._asked = before
            self.rows.set_current(self._current)

    def _clicked(self, row_id: str) -> None:
        """Show the number of the current problem as well, which a click on its row asks for."""
        if row_id == self._current != self._asked:  # else the number typed before was refused
            self._asked = row_id
            self.go_to(row_id)
        self.focus_start()

    def _show_error(self, sentence: str) -> None:
        self.error.show_sentence(sentence)

    def _arrange(self) -> None:
        metrics = theme().metrics
        self._fit()
        theme().changed.connect(self._fit)
        view = self.rows.view
        if isinstance(view, RowsView):
            view.set_beside(self.hands)
        self.hands.changed.connect(lambda _text: view.show_current())
        how = Text("hint", tr("choose.count.how"))
        others = (self._progress, self.people)
        line = flow(None, how, *others) if theme().stacked else row(None, (how, 1), *others)
        line.setSpacing(20)
        line.setContentsMargins(metrics.edge, 4, metrics.margin, 4)
        errors = column(None, self.error, around=(metrics.edge, 0, metrics.margin, 0))
        column(self, line, (self.rows, 1), errors, gap=0)

    def _fit(self) -> None:
        """Make the field as narrow as its parts allow."""
        self.hands.setFixedWidth(self.hands.minimumSizeHint().width() + _SPARE)

    def _connect(self) -> None:
        self.hands.field.returned.connect(self._enter)
        self.hands.changed.connect(self._clear_warning)
        self.people.value_changed.connect(partial(self.limit, "present"))
        self.rows.leave_keyboard_to(self.hands.field)
        self.rows.current_changed.connect(self._go_to)
        self.rows.clicked.connect(self._clicked)
        bind(self, "choose.field", self.focus_start)

    def _clear_warning(self, text: str) -> None:
        if text.strip() != self._warned:
            self._warned = ""
            self._show_error("")
