"""Step 4, Sort: a board of all themes, merging and splitting, and concrete wordings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.actions.binding import bind, bind_each
from ui.actions.meanings import Meaning
from ui.actions.offered import PRIMARY, Offers
from ui.actions.table import key_of
from ui.components.empty_state import StartButton
from ui.components.field_panel import FieldPanel
from ui.components.foot_buttons import Offering
from ui.components.method_heard import correct_method
from ui.components.note_panel import NotePanel
from ui.components.page import Page
from ui.components.page_memory import memory
from ui.components.panel_stack import PanelStack
from ui.components.problem_commands import ProblemCommands
from ui.components.step_intro import StepIntro
from ui.components.task_panel import TaskPanel
from ui.pages.sort.board_area import BoardArea
from ui.pages.sort.board_view import IntoNewTheme, IntoTheme, OntoProblem
from ui.pages.sort.commands import SortCommands
from ui.pages.sort.drop_places import DropPlaces
from ui.pages.sort.groups import KEYS, UNSORTED, Group, rows_of
from ui.pages.sort.hints import Hint
from ui.pages.sort.offered import ROW_ACTIONS, Board, offered
from ui.pages.sort.parking_panel import ParkingPanel
from ui.pages.sort.reword_panel import RewordPanel
from ui.pages.sort.selection import Selection
from ui.pages.sort.split_panel import split_task
from ui.pages.sort.thread_panel import ThreadPanel
from ui.pages.sort.wordings_panel import WordingsPanel
from ui.rows.drag import DropTarget
from ui.theme.theme import theme
from ui.widgets.boxes import NO_MARGINS, column, row
from workshop_app.domain.audience_focus import THREAD, AudienceFocus
from workshop_app.domain.changes import Changes
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr

_TOP = 10  # px above and below the board

_ROWS_BESIDE_OPENING = 10
"""The maximum number of problems with space for the introduction."""


class SortPage(Page):
    """The board, or a panel about one problem instead; in private mode with a note at the side."""

    NAME: ClassVar[str] = "sort"

    def build(self) -> None:
        self.selection = Selection(lambda: memory(self))
        self.commands = SortCommands(self.api)
        self.board = BoardArea()
        self.view = self.board.view
        self.line = self.board.line
        self.hint = self.board.hint
        self.intro = StepIntro(self.api, Step.SORT)
        self.thread_panel = ThreadPanel() if self.private else None
        self.note = NotePanel(self.api, None, middle=self.thread_panel) if self.private else None
        self.panels = PanelStack(
            self.board, self._panel_factories(), memory(self), self.api.unsent, self.NAME
        )
        self._bind_actions()
        self.view.row_actions = ROW_ACTIONS
        self.places = DropPlaces(self)
        self.foot_widgets["places"] = self.places
        self._reopened = False
        self._had_unsorted = False
        self._was_empty = False
        self._arrange()
        self._connect()

    # -- content

    def refresh(self, state: WorkshopState | None) -> None:
        self.refresh_selecting(state, "")

    def refresh_selecting(self, state: WorkshopState | None, select: str) -> None:
        if state is None:
            return
        self.selection.set_state(state, select)
        named = self.line.theme_id
        if named and all(theme.id != named for theme in state.themes):
            self.line.end()  # undo took the theme back
        self._show(state)
        self.hint.show_state(state)
        self._refresh_panel(state)
        self._update_foot()

    def show_record(self, record_id: str) -> None:
        if self.selection.go_to(record_id):
            self.refresh(self.session.state)
            self.audience_focus_changed.emit()

    def offered(self, state: WorkshopState | None) -> Offers:
        if state is None:
            return {}
        selection = self.selection
        board = Board(
            selection.groups,
            selection.group,
            selection.problem,
            selection.chosen,
            on_name=self.view.name_pressed or selection.problem is None,
            dragging=self.view.drag.active,
            far_themes=self.places.shows_themes,
        )
        return offered(state, board)

    def parts(self) -> Sequence[Offering]:
        panel = self.panels.current
        return (self,) if panel is None else (self, panel)

    def focus_start(self) -> None:
        panel = self.panels.current
        if panel is not None:
            panel.focus_start()
        elif not self.line.isHidden():
            self.line.entry.setFocus()
        elif self._was_empty:
            self.intro.focus_start()
        else:
            self.view.setFocus()

    def audience_focus(self) -> AudienceFocus | None:
        if not self.selection.groups:
            return None
        panel = self.panels.current
        at_words = panel is not None and panel.problem is not None
        section = THREAD if at_words and not isinstance(panel, ParkingPanel) else ""
        return AudienceFocus(step=Step.SORT, record_id=self.selection.problem_id, section=section)

    def handle_escape(self) -> bool:
        panel = self.panels.current
        if panel is not None:
            if not isinstance(panel, RewordPanel) or not panel.leave():
                self.panels.close_panel()
        elif not self.line.isHidden():
            self.line.end()
        elif self.selection.ticked:
            self.selection.ticked.clear()
            self.refresh(self.session.state)
        else:
            return False
        return True

    def commit_pending(self) -> None:
        super().commit_pending()
        self.view.drag.cancel()
        self.panels.save()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._had_unsorted:
            self._had_unsorted = False
            self.mark_stale(Changes.ALL)

    # -- actions

    def put(self, number: int) -> bool:
        """Move the ticked problems, or the current one, to the theme with this number."""
        groups = self.selection.groups
        if number >= len(groups):
            self.api.toast(tr("sort.no_such_theme", number=number, key=Meaning.NEW))
            return False
        chosen = self.selection.chosen
        return bool(chosen) and self._unticked(lambda: self.commands.put(chosen, groups[number]))

    def _put_into(self, theme_id: object) -> None:
        """Move the ticked problems, or the current one, to a theme."""
        self.put(next(one.number for one in self.selection.groups if one.id == theme_id))
        self.focus_start()

    def merge(self) -> bool:
        """Merge the ticked problems into the one that was ticked first."""
        ones = self.selection.to_merge
        if not ones:
            self.api.toast(tr("sort.merge_what", key=Meaning.MERGE))
            return False
        return self._merge(ones[0], ones)

    def unmerge(self) -> None:
        """Make everything merged into the current problem separate problems again."""
        state = self.session.state
        problem = self.selection.problem
        if problem is not None and state is not None:
            self.commands.unmerge(state, problem)

    def move_problem(self, by: int) -> bool:
        """Move the current problem by one position within its theme."""
        problem = self.selection.problem
        group = self.selection.group
        if problem is None:
            return False
        ids = [one.id for one in group.problems]
        place = ids.index(problem.id) + by
        if not 0 <= place < len(ids):
            return False
        rest = [*(one for one in ids if one != problem.id), ""]
        return self.commands.place([problem], group, rest[place], select=problem.id)

    def open(self, name: str) -> None:
        """Open a panel on the current problem in place of the board."""
        problem = self.selection.problem
        if problem is not None:
            self._open(name, problem)

    def open_parking(self) -> None:
        """Show the parking lot in place of the board."""
        state = self.session.state
        if state is not None and state.parking_lot:
            self._open("parking", state.parking_lot[0])

    def park(self) -> None:
        """Move the current problem to the parking lot."""
        problem = self.selection.problem
        if problem is not None and ProblemCommands(self.api).park(problem):
            self.focus_start()

    def go_on(self) -> None:
        """Go to the next step."""
        self.api.go("choose")

    def start_theme(self) -> None:
        """Show a field for the name of a new theme, and what goes into it."""
        into = self.selection.for_new_theme
        note = ""
        if len(into) == 1:
            note = tr("sort.takes_one", number=into[0].number)
        elif into:
            note = tr("sort.takes_many", n=len(into))
        self.panels.close_panel()
        self.line.start_new(note)

    def skip(self) -> None:
        """Skip the step on purpose and move on, or undo that."""
        self.commit_pending()  # otherwise a step after the skipping, which undo would revert
        state = self.session.state
        if state is not None and self.commands.skip(state):
            self.api.go("choose")
            self.api.toast(tr("sort.skipped"), undo=True)

    def _open(self, name: str, problem: Problem) -> None:
        state = self.session.state
        if state is not None and self.panels.current is None:
            self.line.end()
            self.panels.open(name, state, problem)

    def _merge(self, into: Problem, ones: Sequence[Problem]) -> bool:
        return self._unticked(lambda: self.commands.merge(into, ones))

    def _unticked(self, command: Callable[[], object]) -> bool:
        """Execute a command on the ticked rows; they stay ticked only if it is refused."""
        ticked = dict(self.selection.ticked)
        self.selection.ticked.clear()  # before the command, which refreshes the rows
        if command():
            self.focus_start()
            return True
        self.selection.ticked = ticked
        return False

    def _drop(self, ids: tuple[str, ...], target: DropTarget) -> None:
        state = self.session.state
        found = [state.problem(one) for one in ids] if state is not None else []
        problems = [problem for problem in found if problem is not None]
        if not problems:
            return
        if isinstance(target, OntoProblem):
            into = state.problem(target.problem_id) if state is not None else None
            if into is not None:
                self._merge(into, problems)
        elif isinstance(target, IntoTheme):
            group = next((g for g in self.selection.groups if g.id == target.group_id), None)
            if group is not None:
                place = target.before_id
                seen = self.view.ids_on_page
                if self._unticked(lambda: self.commands.place(problems, group, place)):
                    self._stay(seen, problems)
        elif isinstance(target, IntoNewTheme):
            made: list[str] = []
            seen = self.view.ids_on_page
            self._unticked(
                lambda: made.append(self.commands.add_unnamed_theme(problems)) or made[0]
            )
            if made[0]:
                self._stay(seen, problems)
                self._start_rename(made[0])

    def _stay(self, seen: Sequence[str], dropped: Sequence[Problem]) -> None:
        """Keep the page on which rows were dropped, whose rows were ``seen``.

        The first dropped row stays selected if it is on that page, otherwise a row beside it.
        """
        moved = {problem.id for problem in dropped}
        stayed = next((one for one in seen if one not in moved), "")
        beside = self.view.ids_beside(stayed)
        here = self.selection.row_id
        if dropped[0].id in beside:
            self.show_record(dropped[0].id)
        elif beside and here not in beside:
            ids = self.selection.group.row_ids
            self.show_record(next((one for one in reversed(beside) if one in ids), stayed))

    def _select_if_shown(self, row_id: str) -> None:
        """Select a row of the page that is shown; otherwise stay where the user sorts."""
        if row_id in self.view.ids_on_page:
            self.show_record(row_id)

    def _show_drop_places(self, dragging: bool) -> None:
        """Show drop targets during a drag, if not all themes are visible."""
        several = dragging and self.view.page_count > 1
        self.places.show_themes(self.selection.groups[1:] if several else ())
        self.api.update_foot()

    def _accept_hint(self, hint: Hint) -> None:
        self.commands.accept_hint(hint)
        self.focus_start()

    def _dismiss_hint(self, hint: Hint) -> None:
        self.commands.dismiss_hint(hint)
        self.focus_start()

    def _start_rename(self, theme_id: str = "") -> None:
        wanted = theme_id or self.selection.group.id
        group = next((one for one in self.selection.groups if one.id == wanted), None)
        if group is not None and group.id != UNSORTED:
            self.panels.close_panel()
            self.line.start_rename(group.id, group.name)

    def _remove_theme(self) -> None:
        if self.selection.group.id != UNSORTED:
            self.commands.remove(self.selection.group)
            self.focus_start()

    def _add_theme(self, name: str) -> None:
        """Add a theme and show the last unsorted problem in it; otherwise go on with the next one.

        A theme without problems is selected where the page shows it, and turns no page.
        """
        chosen = self.selection
        into = chosen.for_new_theme
        sorting = chosen.group.id == UNSORTED and len(chosen.group.problems) > len(into)
        select = into[0].id if into and not sorting else ""
        made: list[str] = []
        if self._unticked(
            lambda: made.append(self.commands.add_theme(name, into, select=select)) or made[0]
        ):
            self.line.end()
            if not into:
                new = next(one for one in chosen.groups if one.id == made[0])
                self._select_if_shown(new.row_ids[0])

    def _rename(self, theme_id: str, name: str) -> None:
        if self.commands.rename(theme_id, name):
            self.line.end()

    def _tick(self, problem_id: str) -> None:
        self.selection.toggle(problem_id)
        self.refresh(self.session.state)

    def _tick_current(self) -> None:
        if self.selection.problem is not None:
            self._tick(self.selection.problem.id)

    def _go_to_theme(self, by: int) -> bool:
        row = self.selection.neighbour(by)
        while row is not None and row not in {one.id for one in self.view.rows}:
            row = None  # the unsorted ones, although there are none
        if row is None:
            return False
        self.show_record(row)
        self.focus_start()
        return True

    def _show_current(self, row_id: str) -> None:
        state = self.session.state
        self.selection.go_to(row_id)
        self.audience_focus_changed.emit()
        if state is not None:
            self._show_note(state)
            self._update_foot()

    def _refresh_panel(self, state: WorkshopState) -> None:
        problem = self.selection.problem
        if not self._reopened and problem is not None:
            self._reopened = True
            self.panels.reopen(state, problem)
        panel = self.panels.current
        if panel is None or panel.problem is None:
            return
        still = state.problem(panel.problem.id)
        if isinstance(panel, ParkingPanel):
            panel.show_problem(state, still or panel.problem)
        elif still is None or still.merged_into:
            self.panels.close_panel()
        else:
            panel.show_problem(state, still)

    def _panel_changed(self) -> None:
        self._set_margins()
        self.audience_focus_changed.emit()
        self._update_foot()

    def _panel_finished(self, _name: str) -> None:
        """Close the panel; after rewording with its primary button reword the next problem."""
        panel = self.panels.current
        going_on = isinstance(panel, RewordPanel) and panel.goes_on
        following = self.selection.following if going_on else None
        self.panels.close_panel(done=True)
        if following is not None:
            self.show_record(following)
            self.open("reword")

    # -- components

    def _show(self, state: WorkshopState) -> None:
        chosen = self.selection
        self._had_unsorted = self._had_unsorted or bool(chosen.groups[0].problems)
        shown = self._shown_groups()
        rows = [
            row
            for group in shown
            for row in rows_of(state, group, chosen.ticked, private=self.private)
        ]
        self.board.themes.show_groups(chosen.groups)
        self.view.show_groups(shown, rows, chosen.row_id)
        empty = not state.listed
        self._show_intro(state)
        self.panels.setVisible(not empty or self.panels.current is not None)
        waited = self._was_empty and (self.hasFocus() or self._intro_has_focus())
        self._was_empty = empty
        if waited and not empty:
            self.focus_start()
        self._show_note(state)

    def _intro_has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.intro.isAncestorOf(focus)

    def _show_intro(self, state: WorkshopState) -> None:
        """Show the introduction: without problems how to start, else while there is space."""
        listed = len(state.listed)
        to_list = StartButton(
            tr("guide.to_list"),
            lambda: self.api.go(Step.LIST.value),
            key=key_of("everywhere.primary"),
        )
        fits = listed <= _ROWS_BESIDE_OPENING and not state.themes
        due = not listed or (fits and not state.workshop.sort_skipped)
        self.intro.show_state(state, due=due, begin=None if listed else to_list, brief=bool(listed))

    def _shown_groups(self) -> list[Group]:
        """Return all groups; the unsorted ones only if any existed since the page was opened."""
        unsorted, *themes = self.selection.groups
        return [unsorted, *themes] if unsorted.problems or self._had_unsorted else themes

    def _update_foot(self) -> None:
        if self.isVisible():
            self.api.update_foot()

    def range_words(self) -> str:
        return "" if self.view.drag.active else super().range_words()

    def _show_note(self, state: WorkshopState) -> None:
        problem = self.selection.problem
        if self.note is not None:
            names = [who.name for who in state.speakers_of(problem)] if problem else []
            self.note.show_problem(problem, tr("sort.between").join(names))
        if self.thread_panel is not None:
            self.thread_panel.show_problem(state, problem)

    def _panel_factories(self) -> dict[str, Callable[[], TaskPanel]]:
        back = tr("sort.back")
        return {
            "reword": lambda: RewordPanel(self.api, back),
            "split": lambda: FieldPanel(self.api, split_task(), back),
            "details": lambda: WordingsPanel(self.api, back),
            "parking": lambda: ParkingPanel(self.api, back),
        }

    def _bind_actions(self) -> None:
        bind_each(self.board, "sort.theme", self._go_to_theme)
        bind_each(self.board, "sort.move", self.move_problem)
        bind(self.board, "sort.way", self._correct_method)
        bind(self.board, "sort.select", self._tick_current)
        bind(self.board, "sort.unsorted", lambda: self.put(0))
        bind_each(self.board, "sort.put", self.put, last=KEYS)
        doing: dict[str, Callable[[], object]] = {
            "sort.merge": self.merge,
            "sort.unmerge": self.unmerge,
            "sort.park": self.park,
            "sort.reword": lambda: self.open("reword"),
            "sort.split": lambda: self.open("split"),
            "sort.details": lambda: self.open("details"),
            "sort.new": self.start_theme,
            "sort.rename": self._start_rename,
            "sort.remove": self._remove_theme,
            "sort.skip": self.skip,
            "sort.parking": self.open_parking,
        }
        for action_id, then in doing.items():
            bind(self.board, action_id, then)
        bind(self, PRIMARY, self.go_on, on_button=True)

    def _correct_method(self) -> bool:
        return correct_method(self.api, self.view, self.selection.chosen)

    def _arrange(self) -> None:
        work = QWidget()
        self._column = column(work, (self.panels, 1), self.intro, gap=0)
        self._column.addStretch(0)
        (column if theme().stacked else row)(self, (work, 1), self.note, gap=0, around=NO_MARGINS)
        self._set_margins()

    def _set_margins(self) -> None:
        metrics = theme().metrics
        top = metrics.top if self.panels.current is not None else _TOP
        self._column.setContentsMargins(metrics.side, top, metrics.side, top)

    def _connect(self) -> None:
        self.line.named.connect(self._add_theme)
        self.line.renamed.connect(self._rename)
        self.line.closed.connect(self.focus_start)
        self.view.current_changed.connect(self._show_current)
        self.view.activated.connect(lambda _id: self.open("reword"))
        self.view.ticked.connect(self._tick)
        self.view.rename_requested.connect(self._start_rename)
        self.view.dropped.connect(self._drop)
        self.view.page_changed.connect(self._update_foot)
        self.view.take_drops_at(self.places)
        self.view.drag.active_changed.connect(self._show_drop_places)
        self.view.take_paging_keys()
        self.board.themes.chosen.connect(self._put_into)
        self.hint.accepted.connect(self._accept_hint)
        self.hint.dismissed.connect(self._dismiss_hint)
        self.panels.changed.connect(self._panel_changed)
        self.panels.panel_finished.connect(self._panel_finished)
        theme().changed.connect(self._set_margins)
