"""The panel for deciding which problems of other workshops are the same; private mode only."""

from __future__ import annotations

from collections.abc import Mapping

from ui.actions.binding import bind_button
from ui.actions.offered import Offers, left, primary
from ui.components.empty_state import EmptyState
from ui.components.task_panel import TaskPanel
from ui.components.window_api import WindowApi
from ui.rows.cells import Button, Tick, Words
from ui.rows.paged_list import PagedList
from ui.rows.row import Row, detail
from ui.widgets.boxes import column
from ui.widgets.spaced import spaced
from ui.widgets.text import Text
from ui.widgets.voice_words import voices_in_a_line
from workshop_app.domain.errors import StoreError
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services.command import Command
from workshop_app.services.commands.likes import ConfirmLike, RejectLike, ReopenLike
from workshop_app.services.contact_words import way_name
from workshop_app.services.evidence import LikeProblems, LikeRow, counts_of

_ROW_ACTIONS = ("appraise.same", "appraise.not_same")


class VoicesPanel(TaskPanel):
    """Each like problem with customer, day and wording: the same, not the same, or undecided.

    A click on the box of a row, Enter or the key of the action marks it as the same, the row's
    button as different. Rows keep their positions until the panel is reopened.
    """

    REOPENS = False

    def __init__(self, api: WindowApi, back: str, finder: LikeProblems) -> None:
        self._finder = finder
        self._order: list[str] = []
        self._listed: dict[str, LikeRow] = {}
        super().__init__(api, back)

    def build(self) -> None:
        self._counts = Text("body-bold")
        self.list = PagedList(tr("appraise.voices.list"), role="list")
        self.list.row_actions = _ROW_ACTIONS
        self._lead = Text("body-quiet", tr("appraise.voices.lead"))
        self.list.nothing = EmptyState(tr("appraise.voices.none"))
        bind_button(self, "appraise.same", self.confirm)
        bind_button(self, "appraise.not_same", self.reject)
        column(
            self,
            self._lead,
            self._counts,
            (self.list.nothing, 1),
            (self.list, 1),
            gap=8,
        )
        self.list.activated.connect(lambda _id: self.confirm())
        self.list.ticked.connect(self._tick)
        self.list.acted.connect(self._act)
        self.list.current_changed.connect(lambda _id: self.foot_changed.emit())

    def open(self, state: WorkshopState, problem: Problem, draft: Mapping[str, str]) -> None:
        self._order = []
        super().open(state, problem, draft)

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        super().show_problem(state, problem)
        try:
            found = {row.problem_id: row for row in self._finder.rows(state, problem)}
            counts = counts_of(self.api.session, problem)
        except StoreError as error:
            self.api.refuse(error)
            self.cancelled.emit()
            return
        self._listed = found
        self._order = [key for key in self._order if key in found]
        later = [row for key, row in found.items() if key not in self._order]
        self._order += [row.problem_id for row in sorted(later, key=_undecided_first)]
        self._counts.setText(voices_in_a_line(counts))
        rows = [_row(found[key]) for key in self._order]
        self.list.show_rows(rows)
        self.foot_changed.emit()

    def offered(self) -> Offers:
        offers = super().offered()
        if not self._listed:
            return offers
        row = self._listed.get(self.list.current_id() or "")
        same = row.same if row is not None else None
        other = left(tr(f"appraise.voices.{'reopen' if same is False else 'not_same'}"))
        agree = primary(tr(f"appraise.voices.{'reopen' if same is True else 'same'}"))
        return offers | {
            "appraise.not_same": other._replace(enabled=row is not None),
            "appraise.same": agree._replace(enabled=row is not None),
        }

    def focus_start(self) -> None:
        (self.list if self._listed else self).setFocus()

    def confirm(self) -> bool:
        """Record that the current problem is the same, or remove the decision."""
        return self._decide(self.list.current_id(), same=True)

    def reject(self) -> bool:
        """Record that the current problem is different, or remove the decision."""
        return self._decide(self.list.current_id(), same=False)

    def _tick(self, key: str) -> None:
        self._decide(key, same=True)

    def _act(self, key: str) -> None:
        self._decide(key, same=False)

    def _decide(self, key: str | None, *, same: bool) -> bool:
        row = self._listed.get(key or "")
        if row is None:
            return False
        command: Command
        if row.same is same:
            command = ReopenLike(self.problem.id, row.problem_id)
            said = "open"
        elif same:
            command = ConfirmLike(self.problem.id, row.problem_id)
            said = "same"
        else:
            command = RejectLike(self.problem.id, row.problem_id)
            said = "not_same"
        if self.api.execute(command, done=tr(f"appraise.voices.said.{said}")) is None:
            return False
        if said != "open":
            self._go_to_open()
        return True

    def _go_to_open(self) -> None:
        """Select the next undecided problem."""
        current = self.list.current_id()
        index = self._order.index(current) + 1 if current in self._order else 0
        later = [*self._order[index:], *self._order[:index]]
        following = next((key for key in later if self._listed[key].same is None), None)
        if following is not None:
            self.list.set_current(following)
            self.foot_changed.emit()


def _undecided_first(row: LikeRow) -> int:
    return (None, True, False).index(row.same)


def _row(row: LikeRow) -> Row:
    marks = (
        Words(row.customer, "people"),
        Words(texts().date(row.date, short=True)),
    )
    words = tr(f"appraise.voices.{'reopen' if row.same is False else 'other'}")
    return Row(
        row.problem_id,
        row.words,
        before=(Tick(row.same is True),),
        after=(
            *marks,
            Button(words),
        ),
        opened=detail(spaced(way_name(texts(), row.way, row.own_way), row.job)),
        chosen=row.same is True,
        quiet=row.same is False,
    )
