"""Problems that are not on the list: those of the inbox, or of the parking lot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.components.empty_state import EmptyState
from ui.components.problem_commands import ProblemCommands
from ui.components.window_api import WindowApi
from ui.forms.record_list import RecordList
from ui.rows.cells import Number, Words
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.widgets.boxes import column
from ui.widgets.text import Text
from workshop_app.domain.problem import Problem
from workshop_app.i18n import tr


class ProblemsAside(QWidget):
    """A list that replaces the page's own; Enter takes a problem out, Delete removes it.

    ``name`` is ``inbox`` or ``parking``, the section of its texts: title, hint, empty, count.
    """

    FOCUS_AREA: ClassVar[str] = "around"

    def __init__(self, name: str, api: WindowApi) -> None:
        super().__init__()
        self._name = name
        self._commands = ProblemCommands(api)
        self._problems: dict[str, Problem] = {}
        self._title = Text("section", tr(f"list.{name}.title"))
        self._hint = Text("body-quiet", tr(f"list.{name}.hint"))
        self._empty = EmptyState(tr(f"list.{name}.empty"))
        self.list = PagedList(tr(f"list.{name}.title"))
        count = f"list.{name}.count"
        self._records = RecordList(api, self.list, nothing=self._empty, count=count)
        self._records.offer(
            {
                "row.take": lambda problem: self._commands.take(self._problems[problem]),
                "row.remove": lambda problem: self._commands.remove(self._problems[problem]),
            }
        )
        layout = column(
            self,
            (self._title, 0),
            (self._hint, 0),
            (self.list, 1),
            self._empty,
            gap=6,
        )
        layout.addStretch(0)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these problems in their original wordings."""
        index = self.list.view.current
        self._problems = {problem.id: problem for problem in problems}
        rows = [
            Row(p.id, p.said, before=(Number(str(p.number)),), after=self._marks(p))
            for p in problems
        ]
        ids = list(self._problems)
        near = ids[min(max(index, 0), len(ids) - 1)] if ids else None
        self._records.show(rows, near)

    def focus_start(self) -> None:
        """Focus the rows, or the page if there are none."""
        (self.list if self.list.rows() else self).setFocus()

    def _marks(self, problem: Problem) -> tuple[Words, ...]:
        """Return the worksheet of a problem; only in the inbox, which the audience does not see."""
        if not problem.worksheet or self._name != "inbox":
            return ()
        return (Words(tr("list.worksheet", number=problem.worksheet), "document"),)
