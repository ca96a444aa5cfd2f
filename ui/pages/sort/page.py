"""Step 4, Sort: themes, merging and splitting, and concrete wordings beside the first ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.actions.binding import BoundAction, bind, bind_each
from ui.actions.meanings import Meaning
from ui.components.note_panel import NotePanel
from ui.components.page import FootContent, Page
from ui.components.page_memory import memory
from ui.components.problem_commands import ProblemCommands
from ui.pages.sort.all_groups import AllGroups
from ui.pages.sort.commands import SortCommands
from ui.pages.sort.foot import SortFoot
from ui.pages.sort.group_view import GroupView
from ui.pages.sort.groups import UNSORTED
from ui.pages.sort.head import SortHead
from ui.pages.sort.hint_line import HintLine
from ui.pages.sort.hints import Hint
from ui.pages.sort.panel import SortPanel
from ui.pages.sort.parking_panel import ParkingPanel
from ui.pages.sort.reword_panel import RewordPanel
from ui.pages.sort.selection import Selection
from ui.pages.sort.split_panel import SplitPanel
from ui.pages.sort.theme_line import ThemeLine
from ui.pages.sort.thread_panel import ThreadPanel
from ui.pages.sort.wordings_panel import WordingsPanel
from ui.theme.theme import theme
from workshop_app.domain.audience_view_builder import AudienceFocus
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr


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
        self.panels: dict[str, SortPanel] = {
            "reword": RewordPanel(self.api, self._drafts("reword")),
            "split": SplitPanel(self.api, self._drafts("split")),
            "details": WordingsPanel(self.api, {}),
        }
        self.parking = ParkingPanel(self.api, {})
        self._board = QWidget()
        self.bar = SortFoot(self, self._actions())
        self._was_empty = False
        self._arrange()
        self._connect()

    # -- showing

    def refresh(self, state: WorkshopState | None) -> None:
        if state is None:
            return
        self.selection.set_state(state)
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
        self._was_empty = not self.selection.group.problems

    def audience_focus(self) -> AudienceFocus | None:
        if not self.selection.groups:
            return None
        chosen = self.selection
        return AudienceFocus(step=Step.SORT, record_id=chosen.problem_id, theme_id=chosen.group.id)

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

    def commit_pending(self) -> None:
        super().commit_pending()
        if self.open_panel is not None:
            self.open_panel.keep()

    # -- doing

    def put(self, number: int) -> None:
        """Send the ticked problems, or the current one, to the theme of this number."""
        groups = self.selection.groups
        if number >= len(groups):
            self.api.toast(tr("sort.no_such_theme", number=number, key=Meaning.NEW))
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
        state, problem = self.session.state, self.selection.problem
        if state is None or problem is None or self.open_panel is not None:
            return
        self.line.end()
        panel = self.panels[name]
        panel.open(state, problem)
        self._bring(panel)

    def open_parking(self) -> None:
        """Show the parking lot in place of the themes."""
        if self.open_panel is None:
            self.line.end()
            self._bring(self.parking)

    def park(self) -> None:
        """Move the current problem to the parking lot."""
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
            self._close()
            self.refresh(self.session.state)
            self.audience_focus_changed.emit()
            self.focus_start()

    def _bring(self, panel: SortPanel) -> None:
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
    def open_panel(self) -> SortPanel | None:
        """The panel that is open, or None."""
        front = self._layers.currentWidget()
        return front if isinstance(front, SortPanel) else None

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
            "everywhere.primary": self.finish,
        }
        bound = [bind(self._board, key, then) for key, then in board.items()]
        bound += [bind(self, key, then, on_button=True) for key, then in buttons.items()]
        return {one.definition.name: one for one in bound}

    def _arrange(self) -> None:
        metrics = theme().metrics
        self._layers = QStackedWidget()
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
        for panel in self.panels.values():
            panel.closed.connect(self._close)
        self.bar.back_requested.connect(self.handle_escape)
        bind(self._board, "sort.select", self._tick_current)
        bind_each(self._board, "sort.put", self.put)
        bind(self._board, "sort.unsorted", lambda: self.put(0))
        if self.note is not None:
            self.note.note_edited.connect(self.commands.edit_note)
