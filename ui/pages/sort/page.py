"""Step 4, Sort: themes, merging and splitting, and concrete wordings beside the first ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.actions.binding import BoundAction, bind, bind_each
from ui.components.note_panel import NotePanel
from ui.components.page import FootContent, Page
from ui.components.page_memory import memory
from ui.components.panel_stack import PanelStack
from ui.components.problem_commands import ProblemCommands
from ui.components.task_panel import TaskPanel
from ui.pages.sort.all_groups import AllGroups
from ui.pages.sort.commands import SortCommands
from ui.pages.sort.foot import SortFoot
from ui.pages.sort.group_view import GroupView
from ui.pages.sort.groups import UNSORTED
from ui.pages.sort.head import SortHead
from ui.pages.sort.hint_line import HintLine
from ui.pages.sort.hints import Hint
from ui.pages.sort.parking_panel import ParkingPanel
from ui.pages.sort.reword_panel import RewordPanel
from ui.pages.sort.selection import Selection
from ui.pages.sort.split_panel import SplitPanel
from ui.pages.sort.theme_line import ThemeLine
from ui.pages.sort.thread_panel import ThreadPanel
from ui.pages.sort.wordings_panel import WordingsPanel
from ui.theme.theme import theme
from workshop_app.domain.audience_view_builder import AudienceFocus
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr


class WorkArea(QWidget):
    """The part that a panel takes the place of; ``focus_start`` takes the keyboard for it."""

    def __init__(self, focus_start: Callable[[], None]) -> None:
        super().__init__()
        self._focus_start = focus_start

    def focusInEvent(self, _event: QFocusEvent) -> None:
        self._focus_start()


class SortPage(Page):
    """One theme a page, the others as a strip; in private mode all themes side by side."""

    NAME: ClassVar[str] = "sort"

    def build(self) -> None:
        self.selection = Selection(lambda: memory(self))
        self.commands = SortCommands(self.api)
        self.head = SortHead(
            bind(self, "sort.rename", self._start_rename, on_button=True),
            bind(self, "sort.remove", self._remove_theme, on_button=True),
        )
        self.line = ThemeLine()
        self.hint = HintLine()
        self.view = AllGroups() if self.private else GroupView()
        self.thread_panel = ThreadPanel() if self.private else None
        self.note = NotePanel(None, middle=self.thread_panel) if self.private else None
        self._board = WorkArea(self.focus_start)
        self.panels = PanelStack(self._board, self._panel_factories(), memory(self))
        self.bar = SortFoot(self, self._actions())
        self._was_empty = False
        self._reopened = False
        self._arrange()
        self._connect()

    # -- showing

    def refresh(self, state: WorkshopState | None) -> None:
        if state is None:
            return
        self.selection.set_state(state)
        self._show(state)
        self.hint.show_state(state)
        if self.bar.show_state(state) and self.isVisible():
            self.api.update_foot()
        self._refresh_panel(state)

    def _refresh_panel(self, state: WorkshopState) -> None:
        problem = self.selection.problem
        if not self._reopened and problem is not None:
            self._reopened = True
            self.panels.reopen(state, problem)
        panel = self.panels.current
        if panel is None or panel.problem is None:
            self._follow_theme()
            return
        still = state.problem(panel.problem.id)
        if isinstance(panel, ParkingPanel):
            panel.show_problem(state, still or panel.problem)
        elif still is None or still.merged_into:
            self.panels.close_panel()
        else:
            panel.show_problem(state, still)

    def _follow_theme(self) -> None:
        """Give the current theme's rows the keyboard where another theme's had it, or none had."""
        focus = QApplication.focusWidget()
        rows = self.view.list
        waited = self._was_empty and (self.hasFocus() or self.head.strip.hasFocus())
        elsewhere = focus is not None and self.view.isAncestorOf(focus) and focus is not rows.view
        if elsewhere or (waited and self.selection.group.problems):
            self.focus_start()

    def show_record(self, record_id: str) -> None:
        if self.selection.go_to(record_id):
            self.refresh(self.session.state)
            self.audience_focus_changed.emit()

    def foot(self) -> FootContent:
        panel = self.panels.current
        return panel.foot() if panel is not None else self.bar.content()

    def focus_start(self) -> None:
        panel = self.panels.current
        if panel is not None:
            panel.focus_start()
        elif not self.line.isHidden():
            self.line.entry.setFocus()
        elif self.selection.group.problems:
            self.view.list.setFocus()
        else:
            self.head.strip.setFocus(Qt.FocusReason.OtherFocusReason)
        self._was_empty = not self.selection.group.problems

    def audience_focus(self) -> AudienceFocus | None:
        if not self.selection.groups:
            return None
        chosen = self.selection
        return AudienceFocus(step=Step.SORT, record_id=chosen.problem_id, theme_id=chosen.group.id)

    def handle_escape(self) -> bool:
        panel = self.panels.current
        if panel is not None:
            if not isinstance(panel, RewordPanel) or not panel.leave():
                self.panels.close_panel()
        elif not self.line.isHidden():
            self.line.end()
        elif self.selection.ticked:
            self._clear_ticks()
        else:
            return False
        return True

    def commit_pending(self) -> None:
        super().commit_pending()
        self.panels.save()

    # -- doing

    def put(self, number: int) -> None:
        """Send the ticked problems, or the current one, to the theme of this number."""
        groups = self.selection.groups
        if number >= len(groups):
            self.api.toast(tr("sort.no_such_theme", number=number))
        elif self.selection.chosen:
            self.commands.put(self.selection.chosen, groups[number])
            self.focus_start()

    def merge(self) -> None:
        """Merge the ticked problems into the current one."""
        into = self.selection.problem
        ones = self.selection.ticked_ones
        ticked = self.selection.ticked
        self.selection.ticked = set()  # before the command, which refreshes the rows
        if into is None or not self.commands.merge(into, ones):
            self.selection.ticked = ticked

    def unmerge(self) -> None:
        """Make what was merged into the current problem a problem of its own again."""
        state, problem = self.session.state, self.selection.problem
        if problem is not None and state is not None:
            self.commands.unmerge(state, problem)

    def open(self, name: str) -> None:
        """Open a panel on the current problem in place of the themes."""
        problem = self.selection.problem
        if problem is not None:
            self._open(name, problem)

    def open_parking(self) -> None:
        """Show the parking lot in place of the themes."""
        state = self.session.state
        if state is not None and state.parking_lot:
            self._open("parking", state.parking_lot[0])

    def _open(self, name: str, problem: Problem) -> None:
        state = self.session.state
        if state is not None and self.panels.current is None:
            self.line.end()
            self.panels.open(name, state, problem)

    def park(self) -> None:
        """Move the current problem to the parking lot."""
        problem = self.selection.problem
        if problem is not None and ProblemCommands(self.api).park(problem):
            self.focus_start()

    def go_on(self) -> None:
        """Go to the next step."""
        self.api.go("choose")

    def start_theme(self) -> None:
        """Offer a line for a new theme, and say what goes into it."""
        into = self.selection.for_new_theme
        note = ""
        if len(into) == 1:
            note = tr("sort.takes_one", number=into[0].number)
        elif into:
            note = tr("sort.takes_many", n=len(into))
        self.panels.close_panel()
        self.line.start_new(note)

    def skip(self) -> None:
        """Skip the step on purpose and go on, or take it up again."""
        state = self.session.state
        if state is not None and self.commands.skip(state):
            self.api.go("choose")
            self.api.toast(tr("sort.skipped"), undo=True)

    def _accept_hint(self, hint: Hint) -> None:
        if not hint.term:
            self.selection.go_to(hint.problems[0].id)  # shown by the refresh of the command
        self.commands.accept_hint(hint)
        self.focus_start()

    def _dismiss_hint(self, hint: Hint) -> None:
        self.commands.dismiss_hint(hint)
        self.focus_start()

    def _start_rename(self) -> None:
        if self.selection.group.id != UNSORTED:
            self.line.start_rename(self.selection.group.name)

    def _remove_theme(self) -> None:
        if self.selection.group.id != UNSORTED:
            self.commands.remove(self.selection.group)
            self.focus_start()

    def _add_theme(self, name: str) -> None:
        if self.commands.add_theme(name, self.selection.for_new_theme):
            self.line.end()

    def _rename(self, name: str) -> None:
        if self.commands.rename(self.selection.group, name):
            self.line.end()

    def _tick(self, problem_id: str) -> None:
        self.selection.ticked ^= {problem_id}
        self.refresh(self.session.state)

    def _tick_current(self) -> None:
        if self.selection.problem is not None:
            self._tick(self.selection.problem.id)

    def _clear_ticks(self) -> None:
        self.selection.ticked = set()
        self.refresh(self.session.state)

    def _show_current(self, problem_id: str) -> None:
        self.selection.set_problem(problem_id)
        self.audience_focus_changed.emit()
        if self.session.state is not None:
            self._show_note(self.session.state)

    def _go(self, group_id: str) -> None:
        if self.selection.go(group_id):
            self.panels.close_panel()
            self.refresh(self.session.state)
            self.audience_focus_changed.emit()
            self.focus_start()

    def _panel_changed(self) -> None:
        at_work = self.panels.current is None
        self.head.show_actions(theme=at_work and self.selection.group.id != UNSORTED)
        if self.isVisible():
            self.api.update_foot()

    def _panel_finished(self, _name: str) -> None:
        """Close the panel; after rewording by its primary button reword the next problem."""
        panel = self.panels.current
        going_on = isinstance(panel, RewordPanel) and panel.goes_on
        following = self.selection.following if going_on else None
        self.panels.close_panel(done=True)
        if following is not None:
            self.show_record(following)
            self.open("reword")

    # -- parts

    def _panel_factories(self) -> dict[str, Callable[[], TaskPanel]]:
        back = tr("sort.back")
        return {
            "reword": lambda: RewordPanel(self.api, back),
            "split": lambda: SplitPanel(self.api, back),
            "details": lambda: WordingsPanel(self.api, back),
            "parking": lambda: ParkingPanel(self.api, back),
        }

    def _show(self, state: WorkshopState) -> None:
        chosen = self.selection
        self.head.show_group(chosen.group, chosen.groups)
        self.view.show_groups(state, chosen.groups, chosen.group, chosen.ticked, chosen.problem_id)
        self.head.show_actions(theme=chosen.group.id != UNSORTED and self.panels.current is None)
        self._show_note(state)

    def _show_note(self, state: WorkshopState) -> None:
        problem = self.selection.problem
        if self.note is not None:
            names = [who.name for who in state.speakers_of(problem)] if problem else []
            self.note.show_problem(problem, tr("sort.between").join(names))
        if self.thread_panel is not None:
            self.thread_panel.show_problem(state, problem)

    def _actions(self) -> dict[str, BoundAction]:
        """The actions of the foot bar's buttons, by name; some work on the board without them."""
        board = {"sort.merge": self.merge, "sort.unmerge": self.unmerge, "sort.park": self.park}
        buttons: dict[str, Callable[[], object]] = {
            "sort.reword": lambda: self.open("reword"),
            "sort.split": lambda: self.open("split"),
            "sort.details": lambda: self.open("details"),
            "sort.new": self.start_theme,
            "sort.parking": self.open_parking,
            "sort.skip": self.skip,
            "everywhere.primary": self.go_on,
        }
        bound = [bind(self._board, key, then) for key, then in board.items()]
        bound += [bind(self, key, then, on_button=True) for key, then in buttons.items()]
        return {one.definition.name: one for one in bound}

    def _arrange(self) -> None:
        metrics = theme().metrics
        board = QVBoxLayout(self._board)
        board.setContentsMargins(0, 0, 0, 0)
        board.setSpacing(metrics.gap // 2)
        board.addWidget(self.line)
        board.addWidget(self.hint)
        board.addWidget(self.view, 1)
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(metrics.side, metrics.top, metrics.side, metrics.top)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self.panels, 1)
        layout = QVBoxLayout(self) if theme().stacked else QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(work, 1)
        if self.note is not None:
            layout.addWidget(self.note)

    def _connect(self) -> None:
        self.head.group_chosen.connect(self._go)
        self.line.named.connect(self._add_theme)
        self.line.renamed.connect(self._rename)
        self.line.closed.connect(self.focus_start)
        if isinstance(self.view, AllGroups):
            self.view.group_chosen.connect(self._go)
        self.view.current_changed.connect(self._show_current)
        self.view.activated.connect(lambda _id: self.open("reword"))
        self.view.ticked.connect(self._tick)
        self.hint.accepted.connect(self._accept_hint)
        self.hint.dismissed.connect(self._dismiss_hint)
        self.panels.changed.connect(self._panel_changed)
        self.panels.panel_finished.connect(self._panel_finished)
        bind(self._board, "sort.select", self._tick_current)
        bind_each(self._board, "sort.put", self.put)
        bind(self._board, "sort.unsorted", lambda: self.put(0))
        if self.note is not None:
            self.note.note_edited.connect(self.commands.edit_note)
