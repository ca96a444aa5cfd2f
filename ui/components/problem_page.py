"""The base class of pages on which one problem at a time is worked on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import cast

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.actions.binding import BoundAction, bind, bind_button, bind_each
from ui.actions.table import key_of
from ui.components.empty_state import StartButton
from ui.components.foot_buttons import Offering
from ui.components.method_heard import correct_method
from ui.components.page import Page
from ui.components.page_memory import memory
from ui.components.panel_stack import PanelStack
from ui.components.problem_queue import ProblemQueue, problem_tabs
from ui.components.side_panel import SidePanel, lay_out
from ui.components.step_intro import StepIntro
from ui.components.task_panel import TaskPanel
from ui.forms.unsent import Slot
from ui.theme.outcomes import OUTCOMES
from ui.theme.theme import theme
from ui.widgets.badge import outcome_word
from ui.widgets.boxes import column
from ui.widgets.menu import MenuEntry, MenuGroup, shortened, window_menu
from ui.widgets.problem_head import ProblemHead
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr


class ProblemPage(Page):
    """Shows the problem's head above the work area, or above the panel that replaces that.

    ``build`` of a subclass calls ``bind_ways``, creates ``head``, ``side`` and ``intro``, and calls
    ``arrange``. ``refresh`` calls the methods that show a problem.
    """

    ONE_PROBLEM = True

    head: ProblemHead
    side: SidePanel | None
    intro: StepIntro

    def bind_ways(self, panels: Iterable[str], others: Mapping[str, Callable[[], object]]) -> None:
        """Bind the actions with a button: to open panels by their name, and others."""
        self._problem: Problem | None = None
        self._memory = memory(self)
        self._order: dict[str, int] = {}
        """The places of the problems, by id, as long as the page is shown."""
        self._chosen_then: frozenset[str] = frozenset()
        """The problems that were chosen when it was opened."""
        handlers = {name: partial(self._open, name) for name in panels} | dict(others)
        handlers["all"] = self._open_list
        self._actions: dict[str, BoundAction] = {
            name: bind_button(self, f"{self.NAME}.{name}", then) for name, then in handlers.items()
        }
        bind(self, f"{self.NAME}.way", self._correct_method)

    def arrange(
        self,
        work: QWidget,
        panels: Mapping[str, Callable[[], TaskPanel]],
    ) -> None:
        """Lay the page out; ``panels`` replace the work area."""
        self.panels = PanelStack(work, panels, self._memory, self.api.unsent, self.NAME)
        middle = column(None, self.head, (self.panels, 1), self.intro, gap=0)
        middle.addStretch(0)
        lay_out(self, middle, self.side)
        keys = bind_each(self, f"{self.NAME}.problem", self._step)
        self.head.set_keys(*(one.key for one in keys))
        self.head.problem_requested.connect(self._go_to)
        self.panels.changed.connect(self._panel_changed)
        self.panels.panel_finished.connect(self._panel_finished)
        theme().follow(self._fit)

    def ordered(self, state: WorkshopState) -> tuple[Problem, ...]:
        """Return all problems in the order in which the page was opened, new ones last.

        So no tab moves when an outcome makes a problem a chosen one.
        """
        if not self._order:
            self._order = {problem.id: place for place, problem in enumerate(state.to_appraise)}
            self._chosen_then = frozenset(problem.id for problem in state.chosen)
        last = len(self._order)
        return tuple(sorted(state.to_appraise, key=lambda each: self._order.get(each.id, last)))

    def chosen_of(self, problems: Sequence[Problem]) -> tuple[Problem, ...]:
        """Return those that were chosen when the page was opened."""
        return tuple(problem for problem in problems if problem.id in self._chosen_then)

    def show_tabs(self, state: WorkshopState, problem: Problem) -> None:
        """Show a tab per chosen problem, or per problem if the current one is not chosen."""
        every = self.ordered(state)
        chosen = self.chosen_of(every)
        is_chosen = problem.id in self._chosen_then
        label = tr(f"solve.strip.{'label' if is_chosen else 'all'}")
        tabs = problem_tabs(state, chosen if is_chosen else every)
        self.head.set_tabs(label, tabs, problem.id, with_switch=len(every) > 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        problem = self.state.problem(self._problem.id) if self._problem else None
        if not event.spontaneous() and problem is not None and problem in self.state.listed:
            self._order = {}
            self.show_tabs(self.state, problem)

    # -- what subclasses define

    def queue(self, state: WorkshopState) -> ProblemQueue:
        """Return the problems of the step."""
        raise NotImplementedError

    def outcome_words(self, state: WorkshopState, problem: Problem) -> str:
        """Return what the list of all problems says of one."""
        return tr("solve.list.and").join(map(outcome_word, state.outcomes_of(problem)))

    def _show_intro(self, state: WorkshopState, *, other: bool) -> None:
        """Show the introduction; ``other`` than the problem before is shown."""

    def _show(self, state: WorkshopState, problem: Problem, *, other: bool) -> None:
        """Show a problem in all parts but the panel."""

    # -- showing

    def refresh(self) -> None:
        state = self.state
        problem = self._problem_to_show(state)
        other = problem is None or self._problem is None or problem.id != self._problem.id
        if other:
            self.panels.close_panel()  # its text belongs to the former problem
        self._problem = problem
        self._show_intro(state, other=other)
        self._fit()
        if problem is None:
            return
        self._remember(problem.id)
        self._show(state, problem, other=other)
        if self.panels.current is not None:
            self.panels.current.show_problem(state, problem)
        if other:
            self.panels.reopen(state, problem)

    def show_record(self, record_id: str) -> None:
        if record_id in (problem.id for problem in self.state.listed):
            self._go_to(record_id)

    def show_unsent(self, slot: Slot) -> None:
        super().show_unsent(slot)
        self.panels.show_unsent(self.state, slot)

    def parts(self) -> Sequence[Offering]:
        panel = self.panels.current
        return (self,) if panel is None or self._problem is None else (self, panel)

    def focus_start(self) -> None:
        if self._problem is None:
            self.intro.focus_start()
        else:
            self.panels.focus_start()

    def commit_pending(self) -> None:
        super().commit_pending()
        self.panels.save()

    def _problem_to_show(self, state: WorkshopState) -> Problem | None:
        """Return the problem shown before, or the first one to work on."""
        before = self.api.unsent.parts(self._slot).get("", "")
        shown = next((problem for problem in state.listed if problem.id == before), None)
        return shown or self.queue(state).first

    @property
    def _slot(self) -> Slot:
        """Where the current problem is kept, so that it is the current one after a restart."""
        return Slot(self.session.workshop_id or "", self.NAME, "problem")

    def _remember(self, problem_id: str) -> None:
        self.api.unsent.put(self._slot, {"": problem_id}, begun=False, public=True)

    def _fit(self) -> None:
        """Show the parts that apply at present."""
        at_work = self._problem is not None
        self.head.setVisible(at_work)
        self.panels.setVisible(at_work)
        if self.side is not None:
            self.side.set_subject(at_work)

    def _panel_changed(self) -> None:
        """Show what depends on the open panel."""
        panel = self.panels.current
        self.head.show_words(panel is None or not panel.hides_wording)
        self._update_foot()

    def _panel_finished(self, _name: str) -> None:
        self.panels.close_panel(done=True)

    def to_list(self) -> StartButton:
        """Return what begins without problems."""
        key = key_of("everywhere.primary")
        return StartButton(tr("guide.to_list"), lambda: self.api.go(Step.LIST.value), key=key)

    # -- actions

    @property
    def _passed(self) -> set[str]:
        """The ids of the problems that were skipped on purpose.

        Moving on never leads back to one of them, until the step is left by moving on.
        """
        return cast("set[str]", self._memory.setdefault("passed", set()))

    def _open(self, name: str) -> None:
        """Open a panel about the problem."""
        if self._problem is not None:
            self.panels.open(name, self.state, self._problem)

    def _go_to(self, problem_id: str) -> None:
        """Show another problem."""
        self.commit_pending()
        self.panels.close_panel()
        self._remember(problem_id)
        self.api.unsent.touched()
        self.refresh()
        self.audience_focus_changed.emit()
        self.show_front()

    def _go_past(self, state: WorkshopState, problem: Problem, then: Step) -> None:
        """Go to the next open problem, or to the step after this one."""
        passed = self._passed
        passed.add(problem.id)
        following = self.queue(state).next_after(problem, passed)
        if following is not None:
            self._go_to(following.id)
        else:
            passed.clear()
            self.api.go(then.value)

    def _step(self, by: int) -> bool:
        """Move by ``by`` problems; return False if there is none."""
        return self.head.step(by)

    def _correct_method(self) -> bool:
        found = () if self._problem is None else (self._problem,)
        return correct_method(self.api, self.head, found)

    def _open_list(self) -> None:
        """Open the list of all problems with their outcomes, the chosen ones first."""
        state = self.state
        every = self.ordered(state)
        chosen = self.chosen_of(every)
        others = tuple(problem for problem in every if problem not in chosen)
        groups = [
            MenuGroup(
                tuple(self._entry(state, each) for each in problems),
                tr(f"solve.strip.{title}") if chosen else "",
            )
            for problems, title in ((chosen, "label"), (others, "others"))
        ]
        button = self._actions["all"].shown_button()
        window_menu(self).open_beside(groups, button or self.head)

    def _entry(self, state: WorkshopState, problem: Problem) -> MenuEntry:
        title, words = shortened(problem.title), self.outcome_words(state, problem)
        said = tr("solve.strip.entry", number=problem.number, title=title, outcome=words)
        icon = OUTCOMES[state.outcomes_of(problem)[0]].icon
        return MenuEntry(said, partial(self._go_to, problem.id), icon)
