"""Step 4, Sort: themes, merging and splitting, and concrete wordings beside the first ones."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.components.note_panel import NotePanel
from ui.components.page import FootContent, Page
from ui.components.page_memory import memory
from ui.components.problem_commands import ProblemCommands
from ui.pages.sort.all_groups import AllGroups
from ui.pages.sort.commands import Sorter
from ui.pages.sort.details_panel import DetailsPanel
from ui.pages.sort.foot import SortFoot
from ui.pages.sort.group_view import GroupView
from ui.pages.sort.groups import UNSORTED
from ui.pages.sort.head import SortHead
from ui.pages.sort.hint_line import HintLine
from ui.pages.sort.hints import Hint
from ui.pages.sort.panel import Panel
from ui.pages.sort.parking_panel import ParkingPanel
from ui.pages.sort.reword_panel import RewordPanel
from ui.pages.sort.selection import Selection
from ui.pages.sort.split_panel import SplitPanel
from ui.pages.sort.theme_line import ThemeLine
from ui.pages.sort.thread_panel import ThreadSide
from ui.theme.theme import theme
from ui.widgets.shortcut import Shortcut
from workshop_app.domain.room_views import Front
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr


class SortPage(Page):
    """One theme a page, the others as a strip; in private mode all themes side by side."""

    NAME: ClassVar[str] = "sort"

    def build(self) -> None:
        self.selection = Selection(lambda: memory(self))
        self.sorter = Sorter(self.api)
        self.head = SortHead()
        self.line = ThemeLine()
        self.hint = HintLine()
        self.view = AllGroups() if self.private else GroupView()
        self.thread_side = ThreadSide() if self.private else None
        self.note = NotePanel(None, middle=self.thread_side) if self.private else None
        self.panels: dict[str, Panel] = {
            "reword": RewordPanel(self.api, self._drafts("reword")),
            "split": SplitPanel(self.api, self._drafts("split")),
            "details": DetailsPanel(self.api, {}),
        }
        self.parking = ParkingPanel(self.api, {})
        self.bar = SortFoot(self)
        self._waits = False
        self._arrange()
        self._connect()

    # -- showing

    def refresh(self, state: WorkshopState | None) -> None:
        if state is None:
            return
        self.selection.take(state)
        self._show(state)
        self.hint.show_state(state)
        self.parking.show_all(state)
        if self.bar.show_state(state) and self.isVisible():
            self.api.update_foot()
        panel = self.open_panel
        if panel is None:
            self._follow_theme()
        if panel is not None and panel.problem is not None:
            still = state.problem(panel.problem.id)
            if still is None or still.merged_into:
                self._close()
            else:
                panel.show_problem(state, still)

    def _follow_theme(self) -> None:
        """Where the rows of another theme have the keyboard, or nothing had, the rows get it."""
        focus, rows = QApplication.focusWidget(), self.view.list
        waited = self._waits and (self.hasFocus() or self.head.strip.hasFocus())
        elsewhere = focus is not None and self.view.isAncestorOf(focus) and focus is not rows.view
        if elsewhere or (waited and self.selection.group.problems):
            self.focus_start()

    def show_record(self, record_id: str) -> None:
        if self.selection.lead_to(record_id):
            self.refresh(self.session.state)
            self.audience_focus_changed.emit()

    def foot(self) -> FootContent:
        return self.bar.content(self.open_panel)

    def focus_start(self) -> None:
        panel = self.open_panel
        if panel is not None:
            panel.focus_start()
        elif not self.line.isHidden():
            self.line.entry.setFocus()
        elif self.selection.group.problems:
            self.view.list.setFocus()
        else:
            self.head.strip.setFocus(Qt.FocusReason.OtherFocusReason)
        self._waits = not self.selection.group.problems

    def front(self) -> Front | None:
        if not self.selection.groups:
            return None
        chosen = self.selection
        return Front(step=Step.SORT, record_id=chosen.problem_id, theme_id=chosen.group.id)

    def handle_escape(self) -> bool:
        if self.open_panel is not None:
            if not self.open_panel.leave():
                self._close()
        elif not self.line.isHidden():
            self.line.end()
        elif self.selection.ticked:
            self._clear_ticks()
        else:
            return False
        return True

    def settle(self) -> None:
        super().settle()
        if self.open_panel is not None:
            self.open_panel.keep()

    # -- doing

    def put(self, number: int) -> None:
        """Send the ticked problems, or the one in hand, to the theme of this number."""
        groups = self.selection.groups
        if number >= len(groups):
            self.api.toast(tr("sort.no_such_theme", number=number))
        elif self.selection.chosen:
            self.sorter.put(self.selection.chosen, groups[number])
            self.focus_start()

    def merge(self) -> None:
        """Merge the ticked problems into the one in hand."""
        into, ones, ticked = (
            self.selection.problem,
            self.selection.ticked_ones,
            self.selection.ticked,
        )
        self.selection.ticked = set()  # the rows are shown anew once
        if into is None or not self.sorter.merge(into, ones):
            self.selection.ticked = ticked

    def unmerge(self) -> None:
        """Let what was merged into the problem in hand stand by itself."""
        state, problem = self.session.state, self.selection.problem
        if problem is not None and state is not None:
            self.sorter.unmerge(state, problem)

    def open(self, name: str) -> None:
        """Open a panel on the problem in hand in place of the themes."""
        state, problem = self.session.state, self.selection.problem
        if state is None or problem is None or self.open_panel is not None:
            return
        self.line.end()
        panel = self.panels[name]
        panel.open(state, problem)
        self._bring(panel)

    def open_parking(self) -> None:
        """Show what is kept for another time, in place of the themes."""
        if self.open_panel is None:
            self.line.end()
            self._bring(self.parking)

    def park(self) -> None:
        """Keep the problem in hand for another time."""
        problem = self.selection.problem
        if problem is not None and ProblemCommands(self.api).park(problem):
            self.focus_start()

    def finish(self) -> None:
        """Do what the open panel is for, and after rewording go on with the next problem."""
        panel = self.open_panel
        if panel is None:
            self.api.go("choose")
        elif panel.do():
            following = self.selection.following if panel is self.panels["reword"] else None
            self._close()
            if following is not None:
                self.show_record(following)
                self.open("reword")

    def start_theme(self) -> None:
        """Offer a line for a new theme, and say what goes into it."""
        into = self.selection.for_new_theme
        note = ""
        if len(into) == 1:
            note = tr("sort.takes_one", number=into[0].number)
        elif into:
            note = tr("sort.takes_many", n=len(into))
        self._close()
        self.line.start_new(note)

    def skip(self) -> None:
        """Leave the step out on purpose and go on, or take it up again."""
        state = self.session.state
        if state is not None and self.sorter.skip(state):
            self.api.go("choose")
            self.api.toast(tr("sort.skipped"), undo=True)

    def _take_hint(self, hint: Hint) -> None:
        if self.sorter.take_hint(hint) and not hint.term:
            self.show_record(hint.problems[0].id)
        self.focus_start()

    def _refuse_hint(self, hint: Hint) -> None:
        self.sorter.refuse_hint(hint)
        self.focus_start()

    def _start_rename(self) -> None:
        if self.selection.group.id != UNSORTED:
            self.line.start_rename(self.selection.group.name)

    def _remove_theme(self) -> None:
        if self.selection.group.id != UNSORTED:
            self.sorter.remove(self.selection.group)
            self.focus_start()

    def _add_theme(self, name: str) -> None:
        if self.sorter.add_theme(name, self.selection.for_new_theme):
            self.line.end()

    def _rename(self, name: str) -> None:
        if self.sorter.rename(self.selection.group, name):
            self.line.end()

    def _tick(self, problem_id: str) -> None:
        self.selection.ticked ^= {problem_id}
        self.refresh(self.session.state)

    def _tick_in_hand(self) -> None:
        if self.selection.problem is not None:
            self._tick(self.selection.problem.id)

    def _clear_ticks(self) -> None:
        self.selection.ticked = set()
        self.refresh(self.session.state)

    def _hold(self, problem_id: str) -> None:
        self.selection.hold(problem_id)
        self.audience_focus_changed.emit()
        if self.session.state is not None:
            self._show_note(self.session.state)

    def _go(self, group_id: str) -> None:
        if self.selection.go(group_id):
            self._close()
            self.refresh(self.session.state)
            self.audience_focus_changed.emit()
            self.focus_start()

    def _bring(self, panel: Panel) -> None:
        self._layers.setCurrentWidget(panel)
        self.head.show_actions(theme=False)
        self.api.update_foot()
        panel.focus_start()

    def _close(self) -> None:
        panel = self.open_panel
        if panel is not None:
            panel.keep()
            self._layers.setCurrentWidget(self._board)
            self.head.show_actions(theme=self.selection.group.id != UNSORTED)
            self.api.update_foot()
            self.focus_start()

    # -- parts

    @property
    def open_panel(self) -> Panel | None:
        """The panel that is open, or None."""
        front = self._layers.currentWidget()
        return front if isinstance(front, Panel) else None

    def _drafts(self, name: str) -> dict[str, list[str]]:
        kept = memory(self).setdefault(f"drafts of {name}", {})
        return kept if isinstance(kept, dict) else {}

    def _show(self, state: WorkshopState) -> None:
        chosen = self.selection
        self.head.show_group(chosen.group, chosen.groups)
        self.view.show_groups(state, chosen.groups, chosen.group, chosen.ticked, chosen.problem_id)
        self.head.show_actions(theme=chosen.group.id != UNSORTED and self.open_panel is None)
        self._show_note(state)

    def _show_note(self, state: WorkshopState) -> None:
        problem = self.selection.problem
        if self.note is not None:
            names = [who.name for who in state.speakers_of(problem)] if problem else []
            self.note.show_problem(problem, tr("sort.between").join(names))
        if self.thread_side is not None:
            self.thread_side.show_problem(state, problem)

    def _arrange(self) -> None:
        metrics = theme().metrics
        self._layers = QStackedWidget()
        self._board = QWidget()
        board = QVBoxLayout(self._board)
        board.setContentsMargins(0, 0, 0, 0)
        board.setSpacing(metrics.gap // 2)
        board.addWidget(self.line)
        board.addWidget(self.hint)
        board.addWidget(self.view, 1)
        for widget in (self._board, *self.panels.values(), self.parking):
            self._layers.addWidget(widget)
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(metrics.side, metrics.top, metrics.side, metrics.top)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self._layers, 1)
        layout = QVBoxLayout(self) if theme().stacked else QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(work, 1)
        if self.note is not None:
            layout.addWidget(self.note)

    def _connect(self) -> None:
        self.head.went.connect(self._go)
        self.head.rename_wanted.connect(self._start_rename)
        self.head.remove_wanted.connect(self._remove_theme)
        self.line.named.connect(self._add_theme)
        self.line.renamed.connect(self._rename)
        self.line.closed.connect(self.focus_start)
        if isinstance(self.view, AllGroups):
            self.view.went.connect(self._go)
        self.view.current_changed.connect(self._hold)
        self.view.activated.connect(lambda _id: self.open("reword"))
        self.view.ticked.connect(self._tick)
        self.hint.taken.connect(self._take_hint)
        self.hint.refused.connect(self._refuse_hint)
        for panel in self.panels.values():
            panel.closed.connect(self._close)
        for key in ("Space", "Alt+Space"):
            Shortcut(key, self._board, self._tick_in_hand)
        for key, then in (("M", self.merge), ("U", self.unmerge), ("Alt+P", self.park)):
            Shortcut(key, self._board, then)
        for number in range(10):
            Shortcut(f"Alt+{number}", self._board, lambda number=number: self.put(number))
        if self.note is not None:
            self.note.noted.connect(self.sorter.note)
