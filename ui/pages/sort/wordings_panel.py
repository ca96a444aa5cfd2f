"""All wordings of a problem and of those merged into it; speakers only in private mode."""

from __future__ import annotations

from collections.abc import Mapping

from ui.components.people import short_name
from ui.components.task_panel import TaskPanel
from ui.rows.cells import Number, Words
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.widgets.boxes import column
from ui.widgets.text import Text
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class WordingsPanel(TaskPanel):
    """A list: each first wording with its number, followed by the concrete one."""

    def build(self) -> None:
        self._title = Text("section", "")
        self.list = PagedList(tr("sort.details.wordings"))
        column(self, self._title, (self.list, 1), gap=12)

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        super().show_problem(state, problem)
        everyone = (problem, *state.merged_into(problem.id))
        self._title.setText(tr("sort.details.title", number=problem.number, n=len(everyone)))
        self.list.set_rows([row for one in everyone for row in self._rows(state, one)])

    def restore(self, draft: Mapping[str, str]) -> None:
        super().restore(draft)
        self.list.set_current(self.list.rows()[0].id)

    def focus_start(self) -> None:
        self.list.setFocus()

    def _rows(self, state: WorkshopState, problem: Problem) -> list[Row]:
        marks = [Words(tr("sort.reword.first"), "speech")]
        name = short_name(state, problem.speaker_id) if self.api.private else ""
        if name:
            marks.append(Words(name, "person"))
        rows = [
            Row(
                problem.id,
                problem.first_wording,
                before=(Number(str(problem.number)),),
                after=tuple(marks),
                quiet=bool(problem.wording),
            )
        ]
        if problem.wording:
            concrete = Words(tr("sort.reword.concrete"), "pen", "accent")
            rows.append(Row(f"{problem.id}:wording", problem.wording, after=(concrete,)))
        return rows
