"""Step 4, Sort: problems in their themes, merging and splitting, and concrete wordings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.actions.binding import bind_all, bind_each
from ui.actions.offered import Offers
from ui.actions.table import key_of
from ui.components.empty_state import StartButton
from ui.components.field_panel import FieldPanel
from ui.components.foot_buttons import Offering
from ui.components.method_heard import correct_method
from ui.components.page import Page
from ui.components.page_memory import memory
from ui.components.panel_stack import PanelStack
from ui.components.problem_commands import ProblemCommands
from ui.components.row_editor import EditorTexts, RowEditor
from ui.components.side_panel import lay_out, problem_note, side_panel
from ui.components.step_intro import StepIntro
from ui.components.task_panel import TaskPanel
from ui.forms.unsent import Slot
from ui.pages.sort.commands import SortCommands, free_name
from ui.pages.sort.drag import DropTarget, IntoNewTheme, IntoTheme, OntoProblem
from ui.pages.sort.groups import KEYS, UNSORTED, Group, rows
from ui.pages.sort.hint_line import HintLine
from ui.pages.sort.hints import Hint
from ui.pages.sort.offered import ROW_ACTIONS, Sorting, offered
from ui.pages.sort.parking_panel import ParkingPanel
from ui.pages.sort.reword_panel import RewordPanel
from ui.pages.sort.selection import Selection
from ui.pages.sort.split_panel import split_task
from ui.pages.sort.theme_choice import ThemeChoice
from ui.pages.sort.theme_line import NAME_LIMIT, ThemeLine
from ui.pages.sort.themes_view import ThemesView
from ui.pages.sort.thread_rows import thread_rows
from ui.pages.sort.wordings_panel import WordingsPanel
from ui.rows.paged_list import PagedList
from ui.theme.theme import theme
from ui.widgets.boxes import column
from workshop_app.domain.audience_focus import THREAD, AudienceFocus
from workshop_app.domain.changes import Changes
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr

_ROWS_BESIDE_OPENING = 10
"""The maximum number of problems with space for the introduction."""


class SortPage(Page):
    """The list, or a panel about one problem instead; in private mode with a note at the side."""

    NAME: ClassVar[str] = "sort"

    def build(self) -> None:
        self.selection = Selection(lambda: memory(self))
        self.commands = SortCommands(self.api)
        self.themes = ThemeChoice()
        self.view = ThemesView(self.themes)
        self.themes.setFocusProxy(self.view)  # no click on a theme takes the keyboard from it
        self.list = PagedList(tr("sort.board"), view=self.view)
        self.view.row_actions = ROW_ACTIONS
        self.view.setAccessibleName(tr("sort.board"))
        self.line = ThemeLine()
        self.hint = HintLine()
        self.sorting = QWidget()
        self.editor = RowEditor(
            self, self.list, EditorTexts(tr("sort.rename")), self.commands.rename, role="room-bold",
            limit=NAME_LIMIT,
        )  # fmt: skip
        self.intro = StepIntro(self.api, Step.SORT)
        self.side = side_panel(self, "", problem_note)
        self.panels = PanelStack(
            self.sorting,
            self._panel_factories(),
            memory(self),
            self.api.unsent,
            self.NAME,
        )
        self._bind_actions()
        self._reopened = False
        self._dropped: tuple[str, ...] = ()
        """The ids of the problems that were dropped on the theme that is being named."""
        self._had_unsorted = False
        self._was_empty = False
        self._arrange()
        self._connect()

    # -- content

    def refresh(self) -> None:
        self.refresh_selecting("")

    def refresh_selecting(self, select: str) -> None:
        state = self.state
        self.selection.set_state(state, select)
        self.editor.show_workshop(state.workshop.id)
        self._show(state)
        if self.editor.record and not any(one.id == self.editor.record for one in state.themes):
            self.editor.end()  # undo took the theme back
        self.hint.show_state(state)
        self._refresh_panel(state)
        self._update_foot()
        self.editor.resume(self._start_rename)

    def show_record(self, record_id: str) -> None:
        if self.selection.go_to(record_id):
            self.refresh()
            self.audience_focus_changed.emit()

    def _go_to_number(self, number: int) -> None:
        """Select the problem with a number, or the one into which it was merged."""
        found = [one for one in self.state.problems if one.number == number]
        problem = self.state.root_of(found[0].id) if found else None
        if problem is not None:
            self.show_record(problem.id)

    def show_unsent(self, slot: Slot) -> None:
        super().show_unsent(slot)
        if slot.name == self.line.entry.objectName():
            self.start_theme()
        self.panels.show_unsent(self.state, slot)

    def offered(self) -> Offers:
        selection = self.selection
        sorting = Sorting(
            selection.groups,
            selection.group,
            selection.problem,
            selection.chosen,
            on_head=self.view.head_pressed or selection.problem is None,
            dragging=self.view.drag.active,
            naming=bool(self.editor.record) or not self.line.isHidden(),
            opened=selection.in_overview and selection.row_id != selection.group.closed_id,
        )
        return offered(self.state, sorting)

    def parts(self) -> Sequence[Offering]:
        panel = self.panels.current
        return (self,) if panel is None else (self, panel)

    def focus_start(self) -> None:
        panel = self.panels.current
        if panel is not None:
            panel.focus_start()
        elif not self.line.isHidden():
            self.line.entry.setFocus()
        elif self.editor.field is not None:
            self.editor.field.setFocus()
        elif self._was_empty:
            self.intro.focus_start()
        else:
            self.view.setFocus()

    def audience_focus(self) -> AudienceFocus | None:
        if not self.selection.groups:
            return None
        panel = self.panels.current
        at_words = panel is not None and not isinstance(panel, ParkingPanel)
        section = THREAD if at_words else ""
        return AudienceFocus(step=Step.SORT, record_id=self.selection.problem_id, section=section)

    def handle_escape(self) -> bool:
        panel = self.panels.current
        if panel is not None:
            if not isinstance(panel, RewordPanel) or not panel.leave():
                self.panels.close_panel()
        elif self.editor.record:
            self.editor.end()
        elif not self.line.isHidden():
            self.line.end()
        elif self.selection.ticked:
            self.selection.ticked.clear()
            self.refresh()
        else:
            return self._close_theme()
        return True

    def leave(self) -> None:
        if self.panels.current is not None or not self._close_theme():
            super().leave()

    def _close_theme(self) -> bool:
        """List the themes alone; return False if that is so, or if all problems are listed."""
        if not self.selection.close():
            return False
        self.refresh()
        self.audience_focus_changed.emit()
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
            self.api.toast(tr("sort.no_such_theme", number=number), done=False)
            return False
        chosen = self.selection.chosen
        return bool(chosen) and self._unticked(lambda: self.commands.put(chosen, groups[number]))

    def _choose_theme(self, theme_id: str | None) -> None:
        """Move what is chosen to a theme, or name a new one for it."""
        groups = self.selection.groups
        group = next((one for one in groups if one.id == theme_id), None)
        if group is None:
            self.start_theme()
        else:
            self.put(group.number)
            self.view.setFocus()

    def merge(self) -> bool:
        """Merge the ticked problems into the one that was ticked first."""
        ones = self.selection.ticked_ones
        return self._merge(ones[0], ones)

    def unmerge(self) -> None:
        """Make everything merged into the current problem separate problems again."""
        problem = self.selection.problem
        if problem is not None:
            self.commands.unmerge(self.state, problem)

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
        if self.state.parking_lot:
            self._open("parking", self.state.parking_lot[0])

    def park(self) -> None:
        """Move the ticked problems, or the current one, to the parking lot."""
        chosen = self.selection.chosen
        self._unticked(lambda: ProblemCommands(self.api).park(*chosen))

    def do_primary(self) -> None:
        """Go to the next step."""
        self.api.go("choose")

    def start_theme(self) -> None:
        """Show a field for the name of a new theme, and what goes into it."""
        self._start_theme(self.selection.for_new_theme)

    def _start_theme(self, into: Sequence[Problem], words: str = "") -> None:
        self.panels.close_panel()
        self.line.start(len(self.selection.groups), into, words)
        self._show_themes()
        self.view.mark_current(False)
        self._show_hint()
        self._update_foot()

    def _end_theme(self) -> None:
        self._dropped = ()
        self._show_themes()
        self._lines.activate()  # so that the list knows which rows are visible again
        self.view.mark_current(True)
        self._show_hint()
        self._update_foot()
        self.focus_start()

    def skip(self) -> None:
        """Skip the step on purpose and move on, or undo that."""
        self.commit_pending()  # otherwise a step after the skipping, which undo would revert
        if self.commands.skip(self.state):
            self.api.go("choose")
            self.api.toast(tr("sort.skipped"), undo=True)

    def _open(self, name: str, problem: Problem) -> None:
        if self.panels.current is None and self.editor.save_begun():
            self.line.end()
            self.panels.open(name, self.state, problem)

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
        problems = [problem for one in ids if (problem := self.state.problem(one))]
        if not problems:
            return
        if isinstance(target, OntoProblem):
            into = self.state.problem(target.problem_id)
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
            if not self.line.isHidden():
                self.line.entry.submit()  # the name of an earlier one
            if self.line.isHidden():
                self._dropped = ids
                self._start_theme(problems, free_name(self.state.themes))

    def _stay(self, seen: Sequence[str], dropped: Sequence[Problem]) -> None:
        """Keep the page on which rows were dropped, whose rows were ``seen``.

        The first dropped row is selected if it is on that page.
        """
        moved = {problem.id for problem in dropped}
        stayed = [n for n, row in enumerate(self.view.rows) if row.id in seen]
        stayed = [n for n in stayed if self.view.rows[n].id not in moved] or stayed
        if stayed:
            self.view.scroll_to(stayed[0])
        if dropped[0].id in self.view.ids_on_page:
            self.show_record(dropped[0].id)

    def _show_themes(self) -> None:
        """Show the themes; while a new one is named, its line takes their place."""
        chosen = self.selection
        dragging = self.view.drag.active
        self.themes.setVisible(self.line.isHidden() or dragging)
        self.themes.show_themes(chosen.groups[1:], chosen.chosen, dragging=dragging)

    def _show_dragging(self) -> None:
        self._show_themes()
        self._show_hint()
        self.api.update_foot()

    def _show_hint(self) -> None:
        """Show the suggestion below the list, unless rows that are all visible would move."""
        slots = self.view.slots
        free = self.view.height() - (slots[-1].top + slots[-1].height if slots else 0)
        pages = bool(self.view.rows_before() or self.view.rows_after())
        fits = pages or not self.hint.isHidden() or free >= self.hint.sizeHint().height()
        self.hint.set_room(fits and self.line.isHidden() and not self.view.drag.active)

    def _accept_hint(self, hint: Hint) -> None:
        self.commands.accept_hint(hint)
        self.focus_start()

    def _dismiss_hint(self, hint: Hint) -> None:
        self.commands.dismiss_hint(hint)
        self.focus_start()

    def _start_rename(self, theme_id: str = "") -> None:
        wanted = theme_id or self.selection.group.id
        group = next((one for one in self.selection.groups if one.id == wanted), None)
        if group is not None and group.id != UNSORTED and self.panels.current is None:
            self.line.end()
            self.editor.start(group.id, group.name, from_list=True)
            if self.editor.field is not None:
                self.editor.field.selectAll()
            self._update_foot()

    def _remove_theme(self) -> None:
        if self.selection.group.id != UNSORTED:
            self.commands.remove(self.selection.group)
            self.focus_start()

    def _add_theme(self, name: str) -> None:
        """Add a theme and show the last unsorted problem in it; otherwise go on with the next one.

        A theme without problems is selected, so that the page shows it.
        """
        chosen = self.selection
        dropped = [one for one in self.state.listed if one.id in self._dropped]
        into = dropped or chosen.for_new_theme
        sorting = chosen.group.id == UNSORTED and len(chosen.group.problems) > len(into)
        select = into[0].id if into and not sorting and not dropped else ""
        seen = self.view.ids_on_page
        made: list[str] = []
        if self._unticked(
            lambda: made.append(self.commands.add_theme(name, into, select=select)) or made[0]
        ):
            self.line.end()
            if dropped:
                self._stay(seen, dropped)
            elif not into:
                new = next(one for one in chosen.groups if one.id == made[0])
                self.show_record(new.row_ids[0])

    def _end_rename(self) -> None:
        self._update_foot()
        if self.editor.from_list:
            self.focus_start()

    def _activate(self, row_id: str) -> None:
        """List the problems of a theme, or reword the problem of a row."""
        if any(group.closed_id == row_id for group in self.selection.groups):
            self.show_record(row_id)
        else:
            self.open("reword")

    def _tick(self, problem_id: str) -> None:
        self.selection.toggle(problem_id)
        self.refresh()

    def _tick_current(self) -> None:
        if self.selection.problem is not None:
            self._tick(self.selection.problem.id)

    def _go_to_theme(self, by: int) -> bool:
        row = self.selection.neighbour(by)
        shown = (id_ for group in self._shown_groups() for id_ in group.row_ids)
        if row is None or row not in shown:  # the unsorted ones, although there are none
            return False
        self.show_record(row)
        self.focus_start()
        return True

    def _show_current(self, row_id: str) -> None:
        self.view.press_head(pressed=False)
        closed = self.selection.closed
        self.selection.select(row_id)
        self.audience_focus_changed.emit()
        if self.selection.closed != closed:
            self._show(self.state)
        self._show_note(self.state)
        self._show_themes()
        self._update_foot()

    def _refresh_panel(self, state: WorkshopState) -> None:
        problem = self.selection.problem
        if not self._reopened and problem is not None:
            self._reopened = True
            self.panels.reopen(state, problem)
        panel = self.panels.current
        if panel is None:
            return
        still = state.problem(panel.problem.id)
        if isinstance(panel, ParkingPanel):
            panel.show_problem(state, still or panel.problem)
        elif still is None or still.merged_into:
            self.panels.close_panel()
        else:
            panel.show_problem(state, still)

    def _panel_changed(self) -> None:
        self.audience_focus_changed.emit()
        self._update_foot()

    def _panel_finished(self, _name: str) -> None:
        """Close the panel; after rewording with its primary button reword the next problem."""
        panel = self.panels.current
        going_on = isinstance(panel, RewordPanel) and panel.goes_on
        following = self.selection.following if going_on else None
        self.panels.close_panel(done=True)
        if following is not None:
            self.show_record(following.id)
            self.open("reword")

    # -- components

    def _show(self, state: WorkshopState) -> None:
        chosen = self.selection
        self._had_unsorted = self._had_unsorted or bool(chosen.groups[0].problems)
        shown = self._shown_groups()
        listed = rows(state, shown, chosen.ticked, chosen.closed, private=self.private)
        self.view.show_groups(shown, listed, chosen.row_id)
        self._show_themes()
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

    def range_words(self) -> str:
        return "" if self.view.drag.active else super().range_words()

    def _show_note(self, state: WorkshopState) -> None:
        problem = self.selection.problem
        if self.side is not None:
            self.side.set_subject(problem is not None)
            number = problem.number if problem is not None else 0
            if self.private:
                heading = tr("list.panel", number=number)
                self.side.show_details(heading, tuple(thread_rows(state, problem)))
            self.side.show_note(problem)

    def _panel_factories(self) -> dict[str, Callable[[], TaskPanel]]:
        back = tr("sort.back")
        return {
            "reword": lambda: RewordPanel(self.api, back, lambda: self.selection.following),
            "split": lambda: FieldPanel(self.api, split_task(), back),
            "details": lambda: WordingsPanel(self.api, back),
            "parking": lambda: ParkingPanel(self.api, back),
        }

    def _bind_actions(self) -> None:
        bind_each(self.sorting, "sort.theme", self._go_to_theme)
        bind_each(self.sorting, "sort.move", self.move_problem)
        keys = bind_each(self.sorting, "sort.put", self.put, last=KEYS)
        self.themes.choices.set_keys([one.key for one in keys], key_of("sort.new"))
        bind_each(self.view, "sort.number", self._go_to_number, listens=False)
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
            "sort.way": self._correct_method,
            "sort.select": self._tick_current,
            "sort.unsorted": lambda: self.put(0),
        }
        bind_all(self.sorting, doing)

    def _correct_method(self) -> bool:
        return correct_method(self.api, self.view, self.selection.chosen)

    def _arrange(self) -> None:
        work = QWidget()
        parts = ((self.list, 1), self.hint, self.line, self.themes)
        self._lines = column(self.sorting, *parts, gap=0)
        self.sorting.setFocusProxy(self.view)
        column(work, (self.panels, 1), self.intro, gap=0)
        lay_out(self, work, self.side)
        self._set_margins()

    def _set_margins(self) -> None:
        metrics = theme().metrics
        self.intro.setContentsMargins(metrics.edge, 0, metrics.margin, 0)

    def _connect(self) -> None:
        self.themes.choices.chosen.connect(self._choose_theme)
        self.line.entry.entered.connect(self._add_theme)
        self.line.closed.connect(self._end_theme)
        self.editor.ended.connect(self._end_rename)
        self.view.current_changed.connect(self._show_current)
        self.view.activated.connect(self._activate)
        self.view.opened.connect(self._activate)
        self.view.number_typed.connect(self._go_to_number)
        self.view.ticked.connect(self._tick)
        self.view.rename_requested.connect(self._start_rename)
        self.view.dropped.connect(self._drop)
        self.view.head_changed.connect(self._update_foot)
        self.view.page_changed.connect(self._show_hint)
        self.view.drag.active_changed.connect(self._show_dragging)
        self.hint.changed.connect(self._show_hint)
        self.hint.accepted.connect(self._accept_hint)
        self.hint.dismissed.connect(self._dismiss_hint)
        self.panels.changed.connect(self._panel_changed)
        self.panels.panel_finished.connect(self._panel_finished)
        theme().changed.connect(self._set_margins)
